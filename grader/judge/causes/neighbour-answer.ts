/** What a neighbour of the right program answers to a case, and when two answers are the same. */
import type { Num } from "../../../reference/numbers/num.ts";
import { leavesOf } from "../../../reference/numbers/tracked.ts";
import type { AnyFunction } from "../../exercise/exercise.ts";
import { toleranceOf } from "../../exercise/tolerance.ts";
import type { Value } from "../../value.ts";
import { argumentsOf, type Case } from "../cases.ts";
import { isRight, otherTextOf } from "../compare.ts";
import { conform } from "../conform.ts";
import { hasFormOf, numbersAlong, scaleOf } from "../entries.ts";
import { valuesOf } from "../expected.ts";
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
  const scale = numbers.reduce(
    (most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most),
    scaleOf(expected),
  );
  return { numbers, texts: textsOf(value), scale };
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
  given: Pick<Given, "expected">,
  answer: Value,
  neighbour: Value,
  where: (x: number, y: number) => boolean = () => true,
): boolean {
  const [mine, theirs] = [flat(given, answer), flat(given, neighbour)];
  if (mine.texts !== theirs.texts) return false;
  return leavesOf(given.expected).every((leaf, i) => {
    const [x, y] = [mine.numbers[i] as number, theirs.numbers[i] as number];
    const room = Math.max(AGREEMENT * theirs.scale, ROUNDINGS * toleranceOf(leaf));
    return !where(x, y) || Object.is(x, y) || x === y || Math.abs(x - y) <= room;
  });
}

/** All texts and truths of a value, in order. */
function textsOf(value: Value): string {
  if (typeof value === "number") return "";
  if (typeof value !== "object") return `${JSON.stringify(value)},`;
  return Object.values(value)
    .map((entry) => textsOf(entry as Value))
    .join("");
}

/** Whether a neighbour's value can tell it from the right one: by a finite number, by more than rounding, or a text. */
export function tells(given: Pick<Given, "expected">, value: Value): boolean {
  const numbers = numbersAlong(given.expected, value);
  const scale = scaleOf(given.expected);
  return (
    otherTextOf(value, given.expected) !== undefined ||
    leavesOf(given.expected).some((leaf: Num, i) => {
      const x = numbers[i] as number;
      return Number.isFinite(x) && !isRight(x, leaf) && !isNear(x, leaf.value, scale);
    })
  );
}
