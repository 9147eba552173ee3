/** The mean squared error as a node. */
import {
  type ArgsOf,
  args,
  equal,
  matrix,
  record,
  rows,
  scalar,
  scaled,
} from "../../grader/exercise/form.ts";
import { looked, tensorLines } from "../../grader/exercise/tensor-code.ts";
import { meanSquaredError } from "../../reference/linear-models/scores.ts";
import { dot } from "../../reference/numbers/num.ts";
import { mean } from "../../reference/numbers/plain.ts";
import { combined, gradient, lift } from "../../reference/numbers/tracked.ts";
import * as played from "./scenarios.ts";
import { features, type Matrix, sweepLines, upstream, upstreamIgnored } from "./upstream.ts";

const predictions = args(
  { pred: matrix("n t", "predictions"), target: matrix("n t", "targets"), ...upstream },
  { sizes: { n: [2, 4], t: [1, 3] } },
);
type Predictions = ArgsOf<typeof predictions>;
type Answer = {
  loss: number;
  pred: Matrix;
  target: Matrix;
};
type Right = Predictions & { readonly right: Answer };

/** Both gradients times a number. */
const times =
  (factor: (given: Predictions) => number) =>
  (given: Right): Answer => ({
    loss: given.right.loss,
    pred: scaled(given.right.pred, factor(given)),
    target: scaled(given.right.target, factor(given)),
  });

export const mseLossT = predictions.answer<Answer>({
  scenario: played.mseLossT,
  needs: ["mseLossT"],
  features,
  returns: record(
    {
      loss: scalar("the loss"),
      pred: matrix("n t", "pred.grad, after the loss times k was swept back"),
      target: matrix("n t", "target.grad"),
    },
    "the mean squared error, and what it passes back when it is not the output itself",
  ),
  is: ({ pred, target, k, sweeps }) => {
    const loss = meanSquaredError(target.flat(), pred.flat());
    return { loss, ...(gradient(loss.times(k).times(sweeps), { pred, target }) as object) };
  },
  show: ({ pred, target, k, sweeps }) =>
    [
      ...tensorLines({ pred, target }),
      "const loss = mseLossT(pred, target);",
      ...sweepLines(k, sweeps),
      looked(["pred", "target"], "loss"),
    ].join("\n"),
  example: { pred: rows([1, 2, 0], [0, 1, 3]), target: rows([0, 2, 0], [0, 1, 1]), k: 3, sweeps: 1 },
  edges: {
    "one entry": {
      given: { pred: [[2]], target: [[-1]], k: 0.5, sweeps: 1 },
      says: "The loss is 3² = 9; half of it has the slopes ½·2·3 and its opposite.",
    },
    "all met": {
      given: { pred: [[1, -2]], target: [[1, -2]], k: 2, sweeps: 1 },
      says: "Where each prediction meets its target there is nothing to pass back: 0.",
    },
    "nothing comes back": {
      given: { pred: [[1, 2]], target: [[0, 0]], k: 0, sweeps: 1 },
      says: "A loss that is multiplied by 0 passes back zeros.",
    },
  },
  laws: {
    "predictions and targets may change places: the loss stays, and so do the gradients in their places": (
      f,
      { pred, target },
    ) => {
      const [here, there] = [f(), f({ pred: target, target: pred })];
      return equal([there.loss, there.target, there.pred], [here.loss, here.pred, here.target]);
    },
    "the targets get the opposite of what the predictions get": (f) => {
      const { pred, target } = f();
      return equal(
        target,
        combined([pred], () => -1),
      );
    },
    "the misses times their slopes are 2·k times the loss, for each sweep": (
      f,
      { pred, target, k, sweeps },
    ) => {
      const of = f();
      const misses = pred.flatMap((row, i) => row.map((p, j) => p - target[i]![j]!));
      return equal(dot(of.pred.flat(), lift(misses)), of.loss.times(2 * k * sweeps));
    },
  },
  mistakes: {
    "upstream-ignored": { is: times(({ k }) => 1 / k), ...upstreamIgnored },
    "factor-two-forgotten": {
      is: times(() => 0.5),
      step: "network-mse#step-3",
      says: "The 2 of the square is missing in what goes back. Its slope is 2(p − y)/N.",
    },
    "absolute-for-square": {
      is: ({ pred, target, k, sweeps }) => {
        const misses = pred.map((row, i) => row.map((p, j) => p - target[i]![j]!));
        const slopes = scaled(
          misses.map((row) => row.map(Math.sign)),
          (k * sweeps) / pred.flat().length,
        );
        return { loss: mean(misses.flat().map(Math.abs)), pred: slopes, target: scaled(slopes, -1) };
      },
      step: "network-mse#step-2",
      says: "The absolute values of the misses are averaged. It is the mean of their squares.",
    },
    "sum-passed-back": {
      is: times(({ pred }) => pred.flat().length),
      step: 6,
      says: "The loss is a mean, and what goes back is that of a sum. Each entry has a share of 1/N, in the gradient as well.",
    },
    "divided-by-n-only": {
      is: ({ right, pred }: Right) => {
        const t = pred[0]!.length;
        return { loss: right.loss * t, pred: scaled(right.pred, t), target: scaled(right.target, t) };
      },
      step: "network-mse#step-2",
      says: "The squares are divided by the number of rows. The mean is over all entries, rows times columns.",
    },
    "sum-for-mean": {
      is: ({ right, pred }: Right) => {
        const N = pred.flat().length;
        return { loss: right.loss * N, pred: scaled(right.pred, N), target: scaled(right.target, N) };
      },
      step: "network-mse#step-2",
      says: "The squares are summed. The loss is their mean: divide by the number of entries, or end in mean().",
    },
    "cut-off": {
      is: ({ right }: Right) => ({ ...right, pred: scaled(right.pred, 0), target: scaled(right.target, 0) }),
      step: 8,
      says: "The loss is right, and nothing flows back: it is a new Tensor that knows nothing of what it was made of. Make it by operations of Tensor, or by Tensor.node with its operands.",
    },
    "sign-flipped": {
      is: times(() => -1),
      step: "network-mse#step-3",
      says: "The sign is turned, as if the output were the target. An output above its target raises the loss, and a square with the minus inside turns the difference round.",
    },
    "nothing-for-the-targets": {
      is: ({ right }: Right) => ({ ...right, target: scaled(right.target, 0) }),
      step: 8,
      says: "The targets get nothing. They are a tensor like the predictions, and get the opposite.",
    },
  },
});
