import { args, atMost, claim, curedBy, equal, exercise, scalar, times } from "../../grader/exercise/form.ts";
import { sigmoid as sigmoidOf, sigmoidSlope } from "../../reference/linear-models/sigmoid.ts";
import { num, sum } from "../../reference/numbers/num.ts";
import { sigmoid as plainSigmoid } from "../../reference/numbers/sigmoid.ts";

const MEANING = "any number, ±Infinity included";
const wide = args({
  z: scalar(MEANING, {
    draw: (draw) =>
      draw.family === "wild" && draw.integer(0, 3) === 0 ? draw.between(-40, 40) : draw.real(),
  }),
});
// Within reach of central differences: at 20 the slope is 2e-9.
const near = args({ z: scalar(MEANING) }, { accepts: ({ z }) => Math.abs(z) <= 12 });
const output = args({ a: scalar("value of the sigmoid, a = σ(z)", { domain: "probability" }) });

const overflowed = "e^1000 is Infinity, and Infinity/Infinity is NaN.";
/** An edge case at z, with what is right there. */
const at = (z: number, expected: number, says: string) => ({ given: { z }, expected, says });
const atNaN = at(Number.NaN, Number.NaN, "NaN is not hidden.");

/** σ′ from z, where nothing overflows. */
const slopeAt = (z: number): number => plainSigmoid(z) * (1 - plainSigmoid(z));

const sigmoid = wide.answer({
  says: "The sigmoid function. No z may give NaN but NaN itself.",
  formula: String.raw`\sigma(z) = \frac{1}{1 + e^{-z}}`,
  returns: scalar("σ(z), from 0 to 1"),
  is: ({ z }) => sigmoidOf(z),
  example: { z: 2 },
  edges: {
    zero: at(0, 0.5, "In the middle the sigmoid is 1/2."),
    "z = 1000": { ...at(1000, 1, "Far to the right the sigmoid is 1."), ifNaN: overflowed },
    "z = -1000": {
      ...at(-1000, 0, "e^−1000 is below the smallest number: the value is 0."),
      ifNaN: overflowed,
    },
    "z = -720": {
      given: { z: -720 },
      says: "The value, 2e-313, is too small to be held with all its digits: 0 is right too.",
    },
    "z = Infinity": at(Number.POSITIVE_INFINITY, 1, "At the right end of the line the sigmoid is 1."),
    "z = -Infinity": at(Number.NEGATIVE_INFINITY, 0, "At the left end of the line the sigmoid is 0."),
    "z = NaN": atNaN,
  },
  laws: {
    "σ(−z) = 1 − σ(z)": (f, { z }) => equal(f({ z: -z }), num(1).minus(f())),
    "σ increases strictly, with values between 0 and 1": (f, { z }) => {
      if (Math.abs(z) >= 30) return false;
      const [here, further] = [f().value, f({ z: z + 0.25 }).value];
      return [
        claim(here > 0 && here < 1, "between 0 and 1", here),
        claim(here < further, "increasing", [here, further]),
      ];
    },
    "the logit brings z back: ln(σ/(1 − σ)) = z": (f, { z }) =>
      Math.abs(z) < 10 && equal(f().over(num(1).minus(f())).log(), z),
    "σ(z) = (1 + tanh(z/2))/2": (f, { z }) => equal(f(), num(z).times(0.5).tanh().plus(1).times(0.5)),
  },
  mistakes: curedBy(1, {
    "exponent-misread": {
      is: ({ z }) => 1 / (1 + Math.exp(-1) * z),
      says: "This reads e^(−z) as e^(−1)·z. In some prints of the formula the z has slipped out of the exponent.",
    },
    "denominator-unbracketed": {
      is: ({ z }) => 1 / 1 + Math.exp(-z),
      says: "1 / 1 + e^(−z) divides 1 by 1 and adds e^(−z). The denominator 1 + e^(−z) needs brackets.",
    },
    "tanh-for-sigmoid": {
      is: ({ z }) => Math.tanh(z),
      step: 7,
      says: "This is tanh(z), with values from −1 to 1. The sigmoid is (1 + tanh(z/2))/2, with values from 0 to 1.",
    },
    "half-of-z-forgotten": {
      is: ({ z }) => (1 + Math.tanh(z)) / 2,
      step: 7,
      says: "This is (1 + tanh z)/2, which is σ(2z). Beside tanh the argument is z/2.",
    },
    "exponent-sign-lost": {
      is: ({ z }) => plainSigmoid(-z),
      says: "This is 1/(1 + e^z), which falls from 1 to 0. The exponent is −z.",
    },
  }),
});

