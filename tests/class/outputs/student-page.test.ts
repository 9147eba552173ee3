import papaparse from "papaparse";
import { describe, expect, test } from "vitest";
import { outputFiles } from "../../../grader/class/outputs/index.ts";
import type { ClassResults } from "../../../grader/class/results.ts";
import { madeResults } from "./made-results.ts";
import { poisoned } from "./poisoned.ts";

const _small = (roster?: "canvas" | "moodle" | "simple"): ClassResults =>
  madeResults({ seed: 5, students: 6, exercises: 3, ...(roster === undefined ? {} : { roster }) });
const textOf = (results: ClassResults, file: string): string => outputFiles(results).get(file);
const _rowsOf = (csv: string): string[][] =>
  papaparse.parse<string[]>(csv.replace(/^\ufeff/, ""), { skipEmptyLines: true }).data;
const _dataIn = (report: string) =>
  JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(report)![1]!);

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
