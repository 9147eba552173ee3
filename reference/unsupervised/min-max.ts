/**
 * Columns from 0 to 1.
 */
import { type Num, num } from "../numbers/num.ts";

/**
 * Min-max scaled columns.
 *
 *     x′_ij = (x_ij − min_j)/(max_j − min_j),   min_j = min_k x_kj,   max_j = max_k x_kj
 *
 * A constant column, max = min, becomes 0.
 *
 * @param X one example a row, shape [n, m]
 * @returns shape [n, m]
 * @see Machine Learning Visualized, 0.4.1
 */
export function minMaxScale(X: readonly (readonly Num[])[]): Num[][] {
  const columns = (X[0] ?? []).map((_, j) => scaled(X.map((row) => row[j] as Num)));
  return X.map((_, i) => columns.map((column) => column[i] as Num));
}

function scaled(column: readonly Num[]): Num[] {
  const low = column.reduce((least, x) => (x.value < least.value ? x : least));
  const high = column.reduce((greatest, x) => (x.value > greatest.value ? x : greatest));
  const range = high.minus(low);
  return column.map((x) => (range.value === 0 ? num(0) : x.minus(low).over(range)));
}
