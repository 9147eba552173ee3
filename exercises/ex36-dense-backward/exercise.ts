import { equal, exercise, gradientAt, matrix, record, rows, vector } from "../../grader/exercise/form.ts";
import { columnForward, linearForward, weightedNets } from "../../reference/networks/dense-layer.ts";
import { zeros } from "../../reference/networks/hidden-layer.ts";
import { product, transpose } from "../../reference/numbers/matrix.ts";
import { dot, num } from "../../reference/numbers/num.ts";
import { combined, type Lifted } from "../../reference/numbers/tracked.ts";
import {
  type Batch,
  type BatchGradients,
  batch,
  type Column,
  type ColumnGradients,
  column,
  each,
  shown,
  square,
  W,
} from "./args.ts";
import { batchMistakes, columnMistakes } from "./mistakes.ts";

const linearBackward = batch.gradient<BatchGradients>({
  says: "How the loss follows the weights, the biases and the inputs of a layer, from how it follows its net inputs.",
  formula: String.raw`\partial L / \partial W, \; \partial L / \partial b, \; \partial L / \partial X \text{ from } \partial L / \partial Z, \quad Z = X W^\top + b`,
  returns: record(
    {
      dW: matrix("k m", "∂L/∂W, summed over the examples"),
      db: vector("k", "∂L/∂b, summed over the examples"),
      dX: matrix("n m", "∂L/∂X, for the layer before"),
    },
    "the gradients, each in the shape of its variable",
  ),
  // A bias adds to Z whatever it is, so that its own value has no part in the gradient.
  at: gradientAt({
    name: "the loss",
    at: ({ X, W, dZ }: Lifted<Batch>) => ({ X, W, dZ, b: zeros(1, W.length)[0]! }),
    of: ({ X, W, dZ, b }) => weightedNets(linearForward(X, W, b), dZ),
    by: ({ X, W, b }) => ({ dW: W, db: b, dX: X }),
  }),
  example: shown,
  edges: {
    "one example": {
      given: { X: [[2, 1]], W, dZ: [[2, 1, -1]] },
      says: "A batch of one has one term in each sum, and matrices stay matrices.",
    },
    "dZ = 0": {
      given: { ...shown, dZ: each(shown.dZ, () => 0) },
      says: "A loss that does not follow Z follows nothing before it.",
    },
    "one unit": {
      given: { X: shown.X, W: [[1, -2]], dZ: [[2], [-1]] },
      says: "With one unit dW is a matrix of one row, and db a list of one number.",
    },
    "square weights": {
      given: { X: rows([1, 2], [0, 1], [3, -1]), W: square, dZ: rows([1, 0], [2, -1], [0, 3]) },
      says: "Here a transposed matrix has the right shape, and the wrong numbers.",
    },
  },
  laws: {
    "twice one dZ less another one gives twice the one answer less the other": (f, { dZ }, { draw }) => {
      const others = each(dZ, () => draw.real());
      const mixed = each(dZ, (d, i, j) => 2 * d - others[i]![j]!);
      return equal(
        f({ dZ: mixed }),
        combined([f(), f({ dZ: others })], (r) => (r === 0 ? 2 : -1)),
      );
    },
    "dW and db of a batch are the sums of those of its parts, dX has their rows": (f, { X, dZ }) => {
      if (X.length < 2) return false;
      const first = f({ X: X.slice(0, 1), dZ: dZ.slice(0, 1) });
      const rest = f({ X: X.slice(1), dZ: dZ.slice(1) });
      const { dW, db, dX } = f();
      return [
        equal(
          [dW, db],
          combined([
            [first.dW, first.db],
            [rest.dW, rest.db],
          ]),
        ),
        equal(dX, [...first.dX, ...rest.dX]),
      ];
    },
    "weights moved by V move the loss by Σ V ⊙ dW, which is Σ dZ ⊙ XVᵀ": (f, { X, W, dZ }, { draw }) => {
      const V = each(W, () => draw.between(-2, 2));
      return equal(dot(f().dW.flat(), V.flat()), dot(product(X, transpose(V)).flat(), dZ.flat()));
    },
    "inputs moved by V move the loss by Σ V ⊙ dX, which is Σ dZ ⊙ VWᵀ": (f, { X, W, dZ }, { draw }) => {
      const V = each(X, () => draw.between(-2, 2));
      return equal(dot(f().dX.flat(), V.flat()), dot(product(V, transpose(W)).flat(), dZ.flat()));
    },
    "db is dW by an input that is always 1": (f, { X, W }) => {
      const { dW } = f({ X: X.map((row) => [...row, 1]), W: W.map((row) => [...row, 0]) });
      return equal(
        f().db,
        dW.map((row) => row.at(-1)!),
      );
    },
  },
  mistakes: batchMistakes,
});

