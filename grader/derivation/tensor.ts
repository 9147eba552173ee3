/**
 * Numbers, vectors and matrices, and what a formula does with them. A vector is a column; its transpose is a
 * matrix of one row. A shape that does not fit is an error, never stretched, with two exceptions: a scalar goes
 * with every entry, and a matrix of one row is added to every row.
 *
 * The ones of 1ᵀX are as many as what they meet has rows: until then they are open, a vector or a row of no length.
 */
import { FormulaError } from "./formula-error.ts";
import { minus, numberOf, over, plus, type Quantity, times } from "./quantity.ts";

export interface Tensor<N = number> {
  readonly rank: 0 | 1 | 2;
  readonly rows: number;
  readonly cols: number;
  /** Entries, row by row. */
  readonly at: readonly N[];
}

export const scalar = <N>(value: N): Tensor<N> => ({ rank: 0, rows: 1, cols: 1, at: [value] });
export const vector = <N>(at: readonly N[]): Tensor<N> => ({ rank: 1, rows: at.length, cols: 1, at });
export const matrix = <N>(rows: number, cols: number, at: readonly N[]): Tensor<N> => ({
  rank: 2,
  rows,
  cols,
  at,
});

/** How long an open vector of ones is. */
const OPEN = -1;
/** A vector whose entries are all alike, as long as what it meets. */
export const open = <N>(value: N): Tensor<N> => ({ rank: 1, rows: OPEN, cols: 1, at: [value] });
export const isOpen = ({ rows, cols }: Tensor<unknown>): boolean => rows === OPEN || cols === OPEN;
const closed = <N>(a: Tensor<N>, n: number): Tensor<N> => ({
  ...a,
  rows: a.rows === OPEN ? n : a.rows,
  cols: a.cols === OPEN ? n : a.cols,
  at: Array.from({ length: n }, () => a.at[0] as N),
});

/** "a number", "a vector of 3" or "a 3×4 matrix", for messages. */
export const shapeText = (a: Tensor<unknown>): string => {
  const { rank, rows, cols } = a;
  if (isOpen(a)) return "a vector of ones";
  return rank === 0 ? "a number" : rank === 1 ? `a vector of ${rows}` : `a ${rows}×${cols} matrix`;
};

export const sameShape = (a: Tensor<unknown>, b: Tensor<unknown>): boolean =>
  a.rank === b.rank && a.rows === b.rows && a.cols === b.cols;

/** @throws FormulaError for a vector or a matrix */
export function numberIn<N>(a: Tensor<N>): N {
  if (a.rank !== 0) throw new FormulaError(`${shapeText(a)} where a number belongs`);
  return a.at[0] as N;
}

export const mapped = <N, M>({ rank, rows, cols, at }: Tensor<N>, f: (x: N) => M): Tensor<M> => ({
  rank,
  rows,
  cols,
  at: rank === 0 ? [f(at[0] as N)] : at.map((x) => f(x)),
});

type Entries = Tensor<Quantity>;
type OfTwo = (x: Quantity, y: Quantity) => Quantity;

/** Entry by entry, with the two exceptions. */
export function zipped(a: Entries, b: Entries, word: string, f: OfTwo): Entries {
  if (a.rank === 0 && b.rank === 0) return scalar(f(a.at[0] as Quantity, b.at[0] as Quantity));
  if (sameShape(a, b)) return { ...a, at: a.at.map((x, i) => f(x, b.at[i] as Quantity)) };
  if (a.rank === 0) return mapped(b, (y) => f(a.at[0] as Quantity, y));
  if (b.rank === 0) return mapped(a, (x) => f(x, b.at[0] as Quantity));
  if (a.rank === b.rank && (a.rank === 1 || (a.rows === 1 && b.rows === 1))) {
    if (isOpen(a)) return zipped(closed(a, b.at.length), b, word, f);
    if (isOpen(b)) return zipped(a, closed(b, a.at.length), word, f);
  }
  if (a.rank === 2 && b.rank === 2 && a.cols === b.cols) {
    if (b.rows === 1) return { ...a, at: a.at.map((x, i) => f(x, b.at[i % b.cols] as Quantity)) };
    if (a.rows === 1) return { ...b, at: b.at.map((y, i) => f(a.at[i % a.cols] as Quantity, y)) };
  }
  throw new FormulaError(`${shapeText(a)} ${word} ${shapeText(b)}`);
}

