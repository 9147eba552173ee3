/** The way back through a residual layer. */
import { equal, matrix, record, rows, vector } from "../../grader/exercise/form.ts";
import { weightedResidual } from "../../reference/networks/deep-network.ts";
import { dot } from "../../reference/numbers/num.ts";
import { combined } from "../../reference/numbers/tracked.ts";
import { backward, each, exchanged, type Gradients, type Matrix, more, shown, zeros } from "./args.ts";
import { misfits } from "./forward.ts";
import { mistakes } from "./mistakes.ts";

const example = { ...shown, dY: rows([3, 1]) };
const dYof = (X: Matrix) => X.map((_, i) => [1, -2, 0.5].map((d) => d * (i + 1)));

export const residualBackward = backward.gradient<Gradients>({
  says: "How the loss follows the inputs, the weights and the biases of that layer, from how it follows what the layer gives. Throws if the layer has not as many units as inputs.",
  formula: String.raw`\partial L / \partial X, \; \partial L / \partial W, \; \partial L / \partial b \text{ from } \partial L / \partial Y, \quad Y = X + \tanh(X W^T + b)`,
  returns: record(
    {
      dX: matrix("n m", "∂L/∂X, for the layer before"),
      dW: matrix("m m", "∂L/∂W, summed over the examples"),
      db: vector("m", "∂L/∂b, summed over the examples"),
    },
    "the gradients, each in the shape of its variable",
  ),
  of: { "the loss": ({ X, W, b, dY }) => weightedResidual("tanh", X, W, b, dY) },
  by: ({ X, W, b }) => ({ dX: X, dW: W, db: b }),
  example,
  edges: {
    "one example": {
      given: { ...example, X: [[0.5, -2]] },
      says: "A batch of one has one term in each sum, and matrices stay matrices.",
    },
    "all parameters 0": {
      given: { X: rows([1, -2, 3], [0, 0.5, -0.25]), ...zeros(3), dY: rows([1, 0.5, -2], [3, 0, 1]) },
      says: "The layer gives what it gets, and dX is dY. W and b still get their gradients: tanh has the slope 1 at 0.",
    },
    "a saturated branch": {
      given: { ...shown, b: [800, -800], dY: rows([3, 1]) },
      says: "tanh is flat at ±800: W and b get nothing, and dX is dY.",
      ifNaN: "∞/∞ is NaN: e^800 overflows. Math.tanh does not.",
    },
    "dY = 0": {
      given: { ...example, dY: rows([0, 0]) },
      says: "A loss that does not follow Y follows nothing before it.",
    },
    "fewer units than inputs": {
      ...misfits["fewer units than inputs"]!,
      given: { ...more, dY: rows([1, 0], [2, 1]) },
    },
    "more units than inputs": {
      ...misfits["more units than inputs"]!,
      given: {
        X: rows([1, -2], [0, 0.5]),
        W: rows([1, 0], [0.5, -1], [0, 1]),
        b: [0, 0.5, 1],
        dY: dYof([[], []]),
      },
    },
  },
  laws: {
    "with W = 0, dX is dY": (f, { W, dY }) => equal(f({ W: each(W, () => 0) }).dX, dY),
    "a stack of layers whose weights and biases are 0 hands dY on as it is": (f, { W, b, dY }) => {
      const nothing = { W: each(W, () => 0), b: b.map(() => 0) };
      const last = f(nothing);
      return equal(f({ ...nothing, dY: last.dX }).dX, dY);
    },
    "biases of 800 close the branch: dX is dY, the others are 0": (f, { b, W, dY }) => {
      const { dX, dW, db } = f({ b: b.map((bj) => (bj < 0 ? -800 : 800)), W: each(W, () => 0) });
      return [
        equal(dX, dY),
        equal(
          dW,
          each(W, () => 0),
        ),
        equal(
          db,
          b.map(() => 0),
        ),
      ];
    },
    "db is dW by an input that is always 1": (f, { X }) => {
      // The first input is 1 in every example: its column of dW sums the same errors as db.
      const { dW, db } = f({ X: X.map(([, ...rest]) => [1, ...rest]) });
      return equal(
        db,
        dW.map((row) => row[0]!),
      );
    },
    "twice one dY less another one gives twice the one answer less the other": (f, { dY }, { draw }) => {
      const others = each(dY, () => draw.real());
      const mixed = each(dY, (d, i, j) => 2 * d - others[i]![j]!);
      return equal(
        f({ dY: mixed }),
        combined([f(), f({ dY: others })], (r) => (r === 0 ? 2 : -1)),
      );
    },
    "(dX − dY) ⊙ X and W ⊙ dW have the same sum: each weight times its input times its error": (
      f,
      { X, W, dY },
    ) => {
      const { dX, dW } = f();
      const branch = dX.flatMap((row, i) => row.map((d, j) => d.minus(dY[i]![j]!)));
      return equal(dot(branch, X.flat()), dot(dW.flat(), W.flat()));
    },
    "exchanging two inputs, with their units, exchanges their gradients": (f, { X, W, b, dY }) => {
      if (b.length < 2) return false;
      const all = f();
      const other = f({
        X: X.map(exchanged),
        W: exchanged(W).map(exchanged),
        b: exchanged(b),
        dY: dY.map(exchanged),
      });
      return [equal(other.dX, all.dX.map(exchanged)), equal(other.dW, exchanged(all.dW).map(exchanged))];
    },
  },
  mistakes,
});