const columnBackward = column.gradient<ColumnGradients>({
  says: "The same for one example in columns.",
  formula: String.raw`\partial L / \partial W, \; \partial L / \partial b, \; \partial L / \partial x \text{ from } \partial L / \partial z, \quad z = W x + b`,
  returns: record(
    {
      dW: matrix("k m", "∂L/∂W"),
      db: matrix("k 1", "∂L/∂b, as a column"),
      dx: matrix("m 1", "∂L/∂x, as a column"),
    },
    "the gradients, each in the shape of its variable",
  ),
  at: gradientAt({
    name: "the loss",
    at: ({ W, x, dz }: Lifted<Column>) => ({ W, x, dz, b: zeros(W.length, 1) }),
    of: ({ W, x, dz, b }) => weightedNets(columnForward(W, x, b), dz),
    by: ({ W, x, b }) => ({ dW: W, db: b, dx: x }),
  }),
  example: { W, x: [[2], [1]], dz: [[2], [1], [0]] },
  edges: {
    "dz = 0": {
      given: { W, x: [[2], [1]], dz: [[0], [0], [0]] },
      says: "A loss that does not follow z follows nothing before it.",
    },
    "one unit": {
      given: { W: [[1, -2]], x: [[2], [1]], dz: [[3]] },
      says: "With one unit dW is a matrix of one row, and db a column of one number, [[3]].",
    },
    "square weights": {
      given: { W: square, x: [[2], [1]], dz: [[1], [-3]] },
      says: "Here a transposed matrix has the right shape, and the wrong numbers.",
    },
  },
  laws: {
    "it is linearBackward of the example as a row": (f, { W, x, dz }, { ask }) => {
      const row = ask(linearBackward, { X: transpose(x), W, dZ: transpose(dz) });
      const { dW, db, dx } = f();
      return [equal(dW, row.dW), equal(db.flat(), row.db), equal(dx.flat(), row.dX[0]!)];
    },
    "every row of dW is the input, times the entry of dz": (f, { x, dz }) =>
      equal(
        f().dW,
        dz.map(([d]) => x.map(([xl]) => num(d!).times(xl!))),
      ),
    "x moved by v moves the loss by Σ v·dx, which is Σ dz·(Wv)": (f, { W, x, dz }, { draw }) => {
      const v = each(x, () => draw.between(-2, 2));
      return equal(dot(f().dx.flat(), v.flat()), dot(product(W, v).flat(), dz.flat()));
    },
  },
  mistakes: columnMistakes,
});

export default exercise({
  title: "Dense layer, backward",
  unit: 6,
  source:
    "Machine Learning Visualized, 0.7.7 to 0.7.9; 09.1 Deep Learning – Neural Network, 1.2.8; Building FeedForward Networks with Pytorch, Introduction to Basic BackPropagation",
  requires: ["ex35"],
  derivation: "dense-layer",
  minutes: 35,
  symbols: { n: "number of examples", m: "number of inputs of the layer, in", k: "number of its units, out" },
  functions: { linearBackward, columnBackward },
  nouns: { d: "an entry of dZ", row: "the inputs of an example" },
  hints: [
    "Take the weight from input l to unit j. Which entries of Z move when it moves, and by how much in each example? And which entries of Z move when one input moves?",
    "A weight meets every example: its share is dZ[i][j]·X[i][l], summed over i. An input meets every unit: dZ[i][j]·W[j][l], summed over j. What does a bias meet in place of an input?",
    "dW[j][l] sums dZ[i][j]·X[i][l] over i, db[j] sums dZ[i][j] over i, dX[i][l] sums dZ[i][j]·W[j][l] over j. In columns: dW[j][l] = dz[j][0]·x[l][0], db = dz (a copy), dx[l][0] sums W[j][l]·dz[j][0] over j.",
  ],
});
