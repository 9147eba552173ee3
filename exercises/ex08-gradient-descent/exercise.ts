import {
  type Answer,
  type ArgsOf,
  args,
  atMost,
  claim,
  equal,
  exercise,
  known,
  matrix,
  optional,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { descent, GRADIENT_STEP, numericalGradient as measured } from "../../reference/descent.ts";
import { callableOf, formulaOf } from "../../reference/functions.ts";
import { type Num, num } from "../../reference/num.ts";

type Vector = number[];

const named = (fn: string, ...args: (number | FunctionValue)[]): FunctionValue =>
  args.length === 0 ? { fn } : { fn, args };
const slopesOf = (fn: string): FunctionValue => named("gradientOf", named(fn));
const heightOf = (f: FunctionValue) => callableOf(f) as (x: Vector) => number;
const along = (x: Vector, i: number, by: number): Vector => x.map((xj, j) => (j === i ? xj + by : xj));

const x = vector("n", "the place");
const lr = scalar("learning rate η", {
  // Not 1, where a rate that is forgotten does not show.
  draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5, 0.75, 1.5]) : draw.between(0.02, 0.9)),
});

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

const numericalGradient = place.answer({
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
  mistakes: {
    "all-moved-together": {
      is: ({ f, x, h = GRADIENT_STEP }) => {
        const value = heightOf(f);
        const moved = (by: number) => x.map((xi) => xi + by);
        return x.map(() => (value(moved(h)) - value(moved(-h))) / (2 * h));
      },
      step: 2,
      says: "All entries are moved at once. Entry i of the gradient is how f grows along xᵢ alone: move that entry, and leave the others.",
    },
    "steps-pile-up": {
      is: (at) => kept(at, 1),
      step: 2,
      says: "The entries before xᵢ are still at xⱼ + h when xᵢ is moved. Begin at x anew for each entry, or put it back.",
    },
    "left-below": {
      is: (at) => kept(at, -1),
      step: 2,
      says: "The entries before xᵢ are still at xⱼ − h when xᵢ is moved. Begin at x anew for each entry, or put it back.",
    },
    "forward-difference": {
      is: (at) => quotients(at, (x) => x, 1),
      step: 2,
      says: "This goes to one side only, from x to x + h, and its error is of the size of h. Take x − h, too: the error is then of the size of h².",
    },
    "two-forgotten": {
      is: (at) => quotients(at, (x, i, h) => along(x, i, -h), 1),
      step: 2,
      says: "Every entry is twice too large. The places x + h and x − h are 2h apart, not h.",
    },
    "step-ignored": {
      is: (at) => quotients({ ...at, h: GRADIENT_STEP }, (x, i, h) => along(x, i, -h), 2),
      step: 2,
      says: "The step is 1e-5 whatever is handed over. That is its value only where h is left out.",
    },
  },
});

const one = args({ x, grad: vector("n", "gradient at that place"), lr });

