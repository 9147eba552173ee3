import papaparse from "papaparse";
import { describe, expect, test } from "vitest";
import { outputFiles } from "../../../grader/class/outputs/index.ts";
import type { ClassResults, ExerciseResult, StudentResult } from "../../../grader/class/results.ts";
import { madeResults } from "./made-results.ts";

const made = madeResults({ seed: 3, students: 4, exercises: 3, roster: "canvas" });

/** The class with the first student's second exercise as it is given here. */
function withSecond(second: Omit<ExerciseResult, "slug" | "maxScore">): ClassResults {
  const [first, ...others] = made.students as [StudentResult, ...StudentResult[]];
  const exercises = first.exercises.map((result, e) =>
    e === 1 ? { slug: result.slug, maxScore: 20, ...second } : { ...result, graded: 12, score: 12 },
  );
  const { score: _, ...rest } = first;
  return { ...made, students: [{ ...rest, exercises, problem: "" }, ...others] };
}

const unjudged = outputFiles(
  withSecond({ absence: "not judged", noGrade: "not judged", problem: "the box did not start" }),
);
const rows = (text: string): string[][] => papaparse.parse<string[]>(text.trimEnd()).data;

describe("an exercise that was not judged", () => {
  test.each([
    ["canvas.csv", 2, 5],
    ["moodle.csv", 1, 6],
    ["gradescope.csv", 1, 4],
  ])("leaves the total blank in %s, since nobody knows it", (file, row, column) => {
    const table = rows(unjudged.get(file));
    expect(table[row]![column]).toBe("");
    expect(table[row + 1]![column]).toMatch(/^\d+$/);
  });

  test("is blank in the table of exercises, beside those that have a grade", () => {
    expect(rows(unjudged.get("canvas-exercises.csv"))[2]!.slice(5)).toEqual(["12", "", "12"]);
  });

  test("is told apart from a 0 in the plain table", () => {
    const [header, ...lines] = rows(unjudged.get("results.csv"));
    const at = (name: string): string => lines[1]![header!.indexOf(name)]!;
    expect([at("state"), at("graded"), at("score"), at("max_score")]).toEqual(["not judged", "", "", "20"]);
  });

  test("has no score in results.json, nor has the student", () => {
    const [student] = (JSON.parse(unjudged.get("results.json")) as ClassResults).students;
    expect(student).not.toHaveProperty("score");
    expect(student!.exercises[1]).toEqual({
      slug: made.exercises[1]!.slug,
      maxScore: 20,
      absence: "not judged",
      noGrade: "not judged",
      problem: "the box did not start",
    });
  });

  test("is followed in the report by the command that helps, set as it is typed", () => {
    const report = unjudged.get("report.html");
    expect(report).toContain('<code class="typed">npm run doctor</code> says what this machine lacks');
    expect(report).not.toContain("`npm");
  });

  test("is no 0 on any page, and is left out of shares", () => {
    const report = unjudged.get("report.html");
    expect(report).toMatch(
      /1 not judged, by a fault of the grader or of this machine: run the same command again/,
    );
    expect(report).toMatch(/<td class=v>\?/);
    expect(report).toMatch(/<td class="n">24\?/);
    const page = unjudged.get("students/student-0000.html");
    expect(page).toContain("24 of 40 points so far");
    expect(page).toContain("No grade: not judged");
  });

  test("has a grade again where the instructor sets one", () => {
    const override = { score: 7, reason: "oral exam" };
    const files = outputFiles(withSecond({ absence: "not judged", override, score: 7 }));
    expect(rows(files.get("canvas-exercises.csv"))[2]!.slice(5)).toEqual(["12", "7", "12"]);
  });
});
