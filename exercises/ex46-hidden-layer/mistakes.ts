/** Wrong formulas of the hidden layer, in plain numbers. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { product, total } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import { errorOf, type FromError, type FromLayer, type HiddenGradients, layerErrorOf } from "./args.ts";

type Matrix = readonly (readonly number[])[];

const columnSums = (A: Matrix): number[] => transpose(A).map(total);
const slopeAt = (h: number): number => h * (1 - h);
const tanhSlopeAt = (h: number): number => 1 - h * h;
const slopeTwice = (h: number): number => slopeAt(sigmoid(h));

/** The error that arrives, entry by entry times what stands for the slope. */
const passed = (arriving: Matrix, H: Matrix, slope: (h: number) => number): number[][] =>
  arriving.map((row, i) => row.map((error, k) => error * slope(H[i]![k]!)));
const errorWith = ({ H, outWeights, lossGrad }: FromError, slope = slopeAt): number[][] =>
  passed(product(lossGrad, transpose(outWeights)), H, slope);

/** All three gradients, which follow from the error. */
function gradientsWith({ X, A1, Wout, deltaOut }: FromLayer, slope = slopeAt): HiddenGradients {
  const delta = passed(product(deltaOut, Wout), A1, slope);
  return { delta, dW: product(transpose(delta), X), db: columnSums(delta) };
}

/** The same with output weights that have made their step already. */
function afterUpdate(data: FromLayer, learningRate: number): HiddenGradients {
  const step = product(transpose(data.deltaOut), data.A1);
  return gradientsWith({
    ...data,
    Wout: data.Wout.map((row, j) => row.map((w, k) => w - learningRate * step[j]![k]!)),
  });
}

const onlyTheFirstOutput = {
  step: 2,
  says: "Only the first output unit sends its error back. A hidden unit reaches all outputs, and their errors add.",
};
const slopeForgotten = {
  step: 4,
  says: "The slope of the hidden sigmoid is missing. The error that arrives at H has to pass σ before it is one of Z.",
};
const slopeOfTanh = {
  step: 4,
  says: "The slope is 1 − H², that of tanh. These units are sigmoids, with the slope H(1 − H).",
};
const sigmoidAppliedTwice = {
  step: 4,
  says: "The slope is σ′ taken at the activation. H is behind the sigmoid already, and written with H the slope is H(1 − H).",
};

export const errorMistakes: Mistakes<FromError, number[][]> = {
  "sigmoid-applied-twice": { is: (data) => errorWith(data, slopeTwice), ...sigmoidAppliedTwice },
  "slope-of-tanh": { is: (data) => errorWith(data, tanhSlopeAt), ...slopeOfTanh },
  "activation-for-slope": {
    is: (data) => errorWith(data, (h) => h),
    step: 4,
    says: "The error is multiplied by H where the slope H(1 − H) belongs. A unit near 1 would learn most; it is flat there and learns least.",
  },
  "weights-not-transposed": {
    is: (data) => {
      const W = data.outWeights;
      return errorWith({
        ...data,
        outWeights: W.map((row, k) => row.map((_, j) => W[j]?.[k] ?? Number.NaN)),
      });
    },
    step: 3,
    says: "The output weights are read as out × in. They are in × out here: outWeights[k][j] leads from hidden unit k to output j, and the sum runs over j.",
  },
  "plus-for-minus": {
    is: (data) => errorWith(data, (h) => h * (1 + h)),
    step: 4,
    says: "The slope is written H(1 + H). It is H(1 − H), which is 0 at both ends and ¼ at most.",
  },
  "slope-forgotten": { is: (data) => errorWith(data, () => 1), ...slopeForgotten },
  "only-the-first-output": {
    is: (data) => errorWith({ ...data, ...errorOf(data, 0) }),
    ...onlyTheFirstOutput,
  },
};

export const gradientsMistakes: Mistakes<FromLayer, HiddenGradients> = {
  "updated-output-weights": {
    is: (data) => afterUpdate(data, 0.25),
    step: 7,
    says: "The error is carried back along output weights that have made their step (learning rate 0.25, as in the source). All δ belong to the weights of the forward pass; update after the last of them.",
  },
  "updated-output-weights-default-rate": {
    is: (data) => afterUpdate(data, 0.1),
    step: 7,
    says: "The error is carried back along output weights that have made their step (learning rate 0.1, the source's default). All δ belong to the weights of the forward pass; update after the last of them.",
  },
  "activations-for-inputs": {
    is: ({ A1, right }) => ({ ...right, dW: product(transpose(right.delta), A1) }),
    step: 5,
    says: "dW is built with A1. A layer's weights multiply what comes into the layer, and that is X.",
  },
  "only-the-first-output": {
    is: (data) => gradientsWith({ ...data, ...layerErrorOf(data, 0) }),
    ...onlyTheFirstOutput,
  },
  "weights-before-the-slope": {
    is: ({ right, ...data }) => ({ ...right, dW: gradientsWith(data, () => 1).dW }),
    step: 5,
    says: "dW is built with the error that arrives at A1. The weights sit before the sigmoid: their gradient takes δ, with the slope in it.",
  },
  "bias-before-the-slope": {
    is: ({ right, ...data }) => ({ ...right, db: gradientsWith(data, () => 1).db }),
    step: 6,
    says: "db sums the error that arrives at A1. The bias sits before the sigmoid: its gradient sums δ, with the slope in it.",
  },
  "slope-forgotten": { is: (data) => gradientsWith(data, () => 1), ...slopeForgotten },
  "slope-of-tanh": { is: (data) => gradientsWith(data, tanhSlopeAt), ...slopeOfTanh },
  "sigmoid-applied-twice": { is: (data) => gradientsWith(data, slopeTwice), ...sigmoidAppliedTwice },
  "bias-not-summed": {
    is: ({ right }) => ({ ...right, db: right.delta[0]! }),
    step: 6,
    says: "db is that of the first example alone. A bias takes part in every example, so its gradient sums over the rows of δ.",
  },
  "bias-averaged": {
    is: ({ right, X }) => ({ ...right, db: right.db.map((b) => b / X.length) }),
    step: 6,
    says: "db is divided by n once more. The mean of the loss is in δ already; over the examples it is a sum.",
  },
  "weights-averaged": {
    is: ({ right: { delta, dW, db }, X }) => ({
      delta,
      dW: dW.map((row) => row.map((w) => w / X.length)),
      db: db.map((b) => b / X.length),
    }),
    step: 5,
    says: "dW and db are divided by n once more. The mean of the loss is in δ already; over the examples they are sums.",
  },
  "weights-transposed": {
    is: ({ right }) => ({ ...right, dW: transpose(right.dW) }),
    step: 5,
    says: "dW is in × out. This function keeps weights out × in, so dW has a row for each hidden unit: δᵀX.",
  },
};
