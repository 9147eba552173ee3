import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openSubmissions } from "../../../grader/class/collect/submissions.ts";
import { commentHtml } from "../../../grader/class/outputs/comments/markdown.ts";
import { zipOf } from "../../../grader/class/outputs/comments/zip.ts";
import { outputFiles } from "../../../grader/class/outputs/index.ts";
import { type ClassResults, type Comment, keyOf } from "../../../grader/class/results.ts";
import { readComments, withComments } from "../../../grader/class/term/comments/read.ts";
import { madeResults } from "../outputs/made-results.ts";
import { temporary } from "../report.ts";

const place = temporary("comments");
afterAll(() => place.remove());
const put = (file: string, text: string | Uint8Array): void => {
  mkdirSync(dirname(join(place.path, file)), { recursive: true });
  writeFileSync(join(place.path, file), text);
};

const find = (text: string) =>
  ({ ada: [["w-ada"]], s1: [["w-ada"]], team: [["t/1", "t/2"]], anna: [["a"], ["b"]] })[text] ?? [];

describe("a folder of notes", () => {
  put("notes/ada/ex10.md", "First.\r\nSecond.\r\n");
  put("notes/ada.md", "\ufeffIn general.");
  put("notes/s1/general.md", "More in general.");
  put("notes/team/ex09-mse.md", "For both.");
  put("notes/team/.hidden", "nothing");
  put("notes/anna.md", "Whose?");
  put("notes/zoe/ex10.md", "Gone.");
  put("notes/ada/ex99.md", "No such.");
  put("notes/ada/ex14.md", Uint8Array.of(0xff, 0xfe, 0x41, 0));
  put("notes/ada/note.txt", "?");
  put("secret.md", "not of this folder");
  symlinkSync(join(place.path, "secret.md"), join(place.path, "notes/ada/ex11.md"));
  const { all, lost } = readComments(join(place.path, "notes"), find);

  test("reaches students by any of their names, and each member of a group", () => {
    expect(Object.fromEntries(all)).toEqual({
      "w-ada": [
        { slug: "ex10-mse-gradients", text: "First.\nSecond." },
        { text: "In general." },
        { text: "More in general." },
      ],
      "t/1": [{ slug: "ex09-mse", text: "For both." }],
      "t/2": [{ slug: "ex09-mse", text: "For both." }],
    });
  });

  test("names what reaches nobody, and follows no link", () => {
    expect(lost.map((line) => line.slice(0, 50))).toEqual(
      [
        "ada/ex11.md: a regular file, got a symbolic link.",
        "ada/ex14.md: This file is saved as UTF-16. Save it",
        'ada/ex99.md: "ex99": no such exercise; did you me',
        "ada/note.txt: a note that ends in .md expected",
        "anna.md: several are called so; name the folder by ",
        "zoe/ex10.md: nobody of this class is called so",
      ].map((line) => expect.stringContaining(line.slice(0, 36))),
    );
    expect(JSON.stringify([...all])).not.toContain("not of this folder");
  });

  test("is refused in one line where there is none", () =>
    expect(() => readComments(join(place.path, "nothing"), find)).toThrow(
      /^--comments .*: a folder of notes/,
    ));

  test("waits with notes on exercises that are not in the report", () => {
    const results = madeResults({ seed: 1, students: 1, exercises: 1 });
    const own = new Map([[keyOf(results.students[0]!), [{ slug: "ex50-x", text: "later" }]]]);
    expect(withComments(results, { all: own, lost: [] }).students[0]!.comments).toBe(undefined);
  });
});

describe("a comment as HTML", () => {
  test.each([
    ["a **b** `c < d`", "<p>a <strong>b</strong> <code>c &lt; d</code></p>"],
    ["<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"],
    ["a <img src=x onerror=y> b", "<p>a &lt;img src=x onerror=y&gt; b</p>"],
    ["[x](javascript:alert(1))", "<p>x</p>"],
    ['[x](https://a.b/?"c)', '<p><a href="https://a.b/?&quot;c">x</a></p>'],
    ["![x](https://a.b/c.png)", "<p>x</p>"],
    ["# Title", "<h4>Title</h4>"],
  ])("shows tags and obeys none: %j", (text, html) => expect(commentHtml(text)).toBe(html));
});

describe("comments in what is handed out", () => {
  const commented = (roster: "canvas" | "moodle" | "simple", comments: readonly Comment[]): ClassResults => {
    const results = madeResults({ seed: 5, students: 4, exercises: 2, roster });
    const [first, ...others] = results.students;
    return { ...results, students: [{ ...first!, comments }, ...others] };
  };
  const comments = [{ text: "=1+1 in *general*" }, { slug: "ex02-task-2", text: "Look\nagain." }];

  test("stand on the student's page and in the feedback of Moodle, on nobody else's", () => {
    const results = commented("moodle", comments);
    const files = outputFiles(results);
    const [first, second] = results.students.map(({ folder }) => files.get(`students/${folder}.html`));
    expect(first).toContain("<p>=1+1 in <em>general</em></p>");
    expect(first!.indexOf("Look")).toBeGreaterThan(first!.indexOf('id="ex02"'));
    expect(second).not.toContain("general");
    expect(files.get("moodle.csv")).toContain("'=1+1 in *general*");
  });

  test("are a request for Canvas by its own numbers, without grades", () => {
    const request = JSON.parse(outputFiles(commented("canvas", comments)).get("canvas-comments.json"));
    expect(request).toEqual({
      grade_data: { "9000": { text_comment: "=1+1 in *general*\n\n**ex02**\n\nLook\nagain." } },
    });
  });

  test("are results for Gradescope by address, with a score where there is one", () => {
    const { students, ...rest } = commented("simple", comments);
    const paths = outputFiles({ ...rest, students }).get("gradescope-comments.json");
    const own = JSON.parse(paths)[students[0]!.email!];
    expect(own).toMatchObject({ output_format: "md", visibility: "visible" });
    expect(own.score).toBe(students[0]!.score);
  });

  test("are a zip that Moodle can tell whose each file in it is", async () => {
    const results = commented("moodle", comments);
    const [first, ...others] = results.students;
    const odd = {
      ...first!,
      name: "../A_d/a: L\\o",
      roster: { ...first!.roster, Identifier: "Participant 7001" },
    };
    const [second, ...rest] = others;
    const noted = { ...second!, comments, name: "Zoe", roster: { Identifier: "Participant 7002" } };
    const files = outputFiles({ ...results, students: [odd, noted, ...rest] });
    const bytes = Buffer.concat([...files.pieces("moodle-feedback.zip")].map((piece) => Buffer.from(piece)));
    const path = join(place.path, "feedback.zip");
    writeFileSync(path, bytes);
    const { all } = await openSubmissions(path, ["ex10-mse-gradients"]);
    expect(all.map(({ folder }) => folder)).toEqual([
      "A d a L o_7001_assignfeedback_file_",
      "Zoe_7002_assignfeedback_file_",
    ]);
  });

  test("make no file where nobody has one", () => {
    const paths = outputFiles(commented("canvas", [])).paths();
    expect(paths.filter((path) => /comments|feedback/.test(path))).toEqual([]);
  });

  test("zip to the same bytes each time", () => {
    const of = () =>
      Buffer.concat([
        ...zipOf([
          ["a/b.txt", "ü"],
          ["c.txt", ""],
        ]),
      ]);
    expect(of().equals(of())).toBe(true);
  });
});
