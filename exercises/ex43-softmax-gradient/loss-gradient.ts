/** The gradient of the summed cross-entropy by the logits. */
import { atMost, curedBy, equal, gradientAt, matrix, rows, times } from "../../grader/exercise/form.ts";
import { logitsOf, summedCrossEntropy } from "../../reference/networks/softmax-gradient.ts";
import { sum } from "../../reference/numbers/num.ts";
import type { Lifted } from "../../reference/numbers/tracked.ts";
import { type Predicted, predicted } from "./args.ts";

type Matrix = number[][];
const entries =
  (of: (p: number, y: number) => number) =>
  ({ yHat, yTrue }: Predicted): Matrix =>
    yHat.map((row, i) => row.map((p, c) => of(p, yTrue[i]![c]!)));

export const lossGradient = predicted.gradient<Matrix>({
  says: "Gradient of the summed cross-entropy by the logits Z, not by the probabilities. No entry is infinite or NaN, also where a probability is 0.",
  formula: String.raw`\frac{\partial J}{\partial Z} \text{ of } J = -\sum_i \sum_c y_{ic} \ln \hat y_{ic}, \quad \hat y = \varsigma(Z)`,
  returns: matrix("n C", "∂J/∂Z"),
  at: gradientAt({
    name: "the cross-entropy",
    at: ({ yHat, yTrue }: Lifted<Predicted>) => ({ Z: logitsOf(yHat), yTrue }),
    of: ({ Z, yTrue }) => summedCrossEntropy(Z, yTrue),
    by: ({ Z }) => Z,
  }),
  example: { yHat: rows([0.5, 0.25, 0.25], [0, 0.75, 0.25]), yTrue: rows([1, 0, 0], [0, 0, 1]) },
  edges: {
    "sure and right": {
      given: { yHat: rows([1, 0, 0], [0, 0, 1]), yTrue: rows([1, 0, 0], [0, 0, 1]) },
      says: "Where the prediction is the label itself nothing is to be learned: 0.",
      ifNaN: "The way by −y/ŷ divides 0 by 0.",
    },
    "sure and wrong": {
      given: { yHat: rows([1, 0, 0], [0, 0, 1]), yTrue: rows([0, 1, 0], [1, 0, 0]) },
      says: "The true class had probability 0, and its entry is −1: no prediction pulls harder.",
      ifNaN: "The way by −y/ŷ divides by 0.",
      ifInfinite: "The derivative by the probability is infinite there, the one by the logit is not.",
    },
    "one class": {
      given: { yHat: [[1], [1]], yTrue: [[1], [1]] },
      says: "With one class the loss is always 0.",
    },
    "one example": {
      given: { yHat: [[0.25, 0.5, 0.25]], yTrue: [[0, 1, 0]] },
      says: "The answer is a matrix of one row.",
    },
    "a probability that is NaN": {
      given: { yHat: rows([Number.NaN, 0.5], [0.25, 0.75]), yTrue: rows([0, 1], [1, 0]) },
      holds: (answer: Lifted<Matrix>) => equal(answer[1]!, [-0.75, 0.75]),
      says: "NaN spoils its own row at most; the second row is a number as ever.",
    },
  },
  laws: {
    "every row sums to 0": (f) => f().map((row) => equal(sum(row), 0)),
    "no entry is larger than 1 in size": (f) =>
      f().flatMap((row) => row.map((entry) => atMost(entry.abs(), 1))),
    "it is 0 where the prediction is the label": (f, { yTrue }) =>
      f({ yHat: yTrue }).flatMap((row) => row.map((entry) => equal(entry, 0))),
    "a row depends on its own example alone": (f, { yHat, yTrue }) =>
      equal(f({ yHat: [yHat.at(-1)!], yTrue: [yTrue.at(-1)!] })[0]!, f().at(-1)!),
  },
  mistakes: curedBy(9, {
    "sign-flipped": {
      is: times(-1),
      says: "The sign is turned: this is y − ŷ. The loss grows with the logit of every class but the true one.",
    },
    "by-the-probability": {
      is: entries((p, y) => -y / p),
      step: 7,
      says: "This is −y/ŷ, the derivative by the probabilities. Asked for is the one by the logits, which softmax lies between.",
    },
    "mean-for-sum": {
      is: times("1/n"),
      step: 10,
      says: "It is divided by n. That is the gradient of the mean; this loss is the sum over the examples.",
    },
    "factor-two": {
      is: times(2),
      says: "There is a factor 2, as of a square. The cross-entropy has none: the gradient is ŷ − y, with nothing in front.",
    },
    "squared-error-of-softmax": {
      is: entries((p, y) => (p - y) * p * (1 - p)),
      says: "A slope ŷ(1 − ŷ) is left over. It cancels against the 1/ŷ of the logarithm: nothing stands behind ŷ − y.",
    },
    "true-class-alone": {
      is: entries((p, y) => (y === 1 ? p - 1 : 0)),
      says: "Only the true class has a derivative here. The others do, too: raising their logits takes probability from the true class.",
    },
  }),
});
