/** Where the hidden layer puts the examples. */
import { atMost, curedBy, equal, type Mistakes, matrix, negated, rows } from "../../grader/exercise/form.ts";
import { activated } from "../../reference/networks/activations.ts";
import { linearForward } from "../../reference/networks/dense-layer.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { num } from "../../reference/numbers/num.ts";
import { dot } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import { type Hidden, hidden, type Matrix } from "./args.ts";

const projected = ({ X, Wh, bh }: Hidden, unit: (z: number) => number): Matrix =>
  X.map((x) => Wh.map((w, k) => unit(w.reduce((sum, wj, j) => sum + wj * (x[j] ?? Number.NaN), bh[k]!))));

const mistakes: Mistakes<Hidden, Matrix> = curedBy(7, {
  "sigmoid-forgotten": {
    is: (at) => projected(at, (z) => z),
    says: "These are the net inputs. The layer passes on their sigmoids, between 0 and 1.",
  },
  "tanh-for-sigmoid": {
    is: (at) => projected(at, Math.tanh),
    says: "This is tanh, between −1 and 1. The hidden layer of this network is sigmoid.",
  },
  "bias-forgotten": {
    is: (at) => projected({ ...at, bh: at.bh.map(() => 0) }, sigmoid),
    says: "The biases are missing. Each unit adds its own to every example before the sigmoid.",
  },
  "bias-after-the-sigmoid": {
    is: (at) =>
      projected({ ...at, bh: at.bh.map(() => 0) }, sigmoid).map((h) => h.map((a, k) => a + at.bh[k]!)),
    says: "The biases are added behind the sigmoid. They belong to the net input, σ(X·Whᵀ + bh).",
  },
  "weights-in-out": {
    is: (at) => projected({ ...at, Wh: transpose(at.Wh) }, sigmoid),
    says: "The weights are read in × out, X·Wh, as in ex48. Here they are out × in: X·Whᵀ, a row of Wh for each unit.",
  },
  "cut-at-one-half": {
    is: (at) => projected(at, (z) => (z >= 0 ? 1 : 0)),
    says: "Every entry is 0 or 1. The cut at ½ comes with the output layer; a hidden unit passes on its sigmoid as it is.",
  },
  "one-row-a-unit": {
    is: ({ right }) => transpose(right),
    says: "The numbers are right and lie across: a row for each unit. Each example keeps its row.",
  },
});

export const hiddenProjection = hidden.answer<Matrix>({
  says: "Where a layer of sigmoid units puts each example: its point in the space of the hidden units. Net inputs of ±1000 must not give NaN.",
  formula: "H = \\sigma(X W_h^T + b_h)",
  returns: matrix("k d", "H, one example a row, one unit a column"),
  is: ({ X, Wh, bh }) => activated("sigmoid", linearForward(X, Wh, bh)),
  example: { X: rows([1, 2], [0, 0]), Wh: rows([2, -1], [0, 1], [1, 1]), bh: [0, -2, -3] },
  edges: {
    "one example": {
      given: { X: [[1, -1]], Wh: rows([2, 1], [0, 1], [1, 1]), bh: [-1, 0, 0.5] },
      says: "One example makes a matrix of one row.",
    },
    "all weights 0": {
      given: { X: rows([1, 2], [3, -1]), Wh: rows([0, 0], [0, 0], [0, 0]), bh: [0, 0, 0] },
      says: "All examples fall on one point, the middle (½, ½, ½).",
    },
    "net inputs of ±1000": {
      given: { X: rows([1000, -1000]), Wh: rows([1, 0], [0, 1]), bh: [0, 0] },
      says: "The point lies in a corner, (1, 0), up to e^−1000.",
      ifNaN: "∞/∞ is NaN: e^1000 overflows.",
    },
  },
  laws: {
    "all points lie in the cube from 0 to 1": (f) =>
      f()
        .flat()
        .flatMap((h) => [atMost(0, h), atMost(h, 1)]),
    "the last example has the same point without the others": (f, { X }) =>
      equal(f({ X: [X.at(-1)!] })[0]!, f().at(-1)!),
    "biases that make the first example's net inputs 0 put it in the middle of the cube": (f, { X, Wh }) =>
      equal(
        f({ bh: Wh.map((w) => -dot(w, X[0]!)) })[0]!,
        // Near 0 the sigmoid has the slope ¼: what is left of the net input by rounding.
        Wh.map((w) => num(0.5).bounded(0.5 + w.reduce((sum, wj, j) => sum + Math.abs(wj * X[0]![j]!), 0))),
      ),
    "turning all signs of Wh and bh mirrors it, H becomes 1 − H": (f, { Wh, bh }) => {
      const mirrored = f({ Wh: negated(Wh), bh: negated(bh) });
      return equal(
        mirrored,
        f().map((row) => row.map((h) => num(1).minus(h))),
      );
    },
  },
  mistakes,
});
