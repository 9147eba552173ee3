/**
 * Sentences of edge cases that are not true of every wrong answer.
 */
import { leavesOf } from "../../../reference/numbers/tracked.ts";
import type { Exercise } from "../../exercise/exercise.ts";
import { numbersIn } from "../../judge/entries.ts";
import { type EdgeCase, plansOf } from "../../judge/plan.ts";
import type { Value } from "../../value.ts";
import { pathsOf, type Slug } from "../course.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** Words about one kind of answer, the case of which may speak of it nevertheless, and where such words belong. */
const KINDS: readonly {
  readonly word: RegExp;
  readonly fits: (edge: EdgeCase) => boolean;
  readonly field: string;
}[] = [
  { word: /\bNaN\b/, fits: (edge) => numbersOf(edge).some(Number.isNaN), field: "ifNaN" },
  {
    word: /\bInfinity\b|∞/,
    fits: (edge) => numbersOf(edge).some((x) => !Number.isFinite(x)),
    field: "ifInfinite",
  },
  {
    word: /\b(?:throw\w*|exceptions?)\b/i,
    fits: ({ edge }) => edge.throws === true || edge.mayThrow === true,
    field: "ifThrew",
  },
];

/** What is given, and what is right. */
const numbersOf = ({ edge, inputs, expected }: EdgeCase): readonly number[] => [
  ...Object.values(inputs).flatMap((value) => (value === undefined ? [] : numbersIn(value as Value))),
  ...(edge.throws === true ? [] : leavesOf(expected).map(({ value }) => value)),
];

/** A `says` that speaks of NaN, an infinity or an exception where none is given or right. */
export function wordsOfOneAnswer(slug: Slug, exercise: Exercise): Refusal[] {
  return plansOf(exercise, 1).flatMap(({ name, edges }) =>
    edges.flatMap((edge) =>
      KINDS.flatMap(({ word, fits, field }) => {
        const [said] = word.exec(edge.edge.says ?? "") ?? [];
        return said === undefined || fits(edge)
          ? []
          : [
              refuse(
                pathsOf(slug).exercise,
                `edge case "${edge.name}" of ${name} says "${said}" of every wrong answer`,
                `say what holds of a wrong number, too, and move this to \`${field}\``,
              ),
            ];
      }),
    ),
  );
}
