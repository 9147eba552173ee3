/** The gradient, measured by central differences. */
import {
  type ArgsOf,
  args,
  curedBy,
  equal,
  known,
  named,
  optional,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { GRADIENT_STEP, numericalGradient as measured } from "../../reference/differentiation/descent.ts";
import { callableOf } from "../../reference/functions/known.ts";
import { num } from "../../reference/numbers/num.ts";
import { along, type Vector, x } from "./args.ts";

const heightOf = (f: FunctionValue) => callableOf(f) as (x: Vector) => number;

const place = args({
  f: known(
    ["sumOfCubes", "ring", "tiltedBowl", "steepBowl", "sumOfSquares"],
    "takes a vector, gives a number",
  ),
  x,
  h: optional(
    // Up to 1: a step that is ignored, or taken to one side only, shows in the first digits.
    scalar("step to either side", {
      domain: "positive",
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5, 1]) : 10 ** draw.between(-4, 0)),
    }),
    GRADIENT_STEP,
  ),
});
type Place = ArgsOf<typeof place>;

/** One quotient an entry: what is subtracted from f at x + h, and how far both places are apart. */
const quotients = (
  { f, x, h = GRADIENT_STEP }: Place,
  below: (x: Vector, i: number, h: number) => Vector,
  run: number,
): Vector => {
  const value = heightOf(f);
  return x.map((_, i) => (value(along(x, i, h)) - value(below(x, i, h))) / (run * h));
};

/** Central differences at a place that keeps what earlier entries were moved by. */
const kept = ({ f, x, h = GRADIENT_STEP }: Place, left: number): Vector => {
  const value = heightOf(f);
  return x.map((_, i) => {
    const here = x.map((xj, j) => (j < i ? xj + left * h : xj));
    return (value(along(here, i, h)) - value(along(here, i, -h))) / (2 * h);
  });
};

export const numericalGradient = place.answer({
  says: "The gradient of f at x, measured by central differences",
  formula: "\\frac{f(x + h e_i) - f(x - h e_i)}{2h} \\text{ for each } i",
  returns: vector("n", "∇f(x), one quotient an entry of x"),
  is: ({ f, x, h }) => measured(f, x, h),
  example: { f: named("sumOfSquares"), x: [3, -6], h: 0.5 },
  edges: {
    "one number": {
      given: { f: named("sumOfSquares"), x: [-6], h: undefined },
      says: "With n = 1 it is the slope, here −12, as a vector of one entry.",
    },
    "the bottom": {
      given: { f: named("tiltedBowl"), x: [0, 0, 0], h: undefined },
      says: "At the lowest place every slope is 0.",
    },
    "a large x needs a large h": {
      given: { f: named("sumOfSquares"), x: [1e8], h: 1 },
      says: "Near 1e8 a step of 1e-5 drowns in rounding. The caller chooses h = 1, and that step is taken as it is.",
    },
    "a step below the spacing of numbers": {
      given: { f: named("sumOfSquares"), x: [1e8], h: 1e-9 },
      expected: [0],
      says: "1e8 + 1e-9 is 1e8 again, so that the difference is 0.",
    },
    "f gives NaN": {
      given: { f: named("sumOfLogs"), x: [0.25, 2], h: 0.5 },
      says: "The logarithm of −0.25 is NaN, and so is the first entry. The second is a number as ever.",
    },
  },
  laws: {
    "on Σ xᵢ² + Σ xᵢ·xᵢ₊₁ − 2·Σ i·xᵢ, a parabola in every direction, no step is too large": (f, { x }) => {
      const slope = (i: number) => 2 * x[i]! + (x[i - 1] ?? 0) + (x[i + 1] ?? 0) - 2 * (i + 1);
      const bowl = named("combine", 1, named("tiltedBowl"), -2, named("plane"));
      return equal(
        f({ f: bowl, h: 0.5 }),
        x.map((_, i) => num(slope(i)).bounded(8 * Math.abs(slope(i)) + 8)),
      );
    },
    "the gradient of 2·f − ½·g is twice that of f less half that of g": (f, at) => {
      const both = f({ f: named("combine", 2, at.f, -0.5, named("steepBowl")) });
      const [one, other] = [f(), f({ f: named("steepBowl") })];
      return equal(
        both,
        one.map((slope, i) => slope.times(2).minus(other[i]!.times(0.5))),
      );
    },
    "the gradient of Σ xᵢ² points along x itself, across the circle through x": (f, { x }) => {
      const g = f({ f: named("sumOfSquares") });
      return x.slice(1).map((xi, i) => equal(g[0]!.times(xi), g[i + 1]!.times(x[0]!)));
    },
    "on Σ xᵢ³ it is 3xᵢ² + h²: the error of a central difference": (f, { x }) =>
      equal(
        f({ f: named("sumOfCubes"), h: 0.5 }),
        x.map((xi) => num(xi).squared().times(3).plus(0.25)),
      ),
  },
  mistakes: curedBy(2, {
    "all-moved-together": {
      is: ({ f, x, h = GRADIENT_STEP }) => {
        const value = heightOf(f);
        const moved = (by: number) => x.map((xi) => xi + by);
        return x.map(() => (value(moved(h)) - value(moved(-h))) / (2 * h));
      },
      says: "All entries are moved at once. Entry i of the gradient is how f grows along xᵢ alone: move that entry, and leave the others.",
    },
    "steps-pile-up": {
      is: (at) => kept(at, 1),
      says: "The entries before xᵢ are still at xⱼ + h when xᵢ is moved. Begin at x anew for each entry, or put it back.",
    },
    "left-below": {
      is: (at) => kept(at, -1),
      says: "The entries before xᵢ are still at xⱼ − h when xᵢ is moved. Begin at x anew for each entry, or put it back.",
    },
    "forward-difference": {
      is: (at) => quotients(at, (x) => x, 1),
      says: "This goes to one side only, from x to x + h, and its error is of the size of h. Take x − h, too: the error is then of the size of h².",
    },
    "two-forgotten": {
      is: (at) => quotients(at, (x, i, h) => along(x, i, -h), 1),
      says: "Every entry is twice too large. The places x + h and x − h are 2h apart, not h.",
    },
    "step-ignored": {
      is: (at) => quotients({ ...at, h: GRADIENT_STEP }, (x, i, h) => along(x, i, -h), 2),
      says: "The step is 1e-5 whatever is handed over. That is its value only where h is left out.",
    },
  }),
});
