/** Wrong networks, in plain numbers. */
import { curedBy, type Mistakes, times } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { product, total } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import type { Example, Input, Network } from "./args.ts";

type Matrix = readonly (readonly number[])[];

const map = (A: Matrix, f: (a: number, i: number, k: number) => number): number[][] =>
  A.map((row, i) => row.map((a, k) => f(a, i, k)));
const affine = (A: Matrix, W: Matrix, b: Matrix): number[][] =>
  map(product(A, W), (z, _, k) => z + b[0]![k]!);
const slope = (h: number): number => h * (1 - h);
const softmaxRow = (z: readonly number[]): number[] => {
  const e = z.map((zc) => Math.exp(zc - Math.max(...z)));
  return e.map((ec) => ec / total(e));
};

function forward({ X, p }: Input, unit: (z: number) => number = sigmoid) {
  const Z = affine(X, p.Wh, p.bh);
  const H = map(Z, unit);
  const logits = affine(H, p.Wo, p.bo);
  return { Z, H, logits, yHat: logits.map(softmaxRow) };
}

/** All four gradients, from an error of the output and the slope that the hidden layer is given. */
function backward(data: Example, deltaOut: Matrix, slopeAt: (h: number) => number = slope): Network {
  const { H } = forward(data);
  const arriving = product(deltaOut, transpose(data.p.Wo));
  const deltaHidden = map(arriving, (e, i, k) => e * slopeAt(H[i]![k]!));
  return {
    Wh: product(transpose(data.X), deltaHidden),
    bh: [transpose(deltaHidden).map(total)],
    Wo: product(transpose(H), deltaOut),
    bo: [transpose(deltaOut).map(total)],
  };
}

/** Ŷ − Y. */
const outputError = (data: Example): number[][] => map(forward(data).yHat, (y, i, c) => y - data.Y[i]![c]!);

export const forwardMistakes: Mistakes<Input, { H: number[][]; yHat: number[][] }> = curedBy(1, {
  "sigmoid-for-softmax": {
    is: (data) => {
      const { H, logits } = forward(data);
      return { H, yHat: map(logits, sigmoid) };
    },
    says: "The output is the sigmoid of each logit. Softmax divides by the sum over the classes, so that a row sums to 1.",
    step: 2,
  },
  "relu-for-sigmoid": {
    is: (data) => {
      const { H, yHat } = forward(data, (z) => Math.max(0, z));
      return { H, yHat };
    },
    says: "The hidden units are ReLUs. Here each is a sigmoid: H lies between 0 and 1.",
  },
  "tanh-for-sigmoid": {
    is: (data) => {
      const { H, yHat } = forward(data, Math.tanh);
      return { H, yHat };
    },
    says: "The hidden units are tanh, which gives negative numbers, too. Here each is a sigmoid: H lies between 0 and 1.",
  },
  "softmax-forgotten": {
    is: (data) => {
      const { H, logits } = forward(data);
      return { H, yHat: logits };
    },
    says: "These are the logits. Softmax makes probabilities of them: positive, and summing to 1 in each row.",
    step: 2,
  },
  "normalised-over-examples": {
    is: (data) => {
      const { H, logits } = forward(data);
      return { H, yHat: transpose(transpose(logits).map(softmaxRow)) };
    },
    says: "Softmax runs down the columns. The probabilities of one example sum to 1, and an example is a row.",
    step: 2,
  },
  "normalised-over-the-batch": {
    is: (data) => {
      const { H, logits } = forward(data);
      const all = softmaxRow(logits.flat());
      return { H, yHat: map(logits, (_, i, c) => all[i * logits[0]!.length + c]!) };
    },
    says: "Softmax divides by the sum over the whole batch. Each row has a sum of its own.",
    step: 2,
  },
  "hidden-layer-without-sigmoid": {
    is: ({ X, p }) => {
      const { Z } = forward({ X, p });
      return { H: Z, yHat: affine(Z, p.Wo, p.bo).map(softmaxRow) };
    },
    says: "The hidden layer is left linear. H is the sigmoid of X·Wh + bh; without it two layers are one.",
  },
  "bias-after-the-sigmoid": {
    is: ({ X, p }) => {
      const H = map(product(X, p.Wh), (z, _, k) => sigmoid(z) + p.bh[0]![k]!);
      return { H, yHat: affine(H, p.Wo, p.bo).map(softmaxRow) };
    },
    says: "The hidden bias is added behind the sigmoid. It belongs to the net input: σ(X·Wh + bh).",
  },
  "hidden-bias-forgotten": {
    is: ({ X, p }) => {
      const { H, yHat } = forward({ X, p: { ...p, bh: map(p.bh, () => 0) } });
      return { H, yHat };
    },
    says: "The hidden bias is missing. It is one row, added to every row of X·Wh.",
  },
});

