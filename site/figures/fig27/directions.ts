/** Principal directions of data, prepared in one way or another. */
import type { Num } from "../../../reference/numbers/num.ts";
import { covarianceOfCentred } from "../../../reference/unsupervised/covariance.ts";
import { eigenSymmetric } from "../../../reference/unsupervised/eigen.ts";

type Matrix = readonly (readonly Num[])[];

/** Directions in columns, largest first, with ZᵀZ/(n − 1) along each of them and its share of the whole. */
export interface Directions {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
  readonly shares: readonly number[];
}

/**
 * Eigenvectors of ZᵀZ/(n − 1). That is a covariance only if the columns of Z are centred.
 *
 * @param Z shape [n, m]
 */
export function directionsOf(Z: Matrix): Directions {
  const { values, vectors } = eigenSymmetric(
    covarianceOfCentred(Z).map((row) => row.map((entry) => entry.value)),
  );
  const total = values.reduce((a, b) => a + b, 0);
  return { values, vectors, shares: values.map((value) => value / total) };
}

/**
 * Rows rebuilt from their first coordinates along the directions; the other coordinates are 0.
 *
 *     ẑ_i = Σ_{k ≤ dims} (z_i·v_k) v_k
 *
 * @param Z shape [n, m]
 * @param vectors unit vectors in columns, shape [m, m]
 */
export const rebuilt = (
  Z: readonly (readonly number[])[],
  vectors: readonly (readonly number[])[],
  dims: number,
): readonly (readonly number[])[] =>
  Z.map((z) => {
    const along = Array.from({ length: dims }, (_, k) =>
      z.reduce((total, zj, j) => total + zj * (vectors[j]?.[k] as number), 0),
    );
    return z.map((_, j) => along.reduce((total, score, k) => total + score * (vectors[j]?.[k] as number), 0));
  });
