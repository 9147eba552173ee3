/**
 * The least-squares solution at once, by the normal equations.
 */
import { transpose } from "../numbers/matrix.ts";
import { Num } from "../numbers/num.ts";
import { dot } from "../numbers/plain.ts";

type Vector = readonly number[];
type Matrix = readonly Vector[];

const size = (a: Vector): number => Math.hypot(...a);

/**
 * The θ with the smallest ‖y − Aθ‖.
 *
 *     AᵀA θ = Aᵀy
 *
 * With G = AᵀA an error of the equations moves θ by G⁻¹ (δ(Aᵀy) − δG θ). Its terms have the sizes |aⱼ|·|y| and ‖aⱼ‖·‖aₖ‖
 * |θₖ|, which bound those of elimination too: Σ |lⱼₚ uₚₖ| ≤ √(gⱼⱼ gₖₖ) for a matrix of this kind.
 *
 * @param A shape [n, k], of linearly independent columns
 * @param y shape [n]
 * @returns shape [k]
 * @throws RangeError if the columns are not independent
 * @see Higham, Accuracy and Stability of Numerical Algorithms, 10.1 and 20.4
 */
export function leastSquares(A: readonly (readonly Num[])[], y: readonly Num[]): Num[] {
  const columns = transpose(A).map((column) => column.map(({ value }) => value));
  const targets = y.map(({ value }) => value);
  const gram = columns.map((a) => columns.map((b) => dot(a, b)));
  const inverse = inverted(gram);
  const moments = columns.map((a) => dot(a, targets));
  const first = inverse.map((row) => dot(row, moments));
  // Once more for what the first answer leaves over: it takes back most of what the inverse lost.
  const left = targets.map(
    (yi, i) => yi - columns.reduce((p, a, k) => p + (a[i] as number) * (first[k] as number), 0),
  );
  const more = inverse.map((row) =>
    dot(
      row,
      columns.map((a) => dot(a, left)),
    ),
  );
  const theta = first.map((value, k) => value + (more[k] as number));
  const reach = columns.reduce((total, a, k) => total + size(a) * Math.abs(theta[k] as number), 0);
  const errors = columns.map((a) => size(a) * (size(targets) + reach));
  const roundings = A.length + 3 * columns.length;
  return theta.map((value, k) => {
    const moved = dot((inverse[k] as Vector).map(Math.abs), errors);
    return new Num(value, Math.abs(value) + moved, roundings);
  });
}

/** m weights, and then the intercept: the columns of X and one of ones. */
export const linearFit = (X: readonly (readonly Num[])[], y: readonly Num[]): Num[] =>
  leastSquares(
    X.map((row) => [...row, new Num(1)]),
    y,
  );

/** Below this share of its column a pivot is nothing but rounding. */
const LOST = 1e-10;

/**
 * G⁻¹ by Gauss and Jordan, with columns scaled to a diagonal of 1.
 *
 * @throws RangeError if G is singular but for rounding
 */
function inverted(G: Matrix): number[][] {
  const scales = G.map((row, k) => Math.sqrt(row[k] as number));
  const rows = G.map((row, i) => [
    ...row.map((g, k) => g / ((scales[i] as number) * (scales[k] as number))),
    ...G.map((_, k) => (k === i ? 1 : 0)),
  ]);
  for (let p = 0; p < rows.length; p++) {
    const pivot = rows[p] as number[];
    const by = pivot[p] as number;
    if (!(by > LOST)) throw new RangeError("leastSquares: columns that are linearly independent");
    pivot.forEach((x, k) => {
      pivot[k] = x / by;
    });
    for (const row of rows) {
      if (row === pivot) continue;
      const times = row[p] as number;
      row.forEach((x, k) => {
        row[k] = x - times * (pivot[k] as number);
      });
    }
  }
  return rows.map((row, i) =>
    row.slice(G.length).map((x, k) => x / ((scales[i] as number) * (scales[k] as number))),
  );
}
