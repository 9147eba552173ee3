/** Wrong evaluations, in plain numbers. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { cutsOf } from "../../reference/data/mini-batches.ts";
import { argmaxRows } from "../../reference/networks/labels.ts";
import { mean, total } from "../../reference/numbers/plain.ts";
import { type Evaluated, type Matrix, type Outcome, predicted } from "./args.ts";

const hitsOf = (P: Matrix, y: readonly number[]): number => argmaxRows(P).filter((k, i) => k === y[i]).length;

interface Part {
  readonly n: number;
  readonly mse: number;
  readonly hits: number;
}

/** What each batch has by itself. */
const partsOf = ({ predict, X, y, numLabels, batchSize }: Evaluated, dropsLast = false): Part[] =>
  cutsOf(X.length, batchSize, dropsLast).map(([from, to]) => {
    const [P, labels] = [predicted(predict, X.slice(from, to)), y.slice(from, to)];
    const squares = P.flatMap((row, i) => row.map((p, k) => ((k === labels[i] ? 1 : 0) - p) ** 2));
    return { n: to - from, mse: total(squares) / ((to - from) * numLabels), hits: hitsOf(P, labels) };
  });
const msesOf = (parts: readonly Part[]): number[] => parts.map(({ mse }) => mse);
const shares = (parts: readonly Part[]): number[] => parts.map(({ n, hits }) => hits / n);
const whole = (parts: readonly Part[]): Outcome => {
  const n = total(parts.map((part) => part.n));
  return {
    mse: total(parts.map((part) => part.n * part.mse)) / n,
    acc: total(parts.map(({ hits }) => hits)) / n,
  };
};

export const mistakes: Mistakes<Evaluated, Outcome> = {
  "batch-means-averaged": {
    is: (given) => ({ mse: mean(msesOf(partsOf(given))), acc: given.right.acc }),
    step: 4,
    says: "mse is the plain mean of the batches' means. A short batch then counts as much as a whole one: weight each mean with its number of examples, or sum the squares and divide once.",
  },
  "batch-shares-averaged": {
    is: (given) => ({ mse: mean(msesOf(partsOf(given))), acc: mean(shares(partsOf(given))) }),
    step: 4,
    says: "mse and acc are plain means over the batches. A short batch then counts as much as a whole one: sum squares and hits over all batches, and divide once.",
  },
  "accuracies-averaged": {
    is: (given) => ({ mse: given.right.mse, acc: mean(shares(partsOf(given))) }),
    step: 4,
    says: "acc is the plain mean of the batches' shares. A short batch then counts as much as a whole one: count the hits of all batches, and divide by n.",
  },
  "short-batch-dropped": {
    is: (given) => whole(partsOf(given, true)),
    step: 2,
    says: "The examples of the last, short batch are left out. The last batch ends where the data end.",
  },
  "divided-by-the-last-index": {
    is: (given) => {
      const parts = partsOf(given, true);
      return { mse: total(msesOf(parts)) / (parts.length - 1), acc: whole(parts).acc };
    },
    step: 4,
    says: "The sum of the batches' means is divided by the index of the last batch, and the short batch is left out, as in the source. It printed 0.4 for 0.2465.",
  },
  "divided-by-the-last-index-of-all": {
    is: (given) => {
      const parts = partsOf(given);
      return { mse: total(msesOf(parts)) / (parts.length - 1), acc: given.right.acc };
    },
    step: 4,
    says: "The sum of the batches' means is divided by the index of the last batch, which is one less than their number. And the batches are not equally long: weight each mean with its number of examples.",
  },
  "batch-means-summed": {
    is: (given) => ({ mse: total(msesOf(partsOf(given))), acc: given.right.acc }),
    step: 3,
    says: "The means of the batches are added up. Weighted with the sizes of the batches and divided by n, they are the mean of the data.",
  },
  "last-batch-alone": {
    is: (given) => whole(partsOf(given).slice(-1)),
    step: 3,
    says: "This is the last batch alone. Each batch begins the sums anew; begin them before the loop.",
  },
  "outputs-not-averaged": {
    is: ({ right, numLabels }) => ({ mse: right.mse * numLabels, acc: right.acc }),
    step: "network-mse#step-2",
    says: "mse is divided by n only. Each example has numLabels squares, and the mean is taken over all of them.",
  },
  "labels-for-targets": {
    is: ({ predict, X, y, right }) => ({
      mse: mean(predicted(predict, X).flatMap((row, i) => row.map((p) => (y[i]! - p) ** 2))),
      acc: right.acc,
    }),
    step: "network-mse#step-1",
    says: "The label itself is held against every output. The target is its one-hot row: 1 at the label's place, else 0.",
  },
  "hits-not-divided": {
    is: ({ right, y }) => ({ mse: right.mse, acc: right.acc * y.length }),
    step: "network-mse#step-8",
    says: "acc is the number of hits. Divided by n it is a share.",
  },
  "error-rate": {
    is: ({ right }) => ({ mse: right.mse, acc: 1 - right.acc }),
    step: "network-mse#step-8",
    says: "acc is the share of the misses. Accuracy counts the hits.",
  },
  "outputs-rounded": {
    is: ({ predict, X, y, right }) => ({
      mse: right.mse,
      acc: mean(
        predicted(predict, X).map((row, i) => (row.every((p, k) => p >= 0.5 === (k === y[i])) ? 1 : 0)),
      ),
    }),
    step: "network-mse#step-7",
    says: "An example counts as a hit where its label's output alone is at least ½. It is one where that output is the largest.",
  },
  "last-of-equal": {
    is: ({ predict, X, y, right }) => ({
      mse: right.mse,
      acc: mean(predicted(predict, X).map((row, i) => (row.lastIndexOf(Math.max(...row)) === y[i] ? 1 : 0))),
    }),
    step: "network-mse#step-7",
    says: "Of equal outputs the last one is taken. The first counts: go on only where an output is larger, >.",
  },
};
