/** What a neighbour of the right program answers to a case, and when two answers are the same. */
import { leavesOf } from "../../../reference/numbers/tracked.ts";
import type { AnyFunction } from "../../exercise/exercise.ts";
import { toleranceOf } from "../../exercise/tolerance.ts";
import type { Value } from "../../value.ts";
import type { Answer } from "../answer.ts";
import { argumentsOf, type Case } from "../cases.ts";
import { isRight, otherTextOf } from "../compare.ts";
import { conform } from "../conform.ts";
import { hasFormOf, numbersAlong, scaleOf } from "../entries.ts";
import { valuesOf } from "../expected.ts";
import { readOf } from "./answer-read.ts";
import { type NeighbourProgram, usable } from "./neighbour-program.ts";
import { AGREEMENT, isNear } from "./same-number.ts";

/** A case, or an answer to one: taken as it is, since an answer's values may be made when they are asked for. */
export type Given = Pick<Case, "inputs" | "sizes" | "expected">;

/**
 * A neighbour reckons as the right program does but for one edit, so that it is met to rounding, or to so many times
 * what is allowed beside the right value.
 */
const ROUNDINGS = 8;

/**
 * The answer in the reference's form; nothing where the neighbour throws, does not end, or gives another shape.
 *
 * @param fuel turns and calls that it may take; as many as any call may, unless told
 */
export function answerOf(
  program: NeighbourProgram,
  edit: number,
  name: string,
  fn: AnyFunction,
  { inputs, sizes, expected }: Given,
  fuel?: number,
): Value | undefined {
  try {
    const returned = program.call(edit, name, argumentsOf(fn, inputs).map(usable), fuel);
    const conformed = conform(fn.returns, returned, sizes);
    if ("broken" in conformed) return undefined;
    const value =
      fn.align === undefined ? conformed.value : fn.align(conformed.value, valuesOf(expected), inputs);
    return hasFormOf(expected, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is the right one. */
export function isRightValue({ expected }: Pick<Given, "expected">, value: Value): boolean {
  const numbers = numbersAlong(expected, value);
  return (
    leavesOf(expected).every((leaf, i) => isRight(numbers[i] as number, leaf)) &&
    otherTextOf(value, expected) === undefined
  );
}

/** A value as what is compared: its numbers along the reference, and its texts. */
export interface Flat {
  readonly numbers: readonly number[];
  readonly texts: string;
  /** The largest finite magnitude of the value and of the reference's terms. */
  readonly scale: number;
}

export function flat({ expected }: Pick<Given, "expected">, value: Value): Flat {
  const numbers = numbersAlong(expected, value);
  return { numbers, texts: textsOf(value), scale: largest(numbers, scaleOf(expected)) };
}

/** Whether two programs answer the same, at the scale of the second: then they are one class. */
export const isSameFlat = (mine: Flat, theirs: Flat): boolean =>
  mine.texts === theirs.texts &&
  mine.numbers.every((x, i) => {
    const y = theirs.numbers[i] as number;
    return Object.is(x, y) || x === y || isNear(x, y, theirs.scale);
  });

/** Whether an answer is a neighbour's; `where` leaves out places of which nothing is asked. */
export function isSame(
  answer: Answer,
  neighbour: Value,
  where: (x: number, y: number) => boolean = () => true,
): boolean {
  const { along = [], leaves, scale, texts, hasForm } = readOf(answer);
  const mayDiffer = texts.length > 0 || !hasForm;
  if (mayDiffer && textsOf(answer.value as Value) !== textsOf(neighbour)) return false;
  const theirs = numbersAlong(answer.expected, neighbour);
  const near = AGREEMENT * largest(theirs, scale);
  return leaves.every((leaf, i) => {
    const [x, y] = [along[i] as number, theirs[i] as number];
    if (Object.is(x, y) || x === y) return true;
    return Math.abs(x - y) <= Math.max(near, ROUNDINGS * toleranceOf(leaf)) || !where(x, y);
  });
}

/** The largest finite magnitude of numbers, and of what they are held against. */
const largest = (numbers: readonly number[], least: number): number =>
  numbers.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), least);

/** All texts and truths of a value, in order. */
function textsOf(value: Value): string {
  if (typeof value === "number") return "";
  if (typeof value !== "object") return `${JSON.stringify(value)},`;
  return Object.values(value)
    .map((entry) => textsOf(entry as Value))
    .join("");
}

/** Whether a neighbour's value can tell it from the right one: by a finite number, by more than rounding, or a text. */
export function tells(answer: Answer, value: Value): boolean {
  const { leaves, scale, texts } = readOf(answer);
  if (texts.length > 0 && otherTextOf(value, answer.expected) !== undefined) return true;
  const numbers = numbersAlong(answer.expected, value);
  return leaves.some((leaf, i) => {
    const x = numbers[i] as number;
    return Number.isFinite(x) && !isRight(x, leaf) && !isNear(x, leaf.value, scale);
  });
}
