/** Which answers are right where several are: any sign of a vector, any basis for equal eigenvalues. */

import { boundedBy, equalUpToSigns, sides, solves, valuesIn } from "../../grader/exercise/decompositions.ts";
import { atMost, equal, type Relation, stated } from "../../grader/exercise/form.ts";
import { product } from "../../reference/numbers/matrix.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { type Lifted, lift } from "../../reference/numbers/tracked.ts";
import { covarianceOfCentred } from "../../reference/unsupervised/covariance.ts";
import { type Eigen, eigenSymmetric } from "../../reference/unsupervised/eigen.ts";
import { gapsOf } from "../../reference/unsupervised/eigen-bounds.ts";
import { standardise } from "../../reference/unsupervised/standardise.ts";

export type Matrix = number[][];

export type Components = {
  readonly eigVals: number[];
  readonly eigVecs: Matrix;
  readonly projected: Matrix;
  readonly variances: number[];
};

export const standardised = (X: Matrix): Num[][] => standardise(lift(X));
/** Of columns with mean 0. */
export const decomposed = (Z: Num[][]): Eigen => eigenSymmetric(valuesIn(covarianceOfCentred(Z)));

/** Smallest distance of two eigenvalues, and of the last from 0: with less, rounding turns the vectors too far to compare. */
const SMALLEST_GAP = 0.03;

/**
 * Largest ratio of an eigenvalue to the one before it. A power iteration of k steps is off by its k-th power: drawn
 * inputs show the same of it at every seed, and an edge case shows what it makes of closer ones.
 */
const LARGEST_RATIO = 0.9;

export function hasDistinctEigenvalues({ X }: { readonly X: Matrix }): boolean {
  const { values } = decomposed(standardised(X));
  const isApart = values.slice(1).every((value, k) => value <= LARGEST_RATIO * values[k]!);
  return isApart && Math.min(values.at(-1)!, ...gapsOf(values)) >= SMALLEST_GAP;
}

/** Turns eigenvectors, and the projections on them, to the side of the expected ones. */
export function alignSigns(yours: Components, expected: Components): Components {
  const signs = sides(yours.eigVecs, expected.eigVecs);
  const turned = (rows: Matrix): Matrix => rows.map((row) => row.map((x, k) => x * signs[k]!));
  return { ...yours, eigVecs: turned(yours.eigVecs), projected: turned(yours.projected) };
}

const named = { matrix: "C", values: "eigVals", vectors: "eigVecs" };

/** Answers that agree up to the signs of their vectors. */
export const sameUpToSigns = (a: Lifted<Components>, b: Lifted<Components>): Relation[] => [
  equal(a.eigVals, b.eigVals),
  equal(a.variances, b.variances),
  equalUpToSigns(a.eigVecs, b.eigVecs),
  equalUpToSigns(a.projected, b.projected),
];

type Given = { readonly X: Matrix; readonly dims: number };

/** Numbers without the bounds of the reference's own decomposition, which are infinite where a gap is 0. */
const plain = (values: readonly Num[]): Num[] => values.map(({ value }) => num(value));

/**
 * What makes eigenvalues and eigenvectors right, whatever basis was chosen for equal eigenvalues. The bounds are those
 * of the matrix as a whole, without the gap: a residual stays small where a vector turns far.
 */
export function solvesC(answer: Lifted<Components>, { X }: Pick<Given, "X">): Relation[] {
  const C = covarianceOfCentred(standardised(X));
  const values = plain(answer.eigVals);
  return [
    ...solves(C, { values, vectors: lift(valuesIn(answer.eigVecs)) }, named),
    stated("no eigenvalue is below 0", atMost(0, boundedBy(C)(values.at(-1)!))),
  ];
}

/** What makes the projection right for the eigenvectors that are there. */
export function projects(answer: Lifted<Components>, { X, dims }: Given): Relation[] {
  const Z = standardised(X);
  const bounded = boundedBy(covarianceOfCentred(Z));
  const projected = lift(valuesIn(answer.projected));
  const shown = lift(valuesIn(answer.eigVecs)).map((row) => row.slice(0, dims));
  const shares = plain(answer.eigVals)
    .slice(0, dims)
    .map((value) => bounded(value.times(X.length - 1).over(X.length)));
  const along = answer.variances.map((variance) => bounded(variance));
  return [
    stated("projected is Z times the first dims columns of eigVecs", equal(projected, product(Z, shown))),
    stated("the variances are (n − 1)/n times the eigenvalues", equal(along, shares)),
  ];
}

/** Both, for edge cases with free vectors. */
export const decomposes = (answer: Lifted<Components>, given: Given): Relation[] => [
  ...solvesC(answer, given),
  ...projects(answer, given),
];
