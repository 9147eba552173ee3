import { type ArgsOf, args, exercise, matrix, other, rows } from "../../grader/exercise/form.ts";
import { logSoftmax, logSumExp, softmax } from "../../reference/networks/softmax.ts";
import { num, sum } from "../../reference/numbers/num.ts";
import { plainOf } from "../../reference/numbers/tracked.ts";
import { lawsOfBoth, logSoftmaxLaws, softmaxLaws } from "./laws.ts";

const OUT = Number.NEGATIVE_INFINITY;
const LARGE = rows([1000, 0], [-1000, -1001], [5, 5]);
const HOLED = rows([0, OUT, 1], [2, 0, OUT]);
const overflowed = "e^1000 is Infinity, and Infinity/Infinity is NaN.";

const logits = args(
  { Z: matrix("n C", "logits, one example a row") },
  { sizes: { n: [2, 5], C: [3, 6] } },
).shared<number[][]>({
  example: { Z: rows([0, 0], [1000, 0]) },
  edges: {
    "one example": { given: { Z: [[0.5, -1, 2]] }, says: "A batch of one is a matrix of one row." },
    "a logit that is NaN": {
      given: { Z: rows([Number.NaN, 0, 1], [2, 2, 2]) },
      says: "NaN spoils its own row, where it must be seen, and no other.",
      ifNaN: "Does something of the whole batch come into each row, such as its largest logit?",
    },
  },
  laws: lawsOfBoth,
});

/** A wrong formula, entry by entry, with the lists that it may sum over. */
const entries =
  (of: (lists: { z: number; row: number[]; column: number[]; batch: number[] }) => number) =>
  ({ Z }: ArgsOf<typeof logits>): number[][] =>
    Z.map((row) => row.map((z, c) => of({ z, row, column: Z.map((one) => one[c]!), batch: Z.flat() })));

const lse = (z: readonly number[]): number => logSumExp(z.map(num)).value;

