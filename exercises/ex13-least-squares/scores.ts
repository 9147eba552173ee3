/** How good predictions are. */
import {
  type ArgsOf,
  args,
  atMost,
  curedBy,
  eachEntry,
  equal,
  scalar,
  times,
  vector,
} from "../../grader/exercise/form.ts";
import { meanSquaredError as errorOf, r2Score as scoreOf } from "../../reference/linear-models/scores.ts";
import { mean, num } from "../../reference/numbers/num.ts";
import { mean as meanOf } from "../../reference/numbers/plain.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { centred, isConstant, squares, type Vector, variance } from "./args.ts";

const pairs = args(
  {
    yTrue: vector("n", "targets"),
    yPred: vector("n", "predictions", {
      // Near the targets, as predictions are, and too high on the whole.
      draw: (draw, { yTrue }) => (yTrue as Vector).map((y) => y + draw.integer(-3, 5) / 4),
    }),
  },
  { sizes: { n: [3, 6] }, accepts: ({ yTrue, yPred }) => !isConstant(yTrue) && !isConstant(yPred) },
);
type Pairs = ArgsOf<typeof pairs>;

const SCALE = -3;
const PLACE = 2.5;
const moved = (y: Vector): Vector => y.map((yi) => SCALE * yi + PLACE);
const residuals = ({ yTrue, yPred }: Pairs): Vector => yTrue.map((y, i) => y - yPred[i]!);
function covariance(a: Vector, b: Vector): number {
  const other = centred(b);
  return meanOf(centred(a).map((ai, i) => ai * other[i]!));
}

const shown = { yTrue: [1, 2, 6], yPred: [2, 2, 5] };

export const meanSquaredError = pairs.answer<number>({
  says: "Mean squared error of predictions.",
  formula: String.raw`\frac{1}{n} \sum_i (y_i - \hat y_i)^2`,
  returns: scalar("the error, at least 0"),
  is: ({ yTrue, yPred }) => errorOf(yTrue, yPred),
  example: shown,
  edges: {
    "one example": { given: { yTrue: [3], yPred: [1] }, says: "The mean of one square is that square, 4." },
    "exact predictions": { given: { yTrue: [1, -2, 4], yPred: [1, -2, 4] }, says: "There is no error: 0." },
  },
  laws: {
    "targets and predictions may change places": (f, { yTrue, yPred }) =>
      equal(f({ yTrue: yPred, yPred: yTrue }), f()),
    "in other units, −3·y + 2.5 for both, the error is 9 times as large": (f, { yTrue, yPred }) =>
      equal(f({ yTrue: moved(yTrue), yPred: moved(yPred) }), f().times(SCALE ** 2)),
    "of all constant predictions the mean has the smallest error, the variance of the targets": (
      f,
      { yTrue },
    ) => {
      const constant = (c: number): Vector => yTrue.map(() => c);
      const best = f({ yPred: constant(meanOf(yTrue)) });
      return [equal(best, variance(yTrue)), atMost(best, f({ yPred: constant(yTrue[0]!) }))];
    },
    "duplicating the data changes nothing": (f, { yTrue, yPred }) =>
      equal(f({ yTrue: [...yTrue, ...yTrue], yPred: [...yPred, ...yPred] }), f()),
  },
  mistakes: curedBy(8, {
    "sum-for-mean": { is: times("n"), says: "The squares are added up and not averaged: divide by n." },
    "half-mean": {
      is: times(1 / 2),
      says: "There is an extra factor ½. The error is the plain mean of the squares.",
    },
    "root-of-the-mean": {
      is: eachEntry(Math.sqrt),
      says: "This is the root of the mean squared error. The mean itself is asked for.",
    },
    "absolute-error": {
      is: (given) => meanOf(residuals(given).map(Math.abs)),
      says: "This is the mean absolute error. Each residual is squared.",
    },
    "square-of-the-mean": {
      is: (given) => meanOf(residuals(given)) ** 2,
      says: "The mean is taken before the square, so that residuals of opposite sign cancel. Each residual is squared by itself.",
    },
    "variance-of-the-residuals": {
      is: (given) => variance(residuals(given)),
      says: "The mean of the residuals is subtracted first. That is their variance, and it does not see predictions that are too high everywhere.",
    },
  }),
});