const sigmoidPrime = near.gradient({
  says: "Derivative of the sigmoid by z. No z may give NaN but NaN itself: far from 0 the slope is 0.",
  formula: String.raw`\sigma'(z) \text{ of } \sigma(z) = \frac{1}{1 + e^{-z}}`,
  of: { sigmoid: ({ z }) => sigmoidOf(z) },
  by: "z",
  gives: "dσ/dz at z, from 0 to 1/4",
  example: { z: 2 },
  edges: {
    zero: at(0, 0.25, "In the middle the slope is 1/4."),
    "z = 40": {
      given: { z: 40 },
      says: "Far to the right the slope is 4e-18. 0 is right too: σ(40) rounds to 1.",
    },
    "z = -40": { given: { z: -40 }, says: "Far to the left the slope is 4e-18, and not 0." },
    "z = 1000": { ...at(1000, 0, "Further to the right the slope is 0."), ifNaN: overflowed },
    "z = -1000": {
      ...at(-1000, 0, "e^−1000 is below the smallest number: the slope is 0."),
      ifNaN: overflowed,
    },
    "z = Infinity": at(Number.POSITIVE_INFINITY, 0, "At the right end of the line the slope is 0."),
    "z = -Infinity": at(Number.NEGATIVE_INFINITY, 0, "At the left end of the line the slope is 0."),
    "z = NaN": atNaN,
  },
  laws: {
    "σ′ is even: σ′(−z) = σ′(z)": (f, { z }) => equal(f({ z: -z }), f()),
    "σ′ is largest at 0, where it is 1/4": (f) => {
      const [slope, largest] = [f(), f({ z: 0 })];
      return [atMost(slope, largest), equal(largest, 0.25)];
    },
    "the area under σ′ from −20 to 20 is 1, but for 4e-9 beyond: Σ σ′(z)·h with h = 1/4": {
      // Beyond ±20 lie 2·σ(−20) = 4.1e-9 of the area. The sum misses the rest by far less: σ′ is smooth, its ends are flat.
      claims: (f) => {
        const slopes = Array.from({ length: 161 }, (_, i) => f({ z: i / 4 - 20 }));
        const area = sum(slopes).over(4);
        return [atMost(1 - 5e-9, area), atMost(area, 1)];
      },
      cases: 1,
    },
  },
  mistakes: {
    "sign-flipped": {
      is: times(-1),
      step: 4,
      says: "The sign is flipped. Two factors −1 meet, one from the power and one from the exponent −z, and cancel.",
    },
    "z-for-sigma": {
      is: ({ z }) => z * (1 - z),
      step: 6,
      says: "This is z(1 − z). The rule a(1 − a) holds for the value a = σ(z), not for z itself.",
    },
    "sigma-applied-twice": {
      is: ({ z }) => slopeAt(plainSigmoid(z)),
      step: 6,
      says: "The slope is taken at σ(z), so the sigmoid is applied twice. Asked for is the slope at z.",
    },
    "tanh-rule": {
      is: ({ z }) => 1 - plainSigmoid(z) ** 2,
      step: 7,
      says: "This is 1 − σ², the rule of tanh. The sigmoid has σ(1 − σ).",
    },
    "square-forgotten": {
      is: ({ z }) => plainSigmoid(-z),
      step: 3,
      says: "This is e^(−z)/(1 + e^(−z)), which is 1 − σ(z). The derivative of 1/u is −1/u², so the denominator is squared.",
    },
    "square-on-the-exponential": {
      is: ({ z }) => Math.exp(-z) / (1 + Math.exp(-z) ** 2),
      step: 3,
      says: "Only the exponential below is squared. The derivative of 1/u is −1/u², with the square on all of 1 + e^(−z).",
    },
    "inner-derivative-forgotten": {
      is: ({ z }) => -(plainSigmoid(z) ** 2),
      step: 4,
      says: "This is −1/(1 + e^(−z))², the outer derivative alone. The chain rule multiplies it by the derivative of 1 + e^(−z).",
    },
  },
});

