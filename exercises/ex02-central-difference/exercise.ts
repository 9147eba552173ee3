import {
  type ArgsOf,
  args,
  atMost,
  claim,
  curedBy,
  equal,
  exercise,
  known,
  named,
  optional,
  scalar,
  times,
} from "../../grader/exercise/form.ts";
import { centralDifference, DEFAULT_STEP } from "../../reference/differentiation/central-difference.ts";
import { functionOf } from "../../reference/functions/known.ts";
import { num } from "../../reference/numbers/num.ts";

// Few parabolas and lines: on those the quotient does not depend on h.
const functions = [
  "cube",
  "sin",
  "cos",
  "exp",
  "log",
  "tanh",
  "sigmoid",
  "reciprocal",
  "abs",
  "leakyRelu",
  "square",
  named("quadratic", 0.5, -2, 1),
  named("combine", 2, named("sin"), -0.5, named("cube")),
];

const point = args(
  {
    f: known(functions, "function of one number"),
    x: scalar("where the slope is wanted"),
    h: optional(
      scalar("step to either side", {
        domain: "positive",
        // Up to 1: there the quotient is far from the derivative, and a step that is ignored shows.
        draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5, 1]) : 10 ** draw.between(-4, 0)),
      }),
      DEFAULT_STEP,
    ),
  },
  {
    accepts: ({ f, x, h = DEFAULT_STEP }) =>
      // Between the two points as well: one-sided quotients and half steps, which are mistakes, are then numbers.
      [x - h, x - h / 2, x, x + h / 2, x + h].every((at) => Number.isFinite(functionOf(f).value(at))),
  },
);

/** A formula of f, x and h. */
const of =
  (formula: (f: (x: number) => number, x: number, h: number) => number) =>
  ({ f, x, h = DEFAULT_STEP }: ArgsOf<typeof point>): number =>
    formula(functionOf(f).value, x, h);

