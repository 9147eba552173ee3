/**
 * When an answer counts as the value of a given wrong formula.
 *
 * Its value is held against the scale of the whole answer: the largest magnitude of the reference's terms, or of the
 * formula's own values.
 */
import type { Num } from "../../../reference/numbers/num.ts";
import { leavesOf, type Plain, textsIn } from "../../../reference/numbers/tracked.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { isRight } from "../compare.ts";
import { numbersAlong, numbersIn, sameStructure, scaleOf } from "../entries.ts";
import { isNear } from "./same-number.ts";

const finite = (x: number): number => (Number.isFinite(x) ? Math.abs(x) : 0);

/** True if two numbers are the same at a scale; NaN and infinities only equal themselves, and then say nothing more. */
function same(a: number, b: number, scale: number): boolean {
  return Object.is(a, b) || a === b || isNear(a, b, scale);
}

/** True if the answer is this value, entry by entry. */
export function isValue(answer: Answer, formula: Plain | Value): boolean {
  if (!sameStructure(answer.returned, formula)) return false;
  const numbers = numbersIn(formula);
  const scale = Math.max(scaleOf(answer.expected), ...numbers.map(finite));
  // Fields may come in another order: both sides are read along the reference where the structure is its own.
  const conforms = answer.value !== undefined && sameStructure(answer.value, formula);
  const mine = conforms ? numbersAlong(answer.expected, answer.value as Value) : numbersIn(answer.returned);
  const theirs = conforms ? numbersAlong(answer.expected, formula as Value) : numbers;
  return mine.every((x, i) => same(x, theirs[i] as number, scale));
}

/**
 * By what a wrong formula's value differs from the right one: only then does a match say anything. NaN and infinities
 * agree whatever they came of: the square root of a negative number, its logarithm and 0/0 alike.
 */
function differenceFromRight(answer: Answer, formula: Plain | Value): "number" | "not finite" | "none" {
  const right = leavesOf(answer.expected);
  const all = numbersIn(formula);
  const [texts, said] = [textsIn(answer.expected), textsIn(formula)];
  if (texts.length !== said.length || texts.some((text, i) => text !== said[i])) return "number";
  if (all.length !== right.length)
    return all.length === 0 || all.some(Number.isFinite) ? "number" : "not finite";
  const numbers = numbersAlong(answer.expected, formula as Value);
  const scale = scaleOf(answer.expected);
  const differing = numbers.filter((wrong, i) => {
    const leaf = right[i] as Num;
    return !isRight(wrong, leaf) && !same(wrong, leaf.value, scale);
  });
  return differing.some(Number.isFinite) ? "number" : differing.length > 0 ? "not finite" : "none";
}

/** How a formula fares over all answers. */
export interface Match {
  /** Cases on which the answer is the formula's value. */
  readonly count: number;
  readonly of: number;
  /** Cases on which the formula differs from the right answer in a finite number. */
  readonly informative: number;
  /** Cases on which it differs by NaN or infinities alone, and those on which it has a finite number at all. */
  readonly spoiled: number;
  readonly finite: number;
}

/**
 * Counts the cases on which answers are a formula's values; undefined as soon as one is not.
 *
 * @param formula gives the wrong value for a case; a formula that throws matches nothing
 */
export function matchAll(
  answers: readonly Answer[],
  formula: (answer: Answer) => Plain | Value | undefined,
): Match | undefined {
  let [informative, spoiled, finite] = [0, 0, 0];
  for (const answer of answers) {
    let value: Plain | Value | undefined;
    try {
      value = formula(answer);
    } catch {
      return undefined;
    }
    if (value === undefined || !isValue(answer, value)) return undefined;
    const difference = differenceFromRight(answer, value);
    if (difference === "number") informative++;
    if (difference === "not finite") spoiled++;
    if (numbersIn(value).some(Number.isFinite)) finite++;
  }
  return { count: answers.length, of: answers.length, informative, spoiled, finite };
}