const sigmoidPrimeFromOutput = output.answer({
  says: "Derivative of the sigmoid by z, when its value a = σ(z) is known and z is not.",
  formula: String.raw`\sigma'(z) \text{ written in } a \text{ alone}`,
  returns: scalar("dσ/dz from the value a alone, from 0 to 1/4"),
  is: ({ a }) => sigmoidSlope(a),
  example: { a: 0.75 },
  edges: {
    "a = 1/2": { given: { a: 0.5 }, expected: 0.25, says: "The slope at z = 0, the largest." },
    "a = 0": {
      given: { a: 0 },
      expected: 0,
      says: "The sigmoid of −1000 is 0 in floating point, and its slope is 0.",
    },
    "a = 1": {
      given: { a: 1 },
      expected: 0,
      says: "The sigmoid of 1000 is 1 in floating point, and its slope is 0.",
    },
    "a = σ(2)": { given: { a: plainSigmoid(2) }, says: "The slope at z = 2." },
    "a = NaN": { ...atNaN, given: { a: Number.NaN } },
  },
  laws: {
    "at a = σ(z) it is σ′(z) = e^(−z)/(1 + e^(−z))², with z = ln(a/(1 − a))": (f, { a }) => {
      // e^(−z) = (1 − a)/a
      const e = num(1).minus(a).over(a);
      return equal(f(), e.over(e.plus(1).squared()));
    },
    "a and 1 − a have the same slope": (f, { a }) => equal(f({ a: 1 - a }), f()),
    "the slope is at most 1/4, and 1/4 at a = 1/2": (f) => {
      const [slope, largest] = [f(), f({ a: 0.5 })];
      return [atMost(slope, largest), equal(largest, 0.25)];
    },
  },
  mistakes: {
    "sigma-applied-again": {
      is: ({ a }) => slopeAt(a),
      step: 6,
      says: "The sigmoid is applied to a. But a is σ(z) already: it goes into the formula as it is.",
    },
    "tanh-rule": {
      is: ({ a }) => 1 - a * a,
      step: 7,
      says: "This is 1 − a², the rule of tanh. The sigmoid has a(1 − a).",
    },
    "sign-flipped": {
      is: times(-1),
      step: 6,
      says: "This is a(a − 1), which is negative. The sigmoid rises everywhere: its slope is a(1 − a).",
    },
    "plus-for-minus": {
      is: ({ a }) => a * (1 + a),
      step: 5,
      says: "This is a(1 + a). The second factor is 1 − a: near a = 1 the sigmoid is flat.",
    },
    "factor-a-forgotten": {
      is: ({ a }) => 1 - a,
      step: 5,
      says: "This is 1 − a, one of two factors. The other one is a itself.",
    },
  },
});

export default exercise({
  title: "Sigmoid and sigmoid prime",
  unit: 3,
  source:
    "Machine Learning Visualized, 0.4.2 and 0.4.3; 09.1 Deep Learning – Neural Network, 1.4; ml_with_pytorch_book_part2, backpropagation",
  requires: ["ex02"],
  derivation: "sigmoid",
  points: 25,
  minutes: 25,
  symbols: { σ: "sigmoid, 1/(1 + e^(−z))" },
  functions: { sigmoid, sigmoidPrime, sigmoidPrimeFromOutput },
  nouns: { e: "the exponential" },
  hints: [
    "Read σ as (1 + e^(−z)) to the power −1. Which three functions are chained here, and what is the derivative of each?",
    "The power gives −(1 + e^(−z))^(−2), the exponential gives e^(−z), the exponent gives −1. For a large negative z look at what e^(−z) becomes, and recall that σ′ is even. Which part of the result is σ, and what is the rest in terms of σ?",
    "σ′(z) = e^(−z)/(1 + e^(−z))². Computed with |z| in place of z it cannot overflow. Split it in two factors: one is σ(z), the other 1 − σ(z).",
  ],
});
