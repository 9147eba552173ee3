/** A rectangle with a grid, and predictions that are made of scores. */
import {
  type ArgsOf,
  args,
  type Draw,
  known,
  matrix,
  named,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { callableOf } from "../../reference/functions/known.ts";

export type Vector = number[];
export type Matrix = number[][];

const end = (low: number, high: number) => (draw: Draw) => draw.between(low, high);
const ends = {
  x0: scalar("x of the first column", { draw: end(-2, 0) }),
  x1: scalar("x of the last column", { draw: end(0.5, 2) }),
  y0: scalar("y of the first row", { draw: end(-1.5, -0.25) }),
  y1: scalar("y of the last row", { draw: end(0.25, 3) }),
  n: scalar("points on each side, at least 1", { domain: "integer", draw: (draw) => draw.integer(2, 5) }),
};

export const rectangle = args(ends, { sizes: { n: [2, 5] } });
export type Rectangle = ArgsOf<typeof rectangle>;

export const first = named("ofFirst", named("identity"));
/** Class 1 where a·x + b·y + c is above 0. */
export const halves = (a: number, b: number, c: number): FunctionValue =>
  named("argmaxOf", named("constant", 0), named("linear", a, b, c));

function classes(draw: Draw): FunctionValue {
  const one = () => draw.between(-1.5, 1.5);
  const score = () => named("linear", one(), one(), one());
  return draw.pick([
    named("argmaxOf", score(), score(), score()),
    named("ring"),
    named("tiltedBowl"),
    named("linear", one(), 2 + one(), one()),
  ]);
}

/** The n numbers of a side, in plain numbers. */
export const side = (from: number, to: number, n: number): Vector =>
  Array.from({ length: n }, (_, k) => (n === 1 ? from : from + ((to - from) * k) / (n - 1)));
export const points = ({ x0, x1, y0, y1, n }: Rectangle): Matrix =>
  side(y0, y1, n).flatMap((y) => side(x0, x1, n).map((x) => [x, y]));

/** The two largest scores at a point are apart, so that rounding does not choose between them. */
function isDecided({ fn, args = [] }: FunctionValue, point: Vector): boolean {
  if (fn !== "argmaxOf") return true;
  const scores = args.map((score) => (callableOf(score as FunctionValue) as (x: Vector) => number)(point));
  const [best, next] = scores.toSorted((a, b) => b - a);
  return best! - next! > 1e-6;
}

export const predicted = args(
  {
    predict: {
      ...known(
        [halves(1, 1, 0), "ring", "tiltedBowl"],
        "takes a point [x, y], gives its class, or another number",
      ),
      draw: classes,
    },
    ...ends,
  },
  {
    sizes: { n: [2, 5] },
    accepts: ({ predict, ...box }) => points(box).every((point) => isDecided(predict, point)),
  },
);
export type Predicted = ArgsOf<typeof predicted>;

export const hidden = args(
  {
    X: matrix("k m", "inputs, one example a row", { between: [-2, 2] }),
    Wh: matrix("d m", "weights of the hidden layer, **out × in**: one row a unit", { between: [-2, 2] }),
    bh: vector("d", "its biases, one a unit", { between: [-1, 1] }),
  },
  { sizes: { k: [3, 5], m: [2, 4], d: [2, 4] } },
);
export type Hidden = ArgsOf<typeof hidden>;
