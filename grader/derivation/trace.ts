/**
 * What an evaluation notes on its way, and what moves its results: shared by all points that come from one.
 */
import type { Random } from "../../reference/random.ts";
import type { Tensor } from "./tensor.ts";

/** How far a result is moved, as a part of itself: thousands of times what rounding does. */
const MOVED_BY = 1e-12;

export interface Trace {
  /** Which branches of max, |·|, cases and steps were taken, as a running hash: a kink shows as a change. */
  hash: number;
  /** The numbers whose sign chose the branches, and the arguments of logarithms and roots, where they are asked for. */
  bends?: number[];
  /**
   * Where it is set, the result of each operation that rounds is moved by up to 1e−12 of itself. How far the end
   * moves says what its last digits are worth: what cancels on the way is seen.
   */
  readonly unsteady?: Random;
}

/** The result of an operation, moved where the trace asks for it. Whole numbers from whole numbers are exact. */
export function unsteady(result: Tensor, { unsteady: rng }: Trace, ...from: readonly Tensor[]): Tensor {
  if (rng === undefined) return result;
  if (
    from.length > 0 &&
    from.every(({ at }) => at.every(Number.isInteger)) &&
    result.at.every(Number.isInteger)
  )
    return result;
  // An exponential that underflows is no exact 0.
  return {
    ...result,
    at: result.at.map((x) =>
      x === 0 && from.length === 0 ? Number.MIN_VALUE : x * (1 + MOVED_BY * (2 * rng() - 1)),
    ),
  };
}
