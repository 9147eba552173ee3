/** What a residual layer gives. */
import { curedBy, type Edges, equal, matrix, rows } from "../../grader/exercise/form.ts";
import { residualForward as reference } from "../../reference/networks/deep-network.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { each, exchanged, type Forward, forward, more, netsOf, shown, zeros } from "./args.ts";

export const misfits: Edges<Forward> = {
  "fewer units than inputs": {
    given: more,
    throws: true,
    says: "W has 2 rows and 3 columns. Three inputs and two units cannot be added, and the function throws.",
  },
  "more units than inputs": {
    given: { X: rows([1, -2], [0, 0.5]), W: rows([1, 0], [0.5, -1], [0, 1]), b: [0, 0.5, 1] },
    throws: true,
    says: "W has 3 rows and 2 columns. Two inputs and three units cannot be added, and the function throws.",
  },
};

export const residualForward = forward.answer({
  says: "A layer that adds its inputs to what it gives. Throws if it has not as many units as inputs.",
  formula: "Y = X + \\tanh(X W^T + b)",
  returns: matrix("n m", "Y, in the shape of X"),
  is: ({ X, W, b }) => reference("tanh", X, W, b),
  example: shown,
  edges: {
    "one example": { given: { ...shown, X: [[0.5, -2]] }, says: "A batch of one is a matrix of one row." },
    "one unit": {
      given: { X: [[2], [-1]], W: [[0.5]], b: [0.25] },
      says: "Every matrix has one column, and stays a matrix.",
    },
    "all parameters 0": {
      given: { X: rows([1, -2, 3], [0, 0.5, -0.25]), ...zeros(3) },
      says: "tanh(0) is 0: the layer gives what it gets.",
    },
    "net inputs of ±800": {
      given: { X: rows([1, -1]), W: rows([800, 0], [0, 800]), b: [0, 0] },
      says: "The branch gives 1 and −1, and the layer 2 and −2.",
      ifNaN: "∞/∞ is NaN: e^800 overflows. Math.tanh does not.",
    },
    ...misfits,
  },
  laws: {
    "what it adds lies between −1 and 1, and turns its sign with W and b": (f, { X, W, b }) => {
      const [one, other] = [f(), f({ W: each(W, (w) => -w), b: b.map((bj) => -bj) })];
      return equal(
        one.map((row, i) => row.map((y, j) => y.plus(other[i]![j]!))),
        each(X, (x) => 2 * x),
      );
    },
    "without weights every example is moved by the same, tanh(b)": (f, { X, W, b }) =>
      equal(
        f({ W: each(W, () => 0) }),
        X.map((row) => row.map((x, j) => x + Math.tanh(b[j]!))),
      ),
    "exchanging two inputs, with their units, exchanges two columns of Y": (f, { X, W, b }) =>
      b.length > 1 &&
      equal(f({ X: X.map(exchanged), W: exchanged(W).map(exchanged), b: exchanged(b) }), f().map(exchanged)),
    "an example alone has the row that it has in the batch": (f, { X }) =>
      equal(f({ X: [X.at(-1)!] })[0]!, f().at(-1)!),
  },
  mistakes: curedBy(6, {
    "skip-connection-missing": {
      is: (at) => each(netsOf(at), Math.tanh),
      says: "This is the branch alone, tanh(XWᵀ + b). The layer adds X to it.",
    },
    "activation-over-the-sum": {
      is: (at) => each(netsOf(at), (z, i, j) => Math.tanh(at.X[i]![j]! + z)),
      says: "tanh is taken of the whole sum. It belongs to the branch, XWᵀ + b; X comes to it afterwards, as it is.",
    },
    "product-instead-of-sum": {
      is: (at) => each(netsOf(at), (z, i, j) => at.X[i]![j]! * Math.tanh(z)),
      says: "X is multiplied by what the branch gives. It is added: where the branch gives 0, X has to come through.",
    },
    "weights-in-out": {
      is: (at) => each(netsOf({ ...at, W: transpose(at.W) }), (z, i, j) => at.X[i]![j]! + Math.tanh(z)),
      says: "The weights are read in × out, XW. They are out × in: XWᵀ, a row of W for each unit. Where W is square both have the right shape.",
    },
    "tanh-forgotten": {
      is: (at) => each(netsOf(at), (z, i, j) => at.X[i]![j]! + z),
      says: "The branch is left linear. What its weights make of X still goes through tanh.",
    },
    "net-inputs-added": {
      is: (at) => each(netsOf(at), (z) => z + Math.tanh(z)),
      says: "The net inputs XWᵀ + b are added to their tanh. The skip goes around the weights: it is X that is added.",
    },
  }),
});
