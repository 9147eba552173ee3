import {
  define,
  defineExercise,
  type InputsOf,
  type CallsLaw as Law,
} from "../../grader/exercise/exercise.ts";
import { gradientAt } from "../../grader/exercise/gradient-at.ts";
import { aMatrix } from "../../grader/exercise/inputs.ts";
import { atMost, equal } from "../../grader/exercise/relations.ts";
import { matrix, record, vector } from "../../grader/exercise/types.ts";
import {
  lossToFirstOrder,
  movedNetInputs,
  netInputs,
  transpose,
  zeros,
} from "../../reference/hidden-layer.ts";
import { dot, Num, sum } from "../../reference/num.ts";
import { leavesOf, type Tracked } from "../../reference/tracked.ts";

const backError = { H: aMatrix("n d", "probability"), outWeights: aMatrix("d t"), lossGrad: aMatrix("n t") };
const backLayer = {
  X: aMatrix("n m"),
  A1: aMatrix("n d", "probability"),
  Wout: aMatrix("t d"),
  deltaOut: aMatrix("n t"),
};
export type BackError = InputsOf<typeof backError>;
export type BackLayer = InputsOf<typeof backLayer>;

/** The answer of hiddenGradients. */
export type HiddenGradients<N> = {
  readonly delta: readonly (readonly N[])[];
  readonly dW: readonly (readonly N[])[];
  readonly db: readonly N[];
};

const sizes = { n: [3, 6], t: [3, 6] } as const;

const scaled = (A: readonly (readonly number[])[], by: number): number[][] =>
  A.map((row) => row.map((a) => a * by));
const plus = (A: readonly (readonly number[])[], B: readonly (readonly number[])[]): number[][] =>
  A.map((row, i) => row.map((a, j) => a + B[i]![j]!));
const constants = (a: readonly number[]): Num[] => a.map((x) => new Num(x));
const column = (A: readonly (readonly number[])[], j: number): number[][] => A.map((row) => [row[j]!]);

/** Σ_r factor_r · answer_r, entry by entry, as a list. */
const combined = (answers: readonly Tracked[], factor: (r: number) => number): Num[] => {
  const entries = answers.map(leavesOf);
  return entries[0]!.map((_, e) => sum(entries.map((answer, r) => answer[e]!.times(factor(r)))));
};

const zeroLike = (answer: Tracked): number[] => leavesOf(answer).map(() => 0);

const H = [
  [0.5, 0.25],
  [0.75, 0.5],
];
const saturated = [
  [0, 1],
  [0.5, 0],
];
/** Output weights in×out, 2×3. */
const weights = [
  [1, 2, -1],
  [0, 4, 2],
];
/** The same, out×in, 3×2. */
const weightsT = [
  [1, 0],
  [2, 4],
  [-1, 2],
];
const errors = [
  [1, -1, 0.5],
  [0, 1, 0],
];
const X = [
  [4, 1, 0],
  [-2, 2, 1],
];

const linearIn = <I extends object>(error: keyof I & string): Law<I> => ({
  says: "the result is linear in the output error",
  calls: (data, draw) => {
    const one = data[error] as number[][];
    const other = one.map((row) => row.map(() => draw.real()));
    return [data, { ...data, [error]: other }, { ...data, [error]: plus(scaled(one, 2), scaled(other, -1)) }];
  },
  holds: ([one, other, mixed]: Tracked[]) =>
    equal(
      leavesOf(mixed!),
      combined([one!, other!], (r) => (r === 0 ? 2 : -1)),
    ),
});

