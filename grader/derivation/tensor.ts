/**
 * Numbers, vectors and matrices, and what a formula does with them. A vector is a column; its transpose is a
 * matrix of one row. A shape that does not fit is an error, never stretched, with two exceptions: a scalar goes
 * with every entry, and a matrix of one row is added to every row.
 */
import { FormulaError } from "./formula-error.ts";

export interface Tensor {
  readonly rank: 0 | 1 | 2;
  readonly rows: number;
  readonly cols: number;
  /** Entries, row by row. */
  readonly at: readonly number[];
}

export const scalar = (value: number): Tensor => ({ rank: 0, rows: 1, cols: 1, at: [value] });
export const vector = (at: readonly number[]): Tensor => ({ rank: 1, rows: at.length, cols: 1, at });
export const matrix = (rows: number, cols: number, at: readonly number[]): Tensor => ({
  rank: 2,
  rows,
  cols,
  at,
});

/** "", "3" or "3×4", for messages. */
export const shapeText = ({ rank, rows, cols }: Tensor): string =>
  rank === 0 ? "a number" : rank === 1 ? `a vector of ${rows}` : `a ${rows}×${cols} matrix`;

export const sameShape = (a: Tensor, b: Tensor): boolean =>
  a.rank === b.rank && a.rows === b.rows && a.cols === b.cols;

/** @throws FormulaError for a vector or a matrix */
export function numberIn(a: Tensor): number {
  if (a.rank !== 0) throw new FormulaError(`${shapeText(a)} where a number belongs`);
  return a.at[0] as number;
}

export const mapped = (a: Tensor, f: (x: number) => number): Tensor =>
  a.rank === 0 ? scalar(f(a.at[0] as number)) : { ...a, at: a.at.map((x) => f(x)) };

/** Entry by entry, with the two exceptions. */
export function zipped(a: Tensor, b: Tensor, word: string, f: (x: number, y: number) => number): Tensor {
  if (a.rank === 0 && b.rank === 0) return scalar(f(a.at[0] as number, b.at[0] as number));
  if (sameShape(a, b)) return { ...a, at: a.at.map((x, i) => f(x, b.at[i] as number)) };
  if (a.rank === 0) return mapped(b, (y) => f(a.at[0] as number, y));
  if (b.rank === 0) return mapped(a, (x) => f(x, b.at[0] as number));
  if (a.rank === 2 && b.rank === 2 && a.cols === b.cols) {
    if (b.rows === 1) return { ...a, at: a.at.map((x, i) => f(x, b.at[i % b.cols] as number)) };
    if (a.rows === 1) return { ...b, at: b.at.map((y, i) => f(a.at[i % a.cols] as number, y)) };
  }
  throw new FormulaError(`${shapeText(a)} ${word} ${shapeText(b)}`);
}

/** A side by side with b. */
export function product(a: Tensor, b: Tensor): Tensor {
  if (a.rank === 0 || b.rank === 0) return zipped(a, b, "times", (x, y) => x * y);
  if (a.cols !== b.rows) throw new FormulaError(`${shapeText(a)} times ${shapeText(b)}`);
  const at: number[] = [];
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < b.cols; j++) {
      let total = 0;
      for (let k = 0; k < a.cols; k++)
        total += (a.at[i * a.cols + k] as number) * (b.at[k * b.cols + j] as number);
      at.push(total);
    }
  return b.rank === 1 ? (a.rows === 1 ? scalar(at[0] as number) : vector(at)) : matrix(a.rows, b.cols, at);
}

/** a · b of two vectors is a number; of anything else, the product. */
export const dotted = (a: Tensor, b: Tensor): Tensor =>
  a.rank === 1 && b.rank === 1 ? product(transposed(a), b) : product(a, b);

export function transposed(a: Tensor): Tensor {
  if (a.rank === 0) throw new FormulaError("the transpose of a number");
  if (a.rank === 1) return matrix(1, a.rows, a.at);
  const at = Array.from(
    { length: a.at.length },
    (_, i) => a.at[(i % a.rows) * a.cols + Math.floor(i / a.rows)] as number,
  );
  return a.rows === 1 ? vector(at) : matrix(a.cols, a.rows, at);
}

/** A⁻¹ by Gauss and Jordan, with the largest pivot. */
export function inverted(a: Tensor): Tensor {
  const n = a.rows;
  if (a.rank === 0) return scalar(1 / (a.at[0] as number));
  if (a.rank === 1 || n !== a.cols) throw new FormulaError(`the inverse of ${shapeText(a)}`);
  const m = Array.from({ length: n }, (_, i) => [
    ...a.at.slice(i * n, i * n + n),
    ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)),
  ]);
  for (let k = 0; k < n; k++) {
    const size = (i: number): number => Math.abs(m[i]?.[k] as number);
    let p = k;
    for (let i = k + 1; i < n; i++) if (size(i) > size(p)) p = i;
    [m[k], m[p]] = [m[p] as number[], m[k] as number[]];
    const pivot = m[k]?.[k] as number;
    m[k] = (m[k] as number[]).map((x) => x / pivot);
    for (let i = 0; i < n; i++) {
      const factor = m[i]?.[k] as number;
      if (i !== k) m[i] = (m[i] as number[]).map((x, j) => x - factor * (m[k]?.[j] as number));
    }
  }
  return matrix(
    n,
    n,
    m.flatMap((row) => row.slice(n)),
  );
}

/** An entry, or a row of a matrix as a vector; indices count from 0. */
export function entry(a: Tensor, indices: readonly number[]): Tensor {
  if (indices.length === 0) return a;
  const [i = 0, j] = indices;
  const out = (k: number, size: number): boolean => !Number.isInteger(k) || k < 0 || k >= size;
  if (indices.length === 1 && a.rank === 2 && a.rows === 1) return entry(a, [0, i]);
  if (indices.length > a.rank || out(i, a.rows) || (j !== undefined && out(j, a.cols)))
    throw new FormulaError(`entry ${indices.map((k) => k + 1).join(", ")} of ${shapeText(a)}`);
  if (a.rank === 2 && j === undefined) return vector(a.at.slice(i * a.cols, (i + 1) * a.cols));
  return scalar(a.at[i * a.cols + (j ?? 0)] as number);
}
