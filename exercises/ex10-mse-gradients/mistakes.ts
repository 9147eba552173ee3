import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import type { Line } from "./exercise.ts";

type Case = MistakeCase<Line, number, { mseLossDw: number; mseLossDb: number }>;

const residuals = ({ x, y, w, b }: Line): number[] => x.map((xi, i) => y[i]! - (w * xi + b));
const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

const signFlipped = {
  is: ({ right }: Case) => -right,
  says: "The sign is flipped. The inner derivative of yᵢ − (w xᵢ + b) is negative, and that minus stays.",
  read: "mse-line#step-3",
};
const factorTwoForgotten = {
  is: ({ right }: Case) => right / 2,
  says: "The factor 2 is missing. It is the outer derivative of the square.",
  read: "mse-line#step-2",
};
const sumForMean = {
  is: ({ right, x }: Case) => right * x.length,
  says: "The 1/n is missing. The loss is a mean, so its gradient is one too.",
  read: "mse-line#step-1",
};

export const mistakes = mistakesOf({
  mseLossDw: {
    "factor-two-forgotten": factorTwoForgotten,
    "sum-for-mean": sumForMean,
    "sign-flipped": signFlipped,
    "x-forgotten": {
      is: ({ other }: Case) => other.mseLossDb,
      says: "This is the gradient by b. The inner derivative by w is −xᵢ, not −1: each residual is weighted by its xᵢ.",
      read: "mse-line#step-4",
    },
    "w-for-x": {
      is: ({ x, y, w, b }: Case) => (-2 / x.length) * sum(residuals({ x, y, w, b }).map((e) => w * e)),
      says: "The inner derivative is taken as w. The derivative of w·xᵢ by w is xᵢ.",
      read: "mse-line#step-4",
    },
    "square-kept": {
      is: ({ x, y, w, b }: Case) =>
        (-2 / x.length) * sum(residuals({ x, y, w, b }).map((e, i) => x[i]! * e * e)),
      says: "The residual is still squared. The derivative of e² by e is 2e, of the first power.",
      read: "mse-line#step-2",
    },
  },
  mseLossDb: {
    "sign-flipped": signFlipped,
    "factor-two-forgotten": factorTwoForgotten,
    "sum-for-mean": sumForMean,
    "x-left-in": {
      is: ({ other }: Case) => other.mseLossDw,
      says: "This is the gradient by w. The inner derivative by b is −1, so no xᵢ remains.",
      read: "mse-line#step-5",
    },
  },
});
