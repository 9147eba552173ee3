/** The layouts with examples in rows: weights in × out, and out × in. */
import { args, curedBy, equal, type Laws, type Mistakes, matrix, rows } from "../../grader/exercise/form.ts";
import {
  denseForward as denseLayer,
  linearForward as linearLayer,
} from "../../reference/networks/dense-layer.ts";
import { product, transpose } from "../../reference/numbers/matrix.ts";
import { product as plainProduct, total } from "../../reference/numbers/plain.ts";
import { combined } from "../../reference/numbers/tracked.ts";
import { b, each, inOut, lengths, outIn, shown, shownOutIn, sizes, square, X } from "./args.ts";

interface Layer {
  readonly X: number[][];
  readonly W: number[][];
  readonly b: number[];
}
type Plain = number[][];

const returns = matrix("n k", "Z, net inputs, one example a row");

const laws: Laws<Layer, Plain> = {
  "an example by itself has the row that it has among the others": (f, { X }) =>
    equal(f({ X: [X.at(-1)!] })[0]!, f().at(-1)!),
  "weights of 0 leave the biases, in every row": (f, { X, W, b }) =>
    equal(
      f({ W: each(W, () => 0) }),
      X.map(() => b),
    ),
  "a mixture a·X + (1 − a)·Y of two batches gives the mixture of their answers": (f, { X }, { draw }) => {
    const a = draw.between(-2, 3);
    const Y = X.toReversed();
    const mixed = each(X, (x, i, l) => a * x + (1 - a) * Y[i]![l]!);
    return equal(
      f({ X: mixed }),
      combined([f(), f({ X: Y })], (r) => (r === 0 ? a : 1 - a)),
    );
  },
};

/** Mistakes from the weighted sums X·W, whatever the layout. */
const mistakesFrom = (sums: (layer: Layer) => Plain): Mistakes<Layer, Plain> =>
  curedBy(1, {
    "bias-forgotten": { is: sums, says: "The biases are missing. Each unit adds its own to every example." },
    "bias-subtracted": {
      is: (layer) => each(sums(layer), (z, _, j) => z - layer.b[j]!),
      says: "The biases are subtracted. They are added; a threshold would be subtracted, and b is minus that.",
    },
    "bias-multiplied": {
      is: (layer) => each(sums(layer), (z, _, j) => z * layer.b[j]!),
      says: "The sums are multiplied by the biases. A bias is added, like the weight of an input that is always 1.",
    },
    "biases-summed": {
      is: (layer) => each(sums(layer), (z) => z + total(layer.b)),
      says: "Every unit gets the sum of all biases. Unit j adds b[j] alone.",
    },
    "bias-with-each-input": {
      is: (layer) => each(sums(layer), (z, _, j) => z + layer.X[0]!.length * layer.b[j]!),
      says: "The bias is added once for every input: it stands in the loop over them. A unit adds it once.",
    },
    "first-example-for-all": {
      is: ({ right }) => right.map(() => right[0]!),
      says: "All rows are that of the first example. Row i is made of row i of X.",
    },
    "units-in-rows": {
      is: ({ right }) => transpose(right),
      step: 2,
      says: "The numbers are right, with rows and columns exchanged: units in rows. An example stays a row, of one number a unit.",
    },
  });

const dense = args({ X, W: inOut, b }, { sizes });
const linear = args({ X, W: outIn, b }, { sizes });

export const linearForward = linear.answer<Plain>({
  says: "The layer with weights out × in, as in PyTorch. Throws where lengths do not fit.",
  formula: String.raw`Z = X W^\top + b`,
  returns,
  is: ({ X, W, b }) => linearLayer(X, W, b),
  example: shownOutIn,
  edges: {
    "one example": { given: { ...shownOutIn, X: [[2, 1]] }, says: "A batch of one is a matrix of one row." },
    "one unit": {
      given: { X: rows([2, 1], [0, -1]), W: [[1, -1]], b: [0.5] },
      says: "Each row has one number, and stays a row.",
    },
    "one input": {
      given: { X: [[2], [-1]], W: [[1], [3], [0]], b: [1, 2, 3] },
      says: "The sums have one term.",
    },
    "square weights": {
      given: { X: rows([1, 2], [0, 1], [3, -1]), W: square, b: [0, 1] },
      says: "Here W and its transpose have the same shape, and W itself is read by rows, one a unit.",
    },
    "a wrong inner length": {
      given: { X: [[1, 2, 3]], W: rows([1, -1], [0, 3], [2, 1]), b: [10, 20, 30] },
      throws: true,
      says: lengths.inner,
    },
    "weights in × out": { given: { ...shown, b: [10, 20] }, throws: true, says: lengths.inner },
    "a bias an example": {
      given: { X: rows([2, 1], [0, -1]), W: shownOutIn.W, b: [10, 20] },
      throws: true,
      says: lengths.bias,
    },
  },
  laws: {
    ...laws,
    "units in another order give their columns in that order": (f, { W, b }) =>
      equal(
        f({ W: W.toReversed(), b: b.toReversed() }),
        f().map((row) => row.toReversed()),
      ),
  },
  mistakes: mistakesFrom(({ X, W }) => plainProduct(X, transpose(W))),
});

export const denseForward = dense.answer<Plain>({
  says: "The layer with weights in × out. Throws where lengths do not fit.",
  formula: "Z = X W + b",
  returns,
  is: ({ X, W, b }) => denseLayer(X, W, b),
  example: shown,
  edges: {
    "one example": { given: { ...shown, X: [[2, 1]] }, says: "A batch of one is a matrix of one row." },
    "one unit": {
      given: { X: rows([2, 1], [0, -1]), W: [[1], [-1]], b: [0.5] },
      says: "Each row has one number, and stays a row.",
    },
    "one input": { given: { X: [[2], [-1]], W: [[1, 3, 0]], b: [1, 2, 3] }, says: "The sums have one term." },
    "square weights": {
      given: { X: rows([1, 2], [0, 1], [3, -1]), W: square, b: [0, 1] },
      says: "Here W and its transpose have the same shape, and W itself is read by columns, one a unit.",
    },
    "a wrong inner length": {
      given: { X: [[1, 2, 3]], W: shown.W, b: shown.b },
      throws: true,
      says: lengths.inner,
    },
    "weights out × in": { given: { ...shownOutIn, b: [10, 20] }, throws: true, says: lengths.inner },
    "a bias an example": { given: { ...shown, b: [10, 20] }, throws: true, says: lengths.bias },
  },
  laws: {
    ...laws,
    "with Wᵀ it is linearForward": (f, { X, W, b }, { ask }) =>
      equal(f(), ask(linearForward, { X, W: transpose(W), b })),
    "two layers in a row are one: (XW₁ + b₁)W₂ + b₂ = X(W₁W₂) + (b₁W₂ + b₂)": (f, { W, b }, { draw }) => {
      const [second, c] = [draw.matrix(b.length, 3), [1, -2, 0.5]];
      const bias = product([b], second)[0]!.map((z, j) => z.plus(c[j]!));
      return equal(f({ X: f(), W: second, b: c }), f({ W: product(W, second), b: bias }));
    },
  },
  mistakes: mistakesFrom(({ X, W }) => plainProduct(X, W)),
});