export const gradientMistakes: Mistakes<Example, Network> = {
  "sign-flipped": {
    is: times(-1),
    says: "All signs are flipped: the error is taken as Y − Ŷ. The derivative of the loss by a logit is Ŷ − Y, positive where too much probability was given.",
    step: 4,
  },
  "sigmoid-slope-at-the-output": {
    is: (data) => {
      const { yHat } = forward(data);
      return backward(
        data,
        map(outputError(data), (e, i, c) => e * slope(yHat[i]![c]!)),
      );
    },
    says: "The output error has a factor Ŷ(1 − Ŷ), as for sigmoid outputs with squared error. With softmax and cross-entropy it cancels.",
    step: 4,
  },
  "sigmoid-for-softmax": {
    is: (data) =>
      backward(
        data,
        map(forward(data).logits, (z, i, c) => sigmoid(z) - data.Y[i]![c]!),
      ),
    says: "The output error is the sigmoid of each logit less Y. Softmax divides by the sum over the classes: what all logits of a row have in common cancels.",
    step: 8,
  },
  "error-by-the-probability": {
    is: (data) => {
      const { yHat } = forward(data);
      return backward(
        data,
        map(data.Y, (y, i, c) => -y / yHat[i]![c]!),
      );
    },
    says: "The error is −Y/Ŷ, the derivative by the probabilities. Weights and biases sit before softmax: it takes the derivative by the logits.",
    step: 4,
  },
  "hidden-slope-forgotten": {
    is: (data) => backward(data, outputError(data), () => 1),
    says: "The slope H(1 − H) is missing. The error that arrives at H has to pass the sigmoid before Wh and bh see it.",
    step: 6,
  },
  "slope-of-tanh": {
    is: (data) => backward(data, outputError(data), (h) => 1 - h * h),
    says: "The hidden slope is 1 − H², which is that of tanh. These units are sigmoids: H(1 − H).",
    step: 6,
  },
  "biases-not-summed": {
    is: (data) => {
      const first = { ...data, X: [data.X[0]!], Y: [data.Y[0]!] };
      const { bh, bo } = backward(first, outputError(first));
      return { ...data.right, bh, bo };
    },
    says: "The gradients of the biases are those of the first example. A bias takes part in every example, so its gradient sums over the rows.",
    step: 5,
  },
  "inputs-for-hidden-activations": {
    is: (data) => ({ ...data.right, Wo: product(transpose(data.X), outputError(data)) }),
    says: "The gradient of Wo is built with X. The output weights multiply H: what stands before a layer's weights is what comes into that layer.",
    step: 5,
  },
  "mean-for-sum": {
    is: times("1/n"),
    says: "The gradients are divided by n. This loss is the sum over the examples.",
    step: 3,
  },
  "bias-forgotten-in-forward": {
    is: (data) => {
      const unbiased = { ...data, p: { ...data.p, bh: map(data.p.bh, () => 0) } };
      return backward(unbiased, outputError(unbiased));
    },
    says: "The forward pass leaves the bias bh out of the hidden layer. The gradients belong to the activations of the whole network, biases included.",
    step: 1,
  },
};