const deriv = point.answer<number>({
  says: "Numerical derivative of a function at a point, by the central difference: the slope of the secant through the points of f at x − h and x + h. It is this quotient with the given h that is asked for, not the limit for h → 0.",
  returns: scalar("slope of f around x, measured with step h; NaN or infinite where f is at x ± h"),
  is: ({ f, x, h }) => centralDifference(f, x, h),
  example: { f: named("cube"), x: 2, h: 0.5 },
  edges: {
    "the source's example": {
      given: { f: named("square"), x: 2, h: undefined },
      says: "h is left out, so it is 0.001.",
    },
    "kink of relu": {
      given: { f: named("relu"), x: 0, h: undefined },
      says: "The slope is 0 on the left and 1 on the right; the quotient is their mean.",
    },
    "kink of |x|": {
      given: { f: named("abs"), x: 0, h: undefined },
      says: "The slopes −1 and 1 average to 0.",
    },
    "step below the spacing of numbers": {
      given: { f: named("square"), x: 2, h: 1e-16 },
      expected: 0,
      says: "2 + 1e-16 is 2 again, so the difference is 0.",
    },
    "large step": {
      given: { f: named("cube"), x: 1, h: 2 },
      says: "For x³ at 1 with h = 2 the quotient is asked for, with its error h²·f‴/6 = 4, not the derivative 3.",
    },
    "NaN at x − h": {
      given: { f: named("log"), x: 0, h: 0.5 },
      expected: Number.NaN,
      says: "log(−0.5) is NaN, and so is the quotient. It is passed on, not hidden.",
    },
    "infinite at x − h": {
      given: { f: named("reciprocal"), x: 0.5, h: 0.5 },
      expected: Number.NEGATIVE_INFINITY,
      says: "1/0 is Infinity; it is passed on.",
    },
    overflow: {
      given: { f: named("exp"), x: 800, h: 0.25 },
      expected: Number.NaN,
      says: "Both values of exp are Infinity, and their difference is NaN.",
    },
  },
  laws: {
    "the slope of 2·f − ½·cos is twice the slope of f less half the slope of cos": (slope, { f }) => {
      const cos = named("cos");
      const combined = slope({ f: named("combine", 2, f, -0.5, cos) });
      return equal(
        combined,
        slope()
          .times(2)
          .minus(slope({ f: cos }).times(0.5)),
      );
    },
    "on a parabola a·x² + b·x + c the quotient is 2a·x + b, whatever the step": (slope, { x }) =>
      equal(slope({ f: named("quadratic", 1.5, -2, 0.5) }), num(x).times(3).minus(2)),
    "the slope of an even function is odd: at −x it is the negative of that at x": (slope, { x }) => {
      const f = named("combine", 1, named("cos"), 0.5, named("square"));
      const right = slope({ f });
      return equal(slope({ f, x: -x }), right.negated());
    },
    // The error h²·f‴/6 of sin is −cos(x)·(1 − sin(h)/h): at h = 0.1 it is 99.96 times that at 0.01, for every x.
    "a tenth of the step gives a hundredth of the error: on sin, from h = 0.1 to 0.01": (slope, { x }) => {
      if (Math.abs(Math.cos(x)) <= 0.1) return false;
      const error = (h: number): number => slope({ f: named("sin"), h }).value - Math.cos(x);
      const ratio = error(0.1) / error(0.01);
      return [atMost(99, ratio), atMost(ratio, 101)];
    },
    "a constant function has slope 0 exactly": (slope) => {
      const { value } = slope({ f: named("constant", 2.5) });
      return claim(value === 0, "exactly 0", value);
    },
  },
  mistakes: curedBy(2, {
    "forward-difference": {
      is: of((f, x, h) => (f(x + h) - f(x)) / h),
      step: 3,
      says: "This is the forward difference, from x to x + h. It looks to one side only, and its error falls like h instead of h².",
    },
    "backward-difference": {
      is: of((f, x, h) => (f(x) - f(x - h)) / h),
      step: 3,
      says: "This is the backward difference, from x − h to x. It looks to one side only, and its error falls like h instead of h².",
    },
    "width-halved": {
      is: times(2),
      says: "The difference is divided by h. From x − h to x + h the distance is 2h, so this is twice the slope.",
    },
    "sign-flipped": {
      is: times(-1),
      says: "The two values are exchanged. A rising function has f(x + h) above f(x − h), and its slope is positive.",
    },
    "step-ignored": {
      is: ({ f, x }) => centralDifference(f, num(x)).value,
      step: 4,
      says: "The step is 0.001 whatever h says. That is its value only where h is left out.",
    },
    "default-forgotten": {
      is: ({ h, right }) => (h === undefined ? Number.NaN : right),
      says: "Where h is left out it is undefined, and x + undefined is NaN. Give the parameter its default, 0.001.",
    },
    "divided-by-two": {
      is: ({ right, h = DEFAULT_STEP }) => right * h,
      says: "The difference is divided by 2. The distance of the two points is 2h.",
    },
    "half-step": {
      is: of((f, x, h) => (f(x + h / 2) - f(x - h / 2)) / h),
      says: "The points are x ± h/2. Here h is the step to either side, so the two points lie 2h apart.",
    },
    "numerator-unbracketed": {
      is: of((f, x, h) => f(x + h) - f(x - h) / (2 * h)),
      says: "Only f(x − h) is divided by 2h. Division binds stronger than minus, so the difference needs brackets.",
    },
    "second-difference": {
      is: of((f, x, h) => (f(x + h) - 2 * f(x) + f(x - h)) / h ** 2),
      says: "This is the second difference, which tells how the slope itself changes. The slope takes f at x + h and x − h alone, and divides by 2h.",
    },
    "denominator-unbracketed": {
      is: ({ right, h = DEFAULT_STEP }) => right * h * h,
      says: "The difference is halved and then multiplied by h. “/ 2 * h” runs from left to right, so 2 * h needs brackets.",
    },
  }),
});

export default exercise({
  title: "Central difference derivative",
  unit: 1,
  source: "09.1 Deep Learning – Neural Network, 1.2.2",
  requires: ["ex01"],
  derivation: "derivative",
  minutes: 20,
  symbols: { D: "central difference, the slope of the secant through x − h and x + h" },
  functions: { deriv },
  hints: [
    "A secant goes through two points of the graph. Which two lie symmetric about x, and how far apart are they?",
    "The rise is the difference of f at the two points, right one first. The run is the distance between them: is it h?",
    "Take f(x + h), subtract f(x − h), and divide the whole difference by 2·h, with brackets around both.",
  ],
});
