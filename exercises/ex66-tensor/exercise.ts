import { type Edges, exercise, matrix, record, rows, scalar } from "../../grader/exercise/form.ts";
import { meanSquaredError } from "../../reference/linear-models/scores.ts";
import { denseForward } from "../../reference/networks/dense-layer.ts";
import { Tensor } from "../../reference/networks/tensor.ts";
import {
  type Matrix,
  methods,
  network,
  type OneOperation,
  oneGraph,
  oneOperation,
  showGraph,
  showNetwork,
  showOperation,
  showTwice,
  twoCalls,
} from "./args.ts";
import { networkLaws, operationLaws, sharedLaws, twiceLaws } from "./laws.ts";
import { networkMistakes, operationMistakes, sharedMistakes, twiceMistakes } from "./mistakes.ts";
import * as played from "./scenarios.ts";
import scenarios from "./scenarios.ts?raw";

const model = { Tensor };
const gradients = (ofA: string, ofB = ofA) => ({ A: matrix(ofA, "A.grad"), B: matrix(ofB, "B.grad") });

const two = rows([1, -2], [0.5, 3]);
const wide = [[1, 2, -1]];

/** Operands that do not fit: the operation throws. */
const misfits: Edges<OneOperation> = Object.fromEntries(
  (
    [
      ["add", "three rows", [...two, [4, 5]], "add takes two tensors of one shape."],
      ["sub", "one row", [[1, 2]], "sub takes two tensors of one shape."],
      ["mul", "one column", [[1], [2]], "mul takes two tensors of one shape."],
      ["matmul", "three rows", [...two, [4, 5]], "A has two columns, so B needs two rows."],
      ["addRow", "three entries", wide, "The row has three entries, and the rows of A have two."],
      ["addRow", "two rows", two, "addRow adds one row, and this one has two."],
    ] as const
  ).map(([method, what, B, says]) => [
    `${method} where B has ${what} and does not fit`,
    { given: { method, A: two, B: B as Matrix, C: two }, throws: true as const, says },
  ]),
);

const operation = oneOperation.answer({
  scenario: played.operation,
  model,
  returns: record(
    { y: scalar("y.data[0][0]"), ...gradients("n m", "p q") },
    "y and its gradient, for one operation whose entries are weighed and added up",
  ),
  show: showOperation,
  features: Object.fromEntries(
    methods.map((one) => [`the operation is ${one}`, ({ method }: OneOperation) => method === one]),
  ),
  edges: {
    "1×1 tensors": {
      given: { method: "matmul", A: [[2]], B: [[-3]], C: [[0.5]] },
      says: "A tensor of one entry is a number: y = ½·2·(−3), and each factor gets half of the other.",
    },
    "relu at 0": {
      given: { method: "relu", A: [[0, -1, 2]], B: wide, C: [[1, 1, 1]] },
      says: "At the kink the course takes slope 0, as in ex64.",
    },
    "the sigmoid far out": {
      given: { method: "sigmoid", A: [[-800, 800]], B: [[0, 0]], C: [[1, 1]] },
      says: "The sigmoid is 0 and 1 there, and flat.",
    },
    "tanh far out": {
      given: { method: "tanh", A: [[-800, 800]], B: [[0, 0]], C: [[1, 1]] },
      says: "tanh is −1 and 1 there, and flat.",
    },
    "backward from one entry that is no sum": {
      given: { method: "tanh", A: [[0.5]], B: [[0]], C: [] },
      says: "One row with one entry is enough to start from.",
    },
    "backward from one row": {
      given: { method: "transpose", A: [[1], [2], [-1]], B: wide, C: [] },
      throws: true,
      says: "A row of three is no number: sum or mean comes first.",
    },
    "backward from one column": {
      given: { method: "transpose", A: wide, B: wide, C: [] },
      throws: true,
      says: "A column of three is no number: sum or mean comes first.",
    },
    ...misfits,
  },
  laws: operationLaws,
  mistakes: operationMistakes,
});

