/**
 * By how much the loss of one example rises where the network's last values change, without subtracting two losses.
 *
 * Formulas: reference/dense/central-difference.ts.
 */
import type { LossName } from "../dense/losses.ts";
import { expm1, log1p } from "./small-changes.ts";

export interface Rise {
  /** Value k changes by d. */
  readonly one: (i: number, k: number, d: number) => number;
  /** Value c changes by a·W[row + c]. */
  readonly row: (i: number, W: Float64Array, row: number, a: number) => number;
  /** Value c changes by u_c. */
  readonly all: (i: number, u: Float64Array) => number;
}

/**
 * @param of softmax(z), σ(z) or the values themselves, whichever the loss is moved from; shape [n, c]
 * @param Y targets, shape [n, c]
 */
export function riseOf(loss: LossName, of: Float64Array, Y: Float64Array, c: number): Rise {
  if (loss === "crossEntropy") return crossEntropy(of, Y, c);
  const each = apart[loss];
  return {
    one: (i, k, d) => each(of[i * c + k]!, Y[i * c + k]!, d),
    row(i, W, row, a) {
      let sum = 0;
      for (let k = 0, at = i * c; k < c; k++, at++) sum += each(of[at]!, Y[at]!, a * W[row + k]!);
      return sum;
    },
    all(i, u) {
      let sum = 0;
      for (let k = 0, at = i * c; k < c; k++, at++) sum += each(of[at]!, Y[at]!, u[k]!);
      return sum;
    },
  };
}

/** Losses that are sums over the values, with one value's share: from a, its target y and the change d. */
const apart: Readonly<
  Record<Exclude<LossName, "crossEntropy">, (a: number, y: number, d: number) => number>
> = {
  squared: (a, y, d) => d * (d - 2 * (y - a)),
  bceLogits: (a, y, d) => log1p(a * expm1(d)) - y * d,
  bce: (a, y, d) => -(y === 0 ? 0 : y * log1p(d / a)) - (y === 1 ? 0 : (1 - y) * log1p(-d / (1 - a))),
};

function crossEntropy(p: Float64Array, Y: Float64Array, c: number): Rise {
  return {
    one: (i, k, d) => log1p(p[i * c + k]! * expm1(d)) - Y[i * c + k]! * d,
    row(i, W, row, a) {
      let sum = 0;
      let along = 0;
      for (let k = 0, at = i * c; k < c; k++, at++) {
        const u = a * W[row + k]!;
        sum += p[at]! * expm1(u);
        along += Y[at]! * u;
      }
      return log1p(sum) - along;
    },
    all(i, u) {
      let sum = 0;
      let along = 0;
      for (let k = 0, at = i * c; k < c; k++, at++) {
        sum += p[at]! * expm1(u[k]!);
        along += Y[at]! * u[k]!;
      }
      return log1p(sum) - along;
    },
  };
}
