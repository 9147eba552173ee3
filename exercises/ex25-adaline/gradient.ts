/** The gradient of the mean squared error. */
import { type ArgsOf, equal, record, rows, scalar, times, vector } from "../../grader/exercise/form.ts";
import { adalineLoss } from "../../reference/linear-models/adaline.ts";
import { missed, type Part, pull } from "../../reference/linear-models/adaline-plain.ts";
import { netInputs } from "../../reference/linear-models/neuron.ts";
import { settledFit } from "../../reference/linear-models/settled-fit.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { data, place, shown } from "./args.ts";

type Data = ArgsOf<typeof data>;
type Gradient = { dw: number[]; db: number };

/** The gradient with a part of it exchanged. */
const wrongly =
  (part: Part) =>
  ({ X, y, w, b }: Data): Gradient => {
    const way = pull({ X, y }, { w, b }, part);
    return { dw: way.w.map((wj) => -wj), db: -way.b };
  };

export const adalineGradient = data.gradient<Gradient>({
  says: "Gradient of the mean squared error by the weights and by the bias.",
  formula: String.raw`\nabla_w L, \; \frac{\partial L}{\partial b} \text{ of } L = \frac{1}{n} \sum_i (y_i - z_i)^2`,
  of: { adalineLoss: ({ X, y, w, b }) => adalineLoss(X, y, { w, b }) },
  by: ({ w, b }) => ({ dw: w, db: b }),
  returns: record(
    { dw: vector("m", "∂L/∂w, one entry a weight"), db: scalar("∂L/∂b") },
    "the derivatives of L",
  ),
  example: { ...shown, ...place },
  edges: {
    "one example": {
      given: { X: rows([1, -2]), y: [1], w: [0.5, 1], b: 0.5 },
      says: "With the error 2, the gradient by w is −4 times x, that by b is −4.",
    },
    "one feature": {
      given: { X: rows([2], [-3], [-1]), y: [1, 0, 0], w: [1], b: 0.5 },
      says: "dw is a list of one number. All classes are right, and still every error pulls.",
    },
    "collinear features": {
      given: { X: rows([1, 2], [2, 4], [-1, -2]), y: [1, 1, 0], w: [1, -1], b: 0.5 },
      says: "The second feature is twice the first, so that many weights are equally good. The gradient is defined all the same, its second entry twice the first.",
    },
    "every label met": {
      given: { X: rows([1, 0], [0, 2], [1, 1]), y: [1, 0, 1], w: [1, 0], b: 0 },
      says: "Each net input is its label: there is no error, and the gradient is 0.",
    },
  },
  laws: {
    "the gradient is 0 at the least-squares weights": (f, { X, y }) => {
      const best = settledFit(X, y);
      if (best === undefined) return false;
      const { dw, db } = f(best);
      return equal([dw, db], [dw.map(() => 0), 0]);
    },
    "labels that are met exactly have the gradient 0": (f, { X, w, b }) => {
      const { dw, db } = f({ y: netInputs(lift(X), lift(w), lift(b)) });
      return equal([dw, db], [dw.map(() => 0), 0]);
    },
    "from one place to another the gradient changes by the same, whatever the labels": (f, { y, w, b }) => {
      const there = { w: w.map((wj) => wj + 1), b: b - 0.5 };
      const others = y.map((yi) => 1 - yi);
      const change = (from: { dw: Num[]; db: Num }, to: { dw: Num[]; db: Num }): Num[] => [
        ...to.dw.map((slope, j) => slope.minus(from.dw[j]!)),
        to.db.minus(from.db),
      ];
      return equal(change(f(), f(there)), change(f({ y: others }), f({ ...there, y: others })));
    },
    "duplicating the data leaves the gradient unchanged": (f, { X, y }) =>
      equal(f({ X: [...X, ...X], y: [...y, ...y] }), f()),
  },
  mistakes: {
    "half-gradient": {
      is: times(1 / 2),
      step: 3,
      says: "The factor 2 is missing. This is the gradient of a loss with 1/(2n); the loss here has 1/n, and the derivative of the square keeps its 2.",
    },
    "sum-for-mean": {
      is: times("n"),
      step: 3,
      says: "The 1/n is missing. The loss is a mean, so its gradient is one too.",
    },
    "sign-flipped": {
      is: times(-1),
      step: 3,
      says: "The sign is flipped: this is the way down. The gradient points uphill, with the minus that y − z brings; a step subtracts it.",
    },
    "class-for-output": {
      is: wrongly({ error: missed }),
      step: 1,
      says: "The error is taken from the class, as the perceptron does. Adaline takes it from z: a right class with a z that is off still pulls.",
    },
    "sigmoid-output": {
      is: wrongly({ error: (yi, z) => yi - sigmoid(z) }),
      step: 1,
      says: "The net input goes through a sigmoid. Adaline's activation gives z as it is: the error is y − z.",
    },
    "bias-by-a-feature": {
      is: ({ right: { dw } }) => ({ dw, db: dw[0]! }),
      step: 5,
      says: "The derivative by b has the first feature in it. z changes by 1 when b does, so that the errors alone are summed.",
    },
    "bias-forgotten": {
      is: (given) => wrongly({})({ ...given, b: 0 }),
      step: 1,
      says: "The bias is missing from the net input: z is w·x + b.",
    },
    "bias-summed": {
      is: ({ right: { dw, db }, X }) => ({ dw, db: db * X.length }),
      step: 5,
      says: "The derivative by b has no 1/n, that by w has it. Both are means over the examples.",
    },
  },
});
