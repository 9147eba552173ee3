/** The cross-entropy of logits as a node. */
import {
  type ArgsOf,
  args,
  atMost,
  equal,
  matrix,
  record,
  rows,
  scalar,
  scaled,
  vector,
} from "../../grader/exercise/form.ts";
import { looked, tensorLines } from "../../grader/exercise/tensor-code.ts";
import { crossEntropyLogits } from "../../reference/networks/cross-entropy.ts";
import { softmax } from "../../reference/networks/softmax.ts";
import { type Num, num, sum } from "../../reference/numbers/num.ts";
import { mean } from "../../reference/numbers/plain.ts";
import { combined, gradient, type Lifted, lift, mapNums, plainOf } from "../../reference/numbers/tracked.ts";
import * as played from "./scenarios.ts";
import { features, type Matrix, sweepLines, upstream, upstreamIgnored } from "./upstream.ts";

const batch = args(
  {
    logits: matrix("n C", "logits, one example a row"),
    labels: vector("n", "true classes, 0 … C − 1", {
      domain: "label",
      draw: (draw) => draw.list(draw.size("n"), () => draw.integer(0, draw.size("C") - 1)),
    }),
    ...upstream,
  },
  { sizes: { n: [3, 4], C: [3, 5] } },
);
type Batch = ArgsOf<typeof batch>;
type Answer = {
  loss: number;
  logits: Matrix;
};
type Right = Batch & { readonly right: Answer };

/** The loss of what is made of the logits, and its gradient by them. */
function answerOf(
  { logits, k }: Pick<Lifted<Batch>, "logits" | "k">,
  { labels, sweeps }: Batch,
  of: (Z: Num[][]) => Num[][] = (Z) => Z,
): Lifted<Answer> {
  const loss = crossEntropyLogits(of(logits), labels);
  return { loss, logits: gradient(loss.times(k).times(sweeps), logits) as Num[][] };
}

/** The same in plain numbers, for something else that is made of them. */
const wronglyOf = (of: (Z: Num[][]) => Num[][]) => (given: Batch) =>
  plainOf({ ...answerOf(lift({ logits: given.logits, k: given.k }), given, of) }) as Answer;

/** The gradient times a number. */
const times =
  (factor: (given: Batch) => number) =>
  (given: Right): Answer => ({ loss: given.right.loss, logits: scaled(given.right.logits, factor(given)) });

const sigmoids = (Z: Num[][]): Num[][] => mapNums(Z, (z) => z.sigmoid()) as Num[][];
const STEP = 1e-3;
/** Of a central difference with this step, for slopes of size 1. */
const TRUNCATION = 1e-5;

