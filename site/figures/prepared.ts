/**
 * Data that need be neither centred nor scaled, to see what either is good for.
 */

import { mean, Num } from "../../reference/numbers/num.ts";
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
