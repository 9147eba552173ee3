/** Results in which every text that a student has a say in is another one. */
import type { ClassResults, ExerciseResult, StudentResult } from "../../../grader/class/results.ts";

export function poisoned(results: ClassResults, text: string): ClassResults {
  const folders = new Map(results.students.map(({ folder }, i) => [folder, `${text}${i}`]));
  return {
    ...results,
    students: results.students.map((student) => ({
      ...student,
      ...poisonedStudent(student, text),
      folder: folders.get(student.folder)!,
    })),
    similar: results.similar.map((pair) => ({
      ...pair,
      folders: [folders.get(pair.folders[0])!, folders.get(pair.folders[1])!],
      fragments: pair.fragments.map(({ left, right }) => ({
        left: { ...left, text },
        right: { ...right, text },
      })),
    })),
    ...(results.roster === undefined
      ? {}
      : {
          roster: {
            ...results.roster,
            matched: [{ folder: text, identifier: text, by: text }],
            ambiguous: [{ folder: text, candidates: [text, text] }],
            unmatchedFolders: [text],
            unmatchedRows: [text],
          },
        }),
  };
}

const poisonedStudent = (student: StudentResult, text: string): Partial<StudentResult> => ({
  name: text,
  ...(student.identifier === undefined ? {} : { identifier: text, github: text, email: text }),
  ...(student.roster === undefined
    ? {}
    : { roster: Object.fromEntries(Object.keys(student.roster).map((column) => [column, text])) }),
  remarks: [{ kind: "ignored", text }],
  problem: text,
  exercises: student.exercises.map((result) => poisonedResult(result, text)),
});

function poisonedResult(result: ExerciseResult, text: string): ExerciseResult {
  const { verdict, override, lateness } = result;
  return {
    ...result,
    problem: text,
    ...(override === undefined ? {} : { override: { ...override, reason: text } }),
    ...(lateness === undefined ? {} : { lateness: { ...lateness, reason: text } }),
    ...(verdict === undefined
      ? {}
      : {
          verdict: {
            ...verdict,
            file: text,
            output: text,
            checks: verdict.checks.map((check) =>
              check.finding === undefined
                ? check
                : {
                    ...check,
                    reason: text,
                    finding: {
                      ...check.finding,
                      message: text,
                      lineText: text,
                      at: text,
                      yours: { foreign: text },
                      case: { call: text, inputs: { [text]: 1 }, name: text },
                    },
                  },
            ),
          },
        }),
  };
}
