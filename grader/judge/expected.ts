/**
 * The right answer to a call, from the reference.
 */
import { Num } from "../../reference/num.ts";
import { gradient, lift, mapNums, plainOf, type Tracked } from "../../reference/tracked.ts";
import type { AnyFunction } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import type { Value } from "../value.ts";

/**
 * The right answer as tracked numbers: reverse mode of the forward formula where the function is a gradient,
 * the function's own reference elsewhere.
 *
 * @throws Ambiguous if rounding could turn a decision
 */
export function expectedOf(fn: AnyFunction, inputs: Inputs): Tracked {
  if (fn.reference !== undefined) return mapNums(fn.reference(inputs), forgetOperands);
  if (fn.gradient === undefined) throw new TypeError("a function needs a reference or a gradient");
  const lifted = lift(inputs);
  const by = fn.gradient.by(lifted);
  return gradient(fn.gradient.of(lifted), by);
}

/** A case is kept as long as its class is graded; the formula's graph need not be. */
const forgetOperands = ({ value, magnitude, roundings }: Num): Num => new Num(value, magnitude, roundings);

/** Numbers of a tracked answer, without how they were made. */
export const valuesOf = (tracked: Tracked): Value => plainOf(tracked) as Value;
