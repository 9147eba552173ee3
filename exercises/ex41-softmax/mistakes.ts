import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import type { Logits } from "./exercise.ts";

type Matrix = number[][];
type Case = MistakeCase<Logits, Matrix, { softmax: Matrix; logSoftmax: Matrix }>;

const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
const exps = (Z: Matrix): Matrix => Z.map((row) => row.map(Math.exp));
const columnSums = (Z: Matrix): number[] => Z[0]!.map((_, c) => sum(Z.map((row) => row[c]!)));
const batchSum = (Z: Matrix): number => sum(Z.flat());
const rowSums = (Z: Matrix): number[] => Z.map(sum);
/** Each entry from its value, its row and its column. */
const each = (Z: Matrix, change: (z: number, i: number, c: number) => number): Matrix =>
  Z.map((row, i) => row.map((z, c) => change(z, i, c)));

export const mistakes = mistakesOf({
  softmax: {
    "normalised-over-the-batch": {
      is: ({ Z }: Case) => each(exps(Z), (e) => e / batchSum(exps(Z))),
      says: "The sum runs over the whole batch. Each row is one example and sums to 1 by itself.",
      read: "softmax#step-2",
    },
    "normalised-over-the-columns": {
      is: ({ Z }: Case) => each(exps(Z), (e, _, c) => e / columnSums(exps(Z))[c]!),
      says: "The columns sum to 1 instead of the rows. The sum runs over the classes of one example.",
      read: "softmax#step-2",
    },
    "sigmoid-of-each-logit": {
      is: ({ Z }: Case) => each(Z, (z) => 1 / (1 + Math.exp(-z))),
      says: "This is the sigmoid of each logit. Its entries do not share one total: the classes do not compete.",
      read: "softmax#step-1",
    },
    "not-exponentiated": {
      is: ({ Z }: Case) => each(Z, (z, i) => z / rowSums(Z)[i]!),
      says: "The logits themselves are divided by their sum. Logits may be negative; e^z makes them positive first.",
      read: "softmax#step-1",
    },
    "sign-flipped": {
      is: ({ Z }: Case) => {
        const E = exps(each(Z, (z) => -z));
        return each(E, (e, i) => e / rowSums(E)[i]!);
      },
      says: "The exponent has the wrong sign, so the smallest logit gets the largest share.",
      read: "softmax#step-1",
    },
    "shift-in-the-numerator-only": {
      is: ({ Z }: Case) => each(Z, (z, i) => Math.exp(z - Math.max(...Z[i]!)) / rowSums(exps(Z))[i]!),
      says: "Only the numerator is shifted. The factor e^(−M) cancels only if the sum below has it too.",
      read: "softmax#step-3",
    },
    "logarithm-taken": {
      is: ({ other }: Case) => other.logSoftmax,
      says: "This is log-softmax. Softmax itself is positive and sums to 1.",
      read: "softmax#step-4",
    },
  },
  logSoftmax: {
    "not-normalised": {
      is: ({ Z }: Case) => Z,
      says: "This is the logarithm of e^z alone. The logarithm of the sum is still to be subtracted.",
      read: "softmax#step-4",
    },
    "normalised-over-the-batch": {
      is: ({ Z }: Case) => each(Z, (z) => z - Math.log(batchSum(exps(Z)))),
      says: "The log-sum-exp runs over the whole batch. Each row has its own.",
      read: "softmax#step-2",
    },
    "normalised-over-the-columns": {
      is: ({ Z }: Case) => each(Z, (z, _, c) => z - Math.log(columnSums(exps(Z))[c]!)),
      says: "The log-sum-exp runs down the columns. It runs over the classes of one example.",
      read: "softmax#step-2",
    },
    "log-sum-exp-added": {
      is: ({ Z }: Case) => each(Z, (z, i) => z + Math.log(rowSums(exps(Z))[i]!)),
      says: "The log-sum-exp is added. The logarithm of a fraction is a difference.",
      read: "softmax#step-4",
    },
    "only-shifted": {
      is: ({ Z }: Case) => each(Z, (z, i) => z - Math.max(...Z[i]!)),
      says: "Only the maximum is subtracted. The logarithm of the shifted sum, ln Σ e^(z_k − M), is still to be subtracted too.",
      read: "softmax#step-5",
    },
    "logarithm-subtracted-from-the-maximum": {
      is: ({ Z }: Case) =>
        each(Z, (z, i) => {
          const top = Math.max(...Z[i]!);
          return z - (top - Math.log(sum(Z[i]!.map((zk) => Math.exp(zk - top)))));
        }),
      says: "The log-sum-exp is taken as M − ln Σ. It is M + ln Σ e^(z_k − M), and all of it is subtracted.",
      read: "softmax#step-5",
    },
    "maximum-not-added-back": {
      is: ({ Z }: Case) =>
        each(Z, (z, i) => {
          const top = Math.max(...Z[i]!);
          return z - Math.log(sum(Z[i]!.map((zk) => Math.exp(zk - top))));
        }),
      says: "The sum is shifted by M, the logit is not. Either subtract M from both or add it back to the logarithm.",
      read: "softmax#step-5",
    },
    "no-logarithm": {
      is: ({ other }: Case) => other.softmax,
      says: "This is softmax itself. Its logarithm is asked for.",
      read: "softmax#step-4",
    },
  },
});
