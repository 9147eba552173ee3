/**
 * The right answer to a call, from the reference.
 */
import type { Gpu } from "../../reference/gpu/gpu.ts";
import { Num } from "../../reference/numbers/num.ts";
import { gradient, leavesOf, lift, mapNums, plainOf, type Tracked } from "../../reference/numbers/tracked.ts";
import type { AnyFunction } from "../exercise/exercise.ts";
import { boundedAtFullSize, type LargeSize, largeSizesOf } from "../exercise/full-size.ts";
import type { Inputs } from "../exercise/inputs.ts";
import { inSinglePrecision, withRoomFor } from "../exercise/tolerance.ts";
import type { Value } from "../value.ts";
import { numbersAlong } from "./entries.ts";
import { sizesOf } from "./sizes.ts";

/**
 * The right answer as tracked numbers: reverse mode of the forward formula where the function is a gradient,
 * the function's own reference elsewhere.
 *
 * @throws Ambiguous if rounding could turn a decision
 */
export function expectedOf(fn: AnyFunction, inputs: Inputs): Tracked {
  const large = largeSizeOf(fn, inputs);
  if (fn.fullSize !== undefined && large !== undefined)
    return boundedAtFullSize(fn.fullSize.reference(inputs), large.roundings, "f64");
  if (fn.reference !== undefined) return mapNums(fn.reference(inputs), forgetOperands);
  if (fn.gradient === undefined) throw new TypeError("a function needs a reference or a gradient");
  const lifted = lift(inputs);
  const by = fn.gradient.by(lifted);
  return gradient(fn.gradient.of(lifted), by);
}

/**
 * The right answer of the function's GPU half, with the bounds of f32.
 *
 * @param expected the right answer of the CPU half, which knows the bounds
 * @throws GpuError, or RangeError where the GPU half gives no finite number and the CPU half does
 */
export async function expectedOnGpu(
  gpu: Gpu,
  fn: AnyFunction,
  inputs: Inputs,
  expected: Tracked,
): Promise<Tracked> {
  const answer = await fn.gpu?.(gpu, inputs);
  if (answer === undefined) return expected;
  const large = largeSizeOf(fn, inputs);
  if (large !== undefined) return boundedAtFullSize(answer, large.roundingsOnGpu ?? large.roundings, "f32");
  const numbers = numbersAlong(expected, answer as Value);
  const missing = numbers.findIndex((x) => !Number.isFinite(x));
  if (missing >= 0 && Number.isFinite(leavesOf(expected)[missing]?.value)) {
    throw new RangeError(`the GPU half gives ${numbers[missing]} where the CPU half is finite`);
  }
  let i = 0;
  if (fn.gpuFormula === undefined)
    return mapNums(expected, (leaf) => inSinglePrecision(leaf, numbers[i++] as number));
  const bounds = leavesOf(fn.gpuFormula(lift(inputs)));
  return mapNums(expected, (leaf) => {
    const single = inSinglePrecision(bounds[i] as Num, numbers[i++] as number);
    return withRoomFor(single, leaf);
  });
}

/** The full size that inputs have exactly, where the function names one. */
function largeSizeOf(fn: AnyFunction, inputs: Inputs): LargeSize<Inputs> | undefined {
  const all = largeSizesOf(fn.fullSize);
  if (all.length === 0) return undefined;
  const sizes = sizesOf(fn, inputs);
  return all.find((large) => Object.entries(large.sizes).every(([axis, size]) => sizes[axis] === size));
}

/** A case is kept as long as its class is graded; the formula's graph need not be. */
const forgetOperands = ({ value, magnitude, roundings }: Num): Num => new Num(value, magnitude, roundings);

/** A structure in which tracked numbers may stand beside plain ones, in plain ones. */
export const valuesIn = (mixed: unknown): Value => plainOf(mixed as Tracked) as Value;

/** Numbers of a tracked answer, without how they were made. */
export const valuesOf = (tracked: Tracked): Value => plainOf(tracked) as Value;