const net = network.gradient({
  scenario: played.net,
  of: {
    "the loss": ({ X, W, b, V, c, Y, k }) => {
      const H = denseForward(X, W, b[0]!).map((row) => row.map((z) => z.tanh()));
      return meanSquaredError(Y.flat(), denseForward(H, V, c[0]!).flat()).times(k);
    },
  },
  by: ({ X, W, b, V, c, Y }) => ({ X, W, b, V, c, Y }),
  returns: record(
    {
      X: matrix("n m", "X.grad"),
      W: matrix("m d", "W.grad"),
      b: matrix("1 d", "b.grad"),
      V: matrix("d t", "V.grad"),
      c: matrix("1 t", "c.grad"),
      Y: matrix("n t", "Y.grad"),
    },
    "the gradient of the loss of a network with a hidden layer of tanh, by all its tensors",
  ),
  show: showNetwork,
  edges: {
    "one example, one input, one unit, one output": {
      given: { X: [[1]], W: [[0.5]], b: [[-0.5]], V: [[2]], c: [[1]], Y: [[0]], k: 1 },
      says: "The hidden unit gives tanh(0) = 0, and the output 1 is off by 1: c and Y get 2 and −2.",
    },
  },
  laws: networkLaws,
  mistakes: networkMistakes,
});

const shared = oneGraph.answer({
  scenario: played.shared,
  model,
  returns: record(gradients("n n"), "the gradient where tensors are used more than once"),
  show: showGraph,
  edges: {
    "A·A of one entry": {
      given: { computation: "A.matmul(A)", A: [[3]], B: [[1]] },
      says: "a² has derivative 2a.",
    },
  },
  laws: sharedLaws,
  mistakes: sharedMistakes,
});

const twice = twoCalls.answer({
  scenario: played.twice,
  model,
  returns: record(
    gradients("n m"),
    "what leaves hold after two calls of `backward()`, with and without zeroing, wanted or not",
  ),
  show: showTwice,
  edges: {
    "a constant": {
      given: { A: [[0.5]], B: [[2]], zeroed: false, wantsA: true, wantsB: false },
      says: "B was made with requiresGrad false: its grad stays zeros, and A gets its part all the same.",
    },
    "nothing is wanted": {
      given: { A: [[0.5]], B: [[2]], zeroed: false, wantsA: false, wantsB: false },
      mayThrow: true,
      says: "Both were made with requiresGrad false: there is nothing to collect.",
    },
  },
  laws: twiceLaws,
  mistakes: twiceMistakes,
});

export default exercise({
  title: "Matrix reverse-mode automatic differentiation",
  unit: 11,
  source:
    "09.1 Deep Learning – Neural Network, 1.2.8; Building FeedForward Networks with Pytorch, Into to Pytorch AutoGrad",
  requires: ["ex64", "ex36"],
  derivation: "tensors",
  minutes: 90,
  points: 60,
  exports: { Tensor: "class" },
  scenarios,
  symbols: {
    n: "number of rows of A, or of examples",
    m: "number of columns of A, or of inputs",
    p: "number of rows of B",
    q: "number of columns of B",
    r: "number of rows of the result",
    s: "number of its columns",
    d: "number of hidden units",
    t: "number of outputs",
  },
  functions: { operation, net, shared, twice },
  nouns: {
    data: "data",
    grad: "grad",
    row: "the row",
    value: "the value",
    slope: "the slope",
    parts: "what flows back to the operands",
    total: "the sum",
    t: "the tanh",
    s: "the sigmoid",
    r: "the result of relu",
    order: "the order of the tensors",
    adjoint: "what has come back",
    adjoints: "what has come back",
    had: "what came before",
  },
  hints: [
    "Take ex64 and put a matrix where the number was. Which of its parts stay as they are? What does a single slope become, where each entry of the result may depend on many entries of an operand?",
    "An operation need not store slopes: it can store a function that takes the adjoint of its result, and gives one matrix for each operand, in that one's shape. Write it for addRow: how often was each entry of the row used, and what happens to the parts?",
    "matmul passes on C̄·Bᵀ and Aᵀ·C̄; addRow C̄ and its column sums; mul C̄⊙B and C̄⊙A; tanh C̄⊙(1 − T⊙T); mean a matrix of c̄/N. backward: list all tensors behind this one, each after its operands; start with [[1]]; walk the list from the end and add each part into a new matrix; at last add what has come to a leaf to its grad, if it was asked for.",
  ],
});
