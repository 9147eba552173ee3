import { define, defineExercise, type InputsOf } from "../../grader/exercise/exercise.ts";
import { aMatrix } from "../../grader/exercise/inputs.ts";
import { matrix } from "../../grader/exercise/types.ts";
import type { Num } from "../../reference/num.ts";
import { logSoftmax, softmax } from "../../reference/softmax.ts";
import { lift } from "../../reference/tracked.ts";
import { logSoftmaxLaws, softmaxLaws } from "./laws.ts";

const logits = { Z: aMatrix("n C") };
export type Logits = InputsOf<typeof logits>;
export type Answers = Num[][][];

const LARGE = [
  [1000, 0],
  [-1000, -1001],
  [5, 5],
];
const HOLED = [
  [0, Number.NEGATIVE_INFINITY, 1],
  [2, 0, Number.NEGATIVE_INFINITY],
];
const WITH_NAN = [
  [Number.NaN, 0, 1],
  [2, 2, 2],
];

const overflowed = "e^1000 is Infinity, and Infinity/Infinity is NaN.";

export default defineExercise({
  title: "Softmax and log-softmax without overflow",
  unit: 7,
  unitTitle: "Losses and outputs",
  source: "01 build and train feedforward nn, 1.3.2",
  requires: ["ex14", "ex38"],
  derivation: "softmax",
  symbols: {
    Z: "logits z, one example a row",
    n: "number of examples",
    C: "number of classes",
    s: "softmax of a row: positive, sums to 1",
    LSE: "log-sum-exp of a row, ln Σ e^(z_k)",
    T: "temperature that the logits are divided by",
  },
  functions: {
    softmax: define<Logits>({
      inputs: logits,
      returns: matrix("n C"),
      sizes: { n: [2, 5], C: [3, 6] },
      reference: ({ Z }) => softmax(lift(Z)),
      edges: {
        "one example": { given: { Z: [[0.5, -1, 2]] } },
        "one class": {
          given: { Z: [[3], [-700]] },
          says: "With one class its share is 1, whatever the logit.",
        },
        "large logits": {
          given: { Z: LARGE },
          says: "A shift by each row's own maximum changes no share, and after it no exponential overflows.",
          ifNaN: overflowed,
        },
        "a logit of −Infinity": {
          given: { Z: HOLED },
          expected: [
            [0.2689414213699951, 0, 0.7310585786300049],
            [0.8807970779778823, 0.11920292202211757, 0],
          ],
          says: "A class that is ruled out has share 0.",
        },
        "a logit that is NaN": {
          given: { Z: WITH_NAN },
          expected: [
            [Number.NaN, Number.NaN, Number.NaN],
            [1 / 3, 1 / 3, 1 / 3],
          ],
          says: "NaN spoils its own row, where it must be seen, and no other.",
        },
      },
      laws: softmaxLaws,
    }),
    logSoftmax: define<Logits>({
      inputs: logits,
      returns: matrix("n C"),
      sizes: { n: [2, 5], C: [3, 6] },
      reference: ({ Z }) => logSoftmax(lift(Z)),
      edges: {
        "one example": { given: { Z: [[0.5, -1, 2]] } },
        "one class": { given: { Z: [[3], [-700]] }, says: "The logarithm of the share 1 is 0." },
        "large logits": {
          given: { Z: LARGE },
          says: "The share e^−1000 is below the smallest number, but its logarithm is −1000: take it of the fraction, not of the share.",
          ifInfinite: "The share has become 0, and the logarithm of 0 is −Infinity.",
          ifNaN: overflowed,
        },
        "a logit of −Infinity": {
          given: { Z: HOLED },
          expected: [
            [-1.3132616875182228, Number.NEGATIVE_INFINITY, -0.3132616875182228],
            [-0.1269280110429725, -2.1269280110429727, Number.NEGATIVE_INFINITY],
          ],
          says: "A class that is ruled out has share 0 and logarithm −Infinity.",
        },
        "a logit that is NaN": {
          given: { Z: WITH_NAN },
          expected: [
            [Number.NaN, Number.NaN, Number.NaN],
            [-Math.log(3), -Math.log(3), -Math.log(3)],
          ],
          says: "NaN spoils its own row, where it must be seen, and no other.",
        },
      },
      laws: logSoftmaxLaws,
    }),
  },
  hints: [
    "Try softmax on the row [1000, 0] by hand. Which step goes wrong first? What happens to the fraction if numerator and denominator are both multiplied by the same number?",
    "Multiplying both by e^(−M) turns e^(z_c) into e^(z_c − M). Which M makes the largest term exactly 1, and why must each row have its own? For the logarithm: what does the logarithm of a fraction become?",
    "With M the row's maximum: e^(z_c − M) over the sum of e^(z_k − M) along the row. Its logarithm is (z_c − M) less the logarithm of that same sum, with no exponential of the difference taken.",
  ],
});
