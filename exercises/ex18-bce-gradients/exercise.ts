import {
  type ArgsOf,
  args,
  claim,
  curedBy,
  equal,
  exercise,
  gradientAt,
  matrix,
  rows,
  scalar,
  times,
  vector,
} from "../../grader/exercise/form.ts";
import { bceWithLogits, logit, movedLogits } from "../../reference/linear-models/logistic.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { dot, mean, type Num, num } from "../../reference/numbers/num.ts";
import { gradient, type Lifted } from "../../reference/numbers/tracked.ts";
import { errorMistakes } from "./mistakes.ts";

const yTrue = vector("n", "labels y; a share in between is a soft label", { domain: "binary" });
const yPred = vector("n", "predictions ŷ = σ(x·w + b)", { domain: "probability" });
const sizes = { n: [3, 7], m: [2, 5] } as const;

const labelled = args({ X: matrix("n m", "inputs, one example a row"), yTrue, yPred }, { sizes });
const outputs = args({ yTrue, yPred }, { sizes: { n: sizes.n } });
type Labelled = ArgsOf<typeof labelled>;
type Outputs = ArgsOf<typeof outputs>;

/** Where the model predicts yPred: its logits, and the move of weights and bias that it is differentiated by. */
const start = ({ X = [], yTrue, yPred }: Lifted<Outputs> & { readonly X?: Num[][] }) => ({
  X,
  yTrue,
  z: yPred.map(logit),
  w: (X[0] ?? []).map(() => num(0)),
  b: num(0),
});
type Start = ReturnType<typeof start>;
const bce = ({ X, yTrue, z, w, b }: Start): Num => bceWithLogits(yTrue, movedLogits(z, X, w, b));

/** Gradient of the mean squared error by w at 0, where ŷ + x·w is the linear output. */
function leastSquaresGradient({ X, yTrue, yPred }: Labelled): Num[] {
  const w = X[0]!.map(() => num(0));
  const loss = mean(yTrue.map((y, i) => num(y).minus(dot(X[i]!, w).plus(yPred[i]!)).squared()));
  return gradient(loss, w) as Num[];
}

const meanError = ({ yTrue, yPred }: Outputs): Num => mean(yPred.map((p, i) => num(p).minus(yTrue[i]!)));
const twofold = <T>(list: readonly T[]): T[] => [...list, ...list];
const FACTOR = -3;

const meanOf = (terms: readonly number[]): number => mean(terms.map(num)).value;
/** (1/n) Σ_i x_ij·e_i for each feature j. */
const weighted = (e: readonly number[], { X }: Labelled): number[] =>
  transpose(X).map((feature) => meanOf(feature.map((x, i) => x * e[i]!)));

const softLabels = {
  given: { yTrue: [0.25, 0.5, 1], yPred: [0.5, 0.125, 0.75] },
  says: "A label between 0 and 1 is a share of ones. The formula does not change.",
};
const separable = {
  given: { yTrue: [0, 0, 0, 1], yPred: [1e-12, 1e-9, 1e-6, 1 - 2 ** -40] },
  says: "The data can be separated: the gradient shrinks to 0 while the weights grow without end.",
};
const certain = { yTrue: [0, 1, 0, 1], yPred: [0, 1, 1, 1] };
const divided = "Dividing by ŷ or 1 − ŷ gives 0/0 here; ŷ − y divides by nothing.";

