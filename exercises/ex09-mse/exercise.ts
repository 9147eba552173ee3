import {
  type ArgsOf,
  args,
  claim,
  curedBy,
  eachEntry,
  equal,
  exercise,
  scalar,
  times,
  vector,
} from "../../grader/exercise/form.ts";
import { mseLoss as mseOf, predictLine as predictionsOf } from "../../reference/linear-models/line.ts";
import { mean, type Num, num } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";

const x = vector("n", "inputs, one number an example");
const y = vector("n", "targets, one number an example");
const w = scalar("slope of the line");
const b = scalar("intercept of the line");
const sizes = { n: [3, 7] } as const;

const line = args({ x, w, b }, { sizes });
const data = args({ x, y, w, b }, { sizes });
type Data = ArgsOf<typeof data>;

const onLine = ({ x, w, b }: ArgsOf<typeof line>): Num[] => predictionsOf(lift(x), num(w), num(b));
const residuals = (given: Data): Num[] => onLine(given).map((p, i) => num(given.y[i]!).minus(p));
const meanOf = (given: Data, term: (residual: number) => number): number =>
  mean(residuals(given).map(({ value }) => num(term(value)))).value;
const square = (e: number): number => e * e;

/** Any factor but 1 and −1: those leave the square as it is. */
const FACTOR = -3;
const SHIFT = 2.5;

const predictLine = line.answer<number[]>({
  says: "Predictions of a line, one for each input.",
  formula: String.raw`\hat y_i = w x_i + b`,
  returns: vector("n", "the predictions ŷ, one an example"),
  is: ({ x, w, b }) => predictionsOf(x, w, b),
  example: { x: [1, 2], w: 1, b: 0 },
  edges: {
    "one example": { given: { x: [2], w: 0.5, b: -1 }, says: "One input has a list of one prediction." },
    "slope 0": { given: { x: [-2, 0, 3], w: 0, b: 1.5 }, says: "A flat line predicts b everywhere." },
    "huge inputs": {
      given: { x: [1e200, -1e200, 1], w: 0.5, b: 1 },
      says: "However large, they are predicted like all others.",
    },
  },
  laws: {
    "one step to the right changes every prediction by w": (f, { x, w }) => {
      const [here, right] = [f(), f({ x: x.map((xi) => xi + 1) })];
      return equal(
        right,
        here.map((p) => p.plus(w)),
      );
    },
    "inputs in other units, half of their number, with twice the slope are predicted as before": (
      f,
      { x, w },
    ) => equal(f({ x: x.map((xi) => xi / 2), w: 2 * w }), f()),
    "at x = 0 the prediction is b": (f, { x, b }) =>
      equal(
        f({ x: x.map(() => 0) }),
        x.map(() => b),
      ),
  },
  mistakes: curedBy(1, {
    "bias-forgotten": {
      is: ({ x, w }) => x.map((xi) => w * xi),
      says: "The intercept b is missing. Without it every line goes through the origin.",
    },
    "slope-and-intercept-swapped": {
      is: ({ x, w, b }) => x.map((xi) => b * xi + w),
      says: "The slope and the intercept have changed places. The input is multiplied by w, and b is added.",
    },
    "bracket-around-the-sum": {
      is: ({ x, w, b }) => x.map((xi) => w * (xi + b)),
      says: "The slope multiplies the intercept as well. The prediction is (w·x) + b, not w·(x + b).",
    },
  }),
});

