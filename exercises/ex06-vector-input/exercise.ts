import {
  curedBy,
  type Edges,
  equal,
  exercise,
  matrix,
  named,
  roughSlopes,
  rows,
  type SlopeOf,
} from "../../grader/exercise/form.ts";
import { ofProduct } from "../../reference/differentiation/many-inputs.ts";
import { measuredGradient } from "../../reference/differentiation/measured.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { dot } from "../../reference/numbers/num.ts";
import { through, type Weighted, weighted } from "./args.ts";

const sigmoid = named("sigmoid");
const example: Weighted = { X: [[1, 2, 3]], W: rows([2], [-1], [1]), sigma: named("square") };
/** The source's seeded numbers. */
const document: Weighted = {
  X: [[0.4723112111687236, 0.6151427089551101, -1.7262271543679046]],
  W: rows([0.9281967620586], [-0.6075488808149324], [-1.2213605218872623]),
  sigma: sigmoid,
};

const mismatched: Edges<Weighted> = {
  "more weights than inputs": {
    given: { X: [[1, 2]], W: rows([2], [-1], [1]), sigma: sigmoid },
    throws: true,
    says: "X has 2 columns and W has 3 rows: there is no product, and the function throws.",
  },
  "more inputs than weights": {
    given: { X: [[1, 2, 3]], W: rows([2], [-1]), sigma: sigmoid },
    throws: true,
    says: "X has 3 columns and W has 2 rows: there is no product, and the function throws.",
  },
};

/** X with c·(w₂, −w₁) added to its first two entries: at right angles to W. */
const aside = ({ X, W }: Weighted, c: number): number[][] =>
  X.map(([a, b, ...rest]) => [a! + c * W[1]![0]!, b! - c * W[0]![0]!, ...rest]);

const matrixForwardExtra = weighted.answer<number[][]>({
  says: "A function of the weighted sum of one row of inputs.",
  formula: String.raw`S = \sigma(X W)`,
  returns: matrix("1 1", "S, a matrix with a single entry"),
  is: ({ X, W, sigma }) => ofProduct(X, W, sigma),
  example,
  edges: {
    "the source's example": { given: document, says: "The weighted sum is 2.17301, its sigmoid 0.89780." },
    "one input": { given: { X: [[3]], W: [[-0.5]], sigma: sigmoid }, says: "The sum has one term, −1.5." },
    ...mismatched,
  },
  laws: {
    "a step of X at right angles to W changes nothing": (f, data) =>
      data.W.length > 1 && equal(f({ X: aside(data, 0.5) }), f()),
    "half the inputs with twice the weights give the same": (f, { X, W }) =>
      equal(f({ X: X.map((row) => row.map((x) => x / 2)), W: W.map(([w]) => [2 * w!]) }), f()),
    "the inputs may stand in another order, if the weights do": (f, { X, W }) =>
      equal(f({ X: X.map((row) => row.toReversed()), W: W.toReversed() }), f()),
    "weights and inputs may change places": (f, { X, W }) =>
      equal(f({ X: transpose(W), W: transpose(X) }), f()),
  },
  mistakes: curedBy(1, {
    "sigma-of-each-term": {
      is: (data) => {
        const { value, x, w } = through(data);
        return [[x.reduce((sum, xi, i) => sum + value(xi * w[i]!), 0)]];
      },
      says: "σ is taken of each product xᵢ·wᵢ, and then it is summed. The sum comes first, and σ is taken once.",
    },
    "sigma-forgotten": {
      is: (data) => [[through(data).net]],
      says: "This is the weighted sum. It still has to go through σ.",
    },
    "weights-ignored": {
      is: (data) => {
        const { value, x } = through(data);
        return [[value(x.reduce((sum, xi) => sum + xi, 0))]];
      },
      says: "The inputs are added without their weights. Each xᵢ counts wᵢ times.",
    },
    "number-for-matrix": {
      is: ({ right }) => right[0]![0]!,
      says: "The number is right, and it is a bare number. The product of a row and a column is a matrix of one row and one column: [[s]].",
    },
  }),
});

/** The gradient by a slope that is measured. */
const measured = (data: Weighted, slopeOf: SlopeOf): number[][] => {
  const { value, net, w } = through(data);
  const there = slopeOf(value, net);
  return [w.map((wi) => there * wi)];
};

