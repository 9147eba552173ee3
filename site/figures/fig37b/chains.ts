/** Chains of single units, and how much of a derivative each place of them still has on the way back. */
import { type Num, num } from "../../../reference/numbers/num.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";

/** What one unit with a weight makes of its input. */
type Unit = (weight: number, input: Num) => Num;

export const KINDS = ["sigmoid", "none", "skip"] as const;
export type Kind = (typeof KINDS)[number];

/** The three units of the page's steps 4, 5 and 9. */
const UNITS: Readonly<Record<Kind, Unit>> = {
  sigmoid: (weight, input) => input.times(weight).sigmoid(),
  none: (weight, input) => input.times(weight),
  skip: (weight, input) => input.plus(input.times(weight).tanh()),
};

export interface Chain {
  /** What goes into the first unit, and what each unit gives. */
  readonly values: readonly number[];
  /** How what each unit gives follows what it gets. */
  readonly factors: readonly number[];
  /** The derivative of the output by each of the values: 1 for the output itself. */
  readonly left: readonly number[];
}

/** The chain of units of a kind with these weights, from x on. */
export function chainOf(kind: Kind, x: number, weights: readonly number[]): Chain {
  const values = [x];
  const factors = weights.map((weight, k) => {
    const input = lift(values[k] as number);
    const output = UNITS[kind](weight, input);
    values.push(output.value);
    return (gradient(output, input) as Num).value;
  });
  const left = [1];
  for (const factor of factors.toReversed()) left.unshift(factor * (left[0] as number));
  return { values, factors, left };
}

/** The slope of the sigmoid at a unit's net input: at most a quarter. */
export function sigmoidSlope(z: number): number {
  const input = num(z);
  return (gradient(input.sigmoid(), input) as Num).value;
}
