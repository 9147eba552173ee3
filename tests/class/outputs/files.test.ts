import { createHash } from "node:crypto";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import papaparse from "papaparse";
import { describe, expect, test } from "vitest";
import { asText } from "../../../grader/class/outputs/csv/table.ts";
import { outputFiles } from "../../../grader/class/outputs/index.ts";
import { safeNames } from "../../../grader/class/outputs/safe-name.ts";
import classSchema from "../../../grader/class/results.schema.json" with { type: "json" };
import { type ClassResults, knownMost, knownPoints } from "../../../grader/class/results.ts";
import verdictSchema from "../../../grader/verdict/verdict.schema.json" with { type: "json" };
import { hostileText } from "./hostile-text.ts";
import { madeResults } from "./made-results.ts";
import { poisoned } from "./poisoned.ts";

const small = (roster?: "canvas" | "moodle" | "simple"): ClassResults =>
  madeResults({ seed: 5, students: 6, exercises: 3, ...(roster === undefined ? {} : { roster }) });
const textOf = (results: ClassResults, file: string): string => outputFiles(results).get(file);
const rowsOf = (csv: string): string[][] =>
  papaparse.parse<string[]>(csv.replace(/^\ufeff/, ""), { skipEmptyLines: true }).data;
const dataIn = (report: string) =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(report)![1]!);

describe("the files of a class", () => {
  test("are a report, tables, data, and a page for each student", () => {
    expect(outputFiles(small()).paths()).toEqual([
      "report.html",
      "results.csv",
      "canvas.csv",
      "canvas-exercises.csv",
      "moodle.csv",
      "gradescope.csv",
      "results.json",
      ...Array.from({ length: 6 }, (_, i) => `students/student-000${i}.html`),
    ]);
  });

  test("are the same for the same results, however they are read", () => {
    const one = outputFiles(small("canvas"));
    const other = new Map(outputFiles(small("canvas")));
    expect([...other.keys()]).toEqual(one.paths());
    for (const [file, text] of other) {
      expect(one.get(file)).toBe(text);
      expect([...one.pieces(file)].join("")).toBe(text);
    }
    expect(() => one.get("nothing")).toThrow("nothing: a file of the report expected");
  });

  test.each(["canvas.csv", "canvas-exercises.csv", "moodle.csv", "gradescope.csv", "results.csv"])(
    "%s is what its golden file says",
    async (file) => {
      const roster = file === "results.csv" ? undefined : file === "moodle.csv" ? "moodle" : "canvas";
      // Line ends and the mark at the start are shown, since an editor would hide them.
      const shown = textOf(small(roster), file).replace("\ufeff", "<BOM>").replaceAll("\r\n", "<CRLF>\n");
      await expect(shown).toMatchFileSnapshot(`golden/${file}`);
    },
  );
});

