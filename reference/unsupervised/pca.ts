/**
 * Principal components of standardised data.
 */

import { Num } from "../numbers/num.ts";
import { covarianceOfCentred } from "./covariance.ts";
import { decomposition } from "./eigen-bounds.ts";
import { standardise } from "./standardise.ts";

type Matrix = readonly (readonly Num[])[];

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
  const C = covarianceOfCentred(Z);
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
