/** Cross-entropy of logits, a mean over the examples. */
import {
  type ArgsOf,
  args,
  atMost,
  equal,
  matrix,
  rows,
  scalar,
  times,
  vector,
} from "../../grader/exercise/form.ts";
import { bceWithLogits } from "../../reference/linear-models/logistic.ts";
import { crossEntropyLogits as reference } from "../../reference/networks/cross-entropy.ts";
import { logSumExp, softmax } from "../../reference/networks/softmax.ts";
import { num } from "../../reference/numbers/num.ts";
import { mean } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import { lift, plainOf } from "../../reference/numbers/tracked.ts";
import { crossEntropy } from "./from-probabilities.ts";

const batch = args(
  {
    Z: matrix("n C", "logits, one example a row"),
    y: vector("n", "true classes, 0 … C − 1", {
      domain: "label",
      draw: (draw) => draw.list(draw.size("n"), () => draw.integer(0, draw.size("C") - 1)),
    }),
  },
  { sizes: { n: [3, 5], C: [3, 5] } },
);
type Batch = ArgsOf<typeof batch>;
type Matrix = number[][];

const lse = (z: readonly number[]): number => logSumExp(z.map(num)).value;
const shares = (Z: Matrix): Matrix => plainOf(softmax(lift(Z))) as Matrix;
const mapped = (Z: Matrix, change: (z: number, i: number) => number): Matrix =>
  Z.map((row, i) => row.map((z) => change(z, i)));

/** The mean of what each example costs. */
const costs =
  (cost: (z: number[], y: number, all: Matrix) => number) =>
  ({ Z, y }: Batch): number =>
    mean(Z.map((z, i) => cost(z, y[i]!, Z)));
const usual = costs((z, y) => lse(z) - z[y]!);

const onehot = (y: number[], C: number): Matrix =>
  y.map((yi) => Array.from({ length: C }, (_, c) => (c === yi ? 1 : 0)));
/** Whether every share is far above the floor of crossEntropy. */
const isNarrow = (z: number[]): boolean => Math.max(...z) - Math.min(...z) < 20;

