import { type Edges, equal, exercise, matrix, named, scalar } from "../../grader/exercise/form.ts";
import { totalOfProduct } from "../../reference/differentiation/many-inputs.ts";
import { measuredGradient } from "../../reference/differentiation/measured.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { dot, num, sum } from "../../reference/numbers/num.ts";
import { document, example, farOut, type Layer, layer, oneOfEach, square } from "./args.ts";
import { byInputsMistakes, byWeightsMistakes, forwardMistakes } from "./mistakes.ts";

const edges = (says: Readonly<Record<"document" | "one" | "square" | "far", string>>): Edges<Layer> => ({
  "the source's example": { given: document, says: says.document },
  "one example, one column": { given: oneOfEach, says: says.one },
  "square matrices": { given: square, says: says.square },
  "far out": { given: farOut, says: says.far },
});

const identity = named("identity");
/** Sums of the rows of a matrix. */
const rowSums = (A: readonly (readonly number[])[]) => A.map((row) => sum(row.map(num)));

const matrixForwardSum = layer.answer({
  says: "The sum of all entries of σ(X·W).",
  formula: String.raw`L = \sum_i \sum_j \sigma((X W)_{ij})`,
  returns: scalar("L, one number"),
  is: ({ X, W, sigma }) => totalOfProduct(X, W, sigma),
  example,
  edges: edges({
    document: "Six sigmoids add up to 2.37550.",
    one: "The sum has one term, the sigmoid of −1.5.",
    square: "X·W is not W·X. Each entry goes through the cube by itself.",
    far: "The sigmoid is 1 far to the right and 0 far to the left, in floating point.",
  }),
  laws: {
    "examples that come twice count twice": (f, { X }) =>
      equal(f({ X: [...X, ...X.slice(0, 2)] }), f().plus(f({ X: X.slice(0, 2) }))),
    "X and W may change places if both are transposed": (f, { X, W }) =>
      equal(f({ X: transpose(W), W: transpose(X) }), f()),
    "with σ(u) = u it is Σ over the inputs of (column sum of X)·(row sum of W)": (f, { X, W }) =>
      equal(f({ sigma: identity }), dot(rowSums(transpose(X)), rowSums(W))),
  },
  mistakes: forwardMistakes,
});

const matrixBackwardSumX = layer.answer({
  says: "How the sum of all entries of σ(X·W) follows the inputs.",
  formula: String.raw`\partial L / \partial X \text{ of } L = \sum_i \sum_j \sigma((X W)_{ij})`,
  returns: matrix("n m", "∂L/∂X, in the shape of X"),
  is: ({ X, W, sigma }) => measuredGradient((call) => totalOfProduct(X, W, sigma, call), X),
  example,
  edges: edges({
    document: "The first entry is 0.24889, as the source prints it.",
    one: "The slope of the sigmoid at −1.5 times both weights.",
    square: "Here a transposed W has the right shape, and the wrong numbers.",
    far: "The sigmoid is flat far out on both sides, so that no input moves L.",
  }),
  laws: {
    "an example alone has the row that it has among the others": (f, { X }) =>
      equal(f({ X: [X.at(-1)!] })[0]!, f().at(-1)!),
    "other order of the examples, other order of the rows": (f, { X }) =>
      equal(f({ X: X.toReversed() }), f().toReversed()),
    "with σ(u) = u every row holds the row sums of W": (f, { X, W }) =>
      equal(
        f({ sigma: identity }),
        X.map(() => rowSums(W)),
      ),
    "with σ(u) = u² + u, L(X + D) − L(X − D) is twice Σ D ⊙ ∂L/∂X": (f, { X, W }, { draw, ask }) => {
      const sigma = named("quadratic", 1, 1, 0);
      const step = X.map((row) => row.map(() => draw.between(-1, 1)));
      const at = (way: number) =>
        ask(matrixForwardSum, { X: X.map((row, i) => row.map((x, l) => x + way * step[i]![l]!)), W, sigma });
      return equal(dot(f({ sigma }).flat(), step.flat()).times(2), at(1).minus(at(-1)));
    },
  },
  mistakes: byInputsMistakes,
});

const matrixBackwardSumW = layer.answer({
  says: "How the sum of all entries of σ(X·W) follows the weights.",
  formula: String.raw`\partial L / \partial W \text{ of } L = \sum_i \sum_j \sigma((X W)_{ij})`,
  returns: matrix("m k", "∂L/∂W, in the shape of W"),
  is: ({ X, W, sigma }) => measuredGradient((call) => totalOfProduct(X, W, sigma, call), W),
  example,
  edges: edges({
    document: "X is square here: slopes that are multiplied behind the product have the right shape.",
    one: "The slope of the sigmoid at −1.5 times both inputs, as a column.",
    square: "Here a transposed gradient has the right shape, and the wrong numbers.",
    far: "The sigmoid is flat far out on both sides, so that no weight moves L.",
  }),
  laws: {
    "the order of the examples does not count": (f, { X }) => equal(f({ X: X.toReversed() }), f()),
    "the gradient of all examples is the sum of the gradients of its parts": (f, { X, W }) => {
      if (X.length < 2) return false;
      const [first, rest] = [f({ X: X.slice(0, 1) }), f({ X: X.slice(1) })];
      return equal(
        f(),
        W.map((row, l) => row.map((_, j) => first[l]![j]!.plus(rest[l]![j]!))),
      );
    },
    "with σ(u) = u every column holds the column sums of X": (f, { X, W }) =>
      equal(
        transpose(f({ sigma: identity })),
        W[0]!.map(() => rowSums(transpose(X))),
      ),
    "Σ W ⊙ ∂L/∂W = Σ X ⊙ ∂L/∂X: both are Σ σ′(N)·N": (f, data, { ask }) =>
      equal(dot(f().flat(), data.W.flat()), dot(ask(matrixBackwardSumX, data).flat(), data.X.flat())),
  },
  mistakes: byWeightsMistakes,
});

export default exercise({
  title: "Matrix input: sum of a function of X·W and both gradients",
  unit: 1,
  source: "09.1 Deep Learning – Neural Network, 1.2.8",
  requires: ["ex06"],
  derivation: "matrix-inputs",
  minutes: 40,
  points: 30,
  symbols: {
    n: "number of examples",
    m: "number of inputs",
    k: "number of columns of W",
    N: "X·W, shape n × k",
    S: "σ(N), entry by entry",
    L: "the sum of all entries of S",
  },
  functions: { matrixForwardSum, matrixBackwardSumX, matrixBackwardSumW },
  nouns: {
    h: "the step h",
    deriv: "the central difference",
    product: "the matrix product",
    transpose: "the transpose",
    entry: "an entry of the product",
    slopes: "the slopes of σ",
    net: "the weighted sum",
    total: "the sum",
  },
  hints: [
    "Pick one entry of X, the input l of example i. Which entries of X·W move when it moves, and which ones rest? And which ones move with the weight of input l in column j?",
    "An input reaches the k entries of its row of X·W, each with a weight; a weight reaches the n entries of its column, each with an input. From there on the way is the same: through σ, whose slope is taken at that entry, and into the sum with a factor of 1. What do several ways do to each other?",
    "First make the matrix of the slopes, d[i][j] = deriv(sigma, N[i][j]). Then ∂L/∂X[i][l] sums d[i][j]·W[l][j] over j, and ∂L/∂W[l][j] sums X[i][l]·d[i][j] over i.",
  ],
});
