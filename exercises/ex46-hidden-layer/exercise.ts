import {
  atMost,
  type Draw,
  equal,
  exercise,
  gradientAt,
  matrix,
  type Relation,
  record,
  rows,
  vector,
  zeros,
} from "../../grader/exercise/form.ts";
import {
  zeros as leaves,
  lossToFirstOrder,
  movedNetInputs,
  netInputs,
  transpose,
} from "../../reference/networks/hidden-layer.ts";
import { dot } from "../../reference/numbers/num.ts";
import { combined, type Lifted, type Tracked } from "../../reference/numbers/tracked.ts";
import {
  errorOf,
  type FromError,
  type FromLayer,
  fromError,
  fromLayer,
  type HiddenGradients,
  layerErrorOf,
} from "./args.ts";
import { errorMistakes, gradientsMistakes } from "./mistakes.ts";

const H = rows([0.5, 0.25], [0.75, 0.5]);
const saturated = rows([0, 1], [0.5, 0]);
/** Output weights in×out, 2×3, and out×in, 3×2. */
const inOut = rows([1, 2, -1], [0, 4, 2]);
const outIn = transpose(inOut);
const errors = rows([1, -1, 0.5], [0, 1, 0]);
const X = rows([4, 1, 0], [-2, 2, 1]);
const activations = rows([0.5, 0.25], [0.5, 0.5]);

const isZero = (answer: Tracked): Relation => equal(answer, zeros(answer));

/** 2·error − another error gives 2·answer − the other answer. */
function linear(error: number[][], draw: Draw, answerTo: (error: number[][]) => Tracked): Relation {
  const other = error.map((row) => row.map(() => draw.real()));
  const mixed = error.map((row, i) => row.map((e, j) => 2 * e - other[i]![j]!));
  const answers = [answerTo(error), answerTo(other)];
  return equal(
    answerTo(mixed),
    combined(answers, (r) => (r === 0 ? 2 : -1)),
  );
}

