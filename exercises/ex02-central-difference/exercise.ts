import {
  define,
  defineExercise,
  type InputsOf,
  type CallsLaw as Law,
} from "../../grader/exercise/exercise.ts";
import { aFunction, aNumber, drawn, optional } from "../../grader/exercise/inputs.ts";
import { atMost, claim, equal } from "../../grader/exercise/relations.ts";
import { scalar } from "../../grader/exercise/types.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { centralDifference, DEFAULT_STEP } from "../../reference/central-difference.ts";
import { functionOf } from "../../reference/functions.ts";
import { Num } from "../../reference/num.ts";

// Few parabolas and lines: on those the quotient does not depend on h.
const functions: readonly (string | FunctionValue)[] = [
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
  { fn: "quadratic", args: [0.5, -2, 1] },
  { fn: "combine", args: [2, { fn: "sin" }, -0.5, { fn: "cube" }] },
];

const point = {
  f: aFunction(functions),
  x: aNumber(),
  // Up to 1: there the quotient is far from the derivative, and a step that is ignored shows.
  h: optional(
    drawn(scalar("positive"), (draw) =>
      draw.family === "quarters" ? draw.pick([0.25, 0.5, 1]) : 10 ** draw.between(-4, 0),
    ),
  ),
};
export type Point = InputsOf<typeof point>;

const named = (fn: string, ...args: (number | FunctionValue)[]): FunctionValue =>
  args.length === 0 ? { fn } : { fn, args };

const linear: Law<Point> = {
  says: "the slope of 2·f − ½·cos is twice the slope of f less half the slope of cos",
  calls: (at) => [
    { ...at, f: named("combine", 2, at.f, -0.5, named("cos")) },
    at,
    { ...at, f: named("cos") },
  ],
  holds: ([combined, f, cos]: Num[]) => equal(combined!, f!.times(2).minus(cos!.times(0.5))),
};

const exactOnParabolas: Law<Point> = {
  says: "on a parabola a·x² + b·x + c the quotient is 2a·x + b, whatever the step",
  calls: (at) => [{ ...at, f: named("quadratic", 1.5, -2, 0.5) }],
  holds: ([slope]: Num[], { x }) => equal(slope!, new Num(x).times(3).minus(2)),
};

const evenToOdd: Law<Point> = {
  says: "the slope of an even function is odd: at −x it is the negative of that at x",
  calls: (at) => {
    const f = named("combine", 1, named("cos"), 0.5, named("square"));
    return [
      { ...at, f },
      { ...at, f, x: -at.x },
    ];
  },
  holds: ([right, left]: Num[]) => equal(left!, right!.negated()),
};

/** The error h²·f‴/6 of sin is −cos(x)·(1 − sin(h)/h): at h = 0.1 it is 99.96 times that at 0.01, for every x. */
const secondOrder: Law<Point> = {
  says: "a tenth of the step gives a hundredth of the error: on sin, from h = 0.1 to 0.01",
  when: ({ x }) => Math.abs(Math.cos(x)) > 0.1,
  calls: ({ x }) => [0.1, 0.01].map((h) => ({ f: named("sin"), x, h })),
  holds: ([coarse, fine]: Num[], { x }) => {
    const ratio = (coarse!.value - Math.cos(x)) / (fine!.value - Math.cos(x));
    return [atMost(99, ratio), atMost(ratio, 101)];
  },
};

const constantHasNoSlope: Law<Point> = {
  says: "a constant function has slope 0 exactly",
  calls: (at) => [{ ...at, f: named("constant", 2.5) }],
  holds: ([slope]: Num[]) => claim(slope!.value === 0, "exactly 0", slope!.value),
};

export default defineExercise({
  title: "Central difference derivative",
  unit: 1,
  unitTitle: "Derivatives and the chain rule",
  source: "09.1 Deep Learning – Neural Network, 1.2.2",
  requires: ["ex01"],
  derivation: "derivative",
  symbols: {
    f: "function of one number",
    x: "where the slope is wanted",
    h: "step to either side of x",
    D: "central difference, the slope of the secant through x − h and x + h",
  },
  functions: {
    deriv: define<Point>({
      inputs: point,
      returns: scalar(),
      reference: ({ f, x, h }) => centralDifference(f, new Num(x), h),
      accepts: ({ f, x, h = DEFAULT_STEP }) =>
        // Between the two points as well: one-sided quotients and half steps, which are mistakes, are then numbers.
        [x - h, x - h / 2, x, x + h / 2, x + h].every((at) => Number.isFinite(functionOf(f).value(at))),
      edges: {
        "the document's example": {
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
          says: "The quotient is asked for, with its error h²·f‴/6 = 4, not the derivative 3.",
        },
        "NaN at x − h": {
          given: { f: named("log"), x: 0, h: 0.5 },
          expected: Number.NaN,
          says: "log(−0.5) is NaN, and so is the quotient.",
        },
        "infinite at x − h": {
          given: { f: named("reciprocal"), x: 0.5, h: 0.5 },
          expected: Number.NEGATIVE_INFINITY,
          says: "1/0 is Infinity; it is passed on.",
        },
        overflow: {
          given: { f: named("exp"), x: 800, h: 0.25 },
          expected: Number.NaN,
          says: "Both values are Infinity, and their difference is NaN.",
        },
      },
      laws: [linear, exactOnParabolas, evenToOdd, secondOrder, constantHasNoSlope],
    }),
  },
  hints: [
    "A secant goes through two points of the graph. Which two lie symmetric about x, and how far apart are they?",
    "The rise is the difference of f at the two points, right one first. The run is the distance between them: is it h?",
    "Take f(x + h), subtract f(x − h), and divide the whole difference by 2·h, with brackets around both.",
  ],
});
