import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import type { HiddenWeight, OutputWeight } from "./exercise.ts";

type OutputCase = MistakeCase<OutputWeight, number>;
type HiddenCase = MistakeCase<HiddenWeight, number>;
type Data = Pick<OutputWeight, "x" | "y" | "p">;

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, ai, i) => sum + ai * b[i]!, 0);
const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

/** Net inputs and activations of both layers. */
function forward({ x, p }: Data) {
  const zHidden = p.W1.map((row, i) => dot(row, x) + p.b1[i]!);
  const hidden = zHidden.map(sigmoid);
  const output = p.W2.map((row, j) => sigmoid(dot(row, hidden) + p.b2[j]!));
  return { zHidden, hidden, output };
}

/** The error of each output unit, by its net input. */
const deltas = (data: Data, output: readonly number[]): number[] =>
  output.map((a, j) => (2 / data.y.length) * (a - data.y[j]!) * a * (1 - a));

const outputGradient = (data: OutputCase): number => {
  const { hidden, output } = forward(data);
  return deltas(data, output)[data.j]! * hidden[data.i]!;
};

const hiddenGradient = (data: HiddenCase): number => {
  const { hidden, output } = forward(data);
  const h = hidden[data.i]!;
  return backTo(data, deltas(data, output)) * h * (1 - h) * data.x[data.k]!;
};

/** Σ_j δ_j·w_ji: the errors of the outputs, carried back to hidden unit i. */
const backTo = ({ p, i }: HiddenCase, delta: readonly number[]): number =>
  sum(delta.map((d, j) => d * p.W2[j]![i]!));

const withoutHiddenBias = <D extends Data>(data: D): D => ({
  ...data,
  p: { ...data.p, b1: data.p.b1.map(() => 0) },
});

const signFlipped = {
  is: ({ right }: { right: number }) => -right,
  says: "The sign is flipped. The derivative of (y − a)² by a is 2(a − y): the inner derivative of y − a is −1.",
  read: "backprop-one-weight#step-2",
};
const meanOverOutputsForgotten = {
  is: ({ right, y }: { right: number; y: readonly number[] }) => right * y.length,
  says: "The 1/t is missing. The loss is the mean over the t outputs, so each of its squares counts with 1/t.",
  read: "backprop-one-weight#step-2",
};
const factorTwoForgotten = {
  is: ({ right }: { right: number }) => right / 2,
  says: "The factor 2 is missing. It is the outer derivative of the square.",
  read: "backprop-one-weight#step-2",
};

export const mistakes = mistakesOf({
  outputWeightGradient: {
    "sign-flipped": signFlipped,
    "mean-over-outputs-forgotten": meanOverOutputsForgotten,
    "factor-two-forgotten": factorTwoForgotten,
    "sigmoid-slope-forgotten": {
      is: (data: OutputCase) => {
        const { hidden, output } = forward(data);
        return (2 / data.y.length) * (output[data.j]! - data.y[data.j]!) * hidden[data.i]!;
      },
      says: "The slope aⱼ(1 − aⱼ) of the output unit is missing. The path to the loss leads through its sigmoid.",
      read: "backprop-one-weight#step-3",
    },
    "net-input-for-activation": {
      is: (data: OutputCase) => {
        const { zHidden, output } = forward(data);
        return deltas(data, output)[data.j]! * zHidden[data.i]!;
      },
      says: "The last factor is the hidden unit's net input. What the output weight multiplies is its activation, σ of that.",
      read: "backprop-one-weight#step-4",
    },
    "sigmoid-applied-twice": {
      is: (data: OutputCase) => {
        const { hidden, output } = forward(data);
        const a = output[data.j]!;
        const again = sigmoid(a);
        return (2 / data.y.length) * (a - data.y[data.j]!) * again * (1 - again) * hidden[data.i]!;
      },
      says: "The slope is σ′ taken at the activation. In terms of the activation a the slope is a(1 − a), with no further sigmoid.",
      read: "backprop-one-weight#step-3",
    },
    "hidden-bias-forgotten": {
      is: (data: OutputCase) => outputGradient(withoutHiddenBias(data)),
      says: "The forward pass leaves out b1. A hidden unit's net input is its weighted sum plus its bias.",
      read: "backprop-one-weight#step-1",
    },
  },
  hiddenWeightGradient: {
    "sign-flipped": signFlipped,
    "mean-over-outputs-forgotten": meanOverOutputsForgotten,
    "factor-two-forgotten": factorTwoForgotten,
    "first-path-only": {
      is: (data: HiddenCase) => {
        const { hidden, output } = forward(data);
        const h = hidden[data.i]!;
        return deltas(data, output)[0]! * data.p.W2[0]![data.i]! * h * (1 - h) * data.x[data.k]!;
      },
      says: "Only the path through the first output unit is counted. The weight reaches the loss through every output unit, and the paths add.",
      read: "backprop-one-weight#step-6",
    },
    "paths-averaged": {
      is: ({ right, y }: HiddenCase) => right / y.length,
      says: "The paths are averaged. The chain rule for several variables adds them; the 1/t of the loss is in each δⱼ already.",
      read: "backprop-one-weight#step-6",
    },
    "hidden-slope-forgotten": {
      is: (data: HiddenCase) => backTo(data, deltas(data, forward(data).output)) * data.x[data.k]!,
      says: "The slope of the hidden unit, aᵢ(1 − aᵢ), is missing. Every path passes its sigmoid.",
      read: "backprop-one-weight#step-7",
    },
    "input-forgotten": {
      is: (data: HiddenCase) => {
        const { hidden, output } = forward(data);
        const h = hidden[data.i]!;
        return backTo(data, deltas(data, output)) * h * (1 - h);
      },
      says: "The last factor xₖ is missing: this is the derivative by the hidden bias. The weight multiplies xₖ.",
      read: "backprop-one-weight#step-7",
    },
    "output-weights-forgotten": {
      is: (data: HiddenCase) => {
        const { hidden, output } = forward(data);
        const h = hidden[data.i]!;
        return sum(deltas(data, output)) * h * (1 - h) * data.x[data.k]!;
      },
      says: "The errors of the outputs are added without the weights between. Each comes back times the weight W2[j][i] of its path.",
      read: "backprop-one-weight#step-6",
    },
    "output-slope-forgotten": {
      is: (data: HiddenCase) => {
        const { hidden, output } = forward(data);
        const errors = output.map((a, j) => (2 / data.y.length) * (a - data.y[j]!));
        const h = hidden[data.i]!;
        return backTo(data, errors) * h * (1 - h) * data.x[data.k]!;
      },
      says: "The slopes aⱼ(1 − aⱼ) of the output units are missing. Each path passes two sigmoids, one a layer.",
      read: "backprop-one-weight#step-3",
    },
    "hidden-bias-forgotten": {
      is: (data: HiddenCase) => hiddenGradient(withoutHiddenBias(data)),
      says: "The forward pass leaves out b1. A hidden unit's net input is its weighted sum plus its bias.",
      read: "backprop-one-weight#step-1",
    },
  },
});
