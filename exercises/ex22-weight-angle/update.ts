/** A step of the weights toward an input. */
import {
  type ArgsOf,
  args,
  atMost,
  curedBy,
  equal,
  quarterRate,
  stated,
  vector,
} from "../../grader/exercise/form.ts";
import { movedToward } from "../../reference/linear-models/neuron.ts";
import { num } from "../../reference/numbers/num.ts";
import { total } from "../../reference/numbers/plain.ts";
import { calculateAngle, isAngle } from "./angle.ts";

const step = args(
  { w: vector("m", "weights"), input: vector("m", "the example x"), lr: quarterRate },
  { sizes: { m: [2, 5] }, accepts: ({ w, input }) => isAngle(w, input) },
);
type Step = ArgsOf<typeof step>;

const moved = ({ w, input }: Step, keep: number, add: number): number[] =>
  w.map((wj, j) => keep * wj + add * input[j]!);

export const updateWeights = step.answer({
  says: "The weights after a missed example of class 1. The bias is left aside.",
  formula: String.raw`w + \eta x`,
  returns: vector("m", "new weights"),
  is: ({ w, input, lr }) => movedToward(w, input, lr),
  example: { w: [1, -1], input: [2, 3], lr: 0.5 },
  edges: {
    "weights 0": { given: { w: [0, 0, 0], input: [1, 2, 3], lr: 0.5 }, says: "What remains is η times x." },
    "learning rate 0": {
      given: { w: [1, -2], input: [3, 4], lr: 0 },
      says: "A step of length 0 moves nothing.",
    },
    "one weight": { given: { w: [2], input: [-1], lr: 0.25 }, says: "0.25 · (−1) is added to 2." },
  },
  laws: {
    "from w = 0 the new weights have the direction of x, whatever η": (f, { w, input, lr }, { ask }) => {
      const zero = w.map(() => 0);
      return [lr, 10 * lr].map((rate) => {
        const v = f({ w: zero, lr: rate }).map(({ value }) => value);
        return equal(ask(calculateAngle, { u: input, v }), 0);
      });
    },
    "from other weights the angle to x falls as η grows": (f, { w, input, lr }, { ask }) => {
      const angles = [w, ...[lr, 2 * lr].map((rate) => f({ lr: rate }).map(({ value }) => value))].map((u) =>
        ask(calculateAngle, { u, v: input }),
      );
      return [
        stated("after the step it is not larger", atMost(angles[1]!, angles[0]!)),
        stated("after one twice as long it is not larger again", atMost(angles[2]!, angles[1]!)),
      ];
    },
    "two steps with η are one with 2η": (f, { lr }) => equal(f({ w: f(), lr }), f({ lr: 2 * lr })),
    "the step does not depend on w": (f, { w, input, lr }) =>
      equal(
        f().map((after, j) => after.minus(w[j]!)),
        input.map((x) => num(x).times(lr)),
      ),
  },
  mistakes: curedBy(5, {
    "sign-flipped": {
      is: (given) => moved(given, 1, -given.lr),
      says: "The step leads away from x. A missed example of class 1 has too small a w·x, and adding ηx makes it larger.",
    },
    "rate-forgotten": {
      is: (given) => moved(given, 1, 1),
      says: "The learning rate is missing: x is added whole.",
    },
    "rate-on-everything": {
      is: (given) => moved(given, given.lr, given.lr),
      says: "η multiplies the old weights as well. It is the length of the step alone: w + ηx.",
    },
    "brought-to-length-1": {
      is: (given) => {
        const after = moved(given, 1, given.lr);
        return after.map((wj) => wj / Math.hypot(...after));
      },
      says: "The new weights are brought to length 1. The rule leaves their length as it comes.",
    },
    "only-where-missed": {
      is: (given) => moved(given, 1, total(given.w.map((wj, j) => wj * given.input[j]!)) >= 0 ? 0 : given.lr),
      says: "Where w·x is not below 0, nothing moves. That an example is missed is known before: this step is always taken.",
    },
    "weighted-mean": {
      is: (given) => moved(given, 1 - given.lr, given.lr),
      says: "The weights move a part η of the way to x, and shrink by it. The rule keeps w whole and adds ηx.",
    },
    "x-forgotten": {
      is: (given) => moved({ ...given, input: given.w.map(() => 1) }, 1, given.lr),
      says: "Each weight moves by η. Weight j moves by η·xⱼ.",
    },
    "step-alone": {
      is: (given) => moved(given, 0, given.lr),
      says: "This is the step ηx. It is added to the weights that are there.",
    },
  }),
});
