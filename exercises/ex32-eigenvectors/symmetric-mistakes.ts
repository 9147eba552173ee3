/** Wrong decompositions that students really write. */

import { turnedTo } from "../../grader/exercise/decompositions.ts";
import { curedBy, type Mistakes } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { product } from "../../reference/numbers/plain.ts";

export type Matrix = number[][];
export type Eigen = { values: number[]; vectors: Matrix };
export type Given = { A: Matrix };

export const changed = (A: Matrix, change: (a: number, i: number, j: number) => number): Matrix =>
  A.map((row, i) => row.map((a, j) => change(a, i, j)));

export const alignSigns = (yours: Eigen, expected: Eigen): Eigen => ({
  ...yours,
  vectors: turnedTo(yours.vectors, expected.vectors),
});

const reordered = ({ values, vectors }: Eigen, order: readonly number[]): Eigen => ({
  values: order.map((k) => values[k]!),
  vectors: vectors.map((row) => order.map((k) => row[k]!)),
});
const diagonal = (A: Matrix): number[] => A.map((row, i) => row[i]!);
const sorted = (found: Eigen): Eigen =>
  reordered(
    found,
    [...found.values.keys()].toSorted((j, k) => found.values[k]! - found.values[j]!),
  );
const unit = (A: Matrix): Matrix => changed(A, (_, i, j) => (i === j ? 1 : 0));

/** One turn for each pair of axes. */
function oneRound(A: Matrix): Eigen {
  let [D, V] = [A, unit(A)];
  for (let p = 0; p < A.length; p++)
    for (let q = p + 1; q < A.length; q++) {
      const angle = Math.atan2(2 * D[p]![q]!, D[p]![p]! - D[q]![q]!) / 2;
      const R = unit(A);
      R[p]![p] = R[q]![q] = Math.cos(angle);
      R[q]![p] = Math.sin(angle);
      R[p]![q] = -R[q]![p]!;
      D = product(transpose(R), product(D, R));
      V = product(V, R);
    }
  return { values: diagonal(D), vectors: V };
}
const scaledBy = (vectors: Matrix, by: (column: number[]) => number): Matrix =>
  transpose(transpose(vectors).map((column) => column.map((v) => v / by(column))));

export const mistakes: Mistakes<Given, Eigen> = curedBy(8, {
  "smallest-first": {
    is: ({ right }) => reordered(right, [...right.values.keys()].toReversed()),
    says: "The smallest value comes first. Sort from the largest down, and move each column of vectors along.",
  },
  "values-sorted-vectors-not": {
    is: ({ right: { values, vectors } }) => ({ values, vectors: vectors.map((row) => row.toReversed()) }),
    says: "The values are sorted, but their vectors are not: column k belongs to the value in place k and moves with it.",
  },
  "sorted-without-signs": {
    is: ({ right }) => {
      const { values } = right;
      return reordered(
        right,
        [...values.keys()].toSorted((j, k) => Math.abs(values[k]!) - Math.abs(values[j]!)),
      );
    },
    says: "The values are sorted by what they are without their signs. A negative one comes after every positive one.",
  },
  "vectors-in-rows": {
    is: ({ right }) => alignSigns({ ...right, vectors: transpose(right.vectors) }, right),
    says: "The vectors are the rows of your matrix. They stand in its columns: vectors[j][k] is entry j of vector k.",
  },
  "one-sweep": {
    is: ({ A, right }) => alignSigns(sorted(oneRound(A)), right),
    step: 7,
    says: "One round over all pairs is not enough: a later turn brings back some of what an earlier one made 0. Go round until nothing is left.",
  },
  "diagonal-taken": {
    is: ({ A, right }) => alignSigns(sorted({ values: diagonal(A), vectors: unit(A) }), right),
    step: 7,
    says: "The values are the entries of the diagonal. That is right only where A is diagonal: turn until it is, each time by half the angle that Math.atan2 gives. A whole one only changes the sign beside the diagonal.",
  },
  "largest-entry-made-one": {
    is: ({ right: { values, vectors } }) => ({
      values,
      vectors: scaledBy(vectors, (column) => Math.max(...column.map(Math.abs))),
    }),
    says: "The vectors are not of length 1; their largest entry is 1. Divide each column by its length √(Σ vⱼ²).",
  },
});
