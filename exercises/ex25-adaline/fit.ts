/** Whole runs of descent. */
import {
  type ArgsOf,
  args,
  atMost,
  curedBy,
  equal,
  record,
  rows,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { fitAdaline } from "../../reference/linear-models/adaline.ts";
import {
  along,
  type Batch,
  missed,
  type Part,
  type Place,
  passesOver,
  pull,
  stepFrom,
} from "../../reference/linear-models/adaline-plain.ts";
import { dot, mean } from "../../reference/numbers/plain.ts";
import { b, place, shown, sizes, w, X, y } from "./args.ts";
import { adalineGradient } from "./gradient.ts";
import { adalineLoss } from "./loss.ts";

/** 2·mean(‖x‖² + 1), the sum of the eigenvalues of the loss's second derivatives, which no one of them exceeds. */
const curvature = (X: number[][]): number => 2 * mean(X.map((x) => dot(x, x) + 1));

const run = args(
  {
    X,
    y,
    w0: { ...w, says: "weights to start from" },
    b0: { ...b, says: "bias to start from" },
    lr: scalar("learning rate η, 0 or more", {
      // Up to where no step climbs.
      draw: (draw, { X }) => draw.upTo(1 / curvature(X as number[][]), 0.3),
    }),
    nIter: scalar("number of passes, each one step over all examples", {
      domain: "integer",
      draw: (draw) => draw.integer(2, 4),
    }),
  },
  { sizes },
);
type Run = ArgsOf<typeof run>;
type Fit = { w: number[]; b: number; losses: number[] };

/** Each pass is one batch of all n examples. */
const wholePasses = (n: number, nIter: number): number[][][] => {
  const all = Array.from({ length: n }, (_, i) => i);
  return Array.from({ length: nIter }, () => [all]);
};

/** A run with its step exchanged. */
const stepping =
  (next: (batch: Batch, at: Place) => Place) =>
  (given: Run): Fit => ({ ...passesOver(given, wholePasses(given.X.length, given.nIter), next) });
const wrongly = (part: Part) => stepping((batch, at) => stepFrom(batch, at, part));

export const fitAdalineGD = run.answer<Fit>({
  says: "Adaline by gradient descent: nIter steps over all examples from (w0, b0), with the loss before each. Throws a RangeError if a loss is NaN or infinite.",
  formula: String.raw`w \leftarrow w - \eta \nabla_w L, \; b \leftarrow b - \eta \frac{\partial L}{\partial b}`,
  returns: record(
    {
      w: vector("m", "weights after the last step"),
      b: scalar("bias after the last step"),
      losses: vector("nIter", "losses[k] is L before step k, so that losses[0] is that of the start"),
    },
    "the model, and the loss on the way",
  ),
  is: ({ X, y, w0, b0, lr }, { nIter }) => ({
    ...fitAdaline(X, y, { w: w0, b: b0 }, lr, wholePasses(X.length, nIter)),
  }),
  example: { ...shown, w0: place.w, b0: place.b, lr: 0.25, nIter: 1 },
  edges: {
    "no pass": { given: { nIter: 0 }, says: "The start comes back, and there is no loss to note." },
    "learning rate 0": {
      given: { lr: 0, nIter: 3 },
      says: "Nothing moves: losses holds the same number three times.",
    },
    "one example": {
      given: { X: rows([1, -1]), y: [1], w0: [0, 0], b0: 0, lr: 1 / 8, nIter: 3 },
      says: "Each step takes away the share 2η(‖x‖² + 1) = 3/4 of the error.",
    },
    "a rate just too large": {
      given: { X: rows([1], [3], [-2]), y: [1, 0, 0], w0: [0], b0: 0, lr: 0.25, nIter: 4 },
      says: "The first step still leads down, and every later one up: the losses grow. They are numbers, so that they are given.",
    },
    "a large loss": {
      given: { X: rows([1], [2]), y: [1, 0], w0: [1e9], b0: 0, lr: 1 / 16, nIter: 2 },
      says: "The first loss is about 2.5·10¹⁸. That is a number like any other, and the next one is smaller.",
      ifThrew: "Only a loss that is NaN or Infinity ends the run.",
    },
    "a rate far too large": {
      given: { X: rows([1], [3], [-2]), y: [1, 0, 0], w0: [0], b0: 0, lr: 10, nIter: 100 },
      throws: true,
      says: "With this rate every step leads further away, until the loss is beyond all numbers: the function throws.",
      ifInfinite: "The loss is Infinity here, and NaN comes much later: look for both.",
      ifNaN: "Once a loss is infinite, weights and bias soon are NaN, and no later step mends that.",
    },
    "collinear features": {
      given: { X: rows([1, 2], [2, 4], [-1, -2]), y: [1, 1, 0], w0: [1, -1], b0: 0, lr: 0.05, nIter: 3 },
      says: "Every example is a multiple of (1, 2), and so is each step of the weights.",
    },
  },
  laws: {
    "with η up to 1/(2·mean(‖x‖² + 1)) no step raises the loss": (f, { nIter }) => {
      const { losses } = f({ nIter: nIter + 1 });
      return losses.slice(1).map((loss, k) => atMost(loss, losses[k]!));
    },
    "one step goes against the gradient of adalineGradient, and notes the loss of adalineLoss": (
      f,
      { X, y, w0, b0, lr },
      { ask },
    ) => {
      const at = { X, y, w: w0, b: b0 };
      const { dw, db } = ask(adalineGradient, at);
      const { w, b, losses } = f({ nIter: 1 });
      return [
        equal([w, b], [dw.map((slope, j) => slope.times(-lr).plus(w0[j]!)), db.times(-lr).plus(b0)]),
        equal(losses, [ask(adalineLoss, at)]),
      ];
    },
    "two runs, the second from where the first ended, are one": (f, { nIter }) => {
      const [whole, first] = [f({ nIter: nIter + 2 }), f()];
      const second = f({ w0: first.w, b0: first.b, nIter: 2 });
      return equal(
        [second.w, second.b, [...first.losses, ...second.losses]],
        [whole.w, whole.b, whole.losses],
      );
    },
    "both classes exchanged, from −w0 and 1 − b0: −w and 1 − b, with the same losses": (f, { y, w0, b0 }) => {
      const there = f({ y: y.map((yi) => 1 - yi), w0: w0.map((wj) => -wj), b0: 1 - b0 });
      const here = f();
      return equal(
        [there.w, there.b, there.losses],
        [here.w.map((wj) => wj.negated()), here.b.negated().plus(1), here.losses],
      );
    },
  },
  mistakes: curedBy(6, {
    ascent: {
      is: wrongly({ factor: (n) => -2 / n }),
      says: "Every step climbs. The gradient begins with −2/n, and subtracting it makes a plus: w gains η·(2/n)·Xᵀ(y − z).",
    },
    "half-gradient": {
      is: wrongly({ factor: (n) => 1 / n }),
      step: 3,
      says: "The steps are half as long as they should be: the gradient of a mean of squares has a factor 2.",
    },
    "sum-for-mean": {
      is: wrongly({ factor: () => 2 }),
      step: 3,
      says: "The 1/n of the gradient is missing, so that a step grows with the number of examples.",
    },
    "class-for-output": {
      is: wrongly({ error: missed }),
      step: 1,
      says: "The errors are taken from the classes, as the perceptron does. Adaline takes them from z; the threshold is for the prediction alone.",
    },
    "bias-at-the-new-weights": {
      is: stepping((batch, at) => {
        const { w } = stepFrom(batch, at);
        return { w, b: stepFrom(batch, { w, b: at.b }).b };
      }),
      says: "The bias sees the new weights. Both gradients belong to the old w and b: take them first, then move.",
    },
    "weights-in-turn": {
      is: stepping((batch, at) => {
        const w = [...at.w];
        for (const j of w.keys()) w[j] = stepFrom(batch, { w, b: at.b }).w[j]!;
        return { w, b: stepFrom(batch, { w, b: at.b }).b };
      }),
      says: "Each weight's slope is asked for after the weights before it have moved. Take the whole gradient first, at the old w and b, and then move all.",
    },
    "weights-at-the-new-bias": {
      is: stepping((batch, at) => {
        const { b } = stepFrom(batch, at);
        return { w: stepFrom(batch, { w: at.w, b }).w, b };
      }),
      says: "The weights see the new bias. Both gradients belong to the old w and b: take them first, then move.",
    },
    "bias-not-moved": {
      is: stepping((batch, at) => ({ ...stepFrom(batch, at), b: at.b })),
      step: 5,
      says: "The bias never moves. It has a derivative of its own, −2 times the mean of the errors.",
    },
    "gradient-of-the-start": {
      is: (given) => {
        const way = pull(given, { w: given.w0, b: given.b0 });
        return stepping((_, at) => along(at, given.lr, way))(given);
      },
      says: "Every step takes the net inputs of the start. They change with each step: work them out anew.",
    },
    "losses-after-the-steps": {
      is: (given) => {
        const longer = stepping(stepFrom)({ ...given, nIter: given.nIter + 1 });
        return { ...stepping(stepFrom)(given), losses: longer.losses.slice(1) };
      },
      says: "The model is right. The losses are those after each step; asked for are those before it, with the loss of the start first.",
    },
    "loss-of-the-end-as-well": {
      is: (given) => ({
        ...given.right,
        losses: stepping(stepFrom)({ ...given, nIter: given.nIter + 1 }).losses,
      }),
      says: "The model is right. The loss after the last step is noted as well, as in ex11. Here each loss belongs to the step that comes after it: there are nIter of them.",
    },
    "losses-summed": {
      is: ({ right, X }) => ({ ...right, losses: right.losses.map((loss) => loss * X.length) }),
      step: 2,
      says: "The model is right. The losses are sums over the examples, and asked for are means.",
    },
  }),
});
