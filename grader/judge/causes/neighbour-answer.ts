/** What a neighbour of the right program answers to a case, and when two answers are the same. */
import type { Num } from "../../../reference/numbers/num.ts";
import { leavesOf } from "../../../reference/numbers/tracked.ts";
import type { AnyFunction } from "../../exercise/exercise.ts";
import type { Value } from "../../value.ts";
import { type Case, argumentsOf } from "../cases.ts";
import { isRight, otherTextOf } from "../compare.ts";
import { conform } from "../conform.ts";
import { numbersAlong, sameStructure, scaleOf } from "../entries.ts";
import { valuesOf } from "../expected.ts";
import type { NeighbourProgram } from "./neighbour-program.ts";

/** A case with its function. */
export interface Given extends Pick<Case, "inputs" | "sizes" | "expected"> {
  readonly fn: AnyFunction;
}

/** As in recognise.ts: wide enough for rounding, and far too narrow to agree by chance. */
const RECOGNITION = 2 ** -30;

/** The answer in the reference's form; nothing where the neighbour throws, does not end, or gives another shape. */
export function answerOf(
  program: NeighbourProgram,
  edit: number,
  name: string,
  { fn, inputs, sizes, expected }: Given,
): Value | undefined {
  try {
    const returned = program.call(edit, name, argumentsOf(fn, inputs));
    const conformed = conform(fn.returns, returned, sizes);
    if ("broken" in conformed) return undefined;
    const value = fn.align === undefined ? conformed.value : fn.align(conformed.value, valuesOf(expected), inputs);
    return sameStructure(value as never, valuesOf(expected)) ? value : undefined;
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

/** Whether two values are the same at the scale of the answer; `where` leaves out places of which nothing is asked. */
export function isSame(
  { expected }: Pick<Given, "expected">,
  a: Value,
  b: Value,
  where: (x: number, y: number) => boolean = () => true,
): boolean {
  const [mine, theirs] = [numbersAlong(expected, a), numbersAlong(expected, b)];
  const finite = (x: number): number => (Number.isFinite(x) ? Math.abs(x) : 0);
  const scale = theirs.reduce((most, x) => Math.max(most, finite(x)), scaleOf(expected));
  return (
    mine.every((x, i) => {
      const y = theirs[i] as number;
      return !where(x, y) || Object.is(x, y) || x === y || Math.abs(x - y) <= RECOGNITION * scale;
    }) && textsOf(a) === textsOf(b)
  );
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
      return Number.isFinite(x) && !isRight(x, leaf) && !(Math.abs(x - leaf.value) <= RECOGNITION * scale);
    })
  );
}