export default defineExercise({
  title: "Hidden layer: the error carried back",
  unit: 8,
  unitTitle: "Backpropagation",
  source:
    "01 build and train feedforward nn, 1.4.3; Building FeedForward Networks with Pytorch, Introduction to Basic BackPropagation and Generalizing Backpropagation",
  requires: ["ex45"],
  derivation: "backprop-hidden",
  symbols: {
    X: "inputs, one example a row",
    H: "hidden activations, σ of the hidden net inputs, one example a row",
    A1: "the same as H, in the second source's name",
    outWeights: "output weights, in × out: row k leads from hidden unit k",
    Wout: "output weights, out × in: row j leads to output unit j",
    lossGrad: "derivatives of the loss by the output net inputs, one example a row",
    deltaOut: "the same as lossGrad, in the second source's name",
    n: "number of examples",
    m: "number of inputs",
    d: "number of hidden units",
    t: "number of output units",
  },
  functions: {
    hiddenLayerGradient: define<BackError>({
      inputs: backError,
      returns: matrix("n d"),
      sizes,
      gradient: gradientAt({
        name: "the loss",
        at: ({ H, outWeights, lossGrad }) => ({ Z: netInputs(H), W: transpose(outWeights), lossGrad }),
        of: ({ Z, W, lossGrad }) => lossToFirstOrder(Z, W, lossGrad),
        by: ({ Z }) => Z,
      }),
      edges: {
        "saturated units": {
          given: { H: saturated, outWeights: weights, lossGrad: errors },
          expected: [
            [0, 0],
            [0.5, 0],
          ],
          says: "Where H is 0 or 1 the sigmoid is flat, and no error passes.",
        },
        "one output": { given: { H, outWeights: [[2], [-1]], lossGrad: [[1], [-0.5]] } },
        "one hidden unit": { given: { H: [[0.5], [0.25]], outWeights: [[1, 2, -1]], lossGrad: errors } },
        "one example": { given: { H: [[0.5, 0.25]], outWeights: weights, lossGrad: [[1, -1, 0.5]] } },
        "as many outputs as hidden units": {
          given: {
            H,
            outWeights: [
              [1, 2],
              [0, 4],
            ],
            lossGrad: [
              [1, -1],
              [0, 1],
            ],
          },
          says: "The weights are square, so a transposed matrix has the right shape and the wrong values.",
        },
      },
      laws: [
        linearIn("lossGrad"),
        {
          says: "no entry is larger than a quarter of the error that arrives, |δₒWₒᵀ|/4",
          calls: (data) => [data],
          holds: ([answer]: Num[][][], { outWeights, lossGrad }) =>
            answer!.flatMap((row, i) =>
              row.map((entry, k) =>
                atMost(entry.abs(), dot(constants(lossGrad[i]!), outWeights[k]!).abs().over(4)),
              ),
            ),
        },
        {
          says: "the result is the sum over the output units of the results with that unit alone",
          calls: (data) => [
            data,
            ...data.lossGrad[0]!.map((_, j) => ({
              ...data,
              outWeights: column(data.outWeights, j),
              lossGrad: column(data.lossGrad, j),
            })),
          ],
          holds: ([whole, ...paths]: Tracked[]) =>
            equal(
              leavesOf(whole!),
              combined(paths, () => 1),
            ),
        },
        {
          says: "output weights 0 give 0: a network that starts at 0 does not train its hidden layer",
          calls: (data) => [{ ...data, outWeights: scaled(data.outWeights, 0) }],
          holds: ([answer]: Tracked[]) => equal(leavesOf(answer!), zeroLike(answer!)),
        },
      ],
    }),
    hiddenGradients: define<BackLayer>({
      inputs: backLayer,
      returns: record({ delta: matrix("n d"), dW: matrix("d m"), db: vector("d") }),
      sizes,
      gradient: gradientAt({
        name: "the loss",
        at: ({ X, A1, Wout, deltaOut }) => ({
          X,
          Z: netInputs(A1),
          V: zeros(A1[0]!.length, X[0]!.length),
          c: zeros(1, A1[0]!.length)[0]!,
          Wout,
          deltaOut,
        }),
        of: ({ X, Z, V, c, Wout, deltaOut }) => lossToFirstOrder(movedNetInputs(Z, X, V, c), Wout, deltaOut),
        by: ({ Z, V, c }) => ({ delta: Z, dW: V, db: c }),
      }),
      edges: {
        "saturated units": {
          given: { X, A1: saturated, Wout: weightsT, deltaOut: errors },
          expected: {
            delta: [
              [0, 0],
              [0.5, 0],
            ],
            dW: [
              [-1, 1, 0.5],
              [0, 0, 0],
            ],
            db: [0.5, 0],
          },
          says: "Where A1 is 0 or 1 the sigmoid is flat, and no error passes.",
        },
        "one output": { given: { X, A1: H, Wout: [[2, -1]], deltaOut: [[1], [-0.5]] } },
        "one hidden unit": { given: { X, A1: [[0.5], [0.25]], Wout: [[1], [2], [-1]], deltaOut: errors } },
        "one example": {
          given: { X: [[4, 1, 0]], A1: [[0.5, 0.25]], Wout: weightsT, deltaOut: [[1, -1, 0.5]] },
        },
      },
      laws: [
        linearIn("deltaOut"),
        {
          says: "the result is the sum over the output units of the results with that unit alone",
          calls: (data) => [
            data,
            ...data.Wout.map((row, j) => ({ ...data, Wout: [row], deltaOut: column(data.deltaOut, j) })),
          ],
          holds: ([whole, ...paths]: Tracked[]) =>
            equal(
              leavesOf(whole!),
              combined(paths, () => 1),
            ),
        },
        {
          says: "output weights 0 give 0: a network that starts at 0 does not train its hidden layer",
          calls: (data) => [{ ...data, Wout: scaled(data.Wout, 0) }],
          holds: ([answer]: Tracked[]) => equal(leavesOf(answer!), zeroLike(answer!)),
        },
        {
          says: "dW and db are sums over the examples: taking every example twice doubles them",
          calls: (data) => [
            data,
            {
              X: [...data.X, ...data.X],
              A1: [...data.A1, ...data.A1],
              Wout: data.Wout,
              deltaOut: [...data.deltaOut, ...data.deltaOut],
            },
          ],
          holds: ([once, twice]: HiddenGradients<Num>[]) => [
            equal(twice!.delta, [...once!.delta, ...once!.delta]),
            equal(
              leavesOf(twice!.dW),
              combined([once!.dW], () => 2),
            ),
            equal(
              leavesOf(twice!.db),
              combined([once!.db], () => 2),
            ),
          ],
        },
        {
          says: "a bias is the weight of an input that is always 1: for X of ones each column of dW is db",
          calls: (data) => [{ ...data, X: data.X.map((row) => row.map(() => 1)) }],
          holds: ([answer]: HiddenGradients<Num>[]) =>
            answer!.dW.map((row, k) =>
              equal(
                row,
                row.map(() => answer!.db[k]!),
              ),
            ),
        },
      ],
    }),
  },
  hints: [
    "The loss notices a hidden unit only through the output units. Which output units does hidden unit k reach, and with which weight?",
    "Sum the output errors over the output units, each times the weight that leads there from the hidden unit: one matrix product. Then pass the sigmoid backwards. What is its slope, written with the activation that you are given?",
    "δₕ = (δₒ times the output weights, summed over the outputs), entry by entry times H(1 − H). Then dW[k][l] sums δₕ[i][k]·X[i][l] over the examples i, and db[k] sums δₕ[i][k].",
  ],
});