describe("totals", () => {
  const results = madeResults({ seed: 7, students: 300, exercises: 12, roster: "canvas" });
  const files = outputFiles(results);
  const sum = (numbers: readonly (number | undefined)[]): number =>
    numbers.reduce<number>((a, b) => a + (b ?? 0), 0);
  const total = sum(results.students.map(knownPoints));
  const known = results.students.filter(({ identifier }) => identifier !== undefined);
  const knownTotal = sum(known.map(({ score }) => score));

  test("of the plain table are those of the class (seed 7, 300 students)", () => {
    const [header, ...rows] = rowsOf(files.get("results.csv")!);
    const column = (name: string): number[] => rows.map((row) => Number(row[header!.indexOf(name)]));
    expect(rows).toHaveLength(3600);
    expect(sum(column("score"))).toBe(total);
    expect(sum(column("max_score"))).toBe(300 * 240);
    const graded = results.students.flatMap(({ exercises }) => exercises.map((each) => each.graded));
    expect(sum(column("graded"))).toBe(sum(graded));
  });

  test.each([
    ["canvas.csv", 5, 2],
    ["moodle.csv", 6, 1],
    ["gradescope.csv", 4, 1],
  ])("of %s are those of the students on the roster", (file, column, head) => {
    const rows = rowsOf(files.get(file)!).slice(head);
    expect(rows).toHaveLength(known.length);
    expect(sum(rows.map((row) => Number(row[column])))).toBe(knownTotal);
  });

  test("of the exercises in Canvas are those of the exercises", () => {
    const rows = rowsOf(files.get("canvas-exercises.csv")!).slice(2);
    results.exercises.forEach((_, e) => {
      const own = known.map(({ exercises }) => exercises[e]!.score);
      expect(sum(rows.map((row) => Number(row[5 + e])))).toBe(sum(own));
    });
  });

  test("of the report, its map and its data are those of the class", () => {
    const report = files.get("report.html")!;
    expect(report).toContain(`Together ${total} of ${sum(results.students.map(knownMost))} points`);
    const map = report.slice(report.indexOf('<table class="map"'), report.indexOf("</table>"));
    const points = [...map.matchAll(/<td class="n">(\d+)/g)].map(([, score]) => Number(score));
    expect([points.length, sum(points)]).toEqual([300, total]);
    const data = dataIn(report) as { scores: number[][]; students: [string, string, number][] };
    expect(sum(data.scores.flat())).toBe(total);
    expect(sum(data.students.map(([, , score]) => score))).toBe(total);
    const passed = results.students.flatMap(({ exercises }) =>
      exercises.filter(({ verdict }) => verdict?.status === "pass"),
    );
    const table = report.slice(report.indexOf('id="exercises"'));
    const columns = [...table.matchAll(/<tr><th scope="row">ex\d+<\/th><td>[^<]*<\/td><td class="n">(\d+)/g)];
    expect(sum(columns.map(([, count]) => Number(count)))).toBe(passed.length);
  });

  test("of the students' pages are theirs", () => {
    const pages = safeNames(results.students.map(({ folder }) => folder));
    for (const student of results.students.slice(0, 40)) {
      const page = files.get(`students/${pages.get(student.folder)}.html`)!;
      const most = student.score === undefined ? knownMost(student) : student.maxScore;
      expect(page).toContain(`: ${knownPoints(student)} of ${most} points`);
    }
  });

  test("of the JSON are the results themselves", () => {
    const read = JSON.parse(files.get("results.json")!) as ClassResults;
    expect(sum(read.students.map(knownPoints))).toBe(total);
    expect(read.students).toHaveLength(300);
  });
});

describe("results.json", () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
  ajv.addSchema(verdictSchema);
  const valid = ajv.compile(classSchema);

  test.each([undefined, "canvas", "moodle", "simple"] as const)(
    "is what its schema describes (%s)",
    (roster) => {
      const results = madeResults({ seed: 3, students: 40, exercises: 5, ...(roster && { roster }) });
      valid(JSON.parse(textOf(results, "results.json")));
      expect(valid.errors).toBe(null);
    },
  );

  test("writes the numbers that JSON lacks as texts", () => {
    const results = small();
    const [first, ...others] = results.students;
    const [exercise] = first!.exercises;
    const check = { ...exercise!.verdict!.checks[0]!, status: "fail", points: 0 } as const;
    const finding = {
      code: "not-finite",
      title: "NOT FINITE",
      message: "",
      replay: "",
      yours: [Number.NaN, -0],
    } as const;
    const verdict = { ...exercise!.verdict!, checks: [{ ...check, finding }] };
    const odd = { ...first!, exercises: [{ ...exercise!, verdict }, ...first!.exercises.slice(1)] };
    const text = textOf({ ...results, students: [odd, ...others] }, "results.json");
    expect(text).toContain('"yours":["NaN","-0"]');
    valid(JSON.parse(text));
    expect(valid.errors).toBe(null);
  });

  test("refuses what is none", () => {
    expect(valid({ ...JSON.parse(textOf(small(), "results.json")), seed: "x" })).toBe(false);
  });
});

