import {
  define,
  defineExercise,
  type InputsOf,
  type CallsLaw as Law,
} from "../../grader/exercise/exercise.ts";
import { aMatrix, aVector } from "../../grader/exercise/inputs.ts";
import { claim, equal } from "../../grader/exercise/relations.ts";
import { scalar, vector } from "../../grader/exercise/types.ts";
import { bceWithLogits, logit, movedLogits } from "../../reference/logistic.ts";
import { dot, mean, Num, num } from "../../reference/num.ts";
import { gradient, type Lifted, lift } from "../../reference/tracked.ts";

const labelled = {
  X: aMatrix("n m"),
  yTrue: aVector("n", "binary"),
  yPred: aVector("n", "probability"),
};
export type Labelled = InputsOf<typeof labelled>;

const outputs = { yTrue: aVector("n", "binary"), yPred: aVector("n", "probability") };
export type Outputs = InputsOf<typeof outputs>;

interface Move {
  readonly w: Num[];
  readonly b: Num;
}
const moves = new WeakMap<object, Move>();

/** The move of weights and bias that the loss is differentiated by: zero, one for each set of inputs. */
function moveOf(inputs: Partial<Lifted<Labelled>>): Move {
  const move = moves.get(inputs) ?? { w: (inputs.X?.[0] ?? []).map(() => new Num(0)), b: new Num(0) };
  moves.set(inputs, move);
  return move;
}

/** The loss as a function of the move: at zero the model predicts yPred. */
function movedLoss(inputs: Lifted<Outputs> & { readonly X?: Num[][] }): Num {
  const { w, b } = moveOf(inputs);
  return bceWithLogits(inputs.yTrue, movedLogits(inputs.yPred.map(logit), inputs.X ?? [], w, b));
}

/** Mean squared error of linear outputs ŷ + x·w, by w at 0. */
function leastSquaresGradient({ X, yTrue, yPred }: Labelled): Num[] {
  const w = (X[0] ?? []).map(() => new Num(0));
  const loss = mean(yTrue.map((y, i) => num(y).minus(dot(X[i]!, w).plus(yPred[i]!)).squared()));
  return gradient(loss, w) as Num[];
}

const errorOf = ({ yTrue, yPred }: Outputs): Num => mean(lift(yPred).map((p, i) => p.minus(yTrue[i]!)));

const FACTOR = -3;
const scaledFirst = (X: readonly number[][]): number[][] =>
  X.map((row) => row.map((x, j) => (j === 0 ? FACTOR * x : x)));

const twofold = <T>(list: readonly T[]): T[] => [...list, ...list];

const weightLaws: Law<Labelled>[] = [
  {
    says: "the gradient is 0 where every prediction equals its label",
    calls: (given) => [{ ...given, yTrue: given.yPred }],
    holds: ([atLabels]: Num[][], { X }) =>
      equal(
        atLabels!,
        X[0]!.map(() => 0),
      ),
  },
  {
    says: "twice the gradient is the one of the mean squared error with ŷ in place of the linear output",
    calls: (given) => [given],
    holds: ([dw]: Num[][], given) =>
      equal(
        dw!.map((entry) => entry.times(2)),
        leastSquaresGradient(given),
      ),
  },
  {
    says: "scaling one column of X by k scales that entry by k and leaves the others",
    calls: (given) => [given, { ...given, X: scaledFirst(given.X) }],
    holds: ([before, after]: Num[][]) =>
      equal(
        after!,
        before!.map((entry, j) => (j === 0 ? entry.times(FACTOR) : entry)),
      ),
  },
  {
    says: "the entry of a column of ones is the derivative by the bias, the mean of ŷ − y",
    calls: (given) => [{ ...given, X: given.X.map((row) => [...row, 1]) }],
    holds: ([dw]: Num[][], given) => equal(dw!.at(-1)!, errorOf(given)),
  },
  {
    says: "duplicating the data leaves the gradient unchanged",
    calls: (given) => [
      given,
      { X: twofold(given.X), yTrue: twofold(given.yTrue), yPred: twofold(given.yPred) },
    ],
    holds: ([once, twice]: Num[][]) => equal(twice!, once!),
  },
];

const shareOf = (y: readonly number[]): number => y.reduce((total, yi) => total + yi, 0) / y.length;

