import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import type { BackError, BackLayer, HiddenGradients } from "./exercise.ts";

type Matrix = readonly (readonly number[])[];
type ErrorCase = MistakeCase<BackError, number[][]>;
type LayerCase = MistakeCase<BackLayer, HiddenGradients<number>>;

const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
const transpose = (A: Matrix): number[][] => A[0]!.map((_, k) => A.map((row) => row[k]!));
/** A·B. */
const product = (A: Matrix, B: Matrix): number[][] =>
  A.map((row) => B[0]!.map((_, k) => sum(row.map((a, j) => a * B[j]![k]!))));
const slope = (h: number): number => h * (1 - h);
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
/** A ⊙ f(H). */
const weighed = (A: Matrix, H: Matrix, f: (h: number) => number): number[][] =>
  A.map((row, i) => row.map((a, k) => a * f(H[i]![k]!)));
const columnSums = (A: Matrix): number[] => transpose(A).map(sum);

/** The three gradients that follow from a δ_h. */
const from = (delta: number[][], X: Matrix): HiddenGradients<number> => ({
  delta,
  dW: product(transpose(delta), X),
  db: columnSums(delta),
});

const carriedBack = ({ Wout, deltaOut }: BackLayer): number[][] => product(deltaOut, Wout);

/** δ_h with output weights that have made their step already. */
const afterUpdate =
  (learningRate: number) =>
  ({ X, A1, Wout, deltaOut }: LayerCase): HiddenGradients<number> => {
    const dWout = product(transpose(deltaOut), A1);
    const updated = Wout.map((row, j) => row.map((w, k) => w - learningRate * dWout[j]![k]!));
    return from(weighed(product(deltaOut, updated), A1, slope), X);
  };

const slopeForgotten =
  "The slope of the hidden sigmoid is missing. The error that arrives at H has to pass σ before it is one of Z.";
const slopeOfActivation =
  "The slope is σ′ taken at the activation. H is behind the sigmoid already, and written with H the slope is H(1 − H).";

export const mistakes = mistakesOf({
  hiddenLayerGradient: {
    "sigmoid-applied-twice": {
      is: ({ H, outWeights, lossGrad }: ErrorCase) =>
        weighed(product(lossGrad, transpose(outWeights)), H, (h) => slope(sigmoid(h))),
      says: slopeOfActivation,
      read: "backprop-hidden#step-4",
    },
    "activation-for-slope": {
      is: ({ H, outWeights, lossGrad }: ErrorCase) =>
        weighed(product(lossGrad, transpose(outWeights)), H, (h) => h),
      says: "The error is multiplied by H where the slope H(1 − H) belongs. A unit near 1 would learn most; it is flat there and learns least.",
      read: "backprop-hidden#step-4",
    },
    "weights-not-transposed": {
      is: ({ H, outWeights, lossGrad }: ErrorCase) =>
        H.map((row, i) =>
          row.map(
            (h, k) => slope(h) * sum(lossGrad[i]!.map((e, j) => e * (outWeights[j]?.[k] ?? Number.NaN))),
          ),
        ),
      says: "The output weights are read as out × in. They are in × out here: outWeights[k][j] leads from hidden unit k to output j, and the sum runs over j.",
      read: "backprop-hidden#step-3",
    },
    "plus-for-minus": {
      is: ({ H, outWeights, lossGrad }: ErrorCase) =>
        weighed(product(lossGrad, transpose(outWeights)), H, (h) => h * (1 + h)),
      says: "The slope is written H(1 + H). It is H(1 − H), which is 0 at both ends and ¼ at most.",
      read: "backprop-hidden#step-4",
    },
    "slope-forgotten": {
      is: ({ outWeights, lossGrad }: ErrorCase) => product(lossGrad, transpose(outWeights)),
      says: slopeForgotten,
      read: "backprop-hidden#step-4",
    },
    "only-the-first-output": {
      is: ({ H, outWeights, lossGrad }: ErrorCase) =>
        H.map((row, i) => row.map((h, k) => lossGrad[i]![0]! * outWeights[k]![0]! * slope(h))),
      says: "Only the first output unit sends its error back. A hidden unit reaches all outputs, and their errors add.",
      read: "backprop-hidden#step-2",
    },
  },
  hiddenGradients: {
    "updated-output-weights": {
      is: afterUpdate(0.25),
      says: "The error is carried back along output weights that have made their step (learning rate 0.25, as in the source). All δ belong to the weights of the forward pass; update after the last of them.",
      read: "backprop-hidden#step-7",
    },
    "updated-output-weights-default-rate": {
      is: afterUpdate(0.1),
      says: "The error is carried back along output weights that have made their step (learning rate 0.1, the source's default). All δ belong to the weights of the forward pass; update after the last of them.",
      read: "backprop-hidden#step-7",
    },
    "activations-for-inputs": {
      is: ({ A1, right }: LayerCase) => ({ ...right, dW: product(transpose(right.delta), A1) }),
      says: "dW is built with A1. A layer's weights multiply what comes into the layer, and that is X.",
      read: "backprop-hidden#step-5",
    },
    "only-the-first-output": {
      is: ({ X, A1, Wout, deltaOut }: LayerCase) =>
        from(
          A1.map((row, i) => row.map((a, k) => deltaOut[i]![0]! * Wout[0]![k]! * slope(a))),
          X,
        ),
      says: "Only the first output unit sends its error back. A hidden unit reaches all outputs, and their errors add.",
      read: "backprop-hidden#step-2",
    },
    "bias-before-the-slope": {
      is: (data: LayerCase) => ({ ...data.right, db: columnSums(carriedBack(data)) }),
      says: "db sums the error that arrives at A1. The bias sits before the sigmoid: its gradient sums δ, with the slope in it.",
      read: "backprop-hidden#step-6",
    },
    "slope-forgotten": {
      is: (data: LayerCase) => from(carriedBack(data), data.X),
      says: slopeForgotten,
      read: "backprop-hidden#step-4",
    },
    "sigmoid-applied-twice": {
      is: (data: LayerCase) =>
        from(
          weighed(carriedBack(data), data.A1, (a) => slope(sigmoid(a))),
          data.X,
        ),
      says: slopeOfActivation,
      read: "backprop-hidden#step-4",
    },
    "bias-not-summed": {
      is: ({ right }: LayerCase) => ({ ...right, db: right.delta[0]! }),
      says: "db is that of the first example alone. A bias takes part in every example, so its gradient sums over the rows of δ.",
      read: "backprop-hidden#step-6",
    },
    "bias-averaged": {
      is: ({ right, X }: LayerCase) => ({ ...right, db: right.db.map((b) => b / X.length) }),
      says: "db is divided by n once more. The mean of the loss is in δ already; over the examples it is a sum.",
      read: "backprop-hidden#step-6",
    },
    "weights-averaged": {
      is: ({ right, X }: LayerCase) => ({
        ...right,
        dW: right.dW.map((row) => row.map((w) => w / X.length)),
        db: right.db.map((b) => b / X.length),
      }),
      says: "dW and db are divided by n once more. The mean of the loss is in δ already; over the examples they are sums.",
      read: "backprop-hidden#step-5",
    },
    "weights-transposed": {
      is: ({ right }: LayerCase) => ({ ...right, dW: transpose(right.dW) }),
      says: "dW is in × out. This function keeps weights out × in, so dW has a row for each hidden unit: δᵀX.",
      read: "backprop-hidden#step-5",
    },
  },
});
