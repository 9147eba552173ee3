import { exercise, rows, vector } from "../../grader/exercise/form.ts";
import { layerGradientNorms as norms } from "../../reference/networks/deep-network.ts";
import { num } from "../../reference/numbers/num.ts";
import { type Depth, depth, type Vector } from "./args.ts";
import { laws } from "./laws.ts";
import { mistakes } from "./mistakes.ts";

/** The network of ex49's example: all net inputs are 0. */
const shown: Depth = {
  net: { Ws: [[[2, -1]], [[2], [-2], [0]]], bs: [[0], [-1, 1, 0]] },
  act: "sigmoid",
  X: [[1, 2]],
  Y: [[0, 1, 0]],
  residual: undefined,
};
/** One unit a layer whose net input is 0: each has the slope ¼. */
const halves = (layers: number): Depth => ({
  net: {
    Ws: Array.from({ length: layers }, () => [[1]]),
    bs: Array.from({ length: layers }, () => [-0.5]),
  },
  act: "sigmoid",
  X: [[0.5]],
  Y: [[1]],
  residual: undefined,
});
/** Below it squares are 0. */
const SQUARES_UNDERFLOW = 1e-154;
const zeros = { W: rows([0, 0], [0, 0]), b: [0, 0] };

const layerGradientNorms = depth.answer<Vector>({
  says: "How long the gradient of the loss by each layer's weights is. The loss is the mean of the squared errors over all n·t entries; all layers, the last one too, have the activation g.",
  formula: String.raw`\lVert \partial L / \partial W^l \rVert \text{ for each layer } l, \quad A^l = g(A^{l-1} (W^l)^T + b^l), \text{ with } + A^{l-1} \text{ where it is residual}`,
  returns: vector("L", "the length of each gradient, the first layer first"),
  is: ({ net, X, Y }, { act, residual }) => norms(act, X, Y, net, residual === true),
  example: shown,
  edges: {
    "one layer": {
      given: { ...shown, net: { Ws: [rows([1, 0], [0.5, -0.5], [0, 0.5])], bs: [[-1, 0.5, -1]] } },
      says: "With one layer there is one gradient, and no way back to go.",
    },
    "all weights 0": {
      given: {
        ...shown,
        net: { Ws: [zeros.W, zeros.W, rows([0, 0], [0, 0], [0, 0])], bs: [zeros.b, zeros.b, [0, 0, 0]] },
      },
      says: "No error comes back through weights of 0: all gradients but the last layer's are 0.",
    },
    "540 sigmoid layers": {
      given: halves(540),
      // The last is 1/8, and each layer lets a quarter through.
      expected: ({ net: { Ws } }: Depth) =>
        Ws.map((_, l) => {
          const right = num(4 ** (l + 1 - Ws.length) / 8);
          return right.value < SQUARES_UNDERFLOW ? right.bounded(SQUARES_UNDERFLOW * 2 ** 47) : right;
        }),
      says: "One unit a layer, with the weight 1 and the slope ¼. The last layer has 1/8, and each layer before a quarter of the next one's. 4^−539 is too small for any number: the first has 0.",
      ifNaN: "Are lengths divided by each other somewhere? 0/0 is NaN.",
    },
    "ReLU at its kink": {
      given: { ...shown, act: "relu" },
      says: "All net inputs are 0, where ReLU has the slope 0: nothing passes.",
    },
    "leaky ReLU at its kink": {
      given: { ...shown, act: "leakyRelu" },
      says: "All net inputs are 0, where leaky ReLU has the slope 0.2.",
    },
    "targets that are met": {
      given: { ...shown, Y: [[0.5, 0.5, 0.5]] },
      says: "No error, no gradient: all are 0.",
    },
    "residual, all weights 0": {
      given: {
        net: { Ws: [zeros.W, zeros.W, zeros.W], bs: [zeros.b, zeros.b, zeros.b] },
        act: "tanh",
        X: rows([1, -2], [0.5, 0]),
        Y: rows([0, 0], [1, 1]),
        residual: true,
      },
      says: "Each layer gives what it gets, and passes on the whole error: all three gradients have the same length.",
    },
    "residual, a layer of another width": {
      given: {
        net: {
          Ws: [rows([1, 0.5], [-0.5, 1]), rows([1, 0], [0.5, -1], [0, 0.5])],
          bs: [
            [0.5, 0],
            [0, 0.25, 1],
          ],
        },
        act: "tanh",
        X: rows([1, -1], [0.5, 0]),
        Y: rows([0, 0, 0], [1, 1, 1]),
        residual: true,
      },
      says: "Only the first layer has as many units as inputs and adds its input. The second gives three numbers for two, and is as without residual.",
    },
  },
  laws,
  features: {
    "there is a residual connection": ({ residual, net }) =>
      residual === true && net.Ws.some((W) => W.length === W[0]!.length),
    "residual is true and a layer has another width": ({ residual, net }) =>
      residual === true && net.Ws.some((W) => W.length !== W[0]!.length),
    "there is more than one layer": ({ net }) => net.Ws.length > 1,
  },
  mistakes,
});

export default exercise({
  title: "Vanishing and exploding gradients: the gradient of every layer",
  unit: 12,
  source:
    "Machine Learning Visualized, 0.6.6 and 0.7.10; Building FeedForward Networks with Pytorch, Introducing the multilayer neural network",
  requires: ["ex49", "ex54"],
  derivation: "deep-gradients",
  minutes: 40,
  points: 20,
  symbols: {
    L: "number of layers",
    n: "number of examples",
    m: "number of inputs",
    t: "number of outputs",
    u: "units of a layer",
    v: "inputs of a layer, the units of the one before",
  },
  functions: { layerGradientNorms },
  nouns: {
    A: "what comes in",
    inputs: "the inputs of the layers",
    nets: "the net inputs of the layers",
    given: "what the activation gives",
    isSquare: "the test for as many units as inputs",
    entries: "the number of outputs in all",
    back: "the error that arrives",
    delta: "the error behind the slope",
    norms: "the list of lengths",
  },
  hints: [
    "You wrote a way back through any number of layers in ex49. What in it belongs to the sigmoid alone? And what is the one number that you need of each dW?",
    "Keep of each layer what comes in, A, and its net inputs, Z. Going back, the error that arrives at what the layer gives is multiplied by g′(Z). With a residual connection the layer's input reaches its output on two ways: what do the errors on both do where they meet?",
    "Start with back = 2/(n·t)·(A − Y) at the output. For each layer from the last to the first: δ = back ⊙ g′(Z), dW = δᵀ·A of its input, length √(Σ dW²) to the front of the list, then back = δ·W, plus the old back where the layer adds its input.",
  ],
});
