/**
 * Central differences of sums over the numbers of a matrix, by the form of the sum: what does not change with an entry is
 * left out, and what does is a difference by a formula of its own. Nothing cancels, so that f32 keeps its digits.
 */
import type { Num } from "../numbers/num.ts";
import { leavesOf, mapNums, type Tracked } from "../numbers/tracked.ts";

/** cosh z, whose slope sinh z it bounds. */
const cosh = (z: Num): Num =>
  z.through(Math.cosh(z.value), Math.sinh(z.value), Math.cosh(z.value), Math.cosh(z.value));
const sinh = (z: Num): Num => z.through(Math.sinh(z.value), Math.cosh(z.value), Math.cosh(z.value));

/** (tanh(p + h) − tanh(p − h))/(2h) = sinh 2h / (2h · cosh(p + h) · cosh(p − h)) */
const tanhQuotient = (p: Num, h: Num): Num =>
  sinh(h.times(2)).over(
    h
      .times(2)
      .times(cosh(p.plus(h)))
      .times(cosh(p.minus(h))),
  );

/** The quotient by entry i of x, by the sum's name in the table of known functions. */
const forms = {
  /** Σ xᵢ³:  3p² + h² */
  sumOfCubes: (x, i, h) => x[i]!.squared().times(3).plus(h.squared()),
  /** 1·x₁² + 2·x₂² + …:  2ip */
  steepBowl: (x, i) => x[i]!.times(2 * (i + 1)),
  /** Σ xᵢ² + Σ xᵢ·xᵢ₊₁:  2p, and its neighbours */
  tiltedBowl: (x, i) =>
    [x[i - 1], x[i + 1]].reduce<Num>(
      (sum, next) => (next === undefined ? sum : sum.plus(next)),
      x[i]!.times(2),
    ),
  /** Σ tanh(xᵢ)·xᵢ₊₁, with x₁ after the last; of three numbers at least */
  ring: (x, i, h) =>
    tanhQuotient(x[i]!, h)
      .times(x[(i + 1) % x.length]!)
      .plus(x[(i + x.length - 1) % x.length]!.tanh()),
} satisfies Readonly<Record<string, (x: readonly Num[], i: number, h: Num) => Num>>;

export type KnownSum = keyof typeof forms;

export const isKnownSum = (name: string): name is KnownSum => Object.hasOwn(forms, name);

/** One quotient an entry of x, in its form. */
export function structuredQuotients(sum: KnownSum, x: Tracked, h: Num): Tracked {
  const entries = leavesOf(x);
  let i = 0;
  return mapNums(x, () => forms[sum](entries, i++, h));
}
