/** The losses. */
import { atMost, curedBy, equal, other, scalar } from "../../grader/exercise/form.ts";
import {
  hingeLoss as hingeOf,
  perceptronLoss as perceptronOf,
} from "../../reference/linear-models/margin-losses.ts";
import { type Example, edges, example, given, marginOf, opposite } from "./args.ts";

/** A wrong loss as a function of the margin s. */
const ofMargin =
  (loss: (s: number) => number) =>
  (one: Example): number =>
    loss(marginOf(one));
const withoutBias =
  (loss: (s: number) => number) =>
  (one: Example): number =>
    loss(marginOf({ ...one, b: 0 }));

const losses = example.shared<number>({
  example: given,
  edges,
  laws: {
    "opposite weights, bias and label have the same loss": (f, one) => equal(f(opposite(one)), f()),
    "half way to another model the loss is at most the mean of both": (f, { w, b }, { draw }) => {
      const other = { w: w.map(() => draw.real()), b: draw.real() };
      const middle = { w: w.map((wj, j) => (wj + other.w[j]!) / 2), b: (b + other.b) / 2 };
      return atMost(f(middle), f().plus(f(other)).over(2));
    },
  },
});

export const perceptronLoss = losses.answer({
  says: "The perceptron loss of one example: 0 on the right side, and else how far z is on the wrong one.",
  formula: String.raw`L = \max(0, -y z) \text{ of } z = w \cdot x + b`,
  returns: scalar("L, 0 or more"),
  is: ({ w, x, b, y }) => perceptronOf(w, x, b, y),
  laws: {
    "w and b times 3 give three times the loss": (f, { w, b }) =>
      equal(f({ w: w.map((wj) => 3 * wj), b: 3 * b }), f().times(3)),
  },
  mistakes: curedBy(2, {
    "zero-one-loss": {
      is: ofMargin((s) => (s <= 0 ? 1 : 0)),
      says: "This counts errors, 0 or 1. It has no slope to follow; the perceptron loss grows with the distance on the wrong side.",
    },
    "margin-of-the-hinge": {
      is: other("hingeLoss"),
      step: 3,
      says: "This is the hinge loss, with its 1. The perceptron loss asks for the right side and for nothing more.",
    },
    "right-side-punished": {
      is: ofMargin((s) => Math.max(0, s)),
      says: "The right side costs, and the wrong one is free. On the wrong side y·z is negative, so the loss is max(0, −y·z).",
    },
    "not-cut-off": {
      is: ofMargin((s) => -s),
      says: "−y·z is negative on the right side. It is cut off at 0: an example that is right earns nothing for being far.",
    },
    "absolute-value": {
      is: ofMargin(Math.abs),
      says: "The absolute value costs on both sides. On the right one the loss is 0.",
    },
    "bias-forgotten": {
      is: withoutBias((s) => Math.max(0, -s)),
      step: 1,
      says: "The bias is missing from the margin: z is w·x + b.",
    },
  }),
});

export const hingeLoss = losses.answer({
  says: "The hinge loss of one example: 0 from a margin of 1 on, and else what is missing to it.",
  formula: String.raw`H = \max(0, 1 - y z) \text{ of } z = w \cdot x + b`,
  returns: scalar("H, 0 or more"),
  is: ({ w, x, b, y }) => hingeOf(w, x, b, y),
  laws: {
    "it is at least the perceptron loss, and at least 1 for a wrong example": (f, one, { ask }) => [
      atMost(ask(perceptronLoss, one), f()),
      atMost(marginOf(one) <= 0 ? 1 : 0, f()),
    ],
    "with w = 0 and b = 0 it is 1": (f, { w }) => equal(f({ w: w.map(() => 0), b: 0 }), 1),
    "a bias that helps by 1/2 saves at most 1/2": (f, { b, y }) => atMost(f(), f({ b: b + y / 2 }).plus(0.5)),
  },
  mistakes: curedBy(3, {
    "margin-forgotten": {
      is: other("perceptronLoss"),
      says: "This is the perceptron loss. The hinge asks for a margin of 1: what is right, but not by 1, costs as well.",
    },
    "hinge-squared": {
      is: ofMargin((s) => Math.max(0, 1 - s) ** 2),
      says: "The hinge is squared. There is a loss of that name; the hinge itself is a straight line.",
    },
    "plus-for-minus": {
      is: ofMargin((s) => 1 + s),
      says: "1 + y·z grows on the right side, and it is not cut off. The loss falls there: max(0, 1 − y·z).",
    },
    "right-side-punished": {
      is: ofMargin((s) => Math.max(0, 1 + s)),
      says: "1 + y·z grows on the right side. What is missing to a margin of 1 is 1 − y·z.",
    },
    "not-cut-off": {
      is: ofMargin((s) => 1 - s),
      says: "Beyond a margin of 1 this is negative. It is cut off at 0.",
    },
    "one-behind-the-cut": {
      is: ofMargin((s) => 1 + Math.max(0, -s)),
      says: "The 1 is added behind the cut, so that no example is free. It belongs inside: max(0, 1 − y·z).",
    },
    "bias-forgotten": {
      is: withoutBias((s) => Math.max(0, 1 - s)),
      step: 1,
      says: "The bias is missing from the margin: z is w·x + b.",
    },
  }),
});
