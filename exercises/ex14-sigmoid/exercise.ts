import {
  define,
  defineExercise,
  type InputsOf,
  type CallsLaw as Law,
} from "../../grader/exercise/exercise.ts";
import { aNumber, drawn } from "../../grader/exercise/inputs.ts";
import { atMost, claim, equal } from "../../grader/exercise/relations.ts";
import { scalar } from "../../grader/exercise/types.ts";
import { logistic, Num, sum } from "../../reference/num.ts";
import { sigmoid, sigmoidSlope } from "../../reference/sigmoid.ts";

const logit = {
  z: drawn(scalar(), (draw) =>
    draw.family === "wild" && draw.integer(0, 3) === 0 ? draw.between(-40, 40) : draw.real(),
  ),
};
// Within reach of central differences: at 20 the slope is 2e-9.
const nearLogit = { z: aNumber() };
const output = { a: aNumber("probability") };
export type Logit = InputsOf<typeof logit>;
export type Output = InputsOf<typeof output>;

const pointSymmetry: Law<Logit> = {
  says: "σ(−z) = 1 − σ(z)",
  calls: ({ z }) => [{ z }, { z: -z }],
  holds: ([right, left]: Num[]) => equal(left!, new Num(1).minus(right!)),
};

const increasing: Law<Logit> = {
  says: "σ increases strictly, with values between 0 and 1",
  when: ({ z }) => Math.abs(z) < 30,
  calls: ({ z }) => [{ z }, { z: z + 0.25 }],
  holds: ([here, further]: Num[]) => [
    claim(here!.value > 0 && here!.value < 1, "between 0 and 1", here!.value),
    claim(here!.value < further!.value, "increasing", [here!.value, further!.value]),
  ],
};

const logitInverse: Law<Logit> = {
  says: "the logit brings z back: ln(σ/(1 − σ)) = z",
  when: ({ z }) => Math.abs(z) < 10,
  calls: ({ z }) => [{ z }],
  holds: ([s]: Num[], { z }) => equal(s!.over(new Num(1).minus(s!)).log(), z),
};

const tanhLink: Law<Logit> = {
  says: "σ(z) = (1 + tanh(z/2))/2",
  calls: ({ z }) => [{ z }],
  holds: ([s]: Num[], { z }) => equal(s!, new Num(z).times(0.5).tanh().plus(1).times(0.5)),
};

const even: Law<Logit> = {
  says: "σ′ is even: σ′(−z) = σ′(z)",
  calls: ({ z }) => [{ z }, { z: -z }],
  holds: ([right, left]: Num[]) => equal(left!, right!),
};

const steepestAtZero: Law<Logit> = {
  says: "σ′ is largest at 0, where it is 1/4",
  calls: ({ z }) => [{ z }, { z: 0 }],
  holds: ([slope, largest]: Num[]) => [atMost(slope!, largest!), equal(largest!, 0.25)],
};

const STEP = 0.25;
const REACH = 20;

/** Beyond ±20 lie 2·σ(−20) = 4.1e-9 of the area. The sum misses the rest by far less: σ′ is smooth, its ends are flat. */
const areaIsOne: Law<Logit> = {
  says: "the area under σ′ from −20 to 20 is 1, but for 4e-9 beyond: Σ σ′(z)·h with h = 1/4",
  cases: 1,
  calls: () => Array.from({ length: (2 * REACH) / STEP + 1 }, (_, i) => ({ z: i * STEP - REACH })),
  holds: (slopes: Num[]) => {
    const area = sum(slopes).times(STEP);
    return [atMost(1 - 5e-9, area), atMost(area, 1)];
  },
};

const slopeFromLogit: Law<Output> = {
  says: "at a = σ(z) it is σ′(z) = e^(−z)/(1 + e^(−z))², with z = ln(a/(1 − a))",
  calls: ({ a }) => [{ a }],
  holds: ([slope]: Num[], { a }) => {
    // e^(−z) = (1 − a)/a
    const e = new Num(1).minus(a).over(a);
    return equal(slope!, e.over(e.plus(1).squared()));
  },
};

const mirrored: Law<Output> = {
  says: "a and 1 − a have the same slope",
  calls: ({ a }) => [{ a }, { a: 1 - a }],
  holds: ([slope, mirror]: Num[]) => equal(mirror!, slope!),
};