export const crossEntropyLogits = batch.answer({
  says: "Cross-entropy straight from the logits, a mean over the examples. Logits of any size: no overflow, and no NaN that was not there before.",
  formula: String.raw`L = \frac{1}{n} \sum_i \Bigl( \ln \sum_k e^{Z_{ik}} - Z_{i y_i} \Bigr)`,
  returns: scalar("L, the mean over the examples"),
  is: ({ Z }, { y }) => reference(Z, y),
  example: { Z: rows([0, 0, 0], [1000, 0, 0]), y: [2, 0] },
  edges: {
    "logits of ±1000": {
      given: { Z: rows([1000, 0, -1000], [-1000, -1001, -1000], [1000, 0, 0]), y: [1, 1, 0] },
      says: "The first example is sure and wrong and costs 1000, the last is sure and right and costs 0.",
      ifInfinite:
        "Where the share is too small for a number its logarithm is −Infinity: take it of the fraction.",
      ifNaN: "e^1000 is Infinity: shift each row by its largest logit.",
    },
    "a class that is ruled out": {
      given: { Z: rows([0, Number.NEGATIVE_INFINITY, 0], [1, 1, Number.NEGATIVE_INFINITY]), y: [0, 1] },
      expected: Math.LN2,
      says: "A logit of −Infinity has share 0 and takes part no more: two classes with equal logits are left in each row.",
    },
    "one class": { given: { Z: [[3], [-700]], y: [0, 0] }, says: "With one class nothing can go wrong: 0." },
    "one example": { given: { Z: [[0.5, -1, 2]], y: [1] }, says: "The mean of one term is that term." },
    "a logit that is NaN": {
      given: { Z: rows([Number.NaN, 0], [0, 1]), y: [1, 1] },
      says: "NaN spoils the loss, and must be seen.",
    },
  },
  laws: {
    "n times it is crossEntropy of the softmax with one-hot rows": (f, { Z, y }, { ask }) =>
      Z.every(isNarrow) &&
      equal(
        f().times(Z.length),
        ask(crossEntropy, { P: softmax(lift(Z)), Y: lift(onehot(y, Z[0]!.length)), eps: undefined }),
      ),
    "a number of its own added to each row changes nothing": (f, { Z }) =>
      equal(f({ Z: mapped(Z, (z, i) => z + 100 * (i + 1)) }), f()),
    "equal logits cost ln C": (f, { Z }) => equal(f({ Z: mapped(Z, () => 1.5) }), Math.log(Z[0]!.length)),
    "with two classes it is the binary cross-entropy of the difference of the logits": (f, { Z, y }) => {
      if (Z[0]!.length < 2) return false;
      const labels = y.map((yi) => Math.min(yi, 1));
      const leads = Z.map(([a, b]) => num(b!).minus(a!));
      return equal(f({ Z: Z.map((row) => row.slice(0, 2)), y: labels }), bceWithLogits(lift(labels), leads));
    },
    "an example whose largest logit is another class costs ln 2 at least": (f, { Z, y }) => {
      const wrong = Z.findIndex((z, i) => z[y[i]!]! < Math.max(...z));
      return wrong >= 0 && atMost(Math.LN2, f({ Z: [Z[wrong]!], y: [y[wrong]!] }));
    },
    "outputs between 0 and 1 taken as logits never cost less than ln(1 + (C − 1)/e)": (f, { Z }) => {
      const floor = Math.log(1 + (Z[0]!.length - 1) / Math.E);
      return atMost(floor, f({ Z: mapped(Z, sigmoid) }));
    },
    "halfway between two tables of logits it costs no more than their mean": (f, { Z }, { draw }) => {
      const other = mapped(Z, () => draw.real());
      const middle = Z.map((row, i) => row.map((z, c) => (z + other[i]![c]!) / 2));
      return atMost(f({ Z: middle }).times(2), f().plus(f({ Z: other })));
    },
  },
  mistakes: {
    "softmax-twice": {
      is: ({ Z, y }) => usual({ Z: shares(Z), y }),
      step: 6,
      says: "Softmax is applied twice: the loss has it built in, and gets probabilities in place of logits. No training then brings it near 0.",
    },
    "sigmoids-for-logits": {
      is: ({ Z, y }) => usual({ Z: mapped(Z, sigmoid), y }),
      step: 6,
      says: "The sigmoid of each logit is handed to a loss that has softmax built in. It takes the logits themselves.",
    },
    "sum-for-mean": {
      is: times("n"),
      step: 5,
      says: "The losses are summed. From logits the loss is a mean: divide by the number of examples.",
    },
    "probability-for-logarithm": {
      is: costs((z, y) => -Math.exp(z[y]! - lse(z))),
      step: 4,
      says: "This is minus the mean probability of the true class. The loss takes its logarithm.",
    },
    "sign-flipped": {
      is: times(-1),
      step: 4,
      says: "The sign is flipped: this is the mean logarithm of the probability, which is never above 0.",
    },
    "logits-taken-for-probabilities": {
      is: costs((z, y) => -Math.log(z[y]!)),
      step: 6,
      says: "The logits are taken for probabilities, and the logarithm is that of a logit. Logits may be negative; softmax comes first, or ln Σ e^z minus the logit, which is both in one.",
    },
    "clipped-logits-for-probabilities": {
      is: costs((z, y) => -Math.log(Math.max(z[y]!, 1e-12))),
      step: 6,
      says: "The logits are taken for probabilities: those below 0 are clipped, and the logarithm is that of a logit. Softmax comes first, or ln Σ e^z minus the logit, which is both in one.",
    },
    "not-normalised": {
      is: costs((z, y) => -z[y]!),
      step: 4,
      says: "The logarithm of the sum of exponentials is missing. Without it raising all logits would lower the loss for ever.",
    },
    "largest-for-log-sum": {
      is: costs((z, y) => Math.max(...z) - z[y]!),
      step: 4,
      says: "The largest logit stands in for ln Σ e^z. After the shift by it the logarithm of the shifted sum is still to be added.",
    },
    "normalised-over-the-batch": {
      is: costs((z, y, all) => lse(all.flat()) - z[y]!),
      step: 4,
      says: "The sum of exponentials runs over the whole batch. Each example has its own.",
    },
    "divided-by-the-classes": {
      is: ({ right, Z }) => (right * Z.length) / Z[0]!.length,
      step: 5,
      says: "The sum is divided by the number of classes. It is a mean over the examples: divide by how many rows there are.",
    },
    "mean-over-all-entries": {
      is: times("1/C"),
      step: 5,
      says: "The sum is divided by n·C. There is one loss an example: divide by n.",
    },
  },
});
