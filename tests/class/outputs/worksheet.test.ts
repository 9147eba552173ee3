import { afterAll, describe, expect, test } from "vitest";
import { filledWorksheet } from "../../../grader/class/outputs/csv/worksheet.ts";
import type { ClassResults, ExerciseResult, StudentResult } from "../../../grader/class/results.ts";
import { lists } from "../roster/list.ts";
import { madeResults } from "./made-results.ts";

const made = lists();
afterAll(() => made.remove());

const result = (slug: string, more: Partial<ExerciseResult>): ExerciseResult => ({
  slug,
  maxScore: 20,
  ...more,
});
const byHand = (score: number, reason: string): Partial<ExerciseResult> => ({
  absence: "missing",
  override: { score, reason },
  score,
});
const ill: Partial<ExerciseResult> = { absence: "missing", excused: "ill", noGrade: "excused" };
const student = (n: number, exercises: readonly ExerciseResult[]): StudentResult => {
  const asked = exercises.filter(({ noGrade }) => noGrade !== "excused");
  const known = asked.flatMap(({ score }) => score ?? []);
  const noGrade =
    asked[0] === undefined ? "excused" : asked.find((each) => each.noGrade !== undefined)?.noGrade;
  return {
    folder: `f${n}`,
    identifier: `s00${n}`,
    exercises,
    ...(noGrade === undefined ? { score: known.reduce((sum, each) => sum + each, 0) } : { noGrade }),
    maxScore: 20 * asked.length,
    remarks: [],
  };
};
const both = (more: Partial<ExerciseResult>): readonly ExerciseResult[] =>
  ["ex09-mse", "ex10-mse-gradients"].map((slug) => result(slug, more));
const students = [
  student(1, both(byHand(12.25, 'said "<b>", and ≥'))),
  student(2, both({ absence: "missing", score: 0 })),
  student(3, both({ absence: "unclear", noGrade: "unclear" })),
  student(4, both(ill)),
  student(5, both({ absence: "missing", score: 0 })),
  student(6, [result("ex09-mse", ill), result("ex10-mse-gradients", byHand(15, "r"))]),
];
const results: ClassResults = {
  ...madeResults({ seed: 1, students: 1, exercises: 2 }),
  students,
  roster: { format: "moodle", matched: [], ambiguous: [], unmatchedFolders: [], unmatchedRows: [] },
};
const folders = students.map((_, i) => `X_700${i + 1}_assignsubmission_file`);

/** Rows with a grade and a comment of before. */
const sheet = (d: string, end: string, maximum = "40.00"): string =>
  [
    [
      "Identifier",
      "ID number",
      "Grade",
      "Maximum Grade",
      "Grade can be changed",
      "Last modified (grade)",
      '"Feedback comments"',
    ],
    ...students.map((_, i) => [
      `"Participant 700${i + 1}"`,
      `s00${i + 1}`,
      "7.5",
      maximum,
      i === 4 ? "No" : "Yes",
      `"Tue${d} 1 ""Dec"""`,
      `"old${d}${end}text"`,
    ]),
  ]
    .map((row) => row.join(d))
    .join(end) + end;

const filled = (text: string | Uint8Array): Uint8Array =>
  filledWorksheet(made.of(text, { folders }).worksheet!, results);

describe("a worksheet of Moodle", () => {
  test.each([
    [",", "\n"],
    [";", "\r\n"],
    ["\t", "\r"],
  ])(
    "is filled in where there is a grade that can be changed, and stays as it came elsewhere (%j, %j)",
    (d, end) => {
      const came = sheet(d, end);
      const feedback = (text: string): string => `ex09: ${text}<br>ex10: ${text}`;
      const changes: readonly (readonly [number, string, string])[] = [
        [1, "24.5", feedback("12.25 of 20; no file; set by hand: said &quot;&lt;b&gt;&quot;, and ≥")],
        [2, "0", feedback("0 of 20; no file")],
        [4, "", feedback("excused; ill")],
        [6, "30", "ex09: excused; ill<br>ex10: 15 of 20; no file; set by hand: r"],
      ];
      let expected = came;
      for (const [n, grade, comment] of changes) {
        const before = came.split(`"Participant 700${n}"`)[1]!.split('"Participant')[0]!;
        const after = before.replace("7.5", grade).replace(`"old${d}${end}text"`, `"${comment}"`);
        expected = expected.replace(`"Participant 700${n}"${before}`, `"Participant 700${n}"${after}`);
      }
      expect(Buffer.from(filled(came)).toString()).toBe(expected);
    },
  );

  test("is written in the encoding that it came in", () => {
    const came = Buffer.from(`\ufeff${sheet(",", "\r\n")}`, "utf16le");
    const text = Buffer.from(filled(came)).toString("utf16le");
    expect(text.startsWith("\ufeffIdentifier,")).toBe(true);
    expect(text).toContain("and ≥");
  });

  test("has grades as shares of its own maximum", () => {
    const text = Buffer.from(filled(sheet(",", "\n", '"100,00"'))).toString();
    expect(text).toContain('"Participant 7001",s001,61.25,"100,00"');
    const [remark] = made.of(sheet(",", "\n", "100"), { folders }).match!.remarks!;
    expect(remark).toMatch(/the maximum is 100 there and 40 here/);
  });
});
