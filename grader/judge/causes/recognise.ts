/**
 * When an answer counts as the value of a given wrong formula.
 *
 * Its value is held against the scale of the whole answer: the largest magnitude of the reference's terms, or of the
 * formula's own values.
 */
import type { Num } from "../../../reference/numbers/num.ts";
import { type Plain, textsIn } from "../../../reference/numbers/tracked.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { isRight } from "../compare.ts";
import { numbersAlong, numbersIn, sameStructure } from "../entries.ts";
import { readOf } from "./answer-read.ts";
import { isNear } from "./same-number.ts";
import type { Work } from "./work.ts";

/** True if two numbers are the same at a scale; NaN and infinities only equal themselves, and then say nothing more. */
function same(a: number, b: number, scale: number): boolean {
  return Object.is(a, b) || a === b || isNear(a, b, scale);
}

/** True if the answer is this value, entry by entry. */
export function isValue(answer: Answer, formula: Plain | Value): boolean {
  if (!sameStructure(answer.returned, formula)) return false;
  const { scale: least, coarseness, returned, along, isAsReturned } = readOf(answer);
  const numbers = numbersIn(formula);
  let scale = least;
  for (const x of numbers) if (Number.isFinite(x)) scale = Math.max(scale, coarseness * Math.abs(x));
  // Fields may come in another order: both sides are read along the reference where the structure is its own.
  const conforms = along !== undefined && (isAsReturned || sameStructure(answer.value as Value, formula));
  const mine = conforms ? along : returned;
  const theirs = conforms ? numbersBeside(answer, formula, numbers) : numbers;
  return mine.every((x, i) => same(x, theirs[i] as number, scale));
}

/** The numbers of a value with the structure of the answer, in the order of the right one's. */
const numbersBeside = (
  answer: Answer,
  value: Plain | Value,
  numbers: readonly number[],
): readonly number[] => (readOf(answer).isInOrder ? numbers : numbersAlong(answer.expected, value as Value));

/**
 * By what a wrong formula's value differs from the right one: only then does a match say anything. NaN and infinities
 * agree whatever they came of: the square root of a negative number, its logarithm and 0/0 alike.
 */
function differenceFromRight(
  answer: Answer,
  formula: Plain | Value,
  all: readonly number[],
): "number" | "not finite" | "none" {
  const { leaves: right, texts, scale } = readOf(answer);
  const said = textsIn(formula);
  if (texts.length !== said.length || texts.some((text, i) => text !== said[i])) return "number";
  if (all.length !== right.length)
    return all.length === 0 || all.some(Number.isFinite) ? "number" : "not finite";
  const differing = numbersBeside(answer, formula, all).filter((wrong, i) => {
    const leaf = right[i] as Num;
    return !isRight(wrong, leaf) && !same(wrong, leaf.value, scale);
  });
  return differing.some(Number.isFinite) ? "number" : differing.length > 0 ? "not finite" : "none";
}

/** What a formula gives; nothing where it throws. */
function valueFor(
  answer: Answer,
  formula: (answer: Answer) => Plain | Value | undefined,
  work: Work | undefined,
): Plain | Value | undefined {
  try {
    return work === undefined ? formula(answer) : work.counted(() => formula(answer));
  } catch {
    return undefined;
  }
}

const units = new WeakMap<Answer, number>();

/** Entries that a trial on one answer reads and compares. */
export function unitsOf(answer: Answer): number {
  const known = units.get(answer);
  if (known !== undefined) return known;
  const { inputs, returned } = answer;
  const given = Object.values(inputs).filter((value) => value !== undefined);
  const made = A_TRIAL + numbersIn(given).length + TIMES * numbersIn(returned).length;
  units.set(answer, made);
  return made;
}

/** So many times an answer is gone through in a trial, which takes so much by itself. */
const TIMES = 6;
const A_TRIAL = 10;

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
 * @param work what it takes is taken of; a mistake that an exercise lists is tried whatever it takes
 * @throws OutOfWork
 */
export function matchAll(
  answers: readonly Answer[],
  formula: (answer: Answer) => Plain | Value | undefined,
  work?: Work,
): Match | undefined {
  let [informative, spoiled, finite] = [0, 0, 0];
  for (const answer of answers) {
    work?.take(unitsOf(answer));
    const value = valueFor(answer, formula, work);
    if (value === undefined || !isValue(answer, value)) return undefined;
    const numbers = numbersIn(value);
    const difference = differenceFromRight(answer, value, numbers);
    if (difference === "number") informative++;
    if (difference === "not finite") spoiled++;
    if (numbers.some(Number.isFinite)) finite++;
  }
  return { count: answers.length, of: answers.length, informative, spoiled, finite };
}
