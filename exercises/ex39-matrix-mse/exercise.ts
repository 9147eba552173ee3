import {
  type ArgsOf,
  args,
  claim,
  curedBy,
  eachEntry,
  equal,
  exercise,
  matrix,
  negated,
  rows,
  scalar,
  times,
} from "../../grader/exercise/form.ts";
import { meanSquaredError } from "../../reference/linear-models/scores.ts";
import { dot, num } from "../../reference/numbers/num.ts";
import { total } from "../../reference/numbers/plain.ts";

type Matrix = readonly (readonly number[])[];
const each = (A: Matrix, f: (a: number, i: number, j: number) => number): number[][] =>
  A.map((row, i) => row.map((a, j) => f(a, i, j)));

const Y = rows([1, 0, 0], [0, 1, 0]);
const close = rows([0.5, 0, 1], [0, 1, -1]);
const mismatch = "Each target has one prediction: two matrices of other shapes do not belong together.";

const both = args(
  {
    yTrue: matrix("n t", "targets, one example a row"),
    yPred: matrix("n t", "predictions of the network, one example a row"),
  },
  { sizes: { n: [3, 6], t: [3, 5] } },
).shared({
  example: { yTrue: Y, yPred: close },
  edges: {
    "a column beside a row": {
      given: { yTrue: [[1], [2], [3]], yPred: [[1, 2, 3]] },
      throws: true,
      says: mismatch,
    },
    "as many entries in other rows": {
      given: {
        yTrue: Y,
        yPred: rows([1, 0], [0, 0], [1, 0]),
      },
      throws: true,
      says: mismatch,
    },
    "too few rows": { given: { yTrue: Y, yPred: [[1, 0, 0]] }, throws: true, says: mismatch },
    "a short row": {
      given: {
        yTrue: Y,
        yPred: rows([1, 0, 0], [0, 1]),
      },
      throws: true,
      says: mismatch,
    },
    "one entry": {
      given: { yTrue: [[2]], yPred: [[5]] },
      says: "One example with one output: the miss is 3, its square 9.",
    },
  },
});
type Both = ArgsOf<typeof both>;

const misses = ({ yTrue, yPred }: Both): number[][] => each(yPred, (p, i, j) => p - yTrue[i]![j]!);

const mse = both.answer<number>({
  says: "Mean of the squared misses over all n·t entries. Throws where the shapes differ.",
  formula: String.raw`J = \frac{1}{n t} \sum_i \sum_j (Y_{ij} - \hat Y_{ij})^2`,
  returns: scalar("J, at least 0"),
  is: ({ yTrue, yPred }) => meanSquaredError(yTrue.flat(), yPred.flat()),
  edges: { "equal matrices": { given: { yTrue: Y, yPred: Y }, says: "Nothing is missed: the loss is 0." } },
  laws: {
    "targets and predictions may change places": (f, { yTrue, yPred }) =>
      equal(f({ yTrue: yPred, yPred: yTrue }), f()),
    "all examples twice have the same loss": {
      claims: (f, { yTrue, yPred }) =>
        equal(f({ yTrue: [...yTrue, ...yTrue], yPred: [...yPred, ...yPred] }), f()),
      ifBroken: "Is there a 1/n?",
    },
    "all outputs twice have the same loss": {
      claims: (f, { yTrue, yPred }) => {
        const twice = (A: number[][]) => A.map((row) => [...row, ...row]);
        return equal(f({ yTrue: twice(yTrue), yPred: twice(yPred) }), f());
      },
      ifBroken: "Is there a 1/t?",
    },
    "with one output it is the mean squared error of ex09": (f, { yTrue, yPred }) => {
      const first = (A: number[][]) => A.map(([a]) => num(a!));
      return equal(
        f({ yTrue: yTrue.map(([y]) => [y!]), yPred: yPred.map(([p]) => [p!]) }),
        meanSquaredError(first(yTrue), first(yPred)),
      );
    },
    "twice as large misses have four times the loss": (f, { yTrue, yPred }) =>
      equal(f({ yPred: each(yTrue, (y, i, j) => 2 * yPred[i]![j]! - y) }), f().times(4)),
  },
  mistakes: curedBy(2, {
    "divided-by-n-only": {
      is: times("t"),
      says: "The sum is divided by n alone. This loss is the mean over all entries: n examples with t outputs are n·t.",
    },
    sum: {
      is: ({ right, sizes }) => right * sizes.n! * sizes.t!,
      says: "This is the sum of the squares. The mean divides it by the number of entries, n·t.",
    },
    root: {
      is: eachEntry(Math.sqrt),
      says: "This is the root of the loss. It has the same minimum, but other values and another gradient.",
    },
    "absolute-misses": {
      is: (given) => total(misses(given).flat().map(Math.abs)) / given.yTrue.flat().length,
      says: "This is the mean of |Y − Ŷ| over the entries. The loss is the mean of the squares.",
    },
    "not-squared": {
      is: (given) => -total(misses(given).flat()) / given.yTrue.flat().length,
      says: "The misses are not squared, so that those of opposite sign cancel. The loss is the mean of their squares.",
    },
    "square-of-the-mean": {
      is: (given) => (total(misses(given).flat()) / given.yTrue.flat().length) ** 2,
      says: "The mean is taken before the square, so that misses of opposite sign cancel. Each is squared by itself.",
    },
  }),
});

