import { idOf, shownName } from "../../class/outputs/names.ts";
import type { ClassResults } from "../../class/results.ts";
import type { Change } from "../../class/term/changes/changes.ts";

/** One changed cell as a line: "Ada, ex10: 8 of 10, now 10 of 10: f/edge passes now". */
export const changeLine =
  ({ students }: ClassResults) =>
  ({ student, slug, before, maxBefore, now, max, why }: Change): string =>
    `${shownName(students[student]!)}, ${idOf(slug)}: ${points(before.score, maxBefore)}, now ${points(now.score, max)}: ${why.join("; ")}`;

const points = (score: number | undefined, maxScore: number): string =>
  score === undefined ? "no grade" : `${score} of ${maxScore}`;