const mseLoss = data.answer<number>({
  says: "Mean squared error of a line. The mean divides by n, not by 2n. Throws a RangeError if there are no examples.",
  formula: String.raw`L = \frac{1}{n} \sum_i (y_i - \hat y_i)^2`,
  returns: scalar("L, at least 0"),
  is: ({ x, y, w, b }) => mseOf(x, y, w, b),
  example: { x: [1, 2], y: [3, 5], w: 1, b: 0 },
  edges: {
    "one example": { given: { x: [2], y: [5], w: 0.5, b: 1 }, says: "The mean of one term is that term." },
    "exact fit": {
      given: { x: [-1, 0, 2], y: [-1, 1, 5], w: 2, b: 1 },
      says: "Every residual is 0, so the loss is 0.",
    },
    "no examples": {
      given: { x: [], y: [], w: 1, b: 0 },
      throws: true,
      says: "No examples have no mean: the function throws.",
      ifNaN: "0/0 is NaN, which would travel on unseen.",
    },
    overflow: {
      given: { x: [1, 2e200, 3], y: [1e200, 1e200, -1e200], w: 1, b: 0 },
      expected: Number.POSITIVE_INFINITY,
      says: "The square of 1e200 is beyond the largest number: Infinity is right.",
      ifNaN:
        "No square is negative, so that no two infinities can cancel: square the residual as a whole, not as y² − 2yŷ + ŷ².",
    },
  },
  laws: {
    "the loss is 0 if all points lie on the line": (f, data) => equal(f({ y: onLine(data) }), 0),
    "the loss is above 0 as soon as one point leaves the line": (f, data) => {
      const loss = f({ y: onLine(data).map((p, i) => (i === 0 ? p.minus(1) : p)) }).value;
      return claim(loss > 0, "above 0", loss);
    },
    "the order of the examples does not matter": (f, { x, y }) =>
      equal(f({ x: x.toReversed(), y: y.toReversed() }), f()),
    "duplicating the data leaves the loss unchanged": {
      claims: (f, { x, y }) => equal(f({ x: [...x, ...x], y: [...y, ...y] }), f()),
      ifBroken: "Is there a 1/n?",
    },
    "raising all targets and the intercept by the same amount leaves the loss unchanged": (f, { y, b }) =>
      equal(f({ y: y.map((yi) => yi + SHIFT), b: b + SHIFT }), f()),
    "scaling y, w and b by k scales the loss by k²": (f, { y, w, b }) => {
      const scaled = f({ y: y.map((yi) => FACTOR * yi), w: FACTOR * w, b: FACTOR * b });
      return equal(scaled, f().times(FACTOR ** 2));
    },
    "the loss is the variance of the residuals plus the square of their mean": (f, data) => {
      const e = residuals(data);
      const centre = mean(e);
      const variance = mean(e.map((ei) => ei.minus(centre).squared()));
      return equal(f(), variance.plus(centre.squared()));
    },
  },
  mistakes: curedBy(1, {
    "sum-for-mean": {
      is: times("n"),
      says: "The 1/n is missing. A sum grows with the number of examples, so losses of two data sets cannot be compared.",
    },
    "half-mean": {
      is: times(1 / 2),
      says: "There is an extra factor ½. Some texts use it to cancel the 2 of the derivative; this loss is the plain mean.",
    },
    "root-of-the-mean": {
      is: eachEntry(Math.sqrt),
      says: "This is the root of the mean squared error. It has the same minimum but another value and another gradient.",
    },
    "square-of-the-mean": {
      is: (given) => square(meanOf(given, (e) => e)),
      says: "The mean is taken before the square, so residuals of opposite sign cancel. Each residual is squared by itself.",
    },
    "bias-forgotten": {
      is: (given) => meanOf({ ...given, b: 0 }, square),
      says: "The intercept b is missing from the prediction w·x + b.",
    },
    "one-less-in-the-denominator": {
      is: ({ right, x }) => (right * x.length) / (x.length - 1),
      says: "It divides by n − 1. That belongs to a variance estimated around its own mean; here the mean runs over all n residuals.",
    },
    "bracket-forgotten": {
      is: (given) => meanOf({ ...given, b: -given.b }, square),
      says: "The intercept is added where it should be subtracted: y − w·x + b is not y − (w·x + b).",
    },
    "variance-of-the-residuals": {
      is: (given) => {
        const centre = meanOf(given, (e) => e);
        return meanOf(given, (e) => square(e - centre));
      },
      says: "The mean of the residuals is subtracted before the square. That is their variance, and it does not see a line that lies too high everywhere.",
    },
    "exclusive-or-for-power": {
      is: (given) => meanOf(given, (e) => e ^ 2),
      says: "In JavaScript ^ is no power but the exclusive or of bits. A square is e ** 2 or e * e.",
    },
    "absolute-error": {
      is: (given) => meanOf(given, Math.abs),
      says: "This is the mean absolute error. The squared error weighs a miss of 2 four times as much as a miss of 1.",
    },
  }),
});

export default exercise({
  title: "Mean squared error of a line",
  unit: 2,
  source: "Machine Learning Visualized, 0.1.2",
  requires: ["ex01"],
  derivation: "mse-line",
  minutes: 20,
  symbols: { n: "number of examples", L: "mean squared error, (1/n) Σ (yᵢ − (w xᵢ + b))²" },
  functions: { predictLine, mseLoss },
  nouns: { prediction: "the prediction" },
  hints: [
    "What does the line say for one xᵢ, and how far is that from yᵢ? Why would adding up these distances as they are hide a bad line?",
    "Three steps for each example: predict, subtract, square. What turns the total into a number that does not grow with n, and what becomes of it when there are no examples?",
    "Add up (yᵢ − (w xᵢ + b))² with the brackets in place, divide once by n, and throw before that if n is 0.",
  ],
});