const biasLaws: Law<Outputs>[] = [
  {
    says: "the derivative is 0 where every prediction equals its label",
    calls: (given) => [{ ...given, yTrue: given.yPred }],
    holds: ([atLabels]: Num[]) => equal(atLabels!, 0),
  },
  {
    says: "the derivative is above 0 if every prediction is above its label",
    calls: (given) => [{ ...given, yTrue: given.yPred.map((p) => p / 2) }],
    holds: ([db]: Num[]) => claim(db!.value > 0, "above 0", db!.value),
  },
  {
    says: "the derivative is 0 if every prediction is the share of the labels that are 1",
    when: ({ yTrue }) => shareOf(yTrue) > 0 && shareOf(yTrue) < 1,
    calls: (given) => [{ ...given, yPred: given.yTrue.map(() => shareOf(given.yTrue)) }],
    holds: ([db]: Num[]) => equal(db!, 0),
  },
  {
    says: "duplicating the data leaves the derivative unchanged",
    calls: (given) => [given, { yTrue: twofold(given.yTrue), yPred: twofold(given.yPred) }],
    holds: ([once, twice]: Num[]) => equal(twice!, once!),
  },
];

const divided = "Dividing by ŷ or 1 − ŷ gives 0/0 here; ŷ − y divides by nothing.";

export default defineExercise({
  title: "Gradients of the binary cross-entropy",
  unit: 3,
  unitTitle: "Logistic regression",
  source: "Machine Learning Visualized, 0.4.7",
  requires: ["ex17"],
  derivation: "bce-gradient",
  symbols: {
    X: "inputs, one example a row",
    yTrue: "labels y, 0 or 1, or a share in between",
    yPred: "predicted probabilities ŷ = σ(x·w + b)",
    n: "number of examples",
    m: "number of features",
    w: "weights, one a feature",
    b: "bias",
    L: "binary cross-entropy, −(1/n) Σ [yᵢ ln ŷᵢ + (1 − yᵢ) ln(1 − ŷᵢ)]",
  },
  functions: {
    bceDw: define<Labelled>({
      inputs: labelled,
      returns: vector("m"),
      sizes: { n: [3, 7], m: [2, 5] },
      gradient: { name: "bce", of: movedLoss, by: (inputs) => moveOf(inputs).w },
      edges: {
        "one example": {
          given: { X: [[0.5, -2, 1]], yTrue: [1], yPred: [0.25] },
          says: "The gradient of one example is the vector x·(ŷ − y), one entry a weight.",
        },
        "one feature": {
          given: { X: [[2], [-1], [0.5], [3]], yTrue: [1, 0, 0, 0], yPred: [0.5, 0.25, 0.75, 0.125] },
        },
        "soft labels": {
          given: {
            X: [
              [1, -2],
              [0.5, 3],
              [-1, 0.25],
            ],
            yTrue: [0.25, 0.5, 1],
            yPred: [0.5, 0.125, 0.75],
          },
          says: "A label between 0 and 1 is a share of ones. The formula does not change.",
        },
        "separable data, large weights": {
          given: {
            X: [[-3], [-2], [-1], [2]],
            yTrue: [0, 0, 0, 1],
            yPred: [1e-12, 1e-9, 1e-6, 1 - 2 ** -40],
          },
          says: "The data can be separated: the gradient shrinks to 0 while the weights grow without end.",
        },
        "predictions of exactly 0 and 1": {
          given: {
            X: [
              [-3, 1],
              [2, 0.5],
              [1, 4],
              [1, 2],
            ],
            yTrue: [0, 1, 0, 1],
            yPred: [0, 1, 1, 1],
          },
          expected: [0.25, 1],
          says: "The loss of the third example is infinite, but its gradient is x·(1 − 0).",
          ifNaN: divided,
        },
      },
      laws: weightLaws,
    }),
    bceDb: define<Outputs>({
      inputs: outputs,
      returns: scalar(),
      sizes: { n: [3, 7] },
      gradient: { name: "bce", of: movedLoss, by: (inputs) => moveOf(inputs).b },
      edges: {
        "one example": { given: { yTrue: [1], yPred: [0.25] } },
        "soft labels": { given: { yTrue: [0.25, 0.5, 1], yPred: [0.5, 0.125, 0.75] } },
        "separable data, large weights": {
          given: { yTrue: [0, 0, 0, 1], yPred: [1e-12, 1e-9, 1e-6, 1 - 2 ** -40] },
        },
        "predictions of exactly 0 and 1": {
          given: { yTrue: [0, 1, 0, 1], yPred: [0, 1, 1, 1] },
          expected: 0.25,
          says: "The loss of the third example is infinite, but its derivative is 1 − 0.",
          ifNaN: divided,
        },
      },
      laws: biasLaws,
    }),
  },
  hints: [
    "Take one example and write its loss in terms of z = x·w + b: ln(1 + e^z) − y·z. How does it change when z grows a little, and how does z change with one weight?",
    "The derivative of ln(1 + e^z) by z is a function that you know. What is it, and what have you been given that already holds its value? Which axis does the mean run over?",
    "By z the loss of one example changes at the rate ŷ − y. Weight j multiplies x_ij, so its entry is the mean of x_ij·(ŷᵢ − yᵢ) over the examples i alone; the bias multiplies 1.",
  ],
});
