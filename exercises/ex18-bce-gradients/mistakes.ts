import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import type { Labelled, Outputs } from "./exercise.ts";

type Case = MistakeCase<Labelled, number[], { bceDb: number }>;
type BiasCase = MistakeCase<Outputs, number>;

const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
const mean = (terms: readonly number[]): number => sum(terms) / terms.length;

/** (1/n) Σ_i x_ij·e_i for each feature j. */
const weighted = (X: readonly number[][], e: readonly number[]): number[] =>
  X[0]!.map((_, j) => mean(X.map((row, i) => row[j]! * e[i]!)));

const signFlipped = "The sign is flipped: it is the prediction minus the label. Descent with y − ŷ climbs.";
const factorTwo =
  "There is a factor 2, a habit from the squared error. The logarithm has no such factor to give.";
const oneMinus =
  "Here 1/(1 + e^z) stands for e^z/(1 + e^z), so 1 − ŷ takes the place of ŷ. The derivative of ln(1 + e^z) is σ(z), not σ(−z).";
const squaredLoss =
  "The factor ŷ(1 − ŷ) belongs to the squared error of a sigmoid. In the cross-entropy it cancels against the derivative of the logarithm.";

const stoppedAtPrediction =
  "This stops at the derivative by ŷ. Between ŷ and the weights lies the sigmoid: its slope ŷ(1 − ŷ) is a factor more, and cancels the denominators.";
const classForProbability =
  "The error is taken from the class, ŷ rounded to 0 or 1. The loss sees the probability itself: ŷ − y.";
/** The derivative of one example's loss by its prediction. */
const byPrediction = (y: number, p: number): number => -y / p + (1 - y) / (1 - p);

export const mistakes = mistakesOf({
  bceDw: {
    "mean-over-the-features-too": {
      is: ({ X, yTrue, yPred }: Case) => {
        const all = mean(
          weighted(
            X,
            yPred.map((p, i) => p - yTrue[i]!),
          ),
        );
        return X[0]!.map(() => all);
      },
      says: "The mean runs over the features as well, as np.mean does without an axis. All weights get one number, so their direction can never turn.",
      read: "bce-gradient#step-7",
    },
    "one-number-for-all-weights": {
      is: ({ X, yTrue, yPred }: Case) =>
        mean(
          weighted(
            X,
            yPred.map((p, i) => p - yTrue[i]!),
          ),
        ),
      says: "The mean runs over the features as well and gives one number. The gradient has one entry a weight.",
      read: "bce-gradient#step-7",
    },
    "sum-for-mean": {
      is: ({ right, X }: Case) => right.map((entry) => entry * X.length),
      says: "The 1/n is missing. The loss is a mean over the examples, so its gradient is one too.",
      read: "bce-gradient#step-6",
    },
    "divided-by-the-features": {
      is: ({ right, X }: Case) => right.map((entry) => (entry * X.length) / X[0]!.length),
      says: "The sum is divided by the number of features. The mean is taken over the n examples.",
      read: "bce-gradient#step-6",
    },
    "sign-flipped": {
      is: ({ right }: Case) => right.map((entry) => -entry),
      says: signFlipped,
      read: "bce-gradient#step-5",
    },
    "factor-two": {
      is: ({ right }: Case) => right.map((entry) => 2 * entry),
      says: factorTwo,
      read: "bce-gradient#step-4",
    },
    "x-forgotten": {
      is: ({ X, yTrue, yPred }: Case) => X[0]!.map(() => mean(yPred.map((p, i) => p - yTrue[i]!))),
      says: "This is the derivative by the bias in every entry. By weight j the logit changes with x_ij, so each error is weighted by its input.",
      read: "bce-gradient#step-6",
    },
    "one-minus-prediction": {
      is: ({ X, yTrue, yPred }: Case) =>
        weighted(
          X,
          yPred.map((p, i) => 1 - p - yTrue[i]!),
        ),
      says: oneMinus,
      read: "bce-gradient#step-4",
    },
    "stopped-at-the-prediction": {
      is: ({ X, yTrue, yPred }: Case) =>
        weighted(
          X,
          yPred.map((p, i) => byPrediction(yTrue[i]!, p)),
        ),
      says: stoppedAtPrediction,
      read: "bce-gradient#step-5",
    },
    "class-for-probability": {
      is: ({ X, yTrue, yPred }: Case) =>
        weighted(
          X,
          yPred.map((p, i) => (p >= 0.5 ? 1 : 0) - yTrue[i]!),
        ),
      says: classForProbability,
      read: "bce-gradient#step-6",
    },
    "squared-error-of-a-sigmoid": {
      is: ({ X, yTrue, yPred }: Case) =>
        weighted(
          X,
          yPred.map((p, i) => (p - yTrue[i]!) * p * (1 - p)),
        ),
      says: squaredLoss,
      read: "bce-gradient#step-5",
    },
  },
  bceDb: {
    "stopped-at-the-prediction": {
      is: ({ yTrue, yPred }: BiasCase) => mean(yPred.map((p, i) => byPrediction(yTrue[i]!, p))),
      says: stoppedAtPrediction,
      read: "bce-gradient#step-5",
    },
    "class-for-probability": {
      is: ({ yTrue, yPred }: BiasCase) => mean(yPred.map((p, i) => (p >= 0.5 ? 1 : 0) - yTrue[i]!)),
      says: classForProbability,
      read: "bce-gradient#step-8",
    },
    "sum-for-mean": {
      is: ({ right, yTrue }: BiasCase) => right * yTrue.length,
      says: "The 1/n is missing. The loss is a mean over the examples, so its derivative is one too.",
      read: "bce-gradient#step-8",
    },
    "one-minus-prediction": {
      is: ({ yTrue, yPred }: BiasCase) => -mean(yPred.map((p, i) => yTrue[i]! - (1 - p))),
      says: oneMinus,
      read: "bce-gradient#step-8",
    },
    "sign-flipped": {
      is: ({ right }: BiasCase) => -right,
      says: signFlipped,
      read: "bce-gradient#step-5",
    },
    "factor-two": {
      is: ({ right }: BiasCase) => 2 * right,
      says: factorTwo,
      read: "bce-gradient#step-4",
    },
    "squared-error-of-a-sigmoid": {
      is: ({ yTrue, yPred }: BiasCase) => mean(yPred.map((p, i) => (p - yTrue[i]!) * p * (1 - p))),
      says: squaredLoss,
      read: "bce-gradient#step-5",
    },
  },
});
