/** The class of each example. */
import { type ArgsOf, curedBy, equal, rows, vector } from "../../grader/exercise/form.ts";
import { predictedClasses } from "../../reference/differentiation/network-training.ts";
import { argmaxRows } from "../../reference/networks/labels.ts";
import { forwardDense } from "../../reference/networks/softmax-network-dense.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { num } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { input, type Matrix, type Params } from "./args.ts";

type Input = ArgsOf<typeof input>;

const forward = ({ X, params: [Wh, bh, Wo, bo] }: Input) => forwardDense(X, { Wh, bh, Wo, bo });
const shares = (given: Input): Matrix => forward(given).yHat;

const hasTies = (row: number[]): boolean => new Set(row).size < row.length;

const changed = ([Wh, bh, Wo, bo]: Params, change: (row: number[]) => number[]): Params => [
  Wh,
  bh,
  Wo.map(change),
  bo.map(change),
];

export const predictClasses = input.answer<number[]>({
  says: "The most probable class of each example, counted from 0; of equally probable ones the first.",
  formula: String.raw`\arg\max_c \hat y_{ic}`,
  returns: vector("n", "classes, one an example", { domain: "label" }),
  is: ({ X }, { params }) => predictedClasses(X, lift(params)).map(num),
  example: { X: rows([1, 2], [3, 1]), params: [[[2], [-1]], [[0]], [[2, -2, 0]], [[-1, 1, 0.25]]] },
  edges: {
    "all parameters 0": {
      given: { X: rows([1, -2], [0, 3]), params: [rows([0], [0]), [[0]], [[0, 0]], [[0, 0]]] },
      says: "Both classes are equally probable, and the first one is taken: 0.",
    },
    "two classes alike": {
      given: { X: rows([1], [-1]), params: [[[1]], [[0]], [[-1, 1, 1]], [[0, 0.5, 0.5]]] },
      says: "Classes 1 and 2 have the same weights, and are more probable than class 0. The first of them is taken: 1.",
    },
    "no class above ½": {
      given: { X: rows([1], [-4]), params: [[[1]], [[0]], [[1, 0, 0, 0.5]], [[0, 0, 0.25, 0.25]]] },
      says: "Of four classes the largest probability can be below ½. The class that has it is taken all the same.",
    },
    "logits of ±1000": {
      given: { X: rows([1], [-2]), params: [[[1]], [[0]], [[1, 0, -1]], [[-1000, 0, 1000]]] },
      says: "Softmax without a shift has two infinite parts in a fraction here. The class is 2 for both examples.",
    },
    "one example": {
      given: { X: [[2]], params: [[[1]], [[0]], [[1, -1]], [[0, 0.25]]] },
      says: "The answer is a list of one class.",
    },
  },
  laws: {
    "each example is judged by itself": (f, { X }) => equal(f({ X: [X.at(-1)!] })[0]!, f().at(-1)!),
    "classes in reverse order are counted from the other end": (f, given) =>
      !shares(given).some(hasTies) &&
      equal(
        f({ params: changed(given.params, (row) => row.toReversed()) }),
        f().map((k) => num(given.params[3][0]!.length - 1).minus(k)),
      ),
    "output weights and biases twice as large make surer, and change no class": (f, { params }) =>
      equal(f({ params: changed(params, (row) => row.map((w) => 2 * w)) }), f()),
    "a number added to all output biases changes no class": (f, { params: [Wh, bh, Wo, bo] }) =>
      equal(f({ params: [Wh, bh, Wo, [bo[0]!.map((b) => b + 0.75)]] }), f()),
  },
  mistakes: curedBy("network-mse#step-7", {
    "rounded-share": {
      is: (given) => shares(given).map(([, second]) => Math.round(second!)),
      says: "The probability of class 1 is rounded, which tells two classes apart and no more. The class is the place of the largest output of its row.",
    },
    "above-a-half": {
      is: (given) =>
        shares(given).map((row) =>
          Math.max(
            0,
            row.findIndex((p) => p > 0.5),
          ),
        ),
      says: "A class is taken where its probability is above ½. Of more than two classes none need be: take the largest.",
    },
    "last-of-equal": {
      is: (given) => shares(given).map((row) => row.lastIndexOf(Math.max(...row))),
      says: "Of equal outputs the last one is taken. The first counts: go on only where one is larger, >.",
    },
    "least-for-largest": {
      is: (given) => shares(given).map((row) => row.indexOf(Math.min(...row))),
      says: "This is the least probable class. Asked for is the place of the largest output.",
    },
    "over-columns": {
      is: (given) => argmaxRows(transpose(shares(given))),
      says: "The search runs down the columns: this is the best example of each class. Asked for is the class with the largest output of each example.",
    },
    "largest-share-itself": {
      is: (given) => shares(given).map((row) => Math.max(...row)),
      says: "This is the largest output itself. Asked for is its place in the row.",
    },
    "of-the-hidden-units": {
      is: (given) => argmaxRows(forward(given).H),
      step: "softmax-network#step-2",
      says: "This is the hidden unit with the largest activation. The classes are at the output: its net inputs Zᵒ and ŷ have a column for each.",
    },
    "counted-from-1": {
      is: ({ right }) => right.map((k) => k + 1),
      says: "The classes are counted from 1. They count from 0, as places in a list do.",
    },
  }),
});