const gradientStep = one.answer({
  says: "One step of gradient descent",
  formula: "x - \\eta \\nabla f(x)",
  returns: vector("n", "where the step arrives"),
  is: ({ x, grad, lr }) => x.map((xi, i) => xi.minus(lr.times(grad[i]!))),
  example: { x: [3, -6], grad: [6, -12], lr: 0.1 },
  edges: {
    "one number": {
      given: { x: [-6], grad: [-12], lr: 0.1 },
      says: "On x² the step from −6 is against the slope −12, to −4.8: from 36 down to 23.04.",
    },
    "a stationary point": {
      given: { x: [2, -1.5], grad: [0, 0], lr: 0.5 },
      says: "Where the gradient is 0, x stays.",
    },
    "a rate below 0": {
      given: { x: [-6], grad: [-12], lr: -1 },
      says: "It climbs: −6 + (−12) is −18, where x² is 324. The gradient gives a direction, not a distance.",
    },
  },
  laws: {
    "with η = 0, x stays": (f, { x }) => equal(f({ lr: 0 }), x),
    "twice the rate goes twice as far": (f, { x, lr }) => {
      const [near, far] = [f(), f({ lr: 2 * lr })];
      return equal(
        far.map((to, i) => to.minus(x[i]!)),
        near.map((to, i) => to.minus(x[i]!).times(2)),
      );
    },
    "on Σ xᵢ² a step multiplies x by 1 − 2η": (f, { x, lr }) =>
      equal(
        f({ grad: x.map((xi) => 2 * xi) }),
        x.map((xi) =>
          num(1)
            .minus(2 * lr)
            .times(xi),
        ),
      ),
    "the opposite gradient leads back": (f, { x, grad }) =>
      equal(f({ x: f(), grad: grad.map((slope) => -slope) }), x),
  },
  mistakes: {
    ascent: {
      is: ({ x, grad, lr }) => x.map((xi, i) => xi + lr * grad[i]!),
      step: 3,
      says: "The sign is flipped, and this climbs. The gradient points uphill; the step goes against it.",
    },
    "rate-forgotten": {
      is: ({ x, grad }) => x.map((xi, i) => xi - grad[i]!),
      step: 3,
      says: "The learning rate is missing. The gradient gives the direction; lr times it is how far to go.",
    },
    "update-alone": {
      is: ({ grad, lr }) => grad.map((slope) => -lr * slope),
      step: 3,
      says: "This is the way that is gone, −η∇f. Asked for is where it leads: add it to x.",
    },
    "length-normalised": {
      is: ({ x, grad, lr }) => x.map((xi, i) => xi - (lr * grad[i]!) / Math.hypot(...grad)),
      step: 3,
      says: "The gradient is divided by its length, so that every step goes equally far. Descent takes it as it is: where the slope is small, the step is short.",
    },
    "sign-alone": {
      is: ({ x, grad, lr }) => x.map((xi, i) => xi - lr * Math.sign(grad[i]!)),
      step: 3,
      says: "Only the gradient's signs are used. Its size counts, too: a steeper direction takes the longer step.",
    },
  },
});

const walk = args(
  {
    gradF: known(
      ["ring", "tiltedBowl", "steepBowl", "sumOfCubes", "sumOfSquares"].map(slopesOf),
      "takes a vector, gives the gradient there",
    ),
    x0: vector("n", "where descent starts"),
    lr: scalar("learning rate η", {
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.125, 0.25, 0.5]) : draw.between(0.02, 0.4)),
    }),
    steps: scalar("number of steps", { domain: "integer", draw: (draw) => draw.integer(2, 5) }),
  },
  {
    sizes: { n: [2, 4] },
    // Cubes run away from a start far below 0.
    accepts: ({ gradF, x0, lr, steps }) =>
      walked(gradF, x0, lr, steps)
        .flat()
        .every((xi) => Math.abs(xi) < 1e3),
  },
);
type Walk = ArgsOf<typeof walk>;

const walked = (...[gradF, x0, lr, steps]: [FunctionValue, Vector, number, number]): Vector[] =>
  descent(gradF, x0.map(num), num(lr), steps).map((point) => point.map(({ value }) => value));

/** Descent whose gradient or rate is wrong: each step takes away what `update` says of the gradient. */
const wrongly = (
  { gradF, x0, lr, steps }: Walk,
  update: (slope: number, lr: number) => number,
  where: (x: Vector) => Vector = (x) => x,
): Vector[] => {
  const gradient = callableOf(gradF) as (x: Vector) => Vector;
  const points = [x0];
  for (let t = 0; t < steps; t++) {
    const x = points[t]!;
    const slopes = gradient(where(x));
    points.push(x.map((xi, i) => xi - update(slopes[i]!, lr)));
  }
  return points;
};

/** Descent that moves one entry after another, each by a new gradient. */
const inTurn = ({ gradF, x0, lr, steps }: Walk): Vector[] => {
  const gradient = callableOf(gradF) as (x: Vector) => Vector;
  const points = [x0];
  for (let t = 0; t < steps; t++)
    points.push(x0.reduce((x, _, i) => along(x, i, -lr * gradient(x)[i]!), points[t]!));
  return points;
};

const squares = slopesOf("sumOfSquares");
const heights = (fn: string, points: Answer<Vector[]>): Num[] =>
  points.map((point) => formulaOf(named(fn))(point) as Num);