const msePrime = both.gradient({
  says: "Gradient of the mean squared error by the predictions. Throws where the shapes differ.",
  formula: String.raw`\partial J / \partial \hat Y \text{ of } J = \frac{1}{n t} \sum_i \sum_j (Y_{ij} - \hat Y_{ij})^2`,
  of: { mse: ({ yTrue, yPred }) => meanSquaredError(yTrue.flat(), yPred.flat()) },
  by: "yPred",
  gives: "∂J/∂Ŷ, in the shape of the predictions",
  edges: {
    "equal matrices": { given: { yTrue: Y, yPred: Y }, says: "At the lowest point every slope is 0." },
  },
  laws: {
    "targets and predictions in each other's place turn the signs": (f, { yTrue, yPred }) =>
      equal(f({ yTrue: yPred, yPred: yTrue }), negated(f())),
    "the misses times their slopes add up to twice the loss": (f, given, { ask }) =>
      equal(dot(misses(given).flat(), f().flat()), ask(mse, given).times(2)),
    "a step of n·t/2 against it lands on the targets": (f, { yTrue, yPred }) => {
      const half = yTrue.flat().length / 2;
      return equal(
        f().map((row, i) => row.map((g, j) => num(yPred[i]![j]!).minus(g.times(half)))),
        yTrue,
      );
    },
    "a step of n·t/4 against it makes the loss smaller": (f, given, { ask }) => {
      const { yTrue, yPred } = given;
      const quarter = yTrue.flat().length / 4;
      const after = f().map((row, i) => row.map((g, j) => yPred[i]![j]! - quarter * g.value));
      const [before, then] = [ask(mse, given).value, ask(mse, { yTrue, yPred: after }).value];
      return before > 0 && claim(then < before, "smaller", [then, before]);
    },
  },
  mistakes: {
    "sign-flipped": {
      is: times(-1),
      step: 3,
      says: "The sign is flipped: this is Y − Ŷ. The prediction is subtracted in the square, and its −1 turns that round.",
    },
    "factor-two-forgotten": { is: times(1 / 2), step: 3, says: "The factor 2 of the square is missing." },
    "no-mean": {
      is: ({ right, sizes }) => each(right, (g) => g * sizes.n! * sizes.t!),
      step: 4,
      says: "This is 2(Ŷ − Y), the gradient of the sum. The loss is a mean, and its 1/(n·t) stays in front.",
    },
    "divided-by-n-only": {
      is: times("t"),
      step: 4,
      says: "This is 2(Ŷ − Y)/n, without 1/t. The loss is a mean over all n·t entries; so is each slope of it.",
    },
    "one-number": {
      is: ({ right }) => total(right.flat()) as never,
      step: 4,
      says: "The slopes are added up to one number. Each prediction has a slope of its own, and the gradient has their shape.",
    },
  },
});

export default exercise({
  title: "Matrix MSE and its gradient (two conventions named)",
  unit: 7,
  source:
    "Machine Learning Visualized, 0.7.2; Building FeedForward Networks with Pytorch, Introduction to Basic BackPropagation; ml_with_pytorch_book_part2, computing loss function",
  requires: ["ex09"],
  derivation: "network-mse",
  minutes: 25,
  symbols: { n: "number of examples", t: "number of outputs" },
  functions: { mse, msePrime },
  nouns: { miss: "the miss", total: "the sum of the squares", entries: "the number of entries" },
  hints: [
    "How many squares are added, for n examples with t outputs each? And when one single prediction moves, how many of these squares move with it?",
    "The mean divides by all of them. For the slope: the derivative of the square of Y − Ŷ by Ŷ has a factor 2 and a sign. What becomes of the mean's factor, and what of the sum?",
    "J is the sum of (Y[i][j] − Ŷ[i][j]) ** 2, divided by n·t. Entry (i, j) of the gradient is 2·(Ŷ[i][j] − Y[i][j])/(n·t), without a sum. Before both, throw where the numbers of rows or the lengths of two rows differ.",
  ],
});