export const crossEntropyLossT = batch.answer<Answer>({
  scenario: played.crossEntropyLossT,
  needs: ["crossEntropyLossT"],
  features,
  returns: record(
    { loss: scalar("the loss"), logits: matrix("n C", "logits.grad, after the loss times k was swept back") },
    "the cross-entropy of logits, a mean over the examples, and what it passes back",
  ),
  is: answerOf,
  show: ({ logits, labels, k, sweeps }) =>
    [
      ...tensorLines({ logits }),
      `const loss = crossEntropyLossT(logits, [${labels.join(", ")}]);`,
      ...sweepLines(k, sweeps),
      looked(["logits"], "loss"),
    ].join("\n"),
  example: { logits: rows([0, 0, 0, 0], [0, 1000, 0, 0]), labels: [2, 1], k: 4, sweeps: 1 },
  edges: {
    "logits of ±1000": {
      given: {
        logits: rows([1000, 0, -1000], [-1000, -1001, -1000], [1000, 0, 0]),
        labels: [1, 1, 0],
        k: 2,
        sweeps: 1,
      },
      says: "The first example is sure and wrong and costs 1000, the last is sure and right and costs 0.",
      ifNaN: "e^1000 is Infinity: shift each row by its largest logit.",
      ifInfinite: "The logarithm of a share that is too small for a number is −Infinity: see ex42.",
    },
    "one class": {
      given: { logits: [[3], [-700]], labels: [0, 0], k: 2, sweeps: 1 },
      says: "With one class nothing can go wrong: the loss is 0, and nothing goes back.",
    },
    "one example": {
      given: { logits: [[0.5, -1, 2]], labels: [1], k: -1, sweeps: 1 },
      says: "The mean of one term is that term.",
    },
    "labels written as 1.0": {
      given: { logits: rows([0, 1, 2], [1, 0, 0]), labels: [1.0, 0.0], k: 2, sweeps: 1 },
      says: "A file may write labels as 1.0 and 0.0. They are the classes 1 and 0.",
    },
  },
  laws: {
    "each row of the gradient sums to 0": (f) => f().logits.map((row) => equal(sum(row), 0)),
    "a number of its own added to each row changes neither the loss nor the gradient": (f, { logits }) => {
      const shifted = f({ logits: logits.map((row, i) => row.map((z) => z + 4 * (i + 1))) });
      return equal(shifted, f());
    },
    "all examples twice leave the loss, and halve the gradient of each row": (f, { logits, labels }) => {
      const [once, both] = [f(), f({ logits: [...logits, ...logits], labels: [...labels, ...labels] })];
      const half = combined([once.logits], () => 0.5);
      return equal([both.loss, both.logits], [once.loss, [...half, ...half]]);
    },
    "a small step of all logits changes the loss as the gradient says": (
      f,
      { logits, k, sweeps },
      { draw },
    ) => {
      const way = draw.matrix(logits.length, logits[0]!.length, () => draw.pick([-1, 1]));
      const moved = (by: number) =>
        f({ logits: logits.map((row, i) => row.map((z, c) => z + by * way[i]![c]!)) }).loss;
      const measured = moved(STEP)
        .minus(moved(-STEP))
        .over(2 * STEP);
      const said = sum(f().logits.flatMap((row, i) => row.map((g, c) => g.times(way[i]![c]!)))).over(
        k * sweeps,
      );
      return atMost(measured.minus(said).abs(), TRUNCATION);
    },
    "of sigmoids it stays above ln(1 + (C − 1)/e), however right they are": (f, { logits, labels }) => {
      const sure = logits.map((row, i) => row.map((_, c) => (c === labels[i] ? 1 : 0)));
      const floor = num(Math.log1p((logits[0]!.length - 1) / Math.E));
      const values = plainOf(sigmoids(lift(logits))) as Matrix;
      return [equal(f({ logits: sure }).loss, floor), atMost(floor, f({ logits: values }).loss)];
    },
  },
  mistakes: {
    "sum-passed-back": {
      is: times(({ logits }) => logits.length),
      step: 8,
      says: "The loss is a mean over the examples, and what goes back is that of a sum. The 1/n belongs to the gradient as well.",
    },
    "sign-flipped": {
      is: times(() => -1),
      step: "cross-entropy#step-9",
      says: "The sign is turned: this goes back as y − p. The loss grows with the logit of every class but the true one.",
    },
    "softmax-twice": {
      is: wronglyOf(softmax),
      step: "cross-entropy#step-6",
      says: "Softmax is applied first, and the loss applies it again. It takes the logits as they are.",
    },
    "sigmoid-first": {
      is: wronglyOf(sigmoids),
      step: "cross-entropy#step-6",
      says: "A sigmoid is applied first. The loss takes the logits as they are, and has softmax built in.",
    },
    "logits-taken-for-probabilities": {
      is: ({ right, logits, labels }: Right) => ({
        loss: mean(logits.map((row, i) => -Math.log(row[labels[i]!]!))),
        logits: right.logits,
      }),
      step: "cross-entropy#step-6",
      says: "The loss takes the logits for probabilities: the logarithm is that of a logit, and of a negative one it is NaN. It is ln Σ e^z minus the logit of the true class.",
    },
    "divided-by-the-classes": {
      is: times(({ logits }) => 1 / logits[0]!.length),
      step: 8,
      says: "The gradient is divided by the number of classes as well. The mean is over the examples alone: 1/n.",
    },
    "shares-changed": {
      is: ({ right, logits, labels, k, sweeps }: Right) => ({
        loss: right.loss,
        logits: right.logits.map((row, i) =>
          row.map((g, c) => (c === labels[i] ? g - ((sweeps - 1) * k) / logits.length : g)),
        ),
      }),
      step: 8,
      says: "A second sweep takes 1 from the label's share once more: the first has changed the shares that the node keeps. Make a new matrix in each sweep.",
    },
    "upstream-ignored": { is: times(({ k }) => 1 / k), ...upstreamIgnored },
    "classes-from-1": {
      is: ({ logits, labels, k, sweeps }) => {
        const n = logits.length;
        const shares = plainOf(softmax(lift(logits))) as Matrix;
        return {
          loss: mean(shares.map((row, i) => -Math.log(row[labels[i]! - 1] ?? Number.NaN))),
          logits: shares.map((row, i) =>
            row.map((p, c) => ((k * sweeps) / n) * (p - (c === labels[i]! - 1 ? 1 : 0))),
          ),
        };
      },
      step: "cross-entropy#step-9",
      says: "The classes are counted from 1: class 0 has no logit then, and the loss is NaN. They count from 0, as places in a list do.",
    },
    "labels-left-out": {
      is: ({ right, logits, k, sweeps }: Right) => ({
        loss: right.loss,
        logits: (plainOf(softmax(lift(logits))) as Matrix).map((row) =>
          row.map((p) => (p * k * sweeps) / logits.length),
        ),
      }),
      step: "cross-entropy#step-9",
      says: "The shares themselves go back. At the true class 1 is subtracted: its logit has to rise.",
    },
  },
});
