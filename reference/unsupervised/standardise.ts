/**
 * Columns with mean 0 and variance 1.
 */
import { atLeast } from "../numbers/ambiguous.ts";
import { transpose } from "../numbers/matrix.ts";
import { mean, Num } from "../numbers/num.ts";

/**
 * Standardised columns.
 *
 *     z_ij = (x_ij − μ_j)/σ_j,   σ_j² = (1/n) Σ_i (x_ij − μ_j)²
 *
 * A constant column, σ = 0, becomes 0. The magnitude of z is that of its first-order error, m(d)/σ + |z|·m(σ)/σ
 * with d = x − μ: the product of both terms, which Num.over would give, is the size of a second-order one. The
 * numbers keep no operands.
 *
 * @param X one example a row, shape [n, m]
 * @returns shape [n, m]
 * @throws Ambiguous if a column is constant but for rounding
 */
export function standardise(X: readonly (readonly Num[])[]): Num[][] {
  const columns = transpose(X).map(standardised);
  return X.map((_, i) => columns.map((column) => column[i] as Num));
}

/**
 * Mean and standard deviation of each column, over n. A constant column has the deviation 0.
 *
 * @returns shape [m] each
 * @throws Ambiguous if a column is constant but for rounding
 */
export function columnMoments(X: readonly (readonly Num[])[]): { mean: Num[]; std: Num[] } {
  const all = transpose(X).map(moments);
  return { mean: all.map(({ centre }) => centre), std: all.map(({ sigma }) => sigma) };
}

/** Columns by moments that were found before, (x_ij − μ_j)/σ_j; where σ is 0 they are only centred. */
export const standardisedBy = (
  X: readonly (readonly Num[])[],
  by: { readonly mean: readonly Num[]; readonly std: readonly Num[] },
): Num[][] =>
  X.map((row) =>
    row.map((x, j) => {
      const [centred, sigma] = [x.minus(by.mean[j] as Num), by.std[j] as Num];
      return sigma.value === 0 ? centred : centred.over(sigma);
    }),
  );

function moments(column: readonly Num[]) {
  const centre = mean(column);
  const deviations = column.map((x) => x.minus(centre));
  const variance = mean(deviations.map((d) => d.squared()));
  const constant = atLeast(new Num(0), variance);
  return { centre, deviations, constant, sigma: constant ? new Num(0) : variance.sqrt() };
}

function standardised(column: readonly Num[]): Num[] {
  const { deviations, constant, sigma } = moments(column);
  if (constant) return column.map(() => new Num(0));
  return deviations.map((d) => {
    const z = d.value / sigma.value;
    const magnitude = (d.magnitude + Math.abs(z) * sigma.magnitude) / sigma.value;
    return new Num(z, magnitude, Math.max(d.roundings, sigma.roundings) + 1);
  });
}
