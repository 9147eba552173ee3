/** One step after one example. */
import { type ArgsOf, args, equal, record, scalar, vector } from "../../grader/exercise/form.ts";
import { adalineLoss, adalineStep } from "../../reference/linear-models/adaline.ts";
import {
  missed,
  netInput,
  type Part,
  type Place,
  pull,
  stepFrom,
} from "../../reference/linear-models/adaline-plain.ts";
import { dot, num } from "../../reference/numbers/num.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import { w } from "./args.ts";

const one = args(
  {
    w: w("weights"),
    b: scalar("bias"),
    x: vector("m", "one example"),
    target: scalar("its label", { domain: "binary" }),
    lr: scalar("learning rate η, 0 or more", {
      // Not 1, where a rate that is forgotten does not show.
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.125, 0.25, 0.5]) : draw.between(0.02, 0.5)),
    }),
  },
  { sizes: { m: [2, 4] } },
);
type One = ArgsOf<typeof one>;
type Updated = { w: number[]; b: number; loss: number };

const at = ({ w, b }: One): Place => ({ w, b });
const batchOf = ({ x, target, lr }: One) => ({ X: [x], y: [target], lr });
const errorAt = (given: One, place = at(given)): number => given.target - netInput(given.x, place);

/** An update with a part of its step exchanged; the loss is right. */
const wrongly =
  (part: Part) =>
  (given: One): Updated => ({ ...stepFrom(batchOf(given), at(given), part), loss: errorAt(given) ** 2 });

export const sgdUpdate = one.answer<Updated>({
  says: "Weights and bias after one example, and the squared error from before the step.",
  formula: String.raw`w \leftarrow w + 2\eta\,(y - z)\,x, \; b \leftarrow b + 2\eta\,(y - z)`,
  returns: record(
    {
      w: vector("m", "new weights"),
      b: scalar("new bias"),
      loss: scalar("(y − z)², with the z of the old w and b"),
    },
    "the model after the step, and what it met",
  ),
  is: ({ w, b, x, target, lr }) => ({
    ...adalineStep([x], [target], { w, b }, lr),
    loss: adalineLoss([x], [target], { w, b }),
  }),
  example: { w: [0], b: 0, x: [1], target: 1, lr: 0.125 },
  edges: {
    "learning rate 0": { given: { lr: 0 }, says: "Nothing moves, and the loss is what it is." },
    "label met": {
      given: { w: [1, -1], b: 0.5, x: [1, 0.5], target: 1, lr: 0.25 },
      says: "z is the label already: no error, no step.",
    },
    "right class": {
      given: { w: [1, 0], b: 1, x: [2, 1], target: 1, lr: 0.125 },
      says: "The class is right, but z = 3 is 2 above the label, and it pulls w and b down.",
    },
    "met in one step": {
      given: { w: [0, 0, 0], b: 0, x: [1, 1, 1], target: 1, lr: 0.125 },
      says: "With η = 1/(2(‖x‖² + 1)) the step makes z the label exactly.",
    },
    "a rate that is too large": {
      given: { w: [0, 0], b: 0, x: [2, 1], target: 1, lr: 0.25 },
      says: "Above 1/(‖x‖² + 1) the step goes too far: the error 1 becomes −2.",
    },
    "all features 0": {
      given: { w: [1, 2], b: 0, x: [0, 0], target: 1, lr: 0.25 },
      says: "The weights have no part in z, and only the bias moves.",
    },
  },
  laws: {
    "a label that is met changes nothing": (f, { w, b, x }) => {
      const after = f({ target: dot(lift(w), lift(x)).plus(b) });
      return equal([after.w, after.b, after.loss], [w, b, 0]);
    },
    "the step multiplies the error on the example by 1 − 2η(‖x‖² + 1)": (f, given) => {
      const { w, b, x, target, lr } = lift(given);
      const after = f();
      const left = target.minus(dot(after.w, x).plus(after.b));
      const factor = num(1).minus(dot(x, x).plus(1).times(lr).times(2));
      return equal(left, target.minus(dot(w, x).plus(b)).times(factor));
    },
    "the loss does not depend on the rate": (f, { lr }) => equal(f({ lr: 2 * lr }).loss, f().loss),
    "labels as far above z as below pull as far, the other way": (f, { w, b, x }) => {
      const z = dot(lift(w), lift(x)).plus(b);
      const [up, down] = [f({ target: z.plus(0.75) }), f({ target: z.minus(0.75) })];
      return equal(
        [...up.w.map((wj, j) => wj.plus(down.w[j]!)), up.b.plus(down.b)],
        [...w.map((wj) => 2 * wj), 2 * b],
      );
    },
  },
  mistakes: {
    "factor-two-forgotten": {
      is: wrongly({ factor: () => 1 }),
      step: 2,
      says: "The factor 2 is missing, which the derivative of the square brings. Some texts print the rule without it; for this loss it belongs there.",
    },
    ascent: {
      is: wrongly({ factor: () => -2 }),
      step: 2,
      says: "The step goes away from the label. Where y − z is positive z is too small, and w and b go along +x and +1.",
    },
    "class-for-output": {
      is: wrongly({ error: missed }),
      step: 1,
      says: "The error is taken from the class, as the perceptron does. Adaline takes it from z: a right class with a z that is off still pulls.",
    },
    "sigmoid-output": {
      is: wrongly({ error: (y, z) => y - sigmoid(z) }),
      step: 1,
      says: "The net input goes through a sigmoid. Adaline's error is y − z, with z as it is.",
    },
    "loss-after-the-step": {
      is: (given) => ({ ...given.right, loss: errorAt(given, given.right) ** 2 }),
      step: 5,
      says: "The model is right. The loss is the one after the step; asked for is the square of the error that the step was made from.",
    },
    "loss-not-squared": {
      is: (given) => ({ ...given.right, loss: errorAt(given) }),
      step: 1,
      says: "The model is right. The loss is the error itself; asked for is its square.",
    },
    "loss-without-its-sign": {
      is: (given) => ({ ...given.right, loss: Math.abs(errorAt(given)) }),
      step: 1,
      says: "The model is right. The loss is the absolute value of the error; asked for is its square.",
    },
    "bias-at-the-new-weights": {
      is: (given) => {
        const { w } = given.right;
        return { ...given.right, b: stepFrom(batchOf(given), { ...at(given), w }).b };
      },
      step: 2,
      says: "The bias sees the new weights. One error serves both: work it out once, before anything moves.",
    },
    "bias-not-moved": {
      is: (given) => ({ ...given.right, b: given.b }),
      step: 2,
      says: "The bias stays as it was. It takes its step as well, 2η(y − z).",
    },
    "features-forgotten": {
      is: (given) => {
        const way = pull(batchOf(given), at(given)).b;
        return { ...given.right, w: given.w.map((wj) => wj + given.lr * way) };
      },
      step: 1,
      says: "Every weight moves by the same amount. The weight of feature j moves in proportion to xⱼ.",
    },
    "rate-forgotten": {
      is: (given) => wrongly({})({ ...given, lr: 1 }),
      step: 2,
      says: "The learning rate is missing. Both steps are multiplied by η.",
    },
  },
});