/** A side by side with b. */
export function product(a: Entries, b: Entries): Entries {
  if (a.rank === 0 || b.rank === 0) return zipped(a, b, "times", times);
  if (a.cols === OPEN && b.rows !== OPEN) return product(closed(a, b.rows), b);
  if (b.rows === OPEN && a.cols !== OPEN) return product(a, closed(b, a.cols));
  if (a.cols !== b.rows) throw new FormulaError(`${shapeText(a)} times ${shapeText(b)}`);
  if (isOpen(a) || isOpen(b))
    throw new FormulaError("how many ones 1 has is not said by what stands beside it: write \\mathbf{1}_n");
  const at: Quantity[] = [];
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < b.cols; j++) {
      const term = (k: number): Quantity =>
        times(a.at[i * a.cols + k] as Quantity, b.at[k * b.cols + j] as Quantity);
      let total = term(0);
      for (let k = 1; k < a.cols; k++) total = plus(total, term(k));
      at.push(total);
    }
  return b.rank === 1 ? (a.rows === 1 ? scalar(at[0] as Quantity) : vector(at)) : matrix(a.rows, b.cols, at);
}

/** a · b of two vectors is a number; of anything else, the product. */
export const dotted = (a: Entries, b: Entries): Entries =>
  a.rank === 1 && b.rank === 1 ? product(transposed(a), b) : product(a, b);

/** The transpose; a number is its own. */
export function transposed<N>(a: Tensor<N>): Tensor<N> {
  if (a.rank === 0) return a;
  if (a.rank === 1) return matrix(1, a.rows, a.at);
  const at = Array.from(
    { length: a.at.length },
    (_, i) => a.at[(i % a.rows) * a.cols + Math.floor(i / a.rows)] as N,
  );
  if (a.cols === OPEN) return open(a.at[0] as N);
  return a.rows === 1 ? vector(at) : matrix(a.cols, a.rows, at);
}

/** A⁻¹ by Gauss and Jordan, with the largest pivot. */
export function inverted(a: Entries): Entries {
  const n = a.rows;
  if (a.rank === 0) return scalar(over(1, a.at[0] as Quantity));
  if (a.rank === 1 || n !== a.cols) throw new FormulaError(`the inverse of ${shapeText(a)}`);
  const m = Array.from({ length: n }, (_, i): Quantity[] => [
    ...a.at.slice(i * n, i * n + n),
    ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)),
  ]);
  for (let k = 0; k < n; k++) {
    const size = (i: number): number => Math.abs(numberOf(m[i]?.[k] as Quantity));
    let p = k;
    for (let i = k + 1; i < n; i++) if (size(i) > size(p)) p = i;
    [m[k], m[p]] = [m[p] as Quantity[], m[k] as Quantity[]];
    const pivot = m[k]?.[k] as Quantity;
    m[k] = (m[k] as Quantity[]).map((x) => over(x, pivot));
    for (let i = 0; i < n; i++) {
      const factor = m[i]?.[k] as Quantity;
      if (i !== k) m[i] = (m[i] as Quantity[]).map((x, j) => minus(x, times(factor, m[k]?.[j] as Quantity)));
    }
  }
  return matrix(
    n,
    n,
    m.flatMap((row) => row.slice(n)),
  );
}

/** An entry, or a row of a matrix as a vector; indices count from 0. */
export function entry<N>(a: Tensor<N>, indices: readonly number[]): Tensor<N> {
  if (indices.length === 0) return a;
  const [i = 0, j] = indices;
  const out = (k: number, size: number): boolean => !Number.isInteger(k) || k < 0 || k >= size;
  if (indices.length === 1 && a.rank === 2 && a.rows === 1) return entry(a, [0, i]);
  if (indices.length > a.rank || out(i, a.rows) || (j !== undefined && out(j, a.cols)))
    throw new FormulaError(`entry ${indices.map((k) => k + 1).join(", ")} of ${shapeText(a)}`);
  if (a.rank === 2 && j === undefined) return vector(a.at.slice(i * a.cols, (i + 1) * a.cols));
  return scalar(a.at[i * a.cols + (j ?? 0)] as N);
}
