/**
 * Holds an answer against central differences of the reference's forward function, parameter by parameter.
 */
import { type Num, unrecorded } from "../../reference/numbers/num.ts";
import { leavesOf, lift, type Tracked } from "../../reference/numbers/tracked.ts";
import type { AnyFunction } from "../exercise/exercise.ts";
import type { Inputs } from "../exercise/inputs.ts";
import { toleranceOf } from "../exercise/tolerance.ts";
import type { Value } from "../value.ts";
import { numbersAlong, pathsOf } from "./entries.ts";
import { type Numerical, numericalDerivative } from "./numerical.ts";

/** An error of a thousandth must show: an error bar above a quarter of that cannot tell. */
const RESOLUTION = 1e-3 / 4;

export type EntryVerdict = "pass" | "fail" | "inconclusive";

export interface GradientEntry {
  readonly verdict: EntryVerdict;
  readonly at: string;
  readonly index: number;
  readonly yours: number;
  readonly expected: number;
  readonly numerical: Numerical;
}

/**
 * The numerical derivative by every parameter of a gradient function.
 *
 * @param only positions of the parameters to look at, all unless told
 */
export function numericalGradient(fn: AnyFunction, inputs: Inputs, only?: readonly number[]): Numerical[] {
  const gradient = fn.gradient;
  if (gradient === undefined) return [];
  const lifted = lift(inputs);
  const parameters = leavesOf(gradient.by(lifted));
  const noise = toleranceOf(unrecorded(() => gradient.of(lifted)));
  const chosen = only === undefined ? parameters : only.map((i) => parameters[i] as Num);
  return chosen.map((parameter) => {
    const at = parameter.value;
    const f = (x: number): number => {
      parameter.value = x;
      const { value } = unrecorded(() => gradient.of(lifted));
      parameter.value = at;
      return value;
    };
    return numericalDerivative(f, at, noise);
  });
}

/** Every entry of an answer against its central difference, which may have been measured before. */
export function gradientEntries(
  fn: AnyFunction,
  inputs: Inputs,
  yours: Value,
  expected: Tracked,
  numericals: readonly Numerical[] = numericalGradient(fn, inputs),
): readonly GradientEntry[] {
  const mine = numbersAlong(expected, yours);
  const right = leavesOf(expected);
  const paths = pathsOf(expected);
  const scale = Math.sqrt(right.reduce((s, leaf) => s + leaf.value ** 2, 0) / Math.max(1, right.length));
  return numericals.map((numerical, index) => {
    const leaf = right[index] as Num;
    const entry = mine[index] as number;
    return {
      verdict: verdictOf(entry, numerical, toleranceOf(leaf), Math.max(scale, leaf.magnitude)),
      at: paths[index] as string,
      index,
      yours: entry,
      expected: leaf.value,
      numerical,
    };
  });
}

/**
 * Pass within the bar, fail outside, inconclusive where the bar is too wide to show an error of a thousandth.
 *
 * @param scale size of the gradient as a whole and of the entry's terms: what an entry near 0 is measured by
 */
export function verdictOf(
  yours: number,
  numerical: Numerical,
  rounding: number,
  scale: number,
): EntryVerdict {
  const { value, errorBar } = numerical;
  const difference = Math.abs(yours - value);
  if (!Number.isFinite(errorBar)) return "inconclusive";
  if (!(difference <= errorBar + rounding)) return "fail";
  return errorBar <= RESOLUTION * Math.max(Math.abs(value), scale) + rounding ? "pass" : "inconclusive";
}
