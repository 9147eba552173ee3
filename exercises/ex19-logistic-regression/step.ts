/** One step of descent. */
import { args, atMost, curedBy, equal, rows, scalar, tuple, vector } from "../../grader/exercise/form.ts";
import { predictProba } from "../../reference/linear-models/logistic.ts";
import { logisticLoss, logisticStep as stepOf } from "../../reference/linear-models/logistic-descent.ts";
import { num } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { levelled, moved, type Place, type Step, scaled, slopesAt, steepest, X, y } from "./args.ts";

const data = args(
  {
    X,
    y,
    w: vector("m", "weights, one a feature", { between: [-1, 1] }),
    b: scalar("bias"),
    lr: scalar("learning rate η, 0 or more", {
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5, 1]) : draw.between(0.05, 1)),
    }),
  },
  { sizes: { n: [3, 6], m: [2, 5] } },
);

const pair = ({ w, b }: Place): [number[], number] => [w, b];
/** A step along another gradient than the right one. */
const along =
  (wrong: (slopes: Place, step: Step) => Place) =>
  (step: Step): [number[], number] =>
    pair(moved(step, wrong(slopesAt(step), step)));
const predicting = (predicted: (z: number) => number) => along((_, step) => slopesAt(step, predicted));

export const logisticStep = data.answer<[number[], number]>({
  says: "Weights and bias after one step of gradient descent on the mean binary cross-entropy. Both gradients are taken at the old weights and bias.",
  formula: String.raw`w \leftarrow w - \eta \nabla_w L, \; b \leftarrow b - \eta \frac{\partial L}{\partial b}`,
  returns: tuple(
    [vector("m", "new weights"), scalar("new bias")],
    "the new weights and the new bias, a pair",
  ),
  is: ({ X, y, w, b, lr }) => {
    const after = stepOf(X, y, { w, b }, lr);
    return [after.w, after.b];
  },
  example: { X: rows([1, 2], [3, -1]), y: [1, 0], w: [0, 0], b: 0, lr: 0.5 },
  edges: {
    "one example": {
      given: { X: rows([1, -2, 0.5]), y: [1], w: [0, 0, 0], b: 0, lr: 1 },
      says: "The gradient is x·(ŷ − y), here −1/2 times x.",
    },
    "one feature": {
      given: { X: rows([2], [-1], [1]), y: [1, 0, 0], w: [0.5], b: 0, lr: 0.5 },
      says: "The weights are a list of one number.",
    },
    "learning rate 0": { given: { lr: 0 }, says: "A step of length 0 leaves w and b as they are." },
    "all labels 1": {
      given: { X: rows([1, 2], [0, 1], [2, -1]), y: [1, 1, 1], w: [0, 0], b: 0, lr: 1 },
      says: "Every error is −1/2, so the bias rises by 1/2.",
    },
    "logits 1000 and -1000": {
      given: { X: rows([1, 0], [-1, 0]), y: [1, 1], w: [1000, 0], b: 0, lr: 1 },
      says: "The predictions are 1 and 0. The second example is wrong and pulls with the error −1.",
      ifNaN: "e^1000 is Infinity, and Infinity/Infinity is NaN.",
    },
    "a large step": {
      given: { X: rows([1, 2], [-1, 1], [2, 0]), y: [1, 0, 0], w: [0, 0], b: 0, lr: 1000 },
      says: "No entry of the gradient is larger than the largest input, so that the step stays finite.",
    },
  },
  laws: {
    "where every label is its own prediction, nothing moves": (f, { X, w, b }) => {
      const p = predictProba(lift(X), lift(w), num(b)).map(({ value }) => value);
      return equal(f({ y: p }), [w, b]);
    },
    "both classes exchanged, with −w and −b: the step leads to the opposite place": (f, { y, w, b }) => {
      const [opposite, bias] = f({ y: y.map((yi) => 1 - yi), w: w.map((wj) => -wj), b: -b });
      return equal([opposite.map((wj) => wj.negated()), bias.negated()], f());
    },
    "the order of the examples does not matter": (f, { X, y }) =>
      equal(f({ X: X.toReversed(), y: y.toReversed() }), f()),
    "half the learning rate goes half the way": (f, { w, b, lr }) => {
      const [[whole, bias], [half, halfBias]] = [f(), f({ lr: lr / 2 })];
      const middle = whole.map((wj, j) => wj.plus(w[j]!).times(0.5));
      return equal([half, halfBias], [middle, bias.plus(b).times(0.5)]);
    },
    "with η = 4/(1 + the largest ‖x‖²) the loss never rises": (f, { X, y, w, b }) => {
      const [after, bias] = f({ lr: 4 / steepest(X) });
      const loss = (at: Parameters<typeof logisticLoss>[2]) => logisticLoss(lift(X), lift(y), at);
      return atMost(loss({ w: after, b: bias }), loss({ w: lift(w), b: num(b) }));
    },
  },
  mistakes: curedBy(9, {
    ascent: {
      is: along((slopes) => scaled(slopes, -1)),
      says: "The gradient is added, and this climbs. Descent subtracts it.",
    },
    "sum-gradient": {
      is: along((slopes, { X }) => scaled(slopes, X.length)),
      step: 6,
      says: "The 1/n is missing from the gradient: the step is n times as long. The loss is a mean.",
    },
    "same-step-for-all-weights": {
      is: along(levelled),
      step: 7,
      says: "All weights move by the same number, the mean over the features as well. Each weight has an entry of its own.",
    },
    "linear-output": {
      is: predicting((z) => z),
      says: "The prediction is the logit itself. Logistic regression predicts ŷ = σ(w·x + b).",
    },
    "class-for-probability": {
      is: predicting((z) => (z >= 0 ? 1 : 0)),
      says: "The error is taken from the class, ŷ rounded to 0 or 1. Descent takes the probability: a right but unsure prediction still pulls.",
    },
    "bias-not-moved": {
      is: along(({ w }) => ({ w, b: 0 })),
      step: 8,
      says: "The bias stays where it was. It has a derivative of its own, the mean of ŷ − y.",
    },
    "rate-forgotten": {
      is: (step) => pair(moved({ ...step, lr: 1 }, slopesAt(step))),
      says: "The learning rate is missing. The gradient gives the direction; η times it is how far to go.",
    },
    "bias-at-the-new-weights": {
      is: (step) => {
        const { w } = moved(step, slopesAt(step));
        return [w, moved(step, slopesAt({ ...step, w })).b];
      },
      says: "The bias sees the new weights. Both gradients belong to the old w and b: take them first, then move.",
    },
  }),
});
