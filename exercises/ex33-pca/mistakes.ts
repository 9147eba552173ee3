/** Wrong components that students really write. */

import { valuesIn } from "../../grader/exercise/decompositions.ts";
import type { MistakeCase, Mistakes } from "../../grader/exercise/form.ts";
import { product, transpose } from "../../reference/numbers/matrix.ts";
import { dot, mean, num } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import type { Data } from "./args.ts";
import { alignSigns, type Components, decomposed, type Matrix, standardised } from "./laws.ts";

type Case = MistakeCase<Data, Components>;

function centred(X: Matrix): Matrix {
  const means = transpose(X).map((column) => mean(column.map(num)).value);
  return X.map((row) => row.map((x, j) => x - means[j]!));
}

/** Examples along the first vectors, with the variances that they have there. */
function along(Z: Matrix, eigVecs: Matrix, dims: number): Omit<Components, "eigVals"> {
  const shown = eigVecs.map((row) => row.slice(0, dims));
  const projected = valuesIn(product(Z, shown));
  const spread = transpose(centred(projected));
  return { eigVecs, projected, variances: spread.map((p) => dot(p, p).value / Z.length) };
}

/** The recipe without standardising. */
function pcaOf(Z: Matrix, { dims, right }: Case): Components {
  const { values, vectors } = decomposed(lift(centred(Z)));
  const eigVecs = vectors.map((row) => [...row]);
  return alignSigns({ eigVals: [...values], ...along(Z, eigVecs, dims) }, right);
}

/** The right answer with the last component first. */
function ascending({ X, right: { eigVals, eigVecs }, dims }: Case): Components {
  const vectors = eigVecs.map((row) => row.toReversed());
  return { eigVals: eigVals.toReversed(), ...along(valuesIn(standardised(X)), vectors, dims) };
}

const scaled = (numbers: number[], by: number): number[] => numbers.map((x) => x * by);

export const mistakes: Mistakes<Data, Components> = {
  "not-standardised": {
    is: (given) => pcaOf(given.X, given),
    step: 1,
    says: "X is used as it is. A column in large units then takes the first component; standardise first, z = (x − μ)/σ.",
  },
  "centred-only": {
    is: (given) => pcaOf(centred(given.X), given),
    step: 1,
    says: "The columns are centred but not divided by their standard deviation, so the units of a column decide.",
  },
  "sample-std": {
    is: ({ X, right }) => {
      const share = (X.length - 1) / X.length;
      return {
        eigVals: scaled(right.eigVals, share),
        eigVecs: right.eigVecs,
        projected: right.projected.map((row) => scaled(row, Math.sqrt(share))),
        variances: scaled(right.variances, share),
      };
    },
    step: 1,
    says: "The standard deviation is taken over n − 1. Here it divides by n; the n − 1 belongs to the covariance matrix.",
  },
  "divided-by-the-variance": {
    is: (given) => {
      const from = transpose(centred(given.X));
      const by = from.map((column) => dot(column, column).value / column.length);
      return pcaOf(transpose(from.map((column, j) => scaled(column, 1 / by[j]!))), given);
    },
    step: 1,
    says: "The columns are divided by their variances. σ is the root of the variance.",
  },
  "smallest-first": {
    is: ascending,
    step: 5,
    says: "The components come smallest first. Many solvers sort that way; the first component is the one with the largest eigenvalue.",
  },
  "vectors-not-sorted": {
    is: (given) => ({ ...ascending(given), eigVals: given.right.eigVals }),
    step: 5,
    says: "The eigenvalues are sorted, but their vectors are not. Each column moves with its eigenvalue.",
  },
  "raw-projected": {
    is: ({ X, dims, right }) => ({ ...right, ...along(X, right.eigVecs, dims) }),
    step: 6,
    says: "The raw X is projected. The directions belong to the standardised examples, so those are projected: P = ZV.",
  },
  "last-components": {
    is: ({ X, dims, right }) => ({
      ...right,
      ...along(
        valuesIn(standardised(X)),
        right.eigVecs.map((row) => row.toReversed()),
        dims,
      ),
      eigVecs: right.eigVecs,
    }),
    step: 6,
    says: "Z is projected on the last columns of V. The first ones carry the most variance: take the first dims columns.",
  },
  whitened: {
    is: ({ right }) => ({
      ...right,
      projected: right.projected.map((row) => row.map((p, k) => p / Math.sqrt(right.eigVals[k]!))),
    }),
    step: 6,
    says: "Each column of projected is divided by the root of its eigenvalue, which is called whitening. P = ZV is not divided.",
  },
  "shares-for-variances": {
    is: ({ right }) => ({
      ...right,
      variances: right.variances.map((v) => v / right.variances.reduce((sum, other) => sum + other, 0)),
    }),
    step: 6,
    says: "The variances are divided by their sum, which makes shares of them. Those come in ex34; here they are the variances themselves.",
  },
  "shares-of-all": {
    is: ({ right: { eigVals, ...rest }, dims }) => {
      const sum = eigVals.reduce((all, value) => all + value, 0);
      return { ...rest, eigVals, variances: scaled(eigVals.slice(0, dims), 1 / sum) };
    },
    step: 6,
    says: "variances holds each eigenvalue's share of their sum. Shares come in ex34; here they are the variances themselves.",
  },
  "projected-on-rows": {
    is: ({ X, dims, right }) => ({
      ...right,
      ...along(valuesIn(standardised(X)), transpose(right.eigVecs), dims),
      eigVecs: right.eigVecs,
    }),
    step: 6,
    says: "Z is multiplied by the rows of V. The eigenvectors are its columns: entry k of a projected example is Σ z[j]·eigVecs[j][k].",
  },
  "not-divided": {
    is: ({ X, right }) => ({ ...right, eigVals: scaled(right.eigVals, X.length - 1) }),
    step: 2,
    says: "These are the eigenvalues of ZᵀZ. The covariance matrix is ZᵀZ/(n − 1), and so are its eigenvalues.",
  },
  "divided-by-n": {
    is: ({ X, right }) => ({ ...right, eigVals: scaled(right.eigVals, (X.length - 1) / X.length) }),
    step: 2,
    says: "The covariance matrix is divided by n. It divides by n − 1, so that eigVals are n/(n − 1) times the variances.",
  },
  "sample-variances": {
    is: ({ right, dims }) => ({ ...right, variances: right.eigVals.slice(0, dims) }),
    step: 6,
    says: "The variances are taken over n − 1, which makes them the eigenvalues again. Here they divide by n.",
  },
  "deviations-for-variances": {
    is: ({ right }) => ({ ...right, variances: right.variances.map(Math.sqrt) }),
    step: 6,
    says: "These are the standard deviations of the projected columns. Their squares are the variances.",
  },
  "shares-for-eigenvalues": {
    is: ({ right }) => {
      const trace = right.eigVals.reduce((sum, value) => sum + value, 0);
      return { ...right, eigVals: scaled(right.eigVals, 1 / trace) };
    },
    step: 5,
    says: "The eigenvalues are divided by their sum, which makes them shares. That is for ex34; here they stay as they are.",
  },
  "vectors-in-rows": {
    is: ({ right }) => alignSigns({ ...right, eigVecs: transpose(right.eigVecs) }, right),
    step: 5,
    says: "The eigenvectors are the rows of your matrix. They stand in its columns.",
  },
};
