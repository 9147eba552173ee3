/**
 * Centred columns and their covariances.
 */
import { transpose } from "../numbers/matrix.ts";
import { mean, Num } from "../numbers/num.ts";

type Matrix = readonly (readonly Num[])[];

/**
 * Columns less their means.
 *
 *     d_ij = x_ij − (1/n) Σ_i x_ij
 *
 * @param X one example a row, shape [n, m]
 * @returns shape [n, m]
 */
export function centred(X: Matrix): Num[][] {
  const means = transpose(X).map(mean);
  return X.map((row) => row.map((x, j) => x.minus(means[j] as Num)));
}

/**
 * Covariance of columns that have mean 0.
 *
 *     C = ZᵀZ/(n − 1)
 *
 * The magnitude is that of the first-order error, Σ (|z_ij|·m(z_ik) + m(z_ij)·|z_ik|)/(n − 1).
 *
 * @param Z shape [n, m]
 * @returns shape [m, m]
 */
export function covarianceOfCentred(Z: Matrix): Num[][] {
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

/**
 * Covariance matrix of the columns.
 *
 *     C = (X − μ)ᵀ(X − μ)/(n − 1)
 *
 * @param X one example a row, shape [n, m]
 * @returns shape [m, m]
 * @throws RangeError if n < 2
 * @see Machine Learning Visualized, 0.3.5
 */
export function covarianceMatrix(X: Matrix): Num[][] {
  if (X.length < 2) throw new RangeError(`covarianceMatrix: two examples at least, got ${X.length}`);
  return covarianceOfCentred(centred(X));
}
