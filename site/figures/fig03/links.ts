/**
 * A chain of functions in plain numbers, for pictures: what goes through each link, and its slope there.
 */
import { type FunctionName, functionOf } from "../../../reference/functions/known.ts";

/** One link f_k of a chain at a place. */
export interface Link {
  /** u_{k−1}, what it gets. */
  readonly input: number;
  /** u_k = f_k(u_{k−1}). */
  readonly output: number;
  /** f_k′(u_{k−1}). */
  readonly slope: number;
  /** dF/du_{k−1} = Π_{l ≥ k} f_l′(u_{l−1}), what has come back when the link is passed. */
  readonly back: number;
}

/**
 * Values forward, slopes backward.
 *
 * @param chain links f_1 … f_n, the innermost first, shape [n]
 * @see derivation chain-rule, steps 1 and 6
 */
export function linksOf(chain: readonly FunctionName[], x: number): readonly Link[] {
  const forward: Omit<Link, "back">[] = [];
  let at = x;
  for (const name of chain) {
    const { value, slope } = functionOf(name);
    const output = value(at);
    forward.push({ input: at, output, slope: slope(at) });
    at = output;
  }
  let back = 1;
  return forward
    .reverse()
    .map((link) => {
      back *= link.slope;
      return { ...link, back };
    })
    .reverse();
}

/** The product of all slopes at the wrong place: each at x, where only the first link is. */
export const slopesAtX = (chain: readonly FunctionName[], x: number): readonly number[] =>
  chain.map((name) => functionOf(name).slope(x));

/** The central difference of the whole chain. */
export function measuredSlope(chain: readonly FunctionName[], x: number, h: number): number {
  const through = (at: number): number => chain.reduce((u, name) => functionOf(name).value(u), at);
  return (through(x + h) - through(x - h)) / (2 * h);
}
