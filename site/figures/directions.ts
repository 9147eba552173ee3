/**
 * Principal directions of data that need be neither centred nor scaled, to see what either is good for.
 */

import { mean, Num } from "../../reference/numbers/num.ts";
import { eigenSymmetric } from "../../reference/unsupervised/eigen.ts";
import { covarianceOfStandardised } from "../../reference/unsupervised/pca.ts";
import { standardise } from "../../reference/unsupervised/standardise.ts";

type Matrix = readonly (readonly Num[])[];

export interface Preparation {
  /** Take each column's mean away. */
  readonly centre: boolean;
  /** Divide each column by its standard deviation, which divides by n. */
  readonly scale: boolean;
}

/** Data as they go into the decomposition, and the way back for a point of that space. */
export interface Prepared {
  readonly Z: Matrix;
  /** x_j = offset_j + z_j·unit_j */
  readonly offset: readonly number[];
  readonly unit: readonly number[];
}

/**
 * Columns with or without their means and standard deviations; with neither they are left as they are.
 *
 *     z_ij = (x_ij − μ_j)/σ_j
 *
 * @param X one example a row, shape [n, m]
 */
export function prepared(X: Matrix, { centre, scale }: Preparation): Prepared {
  const columns = (X[0] ?? []).map((_, j) => X.map((row) => row[j] as Num));
  const means = columns.map(mean);
  const deviations = columns.map((column, j) =>
    mean(column.map((x) => x.minus(means[j] as Num).squared())).sqrt(),
  );
  const offset = means.map((mu) => (centre ? mu : new Num(0)));
  const unit = deviations.map((sigma) => (scale && sigma.value > 0 ? sigma : new Num(1)));
  const Z =
    centre && scale
      ? standardise(X)
      : X.map((row) => row.map((x, j) => x.minus(offset[j] as Num).over(unit[j] as Num)));
  return { Z, offset: offset.map((o) => o.value), unit: unit.map((u) => u.value) };
}

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
    covarianceOfStandardised(Z).map((row) => row.map((entry) => entry.value)),
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
