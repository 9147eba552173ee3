/** Many steps, each from where the one before arrived. */
import {
  type Answer,
  type ArgsOf,
  args,
  atMost,
  claim,
  curedBy,
  equal,
  known,
  matrix,
  named,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { descent } from "../../reference/differentiation/descent.ts";
import { callableOf, formulaOf } from "../../reference/functions/known.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { along, slopesOf, type Vector } from "./args.ts";

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

export const minimize = walk.answer({
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
  mistakes: curedBy(3, {
    ascent: {
      is: (walk) => wrongly(walk, (slope, lr) => -lr * slope),
      says: "The sign is flipped, and this climbs. The gradient points uphill; the step goes against it.",
    },
    "rate-forgotten": {
      is: (walk) => wrongly(walk, (slope) => slope),
      says: "The learning rate is missing. The gradient gives the direction; lr times it is how far to go.",
    },
    "gradient-of-the-start": {
      is: (walk) =>
        wrongly(
          walk,
          (slope, lr) => lr * slope,
          () => walk.x0,
        ),
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
      says: "Every entry is the last point: the same array was put into the list again and again, and moved on. Put in a new array for each point.",
    },
    "one-step-ahead": {
      is: ({ gradF, x0, lr, steps }) => walked(gradF, x0, lr, steps + 1).slice(1),
      says: "The list begins after the first step. It begins with x0, and ends after `steps` steps.",
    },
  }),
});
