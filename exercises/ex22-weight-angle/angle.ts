/** The angle between two vectors. */
import { args, equal, scalar, times, vector } from "../../grader/exercise/form.ts";
import { angleBetween } from "../../reference/linear-models/angle.ts";
import { num } from "../../reference/numbers/num.ts";
import { dot, total } from "../../reference/numbers/plain.ts";

type Vector = readonly number[];

const length = (u: Vector): number => Math.sqrt(dot(u, u));
const cosine = (u: Vector, v: Vector): number => dot(u, v) / (length(u) * length(v));
const degrees = (c: number): number => (Math.acos(Math.min(1, Math.max(-1, c))) * 180) / Math.PI;

/** Neither 0 nor on one line: there rounding decides what is above 1, and edge cases ask for that. */
export const isAngle = (u: Vector, v: Vector): boolean => Math.abs(cosine(u, v)) < 0.999;

const pair = args(
  { u: vector("m", "a vector"), v: vector("m", "another one") },
  { sizes: { m: [2, 5] }, accepts: ({ u, v }) => isAngle(u, v) },
);

const onOneLine =
  "Rounding can carry the cosine a little beyond 1 or −1, where arccos is NaN. Cut it off there.";
const noAngle = "A vector of length 0 has no direction. 0/0 is NaN, and NaN is not hidden.";

/** A vector at right angles to u, in the plane of its first two entries. */
const perpendicular = ([u1 = 0, u2 = 0, ...rest]: Vector): number[] => [-u2, u1, ...rest.map(() => 0)];

/** The first two entries turned by the angle of the triangle 3, 4, 5. */
const turned = ([u1 = 0, u2 = 0, ...rest]: Vector): number[] => [
  0.6 * u1 - 0.8 * u2,
  0.8 * u1 + 0.6 * u2,
  ...rest,
];

export const calculateAngle = pair.answer({
  says: "The angle between two vectors, in degrees. It is NaN only where one of them is 0 or has a NaN.",
  formula: String.raw`\theta = \arccos \frac{u \cdot v}{\|u\| \, \|v\|} \text{ in degrees}`,
  returns: scalar("angle in degrees, from 0 to 180"),
  features: { "u·v is not 0": ({ u, v }) => dot(u, v) !== 0 },
  is: ({ u, v }) => angleBetween(u, v),
  example: { u: [1, 0], v: [1, 1] },
  edges: {
    "the same direction": {
      given: { u: [1.4, 0.8], v: [7, 4] },
      says: "v is five times u: the angle is 0.",
      ifNaN: onOneLine,
    },
    "opposite directions": {
      given: { u: [1.4, 0.8], v: [-7, -4] },
      says: "v points the other way: the angle is 180.",
      ifNaN: onOneLine,
    },
    "a right angle": {
      given: { u: [1, 2, -1], v: [3, -1, 1] },
      says: "u·v = 0, so the angle is 90, whatever the lengths.",
    },
    "a zero vector": {
      given: { u: [0, 0], v: [3, 1] },
      expected: Number.NaN,
      says: "There is no angle: the answer is NaN.",
      ifNumber: noAngle,
    },
    "one entry": {
      given: { u: [2], v: [-0.5] },
      says: "On a line there are two directions. These are opposite.",
    },
  },
  laws: {
    "u and v may change places": (f, { u, v }) => equal(f({ u: v, v: u }), f()),
    "lengths do not matter: 3u has the same angle to v": (f, { u }) =>
      equal(f({ u: u.map((uj) => 3 * uj) }), f()),
    "−v is on the other side: 180 less the angle to v": (f, { v }) =>
      equal(f({ v: v.map((vj) => -vj) }), num(180).minus(f())),
    "2u is at 0 to u, and a vector across at 90": (f, { u }) =>
      length(perpendicular(u)) > 0 && [
        equal(f({ v: u.map((uj) => 2 * uj) }), 0),
        equal(f({ v: perpendicular(u) }), 90),
      ],
    "both turned by the same rotation keep their angle": (f, { u, v }) =>
      equal(f({ u: turned(u), v: turned(v) }), f()),
  },
  mistakes: {
    "not-divided-by-the-lengths": {
      is: ({ u, v }) => degrees(dot(u, v)),
      step: 2,
      says: "The arccos of u·v itself. The product grows with the lengths; the cosine is u·v/(‖u‖ ‖v‖).",
    },
    "divided-by-squared-lengths": {
      is: ({ u, v }) => degrees(dot(u, v) / (dot(u, u) * dot(v, v))),
      step: 1,
      says: "u·v is divided by ‖u‖²‖v‖². A length is the root of the sum of squares.",
    },
    "product-unbracketed": {
      is: ({ u, v }) => degrees((dot(u, v) / length(u)) * length(v)),
      step: 2,
      says: "u·v / ‖u‖ · ‖v‖ divides by the first length and multiplies by the second. The product below needs brackets.",
    },
    "divided-by-one-length-twice": {
      is: ({ u, v }) => degrees(dot(u, v) / dot(u, u)),
      step: 2,
      says: "u·v is divided by the length of u twice. Each vector brings its own length.",
    },
    "lengths-of-absolute-values": {
      is: ({ u, v }) => {
        const sums = [u, v].map((a) => total(a.map(Math.abs))) as [number, number];
        return degrees(dot(u, v) / (sums[0] * sums[1]));
      },
      step: 1,
      says: "The lengths are sums of absolute values. By Pythagoras a length is the root of the sum of squares.",
    },
    "cosine-returned": {
      is: ({ u, v }) => cosine(u, v),
      step: 3,
      says: "This is the cosine of the angle. Its arccos is the angle, and 180/π makes degrees of it.",
    },
    radians: {
      is: times(Math.PI / 180),
      step: 3,
      says: "This is the angle in radians, as Math.acos gives it. A half turn, π, is 180 degrees.",
    },
    "degrees-the-wrong-way": {
      is: times((Math.PI / 180) ** 2),
      step: 3,
      says: "The radians are multiplied by π/180. From radians to degrees the factor is 180/π.",
    },
    "arcsin-for-arccos": {
      is: ({ right }) => 90 - right,
      step: 3,
      says: "This is the arcsin of the cosine. What undoes a cosine is the arccos.",
    },
    "clipped-at-zero": {
      is: ({ u, v }) => degrees(Math.max(0, cosine(u, v))),
      step: 3,
      says: "The cosine is cut off at 0, so that no angle is above 90. It goes down to −1: cut it off there.",
    },
    "lengths-under-one-root": {
      is: ({ u, v }) => degrees(dot(u, v) / Math.sqrt(dot(u, u) + dot(v, v))),
      step: 1,
      says: "u·u and v·v are added under one root. Each vector has a length of its own, and the two are multiplied.",
    },
    "first-two-entries-alone": {
      is: ({ u, v }) => (Math.abs(Math.atan2(u[1]!, u[0]!) - Math.atan2(v[1]!, v[0]!)) * 180) / Math.PI,
      step: 1,
      says: "This is the difference of two directions in the plane, which sees the first two entries alone, and may be above 180. The scalar product u·v and the lengths ‖u‖ and ‖v‖ see all entries.",
    },
    "angle-of-lines": {
      is: ({ u, v }) => degrees(Math.abs(cosine(u, v))),
      step: 3,
      says: "The cosine has lost its sign. Vectors that point apart have a negative one, and an angle above 90.",
    },
  },
});
