import {
  type ArgsOf,
  args,
  equal,
  exercise,
  other,
  scalar,
  times,
  vector,
} from "../../grader/exercise/form.ts";
import { leastSquaresLine } from "../../reference/linear-models/least-squares.ts";
import { mseLoss } from "../../reference/linear-models/line.ts";
import { mean, Num, num } from "../../reference/numbers/num.ts";

/** Wide enough that the line through the points is known to its last digits. */
const isSpread = (x: readonly number[]): boolean =>
  Math.max(...x) - Math.min(...x) > 0.25 * Math.max(...x.map(Math.abs));

/** 0 with the rounding of a line that was fitted to these points. */
const nothing = (x: readonly number[], y: readonly number[]): Num => {
  const { w, b } = leastSquaresLine(x, y);
  const sizes = x.map((xi, i) => Math.abs(y[i]!) + Math.abs(w * xi) + Math.abs(b));
  return new Num(0, Math.max(1, ...x.map(Math.abs)) * Math.max(...sizes), x.length);
};

const line = args({
  x: vector("n", "inputs, one number an example"),
  y: vector("n", "targets, one number an example"),
  w: scalar("slope of the line"),
  b: scalar("intercept of the line"),
}).shared<number>({
  of: { mseLoss: ({ x, y, w, b }) => mseLoss(x, y, w, b) },
  example: { x: [1, 2], y: [3, 5], w: 1, b: 0 },
  edges: {
    "one example": { given: { x: [2], y: [5], w: 0.5, b: 1 }, says: "The mean of one term is that term." },
    "all x equal": {
      given: { x: [3, 3, 3], y: [1, -2, 0.5], w: 0.5, b: 1 },
      says: "w and b cannot be told apart, yet the gradient is defined.",
    },
    "exact fit": {
      given: { x: [-1, 0, 2], y: [-1, 1, 5], w: 2, b: 1 },
      says: "Every residual is 0, so the gradient is 0.",
    },
  },
  laws: {
    "the gradient is 0 at the least-squares line": (f, { x, y }) =>
      isSpread(x) && equal(f(leastSquaresLine(x, y)), nothing(x, y)),
    "duplicating the data leaves the gradient unchanged": {
      claims: (f, { x, y }) => equal(f({ x: [...x, ...x], y: [...y, ...y] }), f()),
      ifBroken: "Is there a 1/n?",
    },
    "a step in (w, b) changes the gradient by the same amount wherever it starts": (f, { w, b }) =>
      equal(f({ w: w + 1, b: b - 0.5 }).minus(f()), f({ w: 1, b: -0.5 }).minus(f({ w: 0, b: 0 }))),
  },
  mistakes: {
    "factor-two-forgotten": {
      is: times(1 / 2),
      step: 2,
      says: "The factor 2 is missing. It is the outer derivative of the square.",
    },
    "sum-for-mean": {
      is: times("n"),
      step: 1,
      says: "The 1/n is missing. The loss is a mean, so its gradient is one too.",
    },
    "sign-flipped": {
      is: times(-1),
      step: 3,
      says: "The sign is flipped. The inner derivative of yᵢ − (w xᵢ + b) is negative, and that minus stays.",
    },
  },
});
type Line = ArgsOf<typeof line>;

const SHIFT = 1.5;
const residuals = ({ x, y, w, b }: Line): Num[] =>
  x.map((xi, i) => num(y[i]!).minus(num(w).times(xi).plus(b)));
const meanOf = (terms: readonly Num[]): number => mean(terms).value;
const ofAbsoluteError =
  "Only the sign of each residual counts. That is the slope of the absolute error; the outer derivative of a square is 2 times the residual.";