const minimize = walk.answer({
  says: "Gradient descent from x0: the start, and where each step arrives",
  formula: "x_{t+1} = x_t - \\eta \\nabla f(x_t)",
  returns: matrix("steps+1 n", "the points, one a row, x0 first"),
  is: ({ gradF, x0, lr }, { steps }) => descent(gradF, x0, lr, steps),
  example: { gradF: squares, x0: [3, -6], lr: 0.25, steps: 2 },
  edges: {
    "no step": { given: { x0: [1, -2], steps: 0 }, says: "The list holds x0 alone." },
    "one number": {
      given: { gradF: squares, x0: [-6], lr: 0.1, steps: 3 },
      says: "Each step multiplies −6 by 0.8: −4.8, −3.84, −3.072.",
    },
    "a stationary point": {
      given: { gradF: slopesOf("tiltedBowl"), x0: [0, 0], steps: 3 },
      says: "The gradient is 0, and every point is x0.",
    },
  },
  laws: {
    "on Σ xᵢ²: η = ½ lands on 0, η = 1 jumps to and fro, with η = 1.5 the distance doubles": (f, { x0 }) => {
      const run = (lr: number) => f({ gradF: squares, lr, steps: 2 });
      const times = (...factors: number[]) => factors.map((factor) => x0.map((xi) => factor * xi));
      return [
        equal(run(0.5), times(1, 0, 0)),
        equal(run(1), times(1, -1, 1)),
        equal(run(1.5), times(1, -2, 4)),
      ];
    },
    "two runs, the second from where the first ended, are one": (f, { steps }) => {
      const [whole, first] = [f({ steps: steps + 2 }), f()];
      return equal(f({ x0: first[steps]!, steps: 2 }), whole.slice(steps));
    },
    "on Σ xᵢ² + Σ xᵢ·xᵢ₊₁, which bends by 4 at most, η = ¼ never climbs": (f) => {
      const values = heights("tiltedBowl", f({ gradF: slopesOf("tiltedBowl"), lr: 0.25 }));
      return values.slice(1).map((value, t) => atMost(value, values[t]!));
    },
    "the first point is x0": (f, { x0 }) => {
      const [first] = f();
      return claim(
        first!.every((xi, i) => xi.value === x0[i]),
        "x0 as it is",
        first!.map(({ value }) => value),
      );
    },
  },
  mistakes: {
    ascent: {
      is: (walk) => wrongly(walk, (slope, lr) => -lr * slope),
      step: 3,
      says: "The sign is flipped, and this climbs. The gradient points uphill; the step goes against it.",
    },
    "rate-forgotten": {
      is: (walk) => wrongly(walk, (slope) => slope),
      step: 3,
      says: "The learning rate is missing. The gradient gives the direction; lr times it is how far to go.",
    },
    "gradient-of-the-start": {
      is: (walk) =>
        wrongly(
          walk,
          (slope, lr) => lr * slope,
          () => walk.x0,
        ),
      step: 3,
      says: "Every step takes the gradient at x0. Ask gradF anew at each point: the slope changes on the way.",
    },
    "entries-in-turn": {
      is: inTurn,
      step: 7,
      says: "Each entry's slope is asked for after the entries before it have moved. Take the whole gradient first, at the old place, and then move all entries.",
    },
    "one-list-again-and-again": {
      is: ({ gradF, x0, lr, steps }) => {
        const points = walked(gradF, x0, lr, steps);
        return points.map(() => points[steps]!);
      },
      step: 3,
      says: "Every entry is the last point: the same array was put into the list again and again, and moved on. Put in a new array for each point.",
    },
    "one-step-ahead": {
      is: ({ gradF, x0, lr, steps }) => walked(gradF, x0, lr, steps + 1).slice(1),
      step: 3,
      says: "The list begins after the first step. It begins with x0, and ends after `steps` steps.",
    },
  },
});

export default exercise({
  title: "Gradient vector, numerical gradient and one descent step",
  unit: 1,
  source:
    "Building FeedForward Networks with Pytorch, Introduction to gradient, (Full batch) gradient descent; Machine Learning Visualized, 0.1.3; 01 build and train feedforward nn, 1.7",
  requires: ["ex02"],
  derivation: "gradient-descent",
  minutes: 40,
  points: 20,
  symbols: { n: "number of entries of x", eᵢ: "the vector with 1 at place i and 0 elsewhere" },
  functions: { numericalGradient, gradientStep, minimize },
  hints: [
    "What is the slope of f along the first entry alone? Which two points do you need for it, and what do they have in common?",
    "The gradient points to where f grows. Which sign takes you down, and what decides how far? And at which point is the next gradient wanted?",
    "For each i copy x, move entry i by h to either side, and divide the difference of f by 2·h. A step is xᵢ − lr·gradᵢ. minimize starts a list with a copy of x0 and pushes gradientStep of the last point, steps times.",
  ],
});
