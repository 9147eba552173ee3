/** The distance from a plane, with its side. */
import { args, claim, curedBy, equal, scalar, vector } from "../../grader/exercise/form.ts";
import { signedDistance as distanceOf } from "../../reference/linear-models/plane.ts";
import { type Num, norm, num } from "../../reference/numbers/num.ts";
import { dot, total } from "../../reference/numbers/plain.ts";

const length = (w: readonly number[]): number => Math.sqrt(dot(w, w));

const point = args(
  { x: vector("m", "a point"), w: vector("m", "normal of the plane"), b: scalar("bias") },
  { sizes: { m: [2, 5] }, accepts: ({ w }) => length(w) >= 0.25 },
);

export const signedDistance = point.answer<number>({
  says: "Distance of a point from the plane w·x + b = 0: positive on the side that w points to, negative on the other.",
  formula: String.raw`d = \frac{w \cdot x + b}{\|w\|}`,
  returns: scalar("distance d, with the sign of the side"),
  is: ({ x, w, b }) => distanceOf(x, w, b),
  example: { x: [1, 2], w: [3, 4], b: -1 },
  edges: {
    "on the plane": { given: { x: [2, -1], w: [1, 3], b: 1 }, says: "w·x + b = 0, and so is the distance." },
    "the origin": {
      given: { x: [0, 0, 0], w: [2, -1, 2], b: -6 },
      says: "From the origin the distance is b/‖w‖ = −2.",
    },
    "one feature": {
      given: { x: [3], w: [-2], b: 2 },
      says: "The plane is the point 1. 3 lies 2 away from it, on the side that w does not point to.",
    },
    "no plane": {
      given: { x: [1, 2], w: [0, 0], b: 2 },
      holds: (d: Num) => claim(!Number.isFinite(d.value), "no finite number", d.value),
      says: "With w = 0 there is no plane to be away from: the answer is no finite number.",
    },
  },
  laws: {
    "along w/‖w‖ it grows by the length of the way": (f, { x, w }) => {
      const unit = norm(w.map(num));
      const there = x.map((xj, j) => num(xj).plus(num(w[j]!).times(1.5).over(unit)));
      return equal(f({ x: there }), f().plus(1.5));
    },
    "w and b times 3 are the same plane": (f, { w, b }) =>
      equal(f({ w: w.map((wj) => 3 * wj), b: 3 * b }), f()),
    "with −w and −b the sides change places": (f, { w, b }) =>
      equal(f({ w: w.map((wj) => -wj), b: -b }), f().negated()),
    "a way across w leaves it": (f, { x: [x1 = 0, x2 = 0, ...rest], w: [w1 = 0, w2 = 0] }) =>
      equal(f({ x: [x1 - w2, x2 + w1, ...rest] }), f()),
  },
  mistakes: curedBy(4, {
    "not-divided": {
      is: ({ x, w, b }) => dot(w, x) + b,
      says: "This is the net input w·x + b. It grows with the length of w; divided by ‖w‖ it is a distance.",
    },
    "divided-by-the-square": {
      is: ({ x, w, b }) => (dot(w, x) + b) / dot(w, w),
      says: "This divides by ‖w‖². That is how often w fits in, and w has the length ‖w‖.",
    },
    "bias-undivided": {
      is: ({ x, w, b }) => dot(w, x) / length(w) + b,
      says: "Only w·x is divided by ‖w‖. The bias is measured in the same units, and is divided as well.",
    },
    "bias-forgotten": {
      is: ({ x, w }) => dot(w, x) / length(w),
      says: "The bias is missing. This is the distance from the plane through 0.",
    },
    "without-a-side": {
      is: ({ right }) => Math.abs(right),
      says: "The sign is lost. It says on which side of the plane the point lies.",
    },
    "divided-by-the-bias-too": {
      is: ({ x, w, b }) => (dot(w, x) + b) / Math.sqrt(dot(w, w) + b * b),
      says: "The bias is counted into the length. The length of w alone is how fast w·x + b grows along w.",
    },
    "length-of-absolute-values": {
      is: ({ x, w, b }) => (dot(w, x) + b) / total(w.map(Math.abs)),
      says: "The length is taken as a sum of absolute values. By Pythagoras it is the root of the sum of squares.",
    },
    "divided-by-the-length-of-x": {
      is: ({ x, w, b }) => (dot(w, x) + b) / length(x),
      says: "This divides by the length of x. The plane's own normal gives the scale: ‖w‖.",
    },
  }),
});
