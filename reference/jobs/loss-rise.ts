/**
 * By how much the loss of one example rises where the network's last values change, without subtracting two losses.
 *
 * Formulas: reference/dense/central-difference.ts.
 */
import type { LossName } from "../dense/losses.ts";
import { expm1, log1p, SMALL } from "./small-changes.ts";

export interface Rise {
  /** Value k changes by d. */
  readonly one: (i: number, k: number, d: number) => number;
  /** Value c changes by a·W[row + c]; the first `count` numbers of `changes` are as many a, and become the rises. */
  readonly alongRow: (i: number, W: Float64Array, row: number, changes: Float64Array, count: number) => void;
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
  const all = (i: number, u: Float64Array): number => {
    let sum = 0;
    for (let k = 0, at = i * c; k < c; k++, at++) sum += each(of[at]!, Y[at]!, u[k]!);
    return sum;
  };
  const u = new Float64Array(c);
  return {
    one: (i, k, d) => each(of[i * c + k]!, Y[i * c + k]!, d),
    alongRow(i, W, row, changes, count) {
      for (let q = 0; q < count; q++) {
        for (let k = 0; k < c; k++) u[k] = changes[q]! * W[row + k]!;
        changes[q] = all(i, u);
      }
    },
    all,
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

/** Terms of the series of e^x − 1: as many as expm1 has where x is small. */
const TERMS = 5;

function crossEntropy(p: Float64Array, Y: Float64Array, c: number): Rise {
  const all = (i: number, u: Float64Array): number => {
    let sum = 0;
    let along = 0;
    for (let k = 0, at = i * c; k < c; k++, at++) {
      sum += p[at]! * expm1(u[k]!);
      along += Y[at]! * u[k]!;
    }
    return log1p(sum) - along;
  };
  const u = new Float64Array(c);
  const means = new Float64Array(TERMS);
  return {
    one: (i, k, d) => log1p(p[i * c + k]! * expm1(d)) - Y[i * c + k]! * d,
    /**
     * One series for all values, with means that serve every a:
     *
     *     Σ_c p_c (e^(a w_c) − 1) = Σ_r a^r m_r,   m_r = Σ_c p_c w_c^r / r!
     */
    alongRow(i, W, row, changes, count) {
      let [along, largest] = [0, 0];
      means.fill(0);
      for (let k = 0, at = i * c; k < c; k++, at++) {
        const w = W[row + k]!;
        along += Y[at]! * w;
        largest = Math.max(largest, Math.abs(w));
        for (let r = 0, term = p[at]!; r < TERMS; r++) {
          term *= w / (r + 1);
          means[r]! += term;
        }
      }
      const [m1, m2, m3, m4, m5] = [means[0]!, means[1]!, means[2]!, means[3]!, means[4]!];
      const small = SMALL / largest;
      for (let q = 0; q < count; q++) {
        const a = changes[q]!;
        if (a <= small && a >= -small) {
          changes[q] = log1p(a * (m1 + a * (m2 + a * (m3 + a * (m4 + a * m5))))) - along * a;
          continue;
        }
        for (let k = 0; k < c; k++) u[k] = a * W[row + k]!;
        changes[q] = all(i, u);
      }
    },
    all,
  };
}