export default exercise({
  title: "Hidden layer: the error carried back",
  unit: 8,
  source:
    "01 build and train feedforward nn, 1.4.3; Building FeedForward Networks with Pytorch, Introduction to Basic BackPropagation and Generalizing Backpropagation",
  requires: ["ex45"],
  derivation: "backprop-hidden",
  minutes: 40,
  symbols: {
    n: "number of examples",
    m: "number of inputs",
    d: "number of hidden units",
    t: "number of output units",
  },
  functions: {
    hiddenLayerGradient: fromError.gradient<number[][]>({
      says: "Error of the hidden layer: derivatives of the loss by its net inputs Zₕ. The weights are in × out, and H is behind the sigmoid already.",
      formula: String.raw`\delta_h = \partial J / \partial Z_h \text{ from } \delta_o = \partial J / \partial Z_o, \quad Z_o = H W_o + b_o, \quad H = \sigma(Z_h)`,
      returns: matrix("n d", "δₕ, the derivatives by the hidden net inputs"),
      example: { H: activations, outWeights: inOut, lossGrad: errors },
      at: gradientAt({
        name: "the loss",
        at: ({ H, outWeights, lossGrad }: Lifted<FromError>) => ({
          Z: netInputs(H),
          W: transpose(outWeights),
          lossGrad,
        }),
        of: ({ Z, W, lossGrad }) => lossToFirstOrder(Z, W, lossGrad),
        by: ({ Z }) => Z,
      }),
      edges: {
        "saturated units": {
          given: { H: saturated, outWeights: inOut, lossGrad: errors },
          expected: rows([0, 0], [0.5, 0]),
          says: "Where H is 0 or 1 the sigmoid is flat, and no error passes.",
        },
        "one output": {
          given: { H, outWeights: [[2], [-1]], lossGrad: [[1], [-0.5]] },
          says: "With t = 1 one path leads back to each hidden unit; the matrices stay matrices.",
        },
        "one hidden unit": {
          given: { H: [[0.5], [0.25]], outWeights: [[1, 2, -1]], lossGrad: errors },
          says: "With d = 1 the answer is still a matrix, of one column.",
        },
        "one example": {
          given: { H: [[0.5, 0.25]], outWeights: inOut, lossGrad: [[1, -1, 0.5]] },
          says: "With n = 1 the answer is still a matrix, of one row.",
        },
        "as many outputs as hidden units": {
          given: {
            H,
            outWeights: rows([1, 2], [0, 4]),
            lossGrad: rows([1, -1], [0, 1]),
          },
          says: "The weights are square, so a transposed matrix has the right shape and the wrong values.",
        },
      },
      laws: {
        "the result is linear in the output error": (f, { lossGrad }, { draw }) =>
          linear(lossGrad, draw, (error) => f({ lossGrad: error })),
        "no entry is larger than a quarter of the error that arrives, |δₒWₒᵀ|/4": (
          f,
          { outWeights, lossGrad },
        ) =>
          f().flatMap((row, i) =>
            row.map((entry, k) => atMost(entry.abs(), dot(lossGrad[i]!, outWeights[k]!).abs().over(4))),
          ),
        "the result is the sum over the output units of the results with that unit alone": (f, data) =>
          equal(f(), combined(data.lossGrad[0]!.map((_, j) => f(errorOf(data, j))))),
        "output weights 0 give 0: a network that starts at 0 does not train its hidden layer": (
          f,
          { outWeights },
        ) => isZero(f({ outWeights: zeros(outWeights) })),
      },
      mistakes: errorMistakes,
    }),
    hiddenGradients: fromLayer.gradient<HiddenGradients>({
      says: "Gradients of the hidden layer: its error, and the derivatives by its weights and biases. The weights are out × in here, and so is dW. Means over examples are in deltaOut already, and Wout are the weights before any update.",
      formula: String.raw`Z_1 = X W_1^T + b_1, \quad A_1 = \sigma(Z_1), \quad Z_{out} = A_1 W_{out}^T + b_{out}`,
      returns: record(
        {
          delta: matrix("n d", "∂L/∂Z₁, the derivatives by the hidden net inputs"),
          dW: matrix("d m", "∂L/∂W1, the derivatives by W1, **out × in** as W1 is"),
          db: vector("d", "∂L/∂b1, the derivatives by b1"),
        },
        "the error and both gradients",
      ),
      example: { X: [[4], [-2]], A1: activations, Wout: outIn, deltaOut: errors },
      at: gradientAt({
        name: "the loss",
        at: (given: Lifted<FromLayer>) => ({
          ...given,
          Z: netInputs(given.A1),
          V: leaves(given.A1[0]!.length, given.X[0]!.length),
          c: leaves(1, given.A1[0]!.length)[0]!,
        }),
        of: ({ X, Z, V, c, Wout, deltaOut }) => lossToFirstOrder(movedNetInputs(Z, X, V, c), Wout, deltaOut),
        by: ({ Z, V, c }) => ({ delta: Z, dW: V, db: c }),
      }),
      edges: {
        "saturated units": {
          given: { X, A1: saturated, Wout: outIn, deltaOut: errors },
          expected: {
            delta: rows([0, 0], [0.5, 0]),
            dW: rows([-1, 1, 0.5], [0, 0, 0]),
            db: [0.5, 0],
          },
          says: "Where A1 is 0 or 1 the sigmoid is flat, and no error passes.",
        },
        "one output": {
          given: { X, A1: H, Wout: [[2, -1]], deltaOut: [[1], [-0.5]] },
          says: "With t = 1 one path leads back to each hidden unit; the matrices stay matrices.",
        },
        "one hidden unit": {
          given: { X, A1: [[0.5], [0.25]], Wout: [[1], [2], [-1]], deltaOut: errors },
          says: "With d = 1 delta has one column and dW one row: they stay matrices.",
        },
        "one example": {
          given: { X: [[4, 1, 0]], A1: [[0.5, 0.25]], Wout: outIn, deltaOut: [[1, -1, 0.5]] },
          says: "With n = 1 delta is still a matrix, of one row.",
        },
      },
      laws: {
        "the result is linear in the output error": (f, { deltaOut }, { draw }) =>
          linear(deltaOut, draw, (error) => f({ deltaOut: error })),
        "the result is the sum over the output units of the results with that unit alone": (f, data) =>
          equal(f(), combined(data.Wout.map((_, j) => f(layerErrorOf(data, j))))),
        "output weights 0 give 0: a network that starts at 0 does not train its hidden layer": (
          f,
          { Wout },
        ) => isZero(f({ Wout: zeros(Wout) })),
        "dW and db are sums over the examples: taking every example twice doubles them": (
          f,
          { X, A1, deltaOut },
        ) => {
          const once = f();
          const twice = f({ X: [...X, ...X], A1: [...A1, ...A1], deltaOut: [...deltaOut, ...deltaOut] });
          return [
            equal(twice.delta, [...once.delta, ...once.delta]),
            equal(twice.dW, combined([once.dW, once.dW])),
            equal(twice.db, combined([once.db, once.db])),
          ];
        },
        "a bias is the weight of an input that is always 1: for X of ones each column of dW is db": (
          f,
          { X },
        ) => {
          const { dW, db } = f({ X: X.map((row) => row.map(() => 1)) });
          return dW.flatMap((row, k) => row.map((w) => equal(w, db[k]!)));
        },
      },
      mistakes: gradientsMistakes,
    }),
  },
  nouns: { back: "what flows back", error: "the hidden delta" },
  hints: [
    "The loss notices a hidden unit only through the output units. Which output units does hidden unit k reach, and with which weight?",
    "Sum the output errors over the output units, each times the weight that leads there from the hidden unit: one matrix product. Then pass the sigmoid backwards. What is its slope, written with the activation that you are given?",
    "δₕ = (δₒ times the output weights, summed over the outputs), entry by entry times H(1 − H). Then dW[k][l] sums δₕ[i][k]·X[i][l] over the examples i, and db[k] sums δₕ[i][k].",
  ],
});
