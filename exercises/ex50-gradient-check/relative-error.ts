/** How far two numbers are apart, in units of their size. */
import { type ArgsOf, args, atMost, equal, scalar } from "../../grader/exercise/form.ts";
import { relativeError as reference } from "../../reference/differentiation/gradient-check.ts";

/** One in three is so small that the floor counts. */
const SMALL = 2 ** -29;

const two = args({
  a: scalar("a slope, such as a measured one", {
    draw: (draw) => draw.real() * draw.pick([1, 1, SMALL]),
  }),
  b: scalar("the other, such as one by a formula", {
    draw: (draw, { a }) =>
      draw.pick([
        (a as number) * 1.25,
        (a as number) * -0.5,
        -(a as number),
        (a as number) + SMALL * draw.real(),
        draw.real(),
      ]),
  }),
});
type Two = ArgsOf<typeof two>;

const floored = (over: (at: Two) => number) => (at: Two) => Math.abs(at.a - at.b) / Math.max(1e-8, over(at));

export const relativeError = two.answer({
  says: "The difference of two numbers in units of their size. What is smaller than 1e-8 together is divided by 1e-8.",
  formula: String.raw`\frac{|a - b|}{\max(10^{-8}, |a| + |b|)}`,
  returns: scalar("the relative error, from 0 to 1"),
  is: ({ a, b }) => reference(a, b),
  example: { a: 2, b: 3 },
  edges: {
    "both 0": {
      given: { a: 0, b: 0 },
      says: "Two zeros agree: 0.",
      ifNaN: "0/0 is NaN. The floor 1e-8 below keeps it from that.",
    },
    "one of them 0": { given: { a: 0, b: -0.5 }, says: "A slope that is missing altogether is off by 1." },
    "opposite signs": {
      given: { a: 3, b: -3 },
      says: "A sign that is turned is off by 1, whatever the size.",
    },
    "both tiny": {
      given: { a: 1e-12, b: -1e-12 },
      says: "Below the floor 1e-8 a difference counts little: 2e-12/1e-8 = 0.0002.",
    },
    "NaN for a slope": { given: { a: Number.NaN, b: 1 }, says: "NaN must be seen." },
  },
  laws: {
    "it does not matter which of them comes first": (f, { a, b }) => equal(f({ a: b, b: a }), f()),
    "it lies between 0 and 1": (f) => [atMost(0, f()), atMost(f(), 1)],
    "numbers 1024 times as large have the same relative error": (f, { a, b }) =>
      Math.abs(a) + Math.abs(b) > 1e-8 && equal(f({ a: 1024 * a, b: 1024 * b }), f()),
    "a factor N makes (N − 1)/(N + 1)": (f, { a }, { draw }) => {
      const N = draw.integer(2, 9);
      return Math.abs(a) > 1e-8 && equal(f({ b: N * a }), (N - 1) / (N + 1));
    },
  },
  mistakes: {
    "absolute-error": {
      is: ({ a, b }) => Math.abs(a - b),
      step: 6,
      says: "This is the absolute difference. Of slopes around 40,000 it is never small, and of slopes around 1e-6 always: divide by their size.",
    },
    "divided-by-the-first": {
      is: floored(({ a }) => Math.abs(a)),
      step: 6,
      says: "It is divided by one of the two. Then it matters which comes first, and a slope near 0 makes it as large as you like: divide by |a| + |b|.",
    },
    "divided-by-the-second": {
      is: floored(({ b }) => Math.abs(b)),
      step: 6,
      says: "It is divided by one of the two. Then it matters which comes first, and a slope near 0 makes it as large as you like: divide by |a| + |b|.",
    },
    "divided-by-the-sum": {
      is: floored(({ a, b }) => Math.abs(a + b)),
      step: 6,
      says: "It is divided by |a + b|, where opposite signs cancel. Take the sum of the sizes, |a| + |b|.",
    },
    "divided-by-the-larger": {
      is: floored(({ a, b }) => Math.max(Math.abs(a), Math.abs(b))),
      step: 6,
      says: "It is divided by the larger of the two, and opposite signs give 2. Divide by |a| + |b|.",
    },
    "floor-added": {
      is: ({ a, b }) => Math.abs(a - b) / (Math.abs(a) + Math.abs(b) + 1e-8),
      step: 6,
      says: "1e-8 is added to the size. It is a floor: the larger of 1e-8 and |a| + |b| counts.",
    },
  },
});