export const r2Score = pairs.answer<number>({
  says: "The share of the targets' variance that predictions explain. For targets that are all equal it is 1 where the predictions are exact, and else NaN.",
  formula: String.raw`R^2 = 1 - \frac{\sum_i (y_i - \hat y_i)^2}{\sum_i (y_i - \bar y)^2}`,
  returns: scalar("R², at most 1"),
  is: ({ yTrue, yPred }) => scoreOf(yTrue, yPred),
  example: shown,
  edges: {
    "exact predictions": {
      given: { yTrue: [1, -2, 4], yPred: [1, -2, 4] },
      says: "Nothing is left over: 1.",
    },
    "the mean": {
      given: { yTrue: [1, 2, 6], yPred: [3, 3, 3] },
      says: "Predicting the mean explains nothing: 0.",
    },
    "worse than the mean": {
      given: { yTrue: [1, 2, 6], yPred: [6, 2, 1] },
      says: "The squared residuals are 50, those of the mean 14: R² is below 0.",
    },
    "equal targets, missed": {
      given: { yTrue: [2, 2, 2], yPred: [2, 1, 3] },
      expected: Number.NaN,
      says: "There is no variance that could be explained, and no score: NaN.",
      ifInfinite: "A number divided by 0 is Infinity in JavaScript.",
    },
    "equal targets, exact": {
      given: { yTrue: [2, 2, 2], yPred: [2, 2, 2] },
      expected: 1,
      says: "There is no variance, but exact predictions count as 1.",
      ifNaN: "0/0 is NaN.",
    },
  },
  laws: {
    "predicting the targets gives 1, their mean 0, their mirror image at the mean −3": (f, { yTrue }) => {
      const centre = mean(lift(yTrue));
      const scores = [1, 0, -1].map((k) =>
        f({ yPred: lift(yTrue).map((y) => y.minus(centre).times(k).plus(centre)) }),
      );
      return equal(scores, [1, 0, -3]);
    },
    "other units, the same for targets and predictions, leave it unchanged": (f, { yTrue, yPred }) =>
      equal(f({ yTrue: moved(yTrue), yPred: moved(yPred) }), f()),
    "the mean squared error is 1 − R² times the variance of the targets": (f, { yTrue, yPred }, { ask }) =>
      equal(num(1).minus(f()).times(variance(yTrue)), ask(meanSquaredError, { yTrue, yPred })),
    "the order of the examples does not matter": (f, { yTrue, yPred }) =>
      equal(f({ yTrue: yTrue.toReversed(), yPred: yPred.toReversed() }), f()),
  },
  mistakes: curedBy(7, {
    "squared-correlation": {
      is: ({ yTrue, yPred }) => covariance(yTrue, yPred) ** 2 / (variance(yTrue) * variance(yPred)),
      says: "This is the square of the correlation. It does not see predictions that are too high or twice too large; R² does, and can be below 0.",
    },
    "one-minus-forgotten": {
      is: ({ right }) => 1 - right,
      says: "This is the share that is left over. R² is 1 minus it: 1 for exact predictions.",
    },
    "explained-variance": {
      is: (given) => 1 - variance(residuals(given)) / variance(given.yTrue),
      says: "The mean of the residuals is subtracted first, so that predictions that are too high everywhere look perfect. R² takes the residuals as they are.",
    },
    "not-around-the-mean": {
      is: (given) => 1 - meanOf(squares(residuals(given))) / meanOf(squares(given.yTrue)),
      says: "The sum below is that of the squared targets. It is that of their squared distances from their mean.",
    },
    "arguments-swapped": {
      is: (given) => 1 - meanOf(squares(residuals(given))) / variance(given.yPred),
      says: "The sum below is about the predictions. What is to be explained is how the targets differ from their mean.",
    },
    "one-less-in-the-denominator": {
      is: ({ right, yTrue }) => 1 - ((1 - right) * (yTrue.length - 1)) / yTrue.length,
      says: "The error divides by n, the variance by n − 1. Both sums run over the same examples, and no divisor is left.",
    },
    "explained-over-total": {
      is: ({ yTrue, yPred }) => meanOf(squares(yPred.map((p) => p - meanOf(yTrue)))) / variance(yTrue),
      says: "The variance of the predictions stands above the line. For least squares on the training data that is the same as R²; for other predictions it is not.",
    },
  }),
});