describe("texts of students", () => {
  const clean = small("canvas");
  const structure = (page: string): string =>
    page
      .replace(/<(?:title|script type[^>]*)>.*?<\/(?:title|script)>/gs, "")
      .replace(/ (?:title|href|aria-label|content)="[^"]*"/g, "")
      .match(/<[^>]*>/g)!
      .join("");

  test("add no tag and no attribute to any page, and end no script (seed 21)", () => {
    const plainText = new Map(outputFiles(poisoned(clean, "plain")));
    const shapes = [...plainText]
      .filter(([file]) => file.endsWith(".html"))
      .map(([, page]) => structure(page));
    fc.assert(
      fc.property(hostileText, (text) => {
        const pages = [...outputFiles(poisoned(clean, `x${text}`))].filter(([file]) =>
          file.endsWith(".html"),
        );
        expect(pages.map(([, page]) => structure(page))).toEqual(shapes);
        for (const [, page] of pages) {
          expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029\p{Cs}]/u);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
          expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
        }
        dataIn(pages[0]![1]);
      }),
      { seed: 21, numRuns: 60 },
    );
  });

  test("are no formula in any cell of any table, and move no column (seed 22)", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const [file, csv] of outputFiles(poisoned(clean, text))) {
          if (!file.endsWith(".csv")) continue;
          const rows = rowsOf(csv);
          expect(new Set(rows.map((row) => row.length)).size, file).toBe(1);
          for (const cell of rows.flat())
            if (!/^-?\d+$/.test(cell)) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]/u);
          // Read by a spreadsheet that parts at semicolons or tabs, no field begins with one either.
          expect(csv).not.toMatch(/[;\t]\s*"?[=+@＝＋－＠]/u);
        }
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  test("change no number in any table (seed 23)", () => {
    const scores = (results: ClassResults): string[] =>
      rowsOf(textOf(results, "canvas.csv"))
        .slice(2)
        .map((row) => row[5]!);
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(scores(poisoned(clean, text))).toEqual(scores(clean));
      }),
      { seed: 23, numRuns: 50 },
    );
  });

  test("stay readable where they are harmless", () => {
    expect(asText("O’Neill, Zoë")).toBe("O’Neill, Zoë");
    expect(asText("=1+1")).toBe("'=1+1");
    expect(asText("a;=1")).toBe("a;'=1");
    expect(asText("x - y = z")).toBe("x - y = z");
  });
});

describe("a page that is handed out", () => {
  const results = madeResults({ seed: 9, students: 60, exercises: 4, roster: "simple" });
  const files = outputFiles(results);

  test("says nothing of any other student", () => {
    for (const student of results.students) {
      const page = files.get(`students/${student.folder}.html`)!;
      for (const other of results.students) {
        if (other === student) continue;
        expect(page).not.toContain(`>${other.folder}<`);
        if (other.name !== undefined) expect(page).not.toContain(`${other.name}:`);
      }
      const folders = page.match(/student-\d{4}/g) ?? [];
      expect(new Set(folders)).toEqual(new Set([student.folder]));
    }
  });

  test("shows lateness and an override with their reasons", () => {
    const all = results.students.flatMap((student) =>
      student.exercises.map((result) => ({ student, result })),
    );
    const late = all.find(({ result }) => result.lateness !== undefined && result.override === undefined)!;
    expect(files.get(`students/${late.student.folder}.html`)).toContain(late.result.lateness!.reason);
    const set = all.find(({ result }) => result.override !== undefined)!;
    expect(files.get(`students/${set.student.folder}.html`)).toContain(
      "by the instructor: oral exam, see notes",
    );
  });

  test("names no file of the machine that graded", () => {
    const [first] = results.students;
    const there = poisoned({ ...results, students: [first!] }, "/home/instructor/secret");
    const exercises = there.students[0]!.exercises.map((result) => ({ ...result, problem: "none" }));
    const student = {
      ...there.students[0]!,
      folder: "ada",
      name: "Ada",
      identifier: "ada",
      remarks: [],
      problem: "none",
      exercises,
    };
    const page = textOf({ ...there, students: [student] }, "students/ada.html");
    expect(page).not.toContain("--file");
  });
});

describe("names of pages", () => {
  test("are taken by every file system, and by one student only (seed 24)", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.oneof(
            hostileText,
            fc.constantFrom("con", "CON", "Ada", "ada", "..", "a/b", "a\\b", "", "é", "e\u0301"),
          ),
        ),
        (folders) => {
          const names = [...safeNames(folders).values()];
          expect(names).toHaveLength(folders.length);
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(folders.length);
          for (const name of names) {
            expect(name).toMatch(/^[a-z0-9_][a-z0-9_.-]*$/);
            expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)($|\.)|\.$/);
            expect(name.length).toBeLessThan(90);
          }
        },
      ),
      { seed: 24, numRuns: 300 },
    );
  });

  test("are not taken away by a folder that is called like another one's digest", () => {
    const digest = createHash("sha256").update("Ada").digest("hex");
    const names = safeNames(["Ada", `ada-${digest.slice(0, 8)}`]);
    expect(new Set(names.values()).size).toBe(2);
  });
});
