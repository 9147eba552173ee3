import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import { functionOf } from "../../reference/functions.ts";
import type { Point } from "./exercise.ts";

type Case = MistakeCase<Point, number>;

/** A formula of f, x and h. */
const of =
  (formula: (f: (x: number) => number, x: number, h: number) => number) =>
  ({ f, x, h = 1e-3 }: Case): number =>
    formula(functionOf(f).value, x, h);

const central = of((f, x, h) => (f(x + h) - f(x - h)) / (2 * h));

export const mistakes = mistakesOf({
  deriv: {
    "forward-difference": {
      is: of((f, x, h) => (f(x + h) - f(x)) / h),
      says: "This is the forward difference, from x to x + h. It looks to one side only, and its error falls like h instead of h².",
      read: "derivative#step-3",
    },
    "backward-difference": {
      is: of((f, x, h) => (f(x) - f(x - h)) / h),
      says: "This is the backward difference, from x − h to x. It looks to one side only, and its error falls like h instead of h².",
      read: "derivative#step-3",
    },
    "width-halved": {
      is: of((f, x, h) => (f(x + h) - f(x - h)) / h),
      says: "The difference is divided by h. From x − h to x + h the distance is 2h, so this is twice the slope.",
      read: "derivative#step-2",
    },
    "sign-flipped": {
      is: of((f, x, h) => (f(x - h) - f(x + h)) / (2 * h)),
      says: "The two values are exchanged. A rising function has f(x + h) above f(x − h), and its slope is positive.",
      read: "derivative#step-2",
    },
    "step-ignored": {
      is: of((f, x) => (f(x + 0.001) - f(x - 0.001)) / 0.002),
      says: "The step is 0.001 whatever h says. That is its value only where h is left out.",
      read: "derivative#step-4",
    },
    "default-forgotten": {
      is: ({ h, ...given }: Case) => (h === undefined ? Number.NaN : central({ ...given, h })),
      says: "Where h is left out it is undefined, and x + undefined is NaN. Give the parameter its default, 0.001.",
      read: "derivative#step-2",
    },
    "divided-by-two": {
      is: of((f, x, h) => (f(x + h) - f(x - h)) / 2),
      says: "The difference is divided by 2. The distance of the two points is 2h.",
      read: "derivative#step-2",
    },
    "half-step": {
      is: of((f, x, h) => (f(x + h / 2) - f(x - h / 2)) / h),
      says: "The points are x ± h/2. Here h is the step to either side, so the two points lie 2h apart.",
      read: "derivative#step-2",
    },
    "numerator-unbracketed": {
      is: of((f, x, h) => f(x + h) - f(x - h) / (2 * h)),
      says: "Only f(x − h) is divided by 2h. Division binds stronger than minus, so the difference needs brackets.",
      read: "derivative#step-2",
    },
    "denominator-unbracketed": {
      is: of((f, x, h) => ((f(x + h) - f(x - h)) / 2) * h),
      says: "The difference is halved and then multiplied by h. “/ 2 * h” runs from left to right, so 2 * h needs brackets.",
      read: "derivative#step-2",
    },
  },
});
