/** The perceptron with labels −1 and 1. */
import { claim, equal, negated, record, rows, scalar, scaled, vector } from "../../grader/exercise/form.ts";
import { fitSignedPerceptron } from "../../reference/linear-models/signed-perceptron.ts";
import { sum } from "../../reference/numbers/num.ts";
import { grid, training } from "./args.ts";
import { ofTraining } from "./mistakes.ts";

const xor = { X: rows([0, 0], [0, 1], [1, 0], [1, 1]), y: [-1, 1, 1, -1] };

export const fitPerceptronPm = training.answer({
  says: "Descent on the perceptron loss, for labels −1 and 1: one step an example, in the order of the rows. All epochs are made.",
  formula: String.raw`w + \eta y x, \; b + \eta y \text{ where } y (w \cdot x + b) \le 0`,
  returns: record(
    {
      w: vector("m", "weights after the last epoch"),
      b: scalar("bias after the last epoch"),
      losses: vector(
        "epochs",
        "mean of the losses that the examples had when their turn came, epoch by epoch",
      ),
    },
    "weights, bias and losses",
  ),
  is: ({ X, w0, b0, lr }, { y, epochs }) => ({ ...fitSignedPerceptron(X, y, { w: w0, b: b0 }, lr, epochs) }),
  example: { X: rows([2, 1], [-1, 1], [1, -2]), y: [1, -1, -1], w0: [0, 1], b0: 0, lr: 0.5, epochs: 3 },
  edges: {
    "zero start": {
      given: { X: rows([1, 2], [-1, 1]), y: [1, -1], w0: [0, 0], b0: 0, lr: 1, epochs: 2 },
      says: "The first example lies on the boundary: its loss is 0, and it moves w and b.",
    },
    "examples on the boundary": {
      given: { X: rows([1, 1], [-2, -2], [3, 0]), y: [1, -1, 1], w0: [0.5, -0.5], b0: 0, lr: 0.5, epochs: 1 },
      says: "z = 0 is an error for either label.",
    },
    "not separable": {
      given: { ...xor, w0: [0, 0], b0: 0, lr: 1, epochs: 8 },
      says: "XOR is never learned; the training ends after its epochs.",
    },
    "learning rate 0": {
      given: { X: rows([1], [2], [-1]), y: [-1, 1, 1], w0: [1], b0: 0, lr: 0, epochs: 2 },
      says: "Nothing moves, and every epoch has the same loss.",
    },
    "all right": {
      given: { X: rows([2], [-1]), y: [1, -1], w0: [1], b0: 0, lr: 1, epochs: 3 },
      says: "No example is wrong: nothing moves, and losses has epochs entries, all 0.",
    },
    "no epoch": {
      given: { X: rows([1, 1]), y: [-1], w0: [1, -2], b0: 0.5, lr: 1, epochs: 0 },
      says: "The start comes back, with no losses.",
    },
  },
  laws: {
    "on a grid of 27 points that a plane parts, the losses reach 0 and stay there": {
      claims: (f, { lr }) => {
        const losses = f({ ...grid, w0: [0, 0, 0], b0: 0, lr, epochs: 8 }).losses.map(({ value }) => value);
        const clean = losses.indexOf(0, 1);
        return claim(
          clean > 0 && losses.slice(clean).every((loss) => loss === 0),
          "reach 0 and stay there",
          losses,
        );
      },
      cases: 2,
    },
    "from a zero start the learning rate scales w, b and the losses": (f, given) => {
      const zero = { w0: given.w0.map(() => 0), b0: 0 };
      const [slow, fast] = [f(zero), f({ ...zero, lr: 3 * given.lr })];
      return equal([...fast.w, fast.b, ...fast.losses], scaled([...slow.w, slow.b, ...slow.losses], 3));
    },
    "opposite labels and an opposite start end at the opposite, with the same losses": (f, { y, w0, b0 }) => {
      const [here, there] = [f(), f({ y: negated(y), w0: negated(w0), b0: -b0 })];
      return [equal([...there.w, there.b], negated([...here.w, here.b])), equal(there.losses, here.losses)];
    },
    "two epochs are one over the examples written down twice": (f, { X, y }) => {
      const twice = f({ epochs: 2 });
      const doubled = f({ X: [...X, ...X], y: [...y, ...y], epochs: 1 });
      return [
        equal([...doubled.w, doubled.b], [...twice.w, twice.b]),
        equal(doubled.losses, [sum(twice.losses).over(2)]),
      ];
    },
  },
  mistakes: ofTraining,
});
