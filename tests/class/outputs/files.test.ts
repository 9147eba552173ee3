import papaparse from "papaparse";
import { describe, expect, test } from "vitest";
import { outputFiles } from "../../../grader/class/outputs/index.ts";
import { safeNames } from "../../../grader/class/outputs/safe-name.ts";
import { type ClassResults, knownMost, knownPoints } from "../../../grader/class/results.ts";
import { madeResults } from "./made-results.ts";

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
