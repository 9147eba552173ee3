/** An answer as it is held against many formulas: what all of them ask of it is read once. */
import { Num } from "../../../reference/numbers/num.ts";
import { leavesOf, type Tracked, textsIn } from "../../../reference/numbers/tracked.ts";
import { toleranceOf } from "../../exercise/tolerance.ts";
import { isFunctionValue, type Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { hasFormOf, numbersAlong, numbersIn, sameStructure } from "../entries.ts";
import { valuesOf } from "../expected.ts";
import { RECOGNITION } from "./same-number.ts";

export interface AnswerRead {
  /** Its numbers as they came back. */
  readonly returned: readonly number[];
  /** Its numbers along the reference, where it has the declared shape. */
  readonly along: readonly number[] | undefined;
  /** Whether what came back has the structure of the value that was made of it. */
  readonly isAsReturned: boolean;
  /** The right numbers, and the scale at which others are held against them. */
  readonly leaves: readonly Num[];
  readonly scale: number;
  /** By how much less is asked of a wrong formula's own numbers than of those that are worked out. */
  readonly coarseness: number;
  /** The right texts and truths. */
  readonly texts: readonly (string | boolean)[];
  /** Whether it has the form of the right answer, and its texts. */
  readonly hasForm: boolean;
  /** Whether the numbers of what has its structure are those along the reference: fields may come in another order. */
  readonly isInOrder: boolean;
  /** The right answer as a value, which is nobody's to change. */
  readonly right: Value;
}

const read = new WeakMap<Answer, AnswerRead>();

export function readOf(answer: Answer): AnswerRead {
  const known = read.get(answer);
  if (known !== undefined) return known;
  const { expected, value, returned } = answer;
  const hasForm = hasFormOf(expected, value);
  const leaves = leavesOf(expected);
  const isAsReturned = value !== undefined && sameStructure(returned, value);
  const made = {
    returned: numbersIn(returned),
    along: value === undefined ? undefined : numbersAlong(expected, value),
    isAsReturned,
    hasForm,
    isInOrder: isAsReturned && hasForm && !hasFields(expected),
    leaves,
    ...recognisedBy(answer, leaves),
    texts: textsIn(expected),
    right: valuesOf(expected),
  };
  read.set(answer, made);
  return made;
}

/**
 * So many times the largest right number at most: a bound may hold what a measured slope is off by, and beside that every
 * number would be recognised. What may pass for right is near enough all the same: terms that cancel leave noise.
 */
const MOST = 2 ** 10;
/** So many tolerances: a wrong formula rounds as the right one does. */
const ROUNDINGS = 16;

/**
 * Of a slope that is measured each student chooses the step, and a wrong formula's slope is off by more than the right
 * one's where it lies elsewhere. So near they are the same: two steps of a fair size, and no two formulas.
 */
const MEASURED = 2 ** -18;

/** Whether a number hangs on a slope that a student measures: its bound has room for what that is off by. */
const isMeasured = ({ inputs }: Answer, tolerance: number, value: number): boolean =>
  tolerance > RECOGNITION * value &&
  Object.values(inputs).some((input) => input !== undefined && isFunctionValue(input));

function recognisedBy(answer: Answer, leaves: readonly Num[]): Pick<AnswerRead, "scale" | "coarseness"> {
  let [magnitude, value, tolerance] = [0, 0, 0];
  for (const leaf of leaves) {
    if (!Number.isFinite(leaf.magnitude)) continue;
    magnitude = Math.max(magnitude, leaf.magnitude);
    tolerance = Math.max(tolerance, toleranceOf(leaf));
    if (Number.isFinite(leaf.value)) value = Math.max(value, Math.abs(leaf.value));
  }
  const least = Math.min(magnitude, Math.max(MOST * value, (ROUNDINGS * tolerance) / RECOGNITION));
  if (!isMeasured(answer, tolerance, value)) return { scale: least, coarseness: 1 };
  const coarseness = MEASURED / RECOGNITION;
  return { scale: Math.max(least, coarseness * value), coarseness };
}

function hasFields(tracked: Tracked): boolean {
  if (tracked instanceof Num || typeof tracked !== "object") return false;
  return Array.isArray(tracked) ? tracked.some(hasFields) : true;
}

/** The right answer as a value, which is nobody's to change. */
export const rightOf = (answer: Answer): Value => readOf(answer).right;
