/** What those are told whose points have changed: to everybody without names, and to each of their own. */
import { counted, idOf, shownName, shownTime } from "../../outputs/names.ts";
import type { ClassResults, StudentResult } from "../../results.ts";
import type { Regrade, Regraded } from "./regrade.ts";

/** Those whose points are others in the end. */
export const concerned = ({ all }: Regrade): readonly Regraded[] => all.filter(({ isKept }) => !isKept);

/** A text for a whole class: what was mended, and for how many; no line without a change. */
export function announcement({ title, gradedAt }: ClassResults, regrade: Regrade): readonly string[] {
  const changes = concerned(regrade);
  if (changes.length === 0) return [];
  const groups = new Map<string, Regraded[]>();
  for (const change of changes) {
    const key = `${change.slug}\n${change.why.join("; ")}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const who = new Set(changes.map(({ student }) => student)).size;
  const lines = [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((some) => `${idOf(some[0]!.slug)}: ${some[0]!.why.join("; ")}. ${effectOf(some)}`);
  return [
    `The points of ${title} of ${shownTime(regrade.before.at)} were reckoned again on ${shownTime(gradedAt)}. They change for ${counted(who, "student")}:`,
    ...lines,
    changes.some(isLess) ? "" : "Nobody has fewer points than before.",
  ].filter((line) => line !== "");
}

const gainOf = ({ before, maxBefore, counts, max }: Regraded): number =>
  before.score === undefined || counts === undefined
    ? 0
    : counts / (max || 1) - before.score / (maxBefore || 1);

const isLess = (change: Regraded): boolean => gainOf(change) < 0;

function effectOf(some: readonly Regraded[]): string {
  const more = some.filter((change) => gainOf(change) > 0).length;
  const less = some.filter(isLess).length;
  const opened = some.filter(({ before }) => before.score === undefined).length;
  const closed = some.filter(({ counts }) => counts === undefined).length;
  return `${[
    more === 0 ? "" : `${counted(more, "student")} with more points`,
    less === 0 ? "" : `${counted(less, "student")} with fewer points`,
    opened === 0 ? "" : `${counted(opened, "student")} with a grade where there was none`,
    closed === 0 ? "" : `${counted(closed, "student")} without the grade they had`,
  ]
    .filter((part) => part !== "")
    .join(", ")}.`;
}

export interface StudentText {
  readonly student: StudentResult;
  readonly text: string;
}

/** A text for each student whose points have changed; it says nothing of anybody else. */
export function* studentTexts(results: ClassResults, regrade: Regrade): Generator<StudentText> {
  const own = new Map<number, Regraded[]>();
  for (const change of concerned(regrade))
    own.set(change.student, [...(own.get(change.student) ?? []), change]);
  for (const [index, changes] of own) {
    const student = results.students[index]!;
    const lines = changes.map(
      ({ slug, before, maxBefore, counts, max, why }) =>
        `${idOf(slug)}: ${points(before.score, maxBefore)} before, ${points(counts, max)} now: ${why.join("; ")}.`,
    );
    const { score, maxScore } = student;
    const total = score === undefined ? [] : [`Your points are now ${score} of ${maxScore}.`];
    const text = [
      `${shownName(student)}: your points of ${results.title} of ${shownTime(regrade.before.at)} were reckoned again on ${shownTime(results.gradedAt)}.`,
      ...lines,
      ...total,
    ].join("\n");
    yield { student, text };
  }
}

const points = (score: number | undefined, maxScore: number): string =>
  score === undefined ? "no grade" : `${score} of ${maxScore} points`;