const matrixFunctionBackward1 = weighted.answer<number[][]>({
  says: "How a function of the weighted sum follows each input.",
  formula: String.raw`\partial S / \partial X \text{ of } S = \sigma(X W)`,
  returns: matrix("1 n", "∂S/∂X, a row like X"),
  is: ({ X, W, sigma }) => measuredGradient((call) => ofProduct(X, W, sigma, call)[0]![0]!, X),
  example,
  edges: {
    "the source's example": {
      given: document,
      says: "The sigmoid's slope at 2.17301 is 0.09176. It multiplies all three weights.",
    },
    "one input": {
      given: { X: [[3]], W: [[-0.5]], sigma: sigmoid },
      says: "One weight makes a row of one entry.",
    },
    "all inputs 0": {
      given: { X: [[0, 0, 0]], W: rows([2], [-1], [0.5]), sigma: sigmoid },
      says: "The sum is 0, where the sigmoid has the slope ¼. An input of 0 still has its weight: a quarter of it is the answer.",
    },
    ...mismatched,
  },
  laws: {
    "the row is parallel to W: gᵢ·wⱼ = gⱼ·wᵢ": (f, { W }) => {
      const [row] = f();
      return row!.slice(1).map((g, i) => equal(g.times(W[i]![0]!), row![i]!.times(W[i + 1]![0]!)));
    },
    "with σ(u) = u it is W, as a row": (f, { W }) => equal(f({ sigma: named("identity") }), transpose(W)),
    "a step of X at right angles to W leaves it as it is": (f, data) =>
      data.W.length > 1 && equal(f({ X: aside(data, 0.5) }), f()),
    "with σ(u) = u² + u, S(X + D) − S(X − D) is twice Σ dᵢ·gᵢ": (f, { X, W }, { draw, ask }) => {
      const sigma = named("quadratic", 1, 1, 0);
      const step = X[0]!.map(() => draw.between(-2, 2));
      const [there, back] = [1, -1].map(
        (way) => ask(matrixForwardExtra, { X: [X[0]!.map((x, i) => x + way * step[i]!)], W, sigma })[0]![0]!,
      );
      return equal(dot(f({ sigma })[0]!, step).times(2), there!.minus(back!));
    },
  },
  mistakes: curedBy(4, {
    "sigma-slope-forgotten": {
      is: ({ W }) => transpose(W),
      says: "This is W as a row, the gradient of the weighted sum alone. The sum goes through σ, whose slope is a factor of every entry.",
    },
    "weights-forgotten": {
      is: (data) => {
        const { slope, net, w } = through(data);
        return [w.map(() => slope(net))];
      },
      step: 3,
      says: "Every entry is the slope of σ alone. An input counts with its weight: entry i is that slope times wᵢ.",
    },
    "gradient-by-the-weights": {
      is: (data) => {
        const { slope, net, x } = through(data);
        return [x.map((xi) => slope(net) * xi)];
      },
      step: 3,
      says: "This is the gradient by W. The weighted sum follows xᵢ with its weight, wᵢ; with xᵢ it follows wᵢ.",
    },
    "value-for-slope": {
      is: (data) => {
        const { value, net, w } = through(data);
        return [w.map((wi) => value(net) * wi)];
      },
      says: "The weights are multiplied by σ itself. What stretches a change of the sum is the slope of σ there.",
    },
    "sigmoid-slope-for-any": {
      is: (data) => {
        const { value, net, w } = through(data);
        const s = value(net);
        return [w.map((wi) => s * (1 - s) * wi)];
      },
      says: "This is σ(1 − σ), the slope of the sigmoid alone. σ can be any function here: measure its slope.",
    },
    ...roughSlopes(4, measured),
    "not-transposed": {
      is: ({ right }) => transpose(right),
      step: 3,
      says: "The numbers are right and stand in a column, like W. A gradient has the shape of its variable: this one is a row, like X.",
    },
    "slope-at-each-term": {
      is: (data) => {
        const { slope, x, w } = through(data);
        return [x.map((xi, i) => slope(xi * w[i]!) * w[i]!)];
      },
      says: "The slope of σ is taken at xᵢ·wᵢ, one term of the sum. σ gets the whole sum, so there is one slope for all entries.",
    },
    "slope-at-each-input": {
      is: (data) => {
        const { slope, x, w } = through(data);
        return [x.map((xi, i) => slope(xi) * w[i]!)];
      },
      says: "The slope of σ is taken at each input. σ gets none of them, it gets the weighted sum: there is one slope for all entries.",
    },
    "slope-at-the-output": {
      is: (data) => {
        const { value, slope, net, w } = through(data);
        return [w.map((wi) => slope(value(net)) * wi)];
      },
      says: "The slope of σ is taken at S, which is what comes out of σ. It belongs at X·W, which goes in.",
    },
    "input-left-in": {
      is: ({ X, right }) => [right[0]!.map((g, i) => g * X[0]![i]!)],
      step: 2,
      says: "Each entry still has its xᵢ. The term xᵢ·wᵢ grows by wᵢ with every unit of xᵢ, wherever xᵢ is.",
    },
  }),
});

export default exercise({
  title: "Vector input: weighted sum, then a function",
  unit: 1,
  source: "09.1 Deep Learning – Neural Network, 1.2.7",
  requires: ["ex05"],
  derivation: "vector-inputs",
  minutes: 25,
  symbols: { n: "number of inputs", S: "σ(X·W)", g: "∂S/∂X" },
  functions: { matrixForwardExtra, matrixFunctionBackward1 },
  nouns: {
    h: "the step h",
    deriv: "the central difference",
    weightedSum: "the weighted sum",
    net: "the weighted sum",
    slope: "the slope of σ",
  },
  hints: [
    "Let all inputs rest but the second one. By how much does the weighted sum move when x₂ moves by a little?",
    "Each input has its own way into the sum, and all share one way from there: through σ. Which factor is different for every entry, and which one is the same? At which number is that one taken?",
    "Add up all xᵢ·wᵢ, and call the sum net. The slope of σ there, deriv(sigma, net), times wᵢ is entry i; give them in one row, [[…]]. First compare X[0].length with W.length, and throw if they differ.",
  ],
});
