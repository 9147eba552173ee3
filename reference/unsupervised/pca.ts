/**
 * Principal components of standardised data.
 */

import { Num } from "../numbers/num.ts";
import { decomposition } from "./eigen-bounds.ts";
import { standardise } from "./standardise.ts";

type Matrix = readonly (readonly Num[])[];

/**
 * Covariance of standardised columns, which have mean 0.
 *
 *     C = ZᵀZ/(n − 1)
 *
 * The magnitude is that of the first-order error, Σ (|z_ij|·m(z_ik) + m(z_ij)·|z_ik|)/(n − 1).
 *
 * @param Z shape [n, m]
 * @returns shape [m, m]
 */
export function covarianceOfStandardised(Z: Matrix): Num[][] {
  const columns = (Z[0] ?? []).map((_, j) => Z.map((row) => row[j] as Num));
  const entry = (a: readonly Num[], b: readonly Num[]): Num => {
    let [value, magnitude, roundings] = [0, 0, 0];
    for (const [i, ai] of a.entries()) {
      const bi = b[i] as Num;
      value += ai.value * bi.value;
      magnitude += Math.abs(ai.value) * bi.magnitude + ai.magnitude * Math.abs(bi.value);
      roundings = Math.max(roundings, ai.roundings, bi.roundings);
    }
    return new Num(value / (Z.length - 1), magnitude / (Z.length - 1), roundings + Z.length + 1);
  };
  return columns.map((a) => columns.map((b) => entry(a, b)));
}

export interface Components {
  readonly eigVals: readonly Num[];
  readonly eigVecs: Matrix;
  readonly projected: Matrix;
  readonly variances: readonly Num[];
}

/**
 * Principal component analysis.
 *
 *     Z = (X − μ)/σ,   C = ZᵀZ/(n − 1) = V Λ Vᵀ,   P = Z V_{:,1…d}
 *
 * σ and the variances divide by n, C by n − 1, so variances = eigVals·(n − 1)/n.
 *
 * A variance feels the turn of its vector only in second order, since the variance is stationary at an eigenvector.
 *
 * @param X one example a row, shape [n, m]
 * @param dims number of columns of P
 * @returns eigVals descending, shape [m]; eigVecs in columns, shape [m, m], largest entry positive; projected, shape
 *   [n, dims]; variances, shape [dims]
 * @throws RangeError if n < 2 or dims > m
 * @throws Ambiguous if a column is constant but for rounding
 * @see Machine Learning Visualized, 0.3.5
 */
export function pca(X: Matrix, dims: number): Components {
  const [n, m] = [X.length, X[0]?.length ?? 0];
  if (n < 2) throw new RangeError(`pca: two examples at least, got ${n}`);
  if (dims > m) throw new RangeError(`pca: dims up to ${m}, got ${dims}`);
  const Z = standardise(X);
  const C = covarianceOfStandardised(Z);
  const { values, vectors: eigVecs } = decomposition(C);
  return {
    eigVals: values,
    eigVecs,
    projected: Z.map((z) => projectedOn(z, eigVecs, dims)),
    variances: values
      .slice(0, dims)
      .map(({ value, magnitude, roundings }) => new Num((value * (n - 1)) / n, magnitude, roundings + n)),
  };
}

/** Σ_j z_j v_jk with its first-order error. */
function projectedOn(z: readonly Num[], V: Matrix, dims: number): Num[] {
  return Array.from({ length: dims }, (_, k) => {
    let [value, magnitude, roundings] = [0, 0, 0];
    for (const [j, zj] of z.entries()) {
      const v = (V[j] as readonly Num[])[k] as Num;
      value += zj.value * v.value;
      // 0·∞ is 0 here: a column of zeros does not feel where its vector points.
      magnitude += zj.magnitude * Math.abs(v.value) + (zj.value === 0 ? 0 : Math.abs(zj.value) * v.magnitude);
      roundings = Math.max(roundings, zj.roundings, v.roundings);
    }
    return new Num(value, magnitude, roundings + z.length);
  });
}
