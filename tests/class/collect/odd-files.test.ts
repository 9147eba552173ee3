import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Unreadable } from "../../../grader/box/read.ts";
import { collect } from "../../../grader/class/collect/collect.ts";
import { DiskTree, unreadable } from "../../../grader/class/collect/disk-tree.ts";
import { openSubmissions } from "../../../grader/class/collect/submissions.ts";
import type { Tree } from "../../../grader/class/collect/tree.ts";
import { temporary } from "../report.ts";

const place = temporary("odd files");
afterAll(() => place.remove());
const slug = "ex09-mse";
const usual = `exercises/${slug}`;

let made = 0;
/** What is found in a submission of these files. */
function found(files: Readonly<Record<string, string>>) {
  const root = join(place.path, `s${made++}`);
  for (const [path, text] of Object.entries({ "README.md": "", ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { attempts, remarks } = collect(new DiskTree(root), [slug]);
  const [attempt] = attempts;
  return {
    path: attempt!.files[0]?.path,
    beside: attempt!.files[0]?.beside,
    refused: attempt!.refused.get(slug),
    remarks: remarks.map(({ kind, text }) => `${kind}: ${text}`),
  };
}

describe("a file of another name", () => {
  test("is taken where it is the only one and a copy's, and that is said", () => {
    expect(found({ [`${usual}/mse (1).ts`]: "export {};" })).toMatchObject({
      path: `${usual}/mse (1).ts`,
      refused: undefined,
      remarks: [`taken: ${usual}/mse (1).ts: taken, since there is no mse.ts`],
    });
    expect(found({ "mse - Copy.ts": "export {};" }).path).toBe("mse - Copy.ts");
    expect(found({ [`Exercises/${slug}/mse.ts`]: "export {};" }).path).toBe(`Exercises/${slug}/mse.ts`);
  });

  test.each([
    [
      { [`${usual}/mse (1).ts`]: "1", [`${usual}/mse (2).ts`]: "2" },
      /mse \(1\)\.ts, .*mse \(2\)\.ts: not taken/,
    ],
    [{ [`${usual}/mse.js`]: "1" }, /mse\.js: not taken; exercises\/ex09-mse\/mse\.ts expected/],
    [{ [`${usual}/mse (1).ts`]: "1", "mse.jsx": "2" }, /not taken/],
    [{ "mse_final.ts": "1" }, /mse_final\.ts: not taken/],
    [{ [`${usual}/answer.ts`]: "1" }, /answer\.ts: not taken/],
    [{ "src/mse.ts": "1", "lib/notes.txt": "" }, /src\/mse\.ts: not taken/],
    [{ "ada_mse.ts": "1" }, /ada_mse\.ts: not taken/],
    [{ "week 2/homework.ts": "1", "mse-gradients.ts": "1" }, /week 2\/homework\.ts: not taken/],
    [{ "solution.pdf": "%PDF-1.4" }, /solution\.pdf: not taken/],
    [{ "solution.py": "x = 1" }, /solution\.py: not taken/],
    [{ "onlinetext.html": "<p>" }, /onlinetext\.html: not taken/],
    [{ "homework.zip": "PK" }, /homework\.zip: not taken/],
  ])("is no work where nobody can be sure, %j, and never a missing one", (files, says) => {
    const { path, refused, remarks } = found(files);
    expect(path).toBeUndefined();
    expect(refused).toMatch(says);
    expect(remarks.join("\n")).toMatch(/^not-taken: /);
  });

  test("beside the right one counts for nothing, and is named", () => {
    const { path, remarks } = found({ [`${usual}/mse.ts`]: "1", "mse.ts": "2", [`${usual}/mse.js`]: "3" });
    expect(path).toBe(`${usual}/mse.ts`);
    expect(remarks).toEqual([
      `second: mse.ts: ignored, since there is ${usual}/mse.ts`,
      `second: ${usual}/mse.js: ignored, since there is ${usual}/mse.ts`,
    ]);
  });

  test.each([
    [{ "notes.txt": "", ".DS_Store": "1", "__MACOSX/._mse.pdf": "1" }],
    [{ "notes.txt": "On the gradients.", "mse-gradients.ts": "export {};" }],
    [{ "package.json": "{}", "vitest.config.ts": "1", "scratch.ts": "1", "notes.pdf": "%PDF" }],
  ])(
    "is not looked for where there is nothing like it: empty, another exercise's, a clone's, %j",
    (files) => {
      const { path, refused } = found(files);
      expect([path, refused]).toEqual([undefined, undefined]);
    },
  );
});

describe("what lies in the folder of an exercise's file", () => {
  const besideOf = (files: Readonly<Record<string, string>>): readonly string[] | undefined =>
    found(files).beside;

  test("may be the work where the file is still the stub: programs and archives", () => {
    expect(
      besideOf({
        [`${usual}/mse.ts`]: "1",
        [`${usual}/answer.ts`]: "2",
        [`${usual}/work.zip`]: "PK",
        [`${usual}/README.md`]: "#",
      })?.toSorted(),
    ).toEqual([`${usual}/answer.ts`, `${usual}/work.zip`]);
    expect(besideOf({ "mse.ts": "1", "answer.ts": "2", "mse-gradients.ts": "3" })).toEqual(["answer.ts"]);
  });

  test("is none in a clone's own folder, and none beside an author's files", () => {
    expect(besideOf({ "package.json": "{}", "mse.ts": "1", "scratch.ts": "2" })).toEqual([]);
    expect(
      besideOf({ [`${usual}/mse.ts`]: "1", [`${usual}/exercise.ts`]: "2", [`${usual}/args.ts`]: "3" }),
    ).toEqual([]);
  });
});

describe("a pointer", () => {
  test.each([
    ["version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 812\n", /a pointer of Git LFS/],
    ["version https://hawser.github.com/spec/v1\noid sha256:0\nsize 812\n", /a pointer of Git LFS/],
    ["/annex/objects/SHA256E-s812--0.ts\n", /a pointer of git-annex/],
    ["../../.git/annex/objects/aa/bb/SHA256E-s812--0.ts/SHA256E-s812--0.ts", /a pointer of git-annex/],
    ["../../shared/mse.ts", /a link that git wrote as a text/],
  ])("%j is not judged in place of the work", (text, says) => {
    const { path, refused, remarks } = found({ [`${usual}/mse.ts`]: text });
    expect(path).toBeUndefined();
    expect(refused).toMatch(says);
    expect(remarks[0]).toMatch(/^not-taken: /);
  });

  test("is not seen in a program, however hostile", () => {
    expect(found({ [`${usual}/mse.ts`]: "../".repeat(1300) }).path).toBe(`${usual}/mse.ts`);
    expect(
      found({ [`${usual}/mse.ts`]: "// version https://git-lfs.github.com/spec/v1\n" }).refused,
    ).toBeUndefined();
  });
});

describe("a folder that cannot be looked at", () => {
  const closed = (where: string): Tree => ({
    list: (path) => {
      if (path.join("/") === where)
        throw new Unreadable(unreadable(path, Object.assign(new Error(), { code: "EACCES" })));
      return new Map(path.length === 0 ? [["exercises", "folder"]] : [[slug, "folder"]]);
    },
    read: () => ({ source: "", sha256: "", path: "" }),
    bytes: () => undefined,
  });

  test("is a problem of the whole submission, or of the exercise in it, and no missing file", () => {
    expect(collect(closed(""), [slug]).problem).toBe(
      "the folder: a readable folder expected, got no permission to read it",
    );
    const { attempts, problem } = collect(closed(usual), [slug]);
    expect(problem ?? attempts[0]!.refused.get(slug)).toMatch(
      /exercises\/ex09-mse: .* no permission to read it/,
    );
  });

  test("because its path is too long is said so", () => {
    const long = ["x".repeat(300)];
    expect(() => new DiskTree(place.path).list(long)).toThrow(/a path too long for this system/);
  });

  test("is an archive in place of a student's folder", async () => {
    mkdirSync(join(place.path, "packed/s001"), { recursive: true });
    writeFileSync(join(place.path, "packed/s002.tar.gz"), "");
    const { all } = await openSubmissions(join(place.path, "packed"), [slug]);
    expect(all.map(({ folder, problem }) => [folder, problem])).toEqual([
      ["s001", undefined],
      ["s002", "s002.tar.gz: a folder expected, got an archive; unpack it"],
    ]);
  });
});
