/** The mean squared error of the net inputs. */
import { type ArgsOf, atMost, equal, rows, scalar, times } from "../../grader/exercise/form.ts";
import { adalineLoss as lossOf } from "../../reference/linear-models/adaline.ts";
import { difference, missed, netInput } from "../../reference/linear-models/adaline-plain.ts";
import { netInputs } from "../../reference/linear-models/neuron.ts";
import { mean } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { data, place, shown } from "./args.ts";

type Data = ArgsOf<typeof data>;

const SHIFT = 1.5;
const halfway = (a: number, b: number): number => (a + b) / 2;

/** A loss of other errors. */
const meanOf =
  (term: (error: number) => number, error = difference) =>
  ({ X, y, w, b }: Data): number =>
    mean(X.map((x, i) => term(error(y[i]!, netInput(x, { w, b })))));
const square = (e: number): number => e * e;

export const adalineLoss = data.answer<number>({
  says: "Mean squared error between the labels and the net inputs.",
  formula: String.raw`L = \frac{1}{n} \sum_i (y_i - z_i)^2, \quad z_i = w \cdot x_i + b`,
  returns: scalar("L, at least 0"),
  is: ({ X, y, w, b }) => lossOf(X, y, { w, b }),
  example: { ...shown, ...place },
  edges: {
    "one example": {
      given: { X: rows([1, -2]), y: [1], w: [0.5, 1], b: 0.5 },
      says: "The mean of one square is that square.",
    },
    "every label met": {
      given: { X: rows([1, 0], [0, 2], [1, 1]), y: [1, 0, 1], w: [1, 0], b: 0 },
      says: "Each net input is its label, and the loss is 0.",
    },
    "right classes": {
      given: { X: rows([2], [-3], [-1]), y: [1, 0, 0], w: [1], b: 0.5 },
      says: "A threshold at 1/2 classifies all three rightly. The loss still counts how far each z is from its label.",
    },
  },
  laws: {
    "labels that are met exactly have the loss 0": (f, { X, w, b }) =>
      equal(f({ y: netInputs(lift(X), lift(w), lift(b)) }), 0),
    "halfway between two places the loss is at most the mean of both losses": (f, { w, b }) => {
      const there = { w: w.map((_, j) => j - 1), b: -0.5 };
      const middle = { w: w.map((wj, j) => halfway(wj, there.w[j]!)), b: halfway(b, there.b) };
      return atMost(f(middle), f().plus(f(there)).times(0.5));
    },
    "moving the origin of a feature, x + c with b − c·w, leaves the loss unchanged": (f, { X, w, b }) =>
      equal(f({ X: X.map(([x, ...others]) => [x! + SHIFT, ...others]), b: b - SHIFT * w[0]! }), f()),
    "both classes exchanged, with −w and 1 − b: the same loss": (f, { y, w, b }) =>
      equal(f({ y: y.map((yi) => 1 - yi), w: w.map((wj) => -wj), b: 1 - b }), f()),
  },
  mistakes: {
    "sum-for-mean": {
      is: times("n"),
      step: 2,
      says: "The 1/n is missing. The loss is the mean of the squares, so that it does not grow with the number of examples.",
    },
    "half-mean": {
      is: times(1 / 2),
      step: 3,
      says: "There is an extra factor ½. Some texts use it to cancel the 2 of the derivative; this loss is the plain mean.",
    },
    "error-rate": {
      is: meanOf(square, missed),
      step: 1,
      says: "This is the share of wrong classes: the threshold comes before the difference. Adaline learns from z itself; the threshold is for the prediction alone.",
    },
    "sigmoid-output": {
      is: meanOf(square, (yi, z) => yi - sigmoid(z)),
      step: 1,
      says: "The net input goes through a sigmoid. Adaline's activation gives z as it is.",
    },
    "root-of-the-mean": {
      is: ({ right }) => Math.sqrt(right),
      step: 2,
      says: "This is the root of the mean. The loss is the mean of the squares itself.",
    },
    "square-of-the-mean": {
      is: (given) => square(meanOf((e) => e)(given)),
      step: 2,
      says: "The mean is taken before the square, so that errors of opposite sign cancel. Square each error by itself.",
    },
    "bias-forgotten": {
      is: (given) => meanOf(square)({ ...given, b: 0 }),
      step: 1,
      says: "The bias is missing from the net input: z is w·x + b.",
    },
  },
});