const largestAtHalf: Law<Output> = {
  says: "the slope is at most 1/4, and 1/4 at a = 1/2",
  calls: ({ a }) => [{ a }, { a: 0.5 }],
  holds: ([slope, largest]: Num[]) => [atMost(slope!, largest!), equal(largest!, 0.25)],
};

const overflowed = "e^1000 is Infinity, and Infinity/Infinity is NaN.";

export default defineExercise({
  title: "Sigmoid and sigmoid prime",
  unit: 3,
  unitTitle: "Logistic regression",
  source:
    "Machine Learning Visualized, 0.4.2 and 0.4.3; 09.1 Deep Learning – Neural Network, 1.4; ml_with_pytorch_book_part2, backpropagation",
  requires: ["ex02"],
  derivation: "sigmoid",
  symbols: {
    z: "any number, the logit",
    σ: "sigmoid, 1/(1 + e^(−z))",
    a: "value of the sigmoid, a = σ(z)",
  },
  functions: {
    sigmoid: define<Logit>({
      inputs: logit,
      returns: scalar(),
      reference: ({ z }) => sigmoid(new Num(z)),
      edges: {
        zero: { given: { z: 0 }, expected: 0.5 },
        "z = 1000": { given: { z: 1000 }, expected: 1, ifNaN: overflowed },
        "z = -1000": {
          given: { z: -1000 },
          expected: 0,
          says: "e^−1000 is below the smallest number: the value is 0.",
          ifNaN: overflowed,
        },
        "z = -720": {
          given: { z: -720 },
          says: "The value is below the smallest normal number: 0 is right too.",
        },
        "z = Infinity": { given: { z: Number.POSITIVE_INFINITY }, expected: 1 },
        "z = -Infinity": { given: { z: Number.NEGATIVE_INFINITY }, expected: 0 },
        "z = NaN": { given: { z: Number.NaN }, expected: Number.NaN, says: "NaN is not hidden." },
      },
      laws: [pointSymmetry, increasing, logitInverse, tanhLink],
    }),
    sigmoidPrime: define<Logit>({
      inputs: nearLogit,
      returns: scalar(),
      gradient: { name: "sigmoid", of: ({ z }) => sigmoid(z), by: ({ z }) => z },
      accepts: ({ z }) => Math.abs(z) <= 12,
      edges: {
        zero: { given: { z: 0 }, expected: 0.25 },
        "z = 40": { given: { z: 40 } },
        "z = -40": { given: { z: -40 } },
        "z = 1000": { given: { z: 1000 }, expected: 0, ifNaN: overflowed },
        "z = -1000": {
          given: { z: -1000 },
          expected: 0,
          says: "e^−1000 is below the smallest number: the slope is 0.",
          ifNaN: overflowed,
        },
        "z = Infinity": { given: { z: Number.POSITIVE_INFINITY }, expected: 0 },
        "z = -Infinity": { given: { z: Number.NEGATIVE_INFINITY }, expected: 0 },
        "z = NaN": { given: { z: Number.NaN }, expected: Number.NaN, says: "NaN is not hidden." },
      },
      laws: [even, steepestAtZero, areaIsOne],
    }),
    sigmoidPrimeFromOutput: define<Output>({
      inputs: output,
      returns: scalar(),
      reference: ({ a }) => sigmoidSlope(new Num(a)),
      edges: {
        "a = 1/2": { given: { a: 0.5 }, expected: 0.25 },
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
        "a = σ(2)": { given: { a: logistic(2) }, says: "The slope at z = 2." },
        "a = NaN": { given: { a: Number.NaN }, expected: Number.NaN, says: "NaN is not hidden." },
      },
      laws: [slopeFromLogit, mirrored, largestAtHalf],
    }),
  },
  hints: [
    "Read σ as (1 + e^(−z)) to the power −1. Which three functions are chained here, and what is the derivative of each?",
    "The power gives −(1 + e^(−z))^(−2), the exponential gives e^(−z), the exponent gives −1. For a large negative z look at what e^(−z) becomes, and recall that σ′ is even. Which part of the result is σ, and what is the rest in terms of σ?",
    "σ′(z) = e^(−z)/(1 + e^(−z))². Computed with |z| in place of z it cannot overflow. Split it in two factors: one is σ(z), the other 1 − σ(z).",
  ],
});
