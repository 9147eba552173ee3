/** The step of a number, and the threshold as a bias. */
import { args, atMost, claim, curedBy, equal, scalar, times } from "../../grader/exercise/form.ts";
import { thresholdToBias as biasOf, unitStep as stepOf } from "../../reference/linear-models/neuron.ts";
import { num } from "../../reference/numbers/num.ts";
import { type Stepped, stepped } from "./args.ts";

const steps = ({ z, threshold = 0 }: Stepped): number => (z >= threshold ? 1 : 0);

/** What step and prediction are told alike. */
export const atTheThreshold = {
  step: 3,
  says: "At the threshold itself your class is 0. The boundary belongs to class 1: the comparison is z ≥ θ, not z > θ.",
};
export const halfForNone = {
  step: 4,
  says: "Where no threshold is given you take 1/2. That is the threshold of a probability; of a net input it is 0, with the bias in it.",
};
export const ignored = {
  step: 3,
  says: "The threshold is 0 whatever is handed over. That is its value only where it is left out.",
};
export const signs = { step: 3, says: "These are the labels −1 and 1. The classes here are 0 and 1." };

export const unitStep = stepped.answer({
  says: "The unit step: 1 from the threshold on, and 0 below it.",
  formula: String.raw`1 \text{ if } z \ge \theta, \text{ else } 0`,
  returns: scalar("class of z", { domain: "binary" }),
  is: ({ z }, { threshold = 0 }) => num(stepOf(z, num(threshold))),
  example: { z: 1.5, threshold: 2 },
  edges: {
    "at the threshold": {
      given: { z: 0.75, threshold: 0.75 },
      says: "The threshold itself counts: z = θ is class 1.",
    },
    "no threshold": {
      given: { z: 0.25, threshold: undefined },
      says: "A threshold that is left out is 0, and 0.25 is above it.",
    },
    "minus zero": { given: { z: -0, threshold: undefined }, says: "−0 is 0, and that is class 1." },
    "just below": {
      given: { z: -1e-12, threshold: undefined },
      says: "However little is missing to the threshold, the class is 0.",
    },
    "below 0, above the threshold": {
      given: { z: -1, threshold: -2 },
      says: "−1 is above the threshold −2; that it is negative does not matter.",
    },
  },
  laws: {
    "the values are 0 and 1, and a larger z has no lower one": (f, { z }) => {
      const [low, high] = [f(), f({ z: z + 0.75 })];
      return [
        claim(
          [low, high].every(({ value }) => value === 0 || value === 1),
          "0 and 1",
          [low.value, high.value],
        ),
        atMost(low, high),
      ];
    },
    "only the difference to the threshold counts: step(z, θ) = step(z − θ, 0)": (f, { z, threshold = 0 }) =>
      equal(f(), f({ z: z - threshold, threshold: 0 })),
  },
  mistakes: {
    "strict-at-the-threshold": { is: ({ z, threshold = 0 }) => (z > threshold ? 1 : 0), ...atTheThreshold },
    "classes-exchanged": {
      is: ({ right }) => 1 - right,
      step: 3,
      says: "The classes have changed places. The neuron fires, class 1, where z reaches the threshold.",
    },
    "sign-for-class": { is: ({ right }) => 2 * right - 1, ...signs },
    "threshold-ignored": { is: ({ z }) => steps({ z, threshold: 0 }), ...ignored },
    "half-for-none": { is: ({ z, threshold = 0.5 }) => steps({ z, threshold }), ...halfForNone },
  },
});

export const thresholdToBias = args({ threshold: scalar("threshold θ") }).answer({
  says: "The bias that takes the threshold's place: with it the net input is compared with 0.",
  formula: String.raw`w \cdot x \ge \theta \text{ where } w \cdot x + b \ge 0`,
  returns: scalar("bias b"),
  is: ({ threshold }) => biasOf(threshold),
  example: { threshold: 2 },
  edges: {
    "threshold 0": { given: { threshold: 0 }, says: "Without a threshold there is no bias." },
    "negative threshold": {
      given: { threshold: -1.5 },
      says: "A neuron that fires below 0 has a bias that helps it.",
    },
  },
  laws: {
    "z reaches θ exactly where z + b reaches 0": (f, { threshold }, { draw, ask }) => {
      const b = f().value;
      return [threshold, draw.real(), threshold - 0.5, threshold + 0.5].map((z) =>
        equal(ask(unitStep, { z: z + b, threshold: 0 }), ask(unitStep, { z, threshold })),
      );
    },
    "a threshold twice as high has twice the bias": (f, { threshold }) =>
      equal(f({ threshold: 2 * threshold }), f().times(2)),
  },
  mistakes: curedBy(4, {
    "sign-kept": {
      is: times(-1),
      says: "The threshold keeps its sign. In w·x ≥ θ it stands on the right; brought to the left it is −θ.",
    },
    "class-for-bias": {
      is: ({ threshold }) => (0 >= threshold ? 1 : 0),
      says: "This is a class. Asked for is the bias, a number that may be anything.",
    },
    "reciprocal-for-negative": {
      is: ({ threshold }) => 1 / threshold,
      says: "The threshold is divided by. It is subtracted on both sides, and what remains on the left is −θ.",
    },
  }),
});
