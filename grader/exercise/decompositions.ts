/** Which answers are right where several are: any sign of a vector, any basis for equal eigenvalues. */
import { product, transpose } from "../../reference/numbers/matrix.ts";
import { dot, Num } from "../../reference/numbers/num.ts";
import { plainOf } from "../../reference/numbers/tracked.ts";
import { signOf } from "../../reference/unsupervised/eigen.ts";
import { uncertaintyOf } from "../../reference/unsupervised/eigen-bounds.ts";
import { atMost, equal, type Relation, stated } from "./relations.ts";

type Matrix = number[][];

export const valuesIn = (rows: Num[][]): Matrix => plainOf(rows) as Matrix;

/** Below this, two vectors say nothing about each other's sign. */
const HARDLY_ALIKE = 0.1;

/**
 * 1 or −1 for each column, which turns it to the side of the expected one. A column that is across to the expected
 * one, as those of a mistake can be, is turned so that its largest entry is positive.
 */
export function sides(yours: Matrix, expected: Matrix): number[] {
  const columns = transpose(expected);
  return transpose(yours).map((mine, k) => {
    const right = columns[k]!;
    const cosine = dot(mine, right).value / (Math.hypot(...mine) * Math.hypot(...right));
    return Math.abs(cosine) > HARDLY_ALIKE ? Math.sign(cosine) : signOf(mine);
  });
}

/**
 * Columns turned to the side of the expected ones. Where the rows are what the columns should be, the rows are turned:
 * such an answer is the transpose of a right one, whichever signs that had.
 */
export function turnedTo(yours: Matrix, expected: Matrix): Matrix {
  const bySides = (rows: Matrix): Matrix => {
    const signs = sides(rows, expected);
    return rows.map((row) => row.map((x, k) => x * signs[k]!));
  };
  const [columns, rows] = [bySides(yours), bySides(transpose(yours))];
  return areClose(rows, expected) && !areClose(columns, expected) ? transpose(rows) : columns;
}

const CLOSE = 1e-6;
const areClose = (a: Matrix, b: Matrix): boolean =>
  a.every((row, i) => row.every((x, j) => Math.abs(x - b[i]![j]!) < CLOSE));

/** Columns that agree up to the sign of each. */
export function equalUpToSigns(a: Num[][], b: Num[][]): Relation {
  const signs = sides(valuesIn(a), valuesIn(b));
  return equal(
    a.map((row) => row.map((x, k) => x.times(signs[k]!))),
    b,
  );
}

/** A number with the bound of a decomposition of C, whichever basis was chosen in it. */
export function boundedBy(C: Num[][]): (x: Num, size?: number) => Num {
  const { magnitude, roundings } = uncertaintyOf(C);
  return (x, size = magnitude) => new Num(x.value, size, roundings + x.roundings);
}

/** Eigenvalues and eigenvectors as an exercise calls them. */
interface Named {
  readonly matrix: string;
  readonly values: string;
  readonly vectors: string;
}

/** What makes a decomposition of C right, whatever basis it chose for equal eigenvalues. */
export function solves(
  C: Num[][],
  { values, vectors }: { readonly values: Num[]; readonly vectors: Num[][] },
  named: Named,
): Relation[] {
  const bounded = boundedBy(C);
  const residuals = product(C, vectors).map((row, j) =>
    row.map((cv, k) => bounded(cv.minus(values[k]!.times(vectors[j]![k]!)))),
  );
  const angles = product(transpose(vectors), vectors).map((row) => row.map((x) => bounded(x, 1)));
  const zeros = C.map((row) => row.map(() => 0));
  const unit = C.map((row, k) => row.map((_, l) => (k === l ? 1 : 0)));
  return [
    stated(`${named.matrix} v − λ v is 0 for each column v of ${named.vectors}`, equal(residuals, zeros)),
    stated(
      `the columns of ${named.vectors} have length 1 and stand at right angles: VᵀV is the unit matrix`,
      equal(angles, unit),
    ),
    ...values
      .slice(1)
      .map((value, k) => stated(`${named.values} descends`, atMost(bounded(value), bounded(values[k]!)))),
  ];
}
