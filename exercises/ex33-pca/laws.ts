/** What makes an answer right where several are: any sign of a vector, any basis for equal eigenvalues. */
import { atMost, equal, type Relation, stated } from "../../grader/exercise/form.ts";
import { signOf } from "../../reference/eigen.ts";
import { dot, Num } from "../../reference/num.ts";
import { covarianceOfStandardised, uncertaintyOf } from "../../reference/pca.ts";
import { standardise } from "../../reference/standardise.ts";
import { type Lifted, lift, plainOf } from "../../reference/tracked.ts";

export type Matrix = number[][];

export type Components = {
  readonly eigVals: number[];
  readonly eigVecs: Matrix;
  readonly projected: Matrix;
  readonly variances: number[];
};

const columnOf = <T>(rows: readonly (readonly T[])[], k: number): T[] => rows.map((row) => row[k]!);
export const transposed = <T>(rows: T[][]): T[][] => (rows[0] ?? []).map((_, k) => columnOf(rows, k));
export const valuesIn = (rows: Num[][]): Matrix => plainOf(rows) as Matrix;
export const product = (A: (Num | number)[][], B: (Num | number)[][]): Num[][] => {
  const columns = transposed(B);
  return A.map((row) => columns.map((column) => dot(row, column)));
};

/** Below this, two vectors say nothing about each other's sign. */
const HARDLY_ALIKE = 0.1;

/**
 * 1 or −1 for each column, which turns it to the side of the expected one. A column that is across to the expected
 * one, as those of a mistake can be, is turned so that its largest entry is positive.
 */
function sides(yours: Matrix, expected: Matrix): number[] {
  const columns = transposed(expected);
  return transposed(yours).map((mine, k) => {
    const right = columns[k]!;
    const cosine = dot(mine, right).value / (Math.hypot(...mine) * Math.hypot(...right));
    return Math.abs(cosine) > HARDLY_ALIKE ? Math.sign(cosine) : signOf(mine);
  });
}

/** Turns eigenvectors, and the projections on them, to the side of the expected ones. */
export function alignSigns(yours: Components, expected: Components): Components {
  const signs = sides(yours.eigVecs, expected.eigVecs);
  const turned = (rows: Matrix): Matrix => rows.map((row) => row.map((x, k) => x * signs[k]!));
  return { ...yours, eigVecs: turned(yours.eigVecs), projected: turned(yours.projected) };
}

/** Columns that agree up to the sign of each. */
export function equalUpToSigns(a: Num[][], b: Num[][]): Relation {
  const signs = sides(valuesIn(a), valuesIn(b));
  return equal(
    a.map((row) => row.map((x, k) => x.times(signs[k]!))),
    b,
  );
}

/**
 * What makes a decomposition right, whatever basis it chose for equal eigenvalues. The bounds are those of the
 * matrix as a whole, without the gap: a residual stays small where a vector turns far.
 */
export function decomposes(
  answer: Lifted<Components>,
  { X, dims }: { readonly X: Matrix; readonly dims: number },
): Relation[] {
  const Z = standardise(lift(X));
  const C = covarianceOfStandardised(Z);
  const { magnitude, roundings } = uncertaintyOf(C);
  const bounded = (x: Num, size = magnitude): Num => new Num(x.value, size, roundings + x.roundings);
  const { eigVals, eigVecs, projected } = lift(plainOf(answer)) as Lifted<Components>;
  const turned = product(C, eigVecs).map((row, j) =>
    row.map((cv, k) => bounded(cv.minus(eigVals[k]!.times(eigVecs[j]![k]!)))),
  );
  const angles = product(transposed(eigVecs), eigVecs).map((row) => row.map((x) => bounded(x, 1)));
  const filled = (of: (k: number, l: number) => number): Matrix =>
    C.map((row, k) => row.map((_, l) => of(k, l)));
  const orthonormal = filled((k, l) => (k === l ? 1 : 0));
  const shown = eigVecs.map((row) => row.slice(0, dims));
  const shares = eigVals.slice(0, dims).map((value) => bounded(value.times(X.length - 1).over(X.length)));
  return [
    stated(
      "C v − λ v is 0 for each column v of eigVecs",
      equal(
        turned,
        filled(() => 0),
      ),
    ),
    stated(
      "the columns of eigVecs have length 1 and stand at right angles: VᵀV is the unit matrix",
      equal(angles, orthonormal),
    ),
    ...eigVals
      .slice(1)
      .map((value, k) => stated("eigVals descends", atMost(bounded(value), bounded(eigVals[k]!)))),
    stated("no eigenvalue is below 0", atMost(0, bounded(eigVals.at(-1)!))),
    stated("projected is Z times the first dims columns of eigVecs", equal(projected, product(Z, shown))),
    stated(
      "the variances are (n − 1)/n times the eigenvalues",
      equal(
        answer.variances.map((variance) => bounded(variance)),
        shares,
      ),
    ),
  ];
}
