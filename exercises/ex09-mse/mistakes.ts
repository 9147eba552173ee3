import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import type { Data, Line } from "./exercise.ts";

type LineCase = MistakeCase<Line, number[]>;
type Case = MistakeCase<Data, number>;

const residuals = ({ x, y, w, b }: Data): number[] => x.map((xi, i) => y[i]! - (w * xi + b));
const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
const mean = (terms: readonly number[]): number => sum(terms) / terms.length;

export const mistakes = mistakesOf({
  predictLine: {
    "bias-forgotten": {
      is: ({ x, w }: LineCase) => x.map((xi) => w * xi),
      says: "The intercept b is missing. Without it every line goes through the origin.",
      read: "mse-line#step-1",
    },
    "slope-and-intercept-swapped": {
      is: ({ x, w, b }: LineCase) => x.map((xi) => b * xi + w),
      says: "The slope and the intercept have changed places. The input is multiplied by w, and b is added.",
      read: "mse-line#step-1",
    },
    "bracket-around-the-sum": {
      is: ({ x, w, b }: LineCase) => x.map((xi) => w * (xi + b)),
      says: "The slope multiplies the intercept as well. The prediction is (w·x) + b, not w·(x + b).",
      read: "mse-line#step-1",
    },
  },
  mseLoss: {
    "sum-for-mean": {
      is: ({ right, x }: Case) => right * x.length,
      says: "The 1/n is missing. A sum grows with the number of examples, so losses of two data sets cannot be compared.",
      read: "mse-line#step-1",
    },
    "half-mean": {
      is: ({ right }: Case) => right / 2,
      says: "There is an extra factor ½. Some texts use it to cancel the 2 of the derivative; this loss is the plain mean.",
      read: "mse-line#step-1",
    },
    "root-of-the-mean": {
      is: ({ right }: Case) => Math.sqrt(right),
      says: "This is the root of the mean squared error. It has the same minimum but another value and another gradient.",
      read: "mse-line#step-1",
    },
    "square-of-the-mean": {
      is: (given: Case) => mean(residuals(given)) ** 2,
      says: "The mean is taken before the square, so residuals of opposite sign cancel. Each residual is squared by itself.",
      read: "mse-line#step-1",
    },
    "bias-forgotten": {
      is: ({ x, y, w }: Case) => mean(residuals({ x, y, w, b: 0 }).map((e) => e * e)),
      says: "The intercept b is missing from the prediction w·x + b.",
      read: "mse-line#step-1",
    },
    "one-less-in-the-denominator": {
      is: ({ right, x }: Case) => (right * x.length) / (x.length - 1),
      says: "It divides by n − 1. That belongs to a variance estimated around its own mean; here the mean runs over all n residuals.",
      read: "mse-line#step-1",
    },
    "bracket-forgotten": {
      is: ({ x, y, w, b }: Case) => mean(residuals({ x, y, w, b: -b }).map((e) => e * e)),
      says: "The intercept is added where it should be subtracted: y − w·x + b is not y − (w·x + b).",
      read: "mse-line#step-1",
    },
    "variance-of-the-residuals": {
      is: (given: Case) => {
        const e = residuals(given);
        return mean(e.map((ei) => (ei - mean(e)) ** 2));
      },
      says: "The mean of the residuals is subtracted before the square. That is their variance, and it does not see a line that lies too high everywhere.",
      read: "mse-line#step-1",
    },
    "exclusive-or-for-power": {
      is: (given: Case) => mean(residuals(given).map((e) => e ^ 2)),
      says: "In JavaScript ^ is no power but the exclusive or of bits. A square is e ** 2 or e * e.",
      read: "mse-line#step-1",
    },
    "absolute-error": {
      is: (given: Case) => mean(residuals(given).map(Math.abs)),
      says: "This is the mean absolute error. The squared error weighs a miss of 2 four times as much as a miss of 1.",
      read: "mse-line#step-1",
    },
  },
});
