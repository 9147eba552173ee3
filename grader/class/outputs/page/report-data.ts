/**
 * What the report's script needs for the drill-down from a student to a check, in few bytes: texts are kept once, and
 * a student's checks are one letter each, in capitals where there is a finding. Where there is no verdict, the
 * complement of a text's index says why.
 */
import { type Printable, printInline } from "../../../verdict/print-value.ts";
import type { Check, Finding } from "../../../verdict/verdict.ts";
import { clean, cut } from "../../../verdict/width.ts";
import { type ClassResults, keyOf, knownPoints } from "../../results.ts";
import { gradeOf } from "../grade.ts";
import { idOf, shownName, shownRead } from "../names.ts";
import type { ExerciseStats } from "../summary/exercise-stats.ts";
import { stateOf, stateWords } from "../summary/state.ts";

const letters: Readonly<Record<Check["status"], string>> = {
  pass: "p",
  fail: "f",
  skipped: "s",
  inconclusive: "i",
};

const inline = (value: Finding["yours"]): string =>
  value === undefined ? "" : cut(clean(printInline(value as Printable)), 120, "…");

/** What tells a check from the others of its exercise. */
const nameOf = ({ function: fn, kind }: Pick<Check, "function" | "kind">): string => `${fn}/${kind}`;

export function* reportData(
  { exercises, students }: ClassResults,
  stats: readonly ExerciseStats[],
  pages: ReadonlyMap<string, string>,
): Generator<readonly [name: string, value: unknown]> {
  const texts = new Map<string, number>();
  const say = (text: string): number => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const findings = new Map<string, number>();
  const findingOf = (finding: Finding): number => {
    const { title, message, mistake, read, case: given, yours, expected, line } = finding;
    const parts = [
      title,
      cut(clean(message), 400, "…"),
      mistake?.replaceAll("-", " ") ?? "",
      read === undefined ? "" : shownRead(read),
      cut(clean(given?.call ?? ""), 240, "…"),
      inline(yours),
      inline(expected),
      line === undefined ? "" : String(line),
    ].map((text) => say(clean(text)));
    const key = parts.join(" ");
    const known = findings.get(key);
    if (known !== undefined) return known;
    findings.set(key, findings.size);
    return findings.size - 1;
  };
  yield [
    "exercises",
    exercises.map(({ slug, title, maxScore }, e) => ({
      id: idOf(slug),
      title: clean(title),
      max: maxScore,
      checks: stats[e]!.checks.map((check) => [clean(check.function), check.kind, clean(check.title)]),
    })),
  ];
  yield [
    "students",
    students.map((student) => [shownName(student), pages.get(keyOf(student)), knownPoints(student)]),
  ];
  yield [
    "scores",
    exercises.map((_, e) =>
      students.map(({ exercises: own }) => {
        const grade = own[e] === undefined ? undefined : gradeOf(own[e]);
        return typeof grade === "number" ? grade : null;
      }),
    ),
  ];
  yield [
    "verdicts",
    exercises.map((_, e) => {
      const keys = stats[e]!.checks.map(nameOf);
      return students.map((student) => {
        const result = student.exercises[e];
        if (result?.verdict === undefined)
          return [~say(result === undefined ? "" : stateWords[stateOf(result)])];
        const own = new Map(result.verdict.checks.map((check) => [nameOf(check), check]));
        const list = keys.map((key) => own.get(key));
        const found = list.flatMap((check) =>
          check?.finding === undefined ? [] : [findingOf(check.finding)],
        );
        const signs = list.map((check) =>
          check === undefined
            ? "-"
            : check.finding === undefined
              ? letters[check.status]
              : letters[check.status].toUpperCase(),
        );
        return [say(signs.join("")), ...found];
      });
    }),
  ];
  // What the verdicts point to is known after them.
  yield ["findings", [...findings.keys()].map((key) => key.split(" ").map(Number))];
  yield ["texts", [...texts.keys()]];
}
