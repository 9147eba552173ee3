/** The layout with one example as a column. */
import { args, curedBy, equal, matrix } from "../../grader/exercise/form.ts";
import { columnForward as columnLayer } from "../../reference/networks/dense-layer.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { product, total } from "../../reference/numbers/plain.ts";
import { each, lengths, outIn, shownOutIn, sizes, square } from "./args.ts";
import { linearForward } from "./rows.ts";

const columns = args(
  {
    W: outIn,
    x: matrix("m 1", "inputs of one example, as a column"),
    b: matrix("k 1", "biases, one a unit, as a column"),
  },
  { sizes: { m: sizes.m, k: sizes.k } },
);

const { W } = shownOutIn;
const x = [[2], [1]];
const b = [[10], [20], [30]];

export const columnForward = columns.answer<number[][]>({
  says: "The layer with weights out × in for one example, in columns. Throws where lengths do not fit.",
  formula: "z = W x + b",
  returns: matrix("k 1", "z, net inputs, as a column"),
  is: ({ W, x, b }) => columnLayer(W, x, b),
  example: { W, x, b },
  edges: {
    "one unit": {
      given: { W: [[1, -1]], x, b: [[0.5]] },
      says: "A column of one number stays a matrix, [[z]].",
    },
    "one input": { given: { W: [[1], [3], [0]], x: [[-2]], b }, says: "The sums have one term." },
    "square weights": {
      given: { W: square, x, b: [[0], [1]] },
      says: "Here W and its transpose have the same shape, and W itself is read by rows, one a unit.",
    },
    "a wrong inner length": { given: { W, x: [[1], [2], [3]], b }, throws: true, says: lengths.inner },
    "an input that lies in a row": {
      given: { W, x: [[2, 1]], b },
      throws: true,
      says: "The column has one row an input, and this one has a single row.",
    },
    "a bias that lies in a row": {
      given: { W, x, b: [[10, 20, 30]] },
      throws: true,
      says: "The column of biases has one row a unit, and this one has a single row.",
    },
  },
  laws: {
    "it is linearForward of the example as a row": (f, { W, x, b }, { ask }) =>
      equal(transpose(f()), ask(linearForward, { X: transpose(x), W, b: b.flat() })),
    "weights of 0 leave the biases": (f, { W, b }) => equal(f({ W: each(W, () => 0) }), b),
    "twice the input less another one gives twice the answer less the other": (f, { x }, { draw }) => {
      const other = each(x, () => draw.real());
      const [answer, others] = [f(), f({ x: other })];
      return equal(
        f({ x: each(x, (xl, l) => 2 * xl - other[l]![0]!) }),
        answer.map(([z], j) => [z!.times(2).minus(others[j]![0]!)]),
      );
    },
    "units in another order give their rows in that order": (f, { W, b }) =>
      equal(f({ W: W.toReversed(), b: b.toReversed() }), f().toReversed()),
  },
  mistakes: curedBy(1, {
    "row-for-a-column": {
      is: ({ right }) => transpose(right),
      step: 3,
      says: "The numbers are right, in a row: this is xᵀWᵀ + bᵀ. In this layout an example is a column, before and after the layer.",
    },
    "columns-of-weights": {
      is: ({ W, x, b }) =>
        b.map(([bj], j) => [bj! + total(x.map(([xl], l) => (W[l]?.[j] ?? Number.NaN) * xl!))]),
      step: 3,
      says: "Rows and columns of W are exchanged. Unit j has row j of W, and the sum runs along it: W[j][l]·x[l][0].",
    },
    "bias-forgotten": {
      is: ({ W, x }) => product(W, x),
      says: "The biases are missing. Each unit adds its own.",
    },
    "bias-subtracted": {
      is: ({ W, x, b }) => product(W, x).map(([z], j) => [z! - b[j]![0]!]),
      says: "The biases are subtracted. They are added; a threshold would be subtracted, and b is minus that.",
    },
    "first-bias-for-all": {
      is: ({ W, x, b }) => product(W, x).map(([z]) => [z! + b[0]![0]!]),
      says: "Every unit gets the bias of the first one. Unit j adds b[j][0].",
    },
  }),
});
