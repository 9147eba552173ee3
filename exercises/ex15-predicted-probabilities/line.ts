/** The line between the classes. */
import { type ArgsOf, args, curedBy, equal, scalar, times, vector } from "../../grader/exercise/form.ts";
import { decisionLine as heightOf } from "../../reference/linear-models/logistic.ts";
import { num } from "../../reference/numbers/num.ts";

const line = args(
  {
    w: vector("2", "weights w₁ and w₂ of the two features; w₂ is not 0"),
    b: scalar("bias"),
    x1: scalar("first feature"),
  },
  { accepts: ({ w }) => Math.abs(w[1]!) >= 0.25 },
);
type Line = ArgsOf<typeof line>;

/** The line that other weights or another bias have, at x1. */
const heightAt = ({ w: [w1 = 0, w2 = 0], b, x1 }: Line, level = 0): number => (level - (w1 * x1 + b)) / w2;

export const decisionLine = line.answer({
  says: "The second feature of the point over x1 at which both classes have the probability 1/2.",
  formula: "w_1 x_1 + w_2 x_2 + b = 0",
  returns: scalar("x₂ on the line between the classes"),
  is: ({ w, b, x1 }) => heightOf(w, b, x1),
  example: { w: [1, -2], b: 3, x1: 1 },
  edges: {
    "w₁ = 0": {
      given: { w: [0, 2], b: -3, x1: 5 },
      says: "The first feature does not count: the line is level, at 1.5 for every x1.",
    },
    "bias 0": { given: { w: [3, 1.5], b: 0, x1: -1 }, says: "The line goes through the origin." },
    "x1 = 0": { given: { w: [3, -4], b: 2, x1: 0 }, says: "Over the origin the line is at −b/w₂ = 0.5." },
    "small w₂": { given: { w: [1, 1e-6], b: 1, x1: 1 }, says: "The line is steep, and far below at x1 = 1." },
  },
  laws: {
    "the logit of the point on the line is 0: w₁x₁ + w₂x₂ + b = 0": (f, { w: [w1 = 0, w2 = 0], b, x1 }) =>
      equal(f().times(w2).plus(num(w1).times(x1)).plus(b), 0),
    "w and b times −3 have the same line": (f, { w, b }) =>
      equal(f({ w: w.map((wj) => -3 * wj), b: -3 * b }), f()),
    "one step to the right the line is w₁/w₂ lower": (f, { w: [w1 = 0, w2 = 0], x1 }) =>
      equal(f().minus(f({ x1: x1 + 1 })), num(w1).over(w2)),
  },
  mistakes: curedBy(7, {
    "sign-forgotten": {
      is: times(-1),
      says: "The minus is missing. On the other side of the equation w₁x₁ + b changes its sign.",
    },
    "bias-keeps-its-sign": {
      is: (line) => heightAt({ ...line, b: -line.b }),
      says: "This is (−w₁x₁ + b)/w₂. The minus goes for the bias as well: x₂ = −(w₁x₁ + b)/w₂.",
    },
    "bias-undivided": {
      is: (line) => heightAt({ ...line, b: 0 }) - line.b,
      says: "Only w₁x₁ is divided by w₂. The whole sum w₁x₁ + b is, so it needs brackets.",
    },
    "division-of-the-bias-alone": {
      is: ({ w: [w1 = 0, w2 = 0], b, x1 }) => -w1 * x1 - b / w2,
      says: "Only the bias is divided by w₂. The whole sum w₁x₁ + b is, so it needs brackets.",
    },
    "weights-swapped": {
      is: ({ w: [w1 = 0, w2 = 0], b, x1 }) => heightAt({ w: [w2, w1], b, x1 }),
      says: "The weights have changed places. Asked for is x₂, so it is w₂ that is divided by.",
    },
    "bias-forgotten": {
      is: (line) => heightAt({ ...line, b: 0 }),
      says: "The bias is missing: this line goes through the origin.",
    },
    "logit-of-a-half": {
      is: (line) => heightAt(line, 0.5),
      says: "The logit is set to 1/2. It is the probability that is 1/2 on the line; the logit is 0 there.",
    },
  }),
});