export default exercise({
  title: "Softmax and log-softmax without overflow",
  unit: 7,
  source: "01 build and train feedforward nn, 1.3.2",
  requires: ["ex14", "ex38"],
  derivation: "softmax",
  minutes: 30,
  symbols: {
    n: "number of examples",
    C: "number of classes",
    s: "softmax of a row: positive, sums to 1",
    T: "temperature that the logits are divided by",
  },
  functions: {
    softmax: logits.answer({
      says: "Softmax of each row. Logits of any size: no overflow, and no NaN that was not there before.",
      formula: String.raw`\varsigma(z)_c = \frac{e^{z_c}}{\sum_k e^{z_k}}`,
      returns: matrix("n C", "shares of the classes; each row sums to 1"),
      is: ({ Z }) => softmax(Z),
      edges: {
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
          expected: rows(
            [0.2689414213699951, 0, 0.7310585786300049],
            [0.8807970779778823, 0.11920292202211757, 0],
          ),
          says: "A class that is ruled out has share 0.",
        },
      },
      laws: softmaxLaws,
      mistakes: {
        "normalised-over-the-batch": {
          is: entries(({ z, batch }) => Math.exp(z - lse(batch))),
          step: 2,
          says: "The sum runs over the whole batch. Each row is one example and sums to 1 by itself.",
        },
        "normalised-over-the-columns": {
          is: entries(({ z, column }) => Math.exp(z - lse(column))),
          step: 2,
          says: "The columns sum to 1 instead of the rows. The sum runs over the classes of one example.",
        },
        "sigmoid-of-each-logit": {
          is: entries(({ z }) => num(z).sigmoid().value),
          step: 1,
          says: "This is the sigmoid of each logit. Its entries do not share one total: the classes do not compete.",
        },
        "not-exponentiated": {
          is: entries(({ z, row }) => z / sum(row.map(num)).value),
          step: 1,
          says: "The logits themselves are divided by their sum. Logits may be negative; e^z makes them positive first.",
        },
        "sign-flipped": {
          is: ({ Z }) => plainOf(softmax(Z.map((row) => row.map((z) => num(-z))))),
          step: 1,
          says: "The exponent has the wrong sign, so the smallest logit gets the largest share.",
        },
        "shift-in-the-numerator-only": {
          is: entries(({ z, row }) => Math.exp(z - Math.max(...row) - lse(row))),
          step: 3,
          says: "Only the numerator is shifted. The factor e^(−M) cancels only if the sum below has it too.",
        },
        "logarithm-taken": {
          is: other("logSoftmax"),
          step: 4,
          says: "This is log-softmax. Softmax itself is positive and sums to 1.",
        },
      },
    }),
    logSoftmax: logits.answer({
      says: "Natural logarithm of the softmax of each row. It stays finite where the share itself is too small for a number.",
      formula: String.raw`\ln \varsigma(z)_c`,
      returns: matrix("n C", "logarithms of the shares"),
      is: ({ Z }) => logSoftmax(Z),
      edges: {
        "one class": { given: { Z: [[3], [-700]] }, says: "The logarithm of the share 1 is 0." },
        "large logits": {
          given: { Z: LARGE },
          says: "The share e^−1000 is below the smallest number, but its logarithm is −1000: take it of the fraction, not of the share.",
          ifInfinite: "The share has become 0, and the logarithm of 0 is −Infinity.",
          ifNaN: overflowed,
        },
        "a logit of −Infinity": {
          given: { Z: HOLED },
          expected: rows(
            [-1.3132616875182228, OUT, -0.3132616875182228],
            [-0.1269280110429725, -2.1269280110429727, OUT],
          ),
          says: "A class that is ruled out has share 0 and logarithm −Infinity.",
        },
      },
      laws: logSoftmaxLaws,
      mistakes: {
        "not-normalised": {
          is: ({ Z }) => Z,
          step: 4,
          says: "This is the logarithm of e^z alone. The logarithm of the sum is still to be subtracted.",
        },
        "normalised-over-the-batch": {
          is: entries(({ z, batch }) => z - lse(batch)),
          step: 2,
          says: "The log-sum-exp runs over the whole batch. Each row has its own.",
        },
        "normalised-over-the-columns": {
          is: entries(({ z, column }) => z - lse(column)),
          step: 2,
          says: "The log-sum-exp runs down the columns. It runs over the classes of one example.",
        },
        "log-sum-exp-added": {
          is: entries(({ z, row }) => z + lse(row)),
          step: 4,
          says: "The log-sum-exp is added. The logarithm of a fraction is a difference.",
        },
        "only-shifted": {
          is: entries(({ z, row }) => z - Math.max(...row)),
          step: 5,
          says: "Only the maximum is subtracted. The logarithm of the shifted sum, ln Σ e^(z_k − M), is still to be subtracted too.",
        },
        "logarithm-subtracted-from-the-maximum": {
          is: entries(({ z, row }) => z - (2 * Math.max(...row) - lse(row))),
          step: 5,
          says: "The log-sum-exp is taken as M − ln Σ. It is M + ln Σ e^(z_k − M), and all of it is subtracted.",
        },
        "maximum-not-added-back": {
          is: entries(({ z, row }) => z - (lse(row) - Math.max(...row))),
          step: 5,
          says: "The sum is shifted by M, the logit is not. Either subtract M from both or add it back to the logarithm.",
        },
        "no-logarithm": {
          is: other("softmax"),
          step: 4,
          says: "This is softmax itself. Its logarithm is asked for.",
        },
      },
    }),
  },
  nouns: { top: "the largest entry", e: "the exponential", total: "the sum of the exponentials" },
  hints: [
    "Try softmax on the row [1000, 0] by hand. Which step goes wrong first? What happens to the fraction if numerator and denominator are both multiplied by the same number?",
    "Multiplying both by e^(−M) turns e^(z_c) into e^(z_c − M). Which M makes the largest term exactly 1, and why must each row have its own? For the logarithm: what does the logarithm of a fraction become?",
    "With M the row's maximum: e^(z_c − M) over the sum of e^(z_k − M) along the row. Its logarithm is (z_c − M) less the logarithm of that same sum, with no exponential of the difference taken.",
  ],
});