export default exercise({
  title: "Gradients of the mean squared error",
  unit: 2,
  source: "Machine Learning Visualized, 0.1.4 and 0.1.5",
  requires: ["ex09", "ex02"],
  derivation: "mse-line",
  minutes: 20,
  symbols: { n: "number of examples", L: "mean squared error, (1/n) Σ (yᵢ − (w xᵢ + b))²" },
  functions: {
    mseLossDw: line.gradient({
      says: "Gradient of the mean squared error by the slope.",
      formula: String.raw`\frac{\partial L}{\partial w} \text{ of } L = \frac{1}{n} \sum_i (y_i - (w x_i + b))^2`,
      by: "w",
      gives: "∂L/∂w",
      laws: {
        "moving the origin, x + c with b − w·c, adds c times the gradient by b": (f, data) => {
          const { x, w, b } = data;
          const moved = f({ x: x.map((xi) => xi + SHIFT), b: b - w * SHIFT });
          return equal(moved, f().plus(mean(residuals(data)).times(-2 * SHIFT)));
        },
      },
      mistakes: {
        "absolute-error": {
          is: (line) => -meanOf(residuals(line).map((e, i) => num(line.x[i]! * Math.sign(e.value)))),
          step: 2,
          says: ofAbsoluteError,
        },
        "x-forgotten": {
          is: other("mseLossDb"),
          step: 4,
          says: "This is the gradient by b. The inner derivative by w is −xᵢ, not −1: each residual is weighted by its xᵢ.",
        },
        "w-for-x": {
          is: (line) => -2 * meanOf(residuals(line).map((e) => e.times(line.w))),
          step: 4,
          says: "The inner derivative is taken as w. The derivative of w·xᵢ by w is xᵢ.",
        },
        "summed-apart": {
          is: (line) => -2 * meanOf(residuals(line)) * meanOf(line.x.map(num)) * line.x.length,
          step: 4,
          says: "The inputs are summed by themselves, and the residuals by themselves. Each residual is multiplied by its own xᵢ, inside the sum.",
        },
        "averaged-apart": {
          is: (line) => -2 * meanOf(residuals(line)) * meanOf(line.x.map(num)),
          step: 4,
          says: "The mean of the inputs is multiplied by the mean of the residuals. Each residual is multiplied by its own xᵢ, and the mean is taken of the products.",
        },
        "square-kept": {
          is: (line) => -2 * meanOf(residuals(line).map((e, i) => e.squared().times(line.x[i]!))),
          step: 2,
          says: "The residual is still squared. The derivative of e² by e is 2e, of the first power.",
        },
      },
    }),
    mseLossDb: line.gradient({
      says: "Gradient of the mean squared error by the intercept.",
      formula: String.raw`\frac{\partial L}{\partial b} \text{ of } L = \frac{1}{n} \sum_i (y_i - (w x_i + b))^2`,
      by: "b",
      gives: "∂L/∂b",
      laws: {
        "the gradient is −2 times the mean of the residuals": (f, data) =>
          equal(f(), mean(residuals(data)).times(-2)),
        "raising every target by 1 lowers the gradient by 2": (f, { y }) =>
          equal(f({ y: y.map((yi) => yi + 1) }), f().minus(2)),
      },
      mistakes: {
        "absolute-error": {
          is: (line) => -meanOf(residuals(line).map((e) => num(Math.sign(e.value)))),
          step: 2,
          says: ofAbsoluteError,
        },
        "x-left-in": {
          is: other("mseLossDw"),
          step: 5,
          says: "This is the gradient by w. The inner derivative by b is −1, so no xᵢ remains.",
        },
        "b-for-one": {
          is: (line) => -2 * meanOf(residuals(line)) * line.b,
          step: 5,
          says: "The inner derivative is taken as b. The derivative of w·xᵢ + b by b is 1.",
        },
      },
    }),
  },
  hints: [
    "Which part of the loss depends on w? Write L for a single example first and ask what changes when w grows a little.",
    "The square has an outer derivative, 2·(residual), and an inner one. What is the derivative of yᵢ − (w xᵢ + b) by w? And by b?",
    "∂L/∂w = −(2/n) Σ xᵢ (yᵢ − (w xᵢ + b)). The one by b is the same sum without the factor xᵢ.",
  ],
});
