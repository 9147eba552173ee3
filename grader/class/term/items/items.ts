/** The checks of all exercises as items, in the order of the course. */
import type { Check, Verdict } from "../../../verdict/verdict.ts";
import { isBegun, isUntouched } from "../../outputs/summary/state.ts";
import type { ClassResults, ExerciseResult, StudentResult } from "../../results.ts";
import type { Term } from "../history/term.ts";
import { checkId } from "../snapshot/signs.ts";
import { adviceOn } from "./advice.ts";
import { discriminationOf, type Observation } from "./discrimination.ts";
import { FEWEST, type Item } from "./item.ts";

/** What is found while submissions are gone through. */
interface Growing {
  readonly check: Check;
  reached: number;
  passed: number;
  readonly tries: [number, number, number];
  readonly mistakes: Map<string, number>;
  readonly observations: Observation[];
}

/** One submission, which a group has once. */
interface Submission {
  readonly index: number;
  readonly exercises: readonly ExerciseResult[];
  readonly points: number;
  readonly maxPoints: number;
}

export function itemsOf(results: ClassResults, term: Pick<Term, "track">): readonly Item[] {
  const submissions = submissionsIn(results.students);
  return results.exercises.flatMap(({ slug }, e) => {
    const found = new Map<string, Growing>();
    let begun = 0;
    for (const submission of submissions) {
      const result = submission.exercises[e];
      if (result?.verdict === undefined || !isBegun(result)) continue;
      begun++;
      const triesOf = triesIn(result, result.verdict, term, submission.index, e);
      for (const check of result.verdict.checks) take(found, check, result.verdict, submission, triesOf);
    }
    return [...found.values()].map((each) => itemOf(slug, begun, each));
  });
}

/** Points over all work that could be judged, or that is not there. */
function submissionsIn(students: readonly StudentResult[]): readonly Submission[] {
  const seen = new Set<string>();
  return students.flatMap(({ folder, exercises }, index) => {
    if (seen.has(folder)) return [];
    seen.add(folder);
    const counted = exercises.filter((result) => isBegun(result) || isUntouched(result));
    const points = counted.reduce((sum, { verdict }) => sum + (verdict?.score ?? 0), 0);
    return [
      { index, exercises, points, maxPoints: counted.reduce((sum, { maxScore }) => sum + maxScore, 0) },
    ];
  });
}

/** At which try a check passed, from 1: by the attempts that were handed in, else by the executions of the term. */
function triesIn(
  { tries }: ExerciseResult,
  { checks }: Verdict,
  { track }: Pick<Term, "track">,
  student: number,
  exercise: number,
): (check: Check) => number {
  if (tries === undefined) {
    const own = track(student, exercise);
    return (check) => own.tryOf(checkId(check));
  }
  const places = new Map(checks.map((check, i) => [checkId(check), i]));
  return (check) =>
    1 +
    Math.max(
      0,
      tries.findIndex((signs) => signs[places.get(checkId(check))!] === "p"),
    );
}

function take(
  found: Map<string, Growing>,
  check: Check,
  { checks }: Verdict,
  { points, maxPoints }: Submission,
  tryOf: (check: Check) => number,
): void {
  const id = checkId(check);
  const item = found.get(id) ?? begin(check);
  found.set(id, item);
  const { status, finding } = check;
  const name = finding?.cause?.kind === "follow-on" ? undefined : (finding?.cause?.id ?? finding?.mistake);
  if (name !== undefined) item.mistakes.set(name, (item.mistakes.get(name) ?? 0) + 1);
  if (status !== "pass" && status !== "fail") return;
  item.reached++;
  if (status === "pass") {
    item.passed++;
    item.tries[Math.min(2, tryOf(check) - 1)]!++;
  }
  const own = checks.filter((other) => other.function === check.function);
  const rest = maxPoints - own.reduce((sum, other) => sum + other.maxPoints, 0);
  if (rest <= 0) return;
  const earned = points - own.reduce((sum, other) => sum + other.points, 0);
  item.observations.push({ passed: status === "pass", rest: earned / rest });
}

const begin = (check: Check): Growing => ({
  ...{ check, reached: 0, passed: 0, tries: [0, 0, 0], mistakes: new Map(), observations: [] },
});

function itemOf(slug: string, begun: number, { check, mistakes, observations, ...counts }: Growing): Item {
  const { function: fn, kind, title, maxPoints } = check;
  const discrimination = observations.length < FEWEST ? undefined : discriminationOf(observations);
  const item = {
    ...{ slug, function: fn, kind, title, maxPoints, begun, ...counts },
    mistakes: [...mistakes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    ...(discrimination === undefined ? {} : { discrimination }),
  };
  return { ...item, advice: adviceOn(item) };
}