const bceDw = labelled.gradient<number[]>({
  says: "Gradient of the binary cross-entropy by the weights, where the model ŷ = σ(Xw + b) predicts yPred. The loss is a mean over the examples.",
  formula: String.raw`\nabla_w L \text{ of } L = -\frac{1}{n} \sum_i [y_i \ln \hat y_i + (1 - y_i) \ln(1 - \hat y_i)]`,
  at: gradientAt<Lifted<Labelled>, Start>({ name: "bce", at: start, of: bce, by: ({ w }) => w }),
  returns: vector("m", "∇L by w, one entry a weight"),
  example: { X: transpose(rows([1, 3], [2, -1])), yTrue: [1, 0], yPred: [0.5, 0.25] },
  edges: {
    "one example": {
      given: { X: [[0.5, -2, 1]], yTrue: [1], yPred: [0.25] },
      says: "The gradient of one example is the vector x·(ŷ − y), one entry a weight.",
    },
    "one feature": {
      given: { X: [[2], [-1], [0.5], [3]], yTrue: [1, 0, 0, 0], yPred: [0.5, 0.25, 0.75, 0.125] },
      says: "The gradient by one weight is still a vector, of one entry.",
    },
    "soft labels": {
      ...softLabels,
      given: { X: transpose(rows([1, 0.5, -1], [-2, 3, 0.25])), ...softLabels.given },
    },
    "separable data, large weights": {
      ...separable,
      given: { X: transpose(rows([-3, -2, -1, 2])), ...separable.given },
    },
    "predictions of exactly 0 and 1": {
      given: { X: transpose(rows([-3, 2, 1, 1], [1, 0.5, 4, 2])), ...certain },
      expected: [0.25, 1],
      says: "The loss of the third example is infinite, but its gradient is x·(1 − 0).",
      ifNaN: divided,
    },
  },
  laws: {
    "the gradient is 0 where every prediction equals its label": (f, { X, yPred }) => {
      const none = X[0]!.map(() => 0);
      return equal(f({ yTrue: yPred }), none);
    },
    "twice the gradient is the one of the mean squared error with ŷ in place of the linear output": (
      f,
      data,
    ) => {
      const twice = f().map((entry) => entry.times(2));
      return equal(twice, leastSquaresGradient(data));
    },
    "scaling one column of X by k scales that entry by k and leaves the others": (f, { X }) => {
      const scaled = f({ X: X.map(([x, ...row]) => [FACTOR * x!, ...row]) });
      const expected = f().map((entry, j) => (j === 0 ? entry.times(FACTOR) : entry));
      return equal(scaled, expected);
    },
    "the entry of a column of ones is the derivative by the bias, the mean of ŷ − y": (f, given) =>
      equal(f({ X: given.X.map((row) => [...row, 1]) }).at(-1)!, meanError(given)),
    "duplicating the data leaves the gradient unchanged": {
      claims: (f, { X, yTrue, yPred }) =>
        equal(f({ X: twofold(X), yTrue: twofold(yTrue), yPred: twofold(yPred) }), f()),
      ifBroken: "Is there a 1/n?",
    },
  },
  mistakes: curedBy(6, {
    ...errorMistakes(weighted, { oneMinus: 4, class: 6 }),
    "sum-for-mean": {
      is: times("n"),
      says: "The 1/n is missing. The loss is a mean over the examples, so its gradient is one too.",
    },
    "divided-by-the-features": {
      is: ({ right, X }) => right.map((entry) => (entry * X.length) / X[0]!.length),
      says: "The sum is divided by the number of features. The mean is taken over the n examples.",
    },
    "mean-over-the-features-too": {
      is: ({ right }) => right.map(() => meanOf(right)),
      step: 7,
      says: "The mean runs over the features as well, as np.mean does without an axis. All weights get one number, so their direction can never turn.",
    },
    "one-number-for-all-weights": {
      is: ({ right }) => meanOf(right),
      step: 7,
      says: "The mean runs over the features as well and gives one number. The gradient has one entry a weight.",
    },
    "x-forgotten": {
      is: (given) => given.X[0]!.map(() => meanError(given).value),
      says: "This is the derivative by the bias in every entry. By weight j the logit changes with x_ij, so each error is weighted by its input.",
    },
  }),
});

const bceDb = outputs.gradient<number>({
  says: "Derivative of the binary cross-entropy by the bias, where the model ŷ = σ(Xw + b) predicts yPred.",
  formula: String.raw`\frac{\partial L}{\partial b} \text{ of } L = -\frac{1}{n} \sum_i [y_i \ln \hat y_i + (1 - y_i) \ln(1 - \hat y_i)]`,
  at: gradientAt<Lifted<Outputs>, Start>({ name: "bce", at: start, of: bce, by: ({ b }) => b }),
  returns: scalar("∂L/∂b"),
  example: { yTrue: [1, 0], yPred: [0.5, 0.25] },
  edges: {
    "one example": { given: { yTrue: [1], yPred: [0.25] }, says: "The mean of one term is that term." },
    "soft labels": softLabels,
    "separable data, large weights": separable,
    "predictions of exactly 0 and 1": {
      given: certain,
      expected: 0.25,
      says: "The loss of the third example is infinite, but its derivative is 1 − 0.",
      ifNaN: divided,
    },
  },
  laws: {
    "the derivative is 0 where every prediction equals its label": (f, { yPred }) =>
      equal(f({ yTrue: yPred }), 0),
    "the derivative is above 0 if every prediction is above its label": (f, { yPred }) => {
      const db = f({ yTrue: yPred.map((p) => p / 2) }).value;
      return claim(db > 0, "above 0", db);
    },
    "the derivative is 0 if every prediction is the share of the labels that are 1": (f, { yTrue }) => {
      const ones = meanOf(yTrue);
      return ones > 0 && ones < 1 && equal(f({ yPred: yTrue.map(() => ones) }), 0);
    },
    "duplicating the data leaves the derivative unchanged": (f, { yTrue, yPred }) =>
      equal(f({ yTrue: twofold(yTrue), yPred: twofold(yPred) }), f()),
  },
  mistakes: {
    ...errorMistakes(meanOf, { oneMinus: 8, class: 8 }),
    "sum-for-mean": {
      is: times("n"),
      step: 8,
      says: "The 1/n is missing. The loss is a mean over the examples, so its derivative is one too.",
    },
  },
});

export default exercise({
  title: "Gradients of the binary cross-entropy",
  unit: 3,
  source: "Machine Learning Visualized, 0.4.7",
  requires: ["ex17"],
  derivation: "bce-gradient",
  minutes: 30,
  symbols: {
    n: "number of examples",
    m: "number of features",
    w: "weights, one a feature",
    b: "bias",
    L: "binary cross-entropy, −(1/n) Σ [yᵢ ln ŷᵢ + (1 − yᵢ) ln(1 − ŷᵢ)]",
  },
  functions: { bceDw, bceDb },
  nouns: { error: "the error", dw: "the gradient by w" },
  hints: [
    "Take one example and write its loss in terms of z = x·w + b: ln(1 + e^z) − y·z. How does it change when z grows a little, and how does z change with one weight?",
    "The derivative of ln(1 + e^z) by z is a function that you know. What is it, and what have you been given that already holds its value? Which axis does the mean run over?",
    "By z the loss of one example changes at the rate ŷ − y. Weight j multiplies x_ij, so its entry is the mean of x_ij·(ŷᵢ − yᵢ) over the examples i alone; the bias multiplies 1.",
  ],
});
