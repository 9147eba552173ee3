import type { Draw } from "../../grader/exercise/draw.ts";
import { define, defineExercise, type InputsOf } from "../../grader/exercise/exercise.ts";
import { aMatrix, aRecord, drawn } from "../../grader/exercise/inputs.ts";
import { atMost, equal } from "../../grader/exercise/relations.ts";
import { matrix, record } from "../../grader/exercise/types.ts";
import { Num, sum } from "../../reference/num.ts";
import { normal } from "../../reference/random.ts";
import { crossEntropy, forward } from "../../reference/softmax-network.ts";
import { forwardDense, gradientsDense } from "../../reference/softmax-network-dense.ts";
import { leavesOf, lift } from "../../reference/tracked.ts";

// Parameters up to 1½ keep most units off saturation and most probabilities off 0 and 1.
const weights = (rows: string, columns: string) =>
  drawn(matrix(`${rows} ${columns}`), (draw) =>
    draw.matrix(draw.size(rows), draw.size(columns), () => draw.between(-1.5, 1.5)),
  );
const biases = (columns: string) =>
  drawn(matrix(`1 ${columns}`), (draw) => draw.matrix(1, draw.size(columns), () => draw.between(-1.5, 1.5)));

const p = aRecord({ Wh: weights("m", "h"), bh: biases("h"), Wo: weights("h", "c"), bo: biases("c") });
const input = { X: aMatrix("n m"), p };
const example = { X: aMatrix("n m"), Y: aMatrix("n c", "one-hot"), p };

type Input = InputsOf<typeof input>;
export type Example = InputsOf<typeof example>;
export type Network = Example["p"];

/** The structure of the parameters, with any kind of number. */
export type Parameters<N> = { readonly [name in keyof Network]: readonly (readonly N[])[] };
type Forward = { readonly H: readonly (readonly Num[])[]; readonly yHat: readonly (readonly Num[])[] };

const sizes = { n: [3, 6], c: [3, 6] } as const;

/** Digit-like images on a network as it is before training: no unit is saturated, and every class has a chance. */
const full = { n: 16, m: 784, h: 15, c: 10 } as const;
const atFullSize = (draw: Draw): Example => {
  const spread = (by: number) => () => by * normal(draw.rng);
  return {
    X: draw.matrix(full.n, full.m, () => draw.rng()),
    Y: draw.list(full.n, () => {
      const hot = draw.integer(0, full.c - 1);
      return draw.list(full.c, (i) => (i === hot ? 1 : 0));
    }),
    p: {
      Wh: draw.matrix(full.m, full.h, spread(0.05)),
      bh: draw.matrix(1, full.h, spread(0.1)),
      Wo: draw.matrix(full.h, full.c, spread(0.3)),
      bo: draw.matrix(1, full.c, spread(0.1)),
    },
  };
};
const fullSize = { says: "16 examples, 784-15-10", sizes: full, work: full.n * full.m * full.h } as const;
/** Chain behind a probability: a product and a sum for each layer, then exponentials and their sum. */
const forwardSteps = full.m + full.h + full.c + 12;

const row = (a: readonly number[][], i: number): number[][] => [a[i]!];
const negated = (A: readonly (readonly number[])[]): number[][] => A.map((r) => r.map((a) => -a));
const exchanged = <N>(A: readonly (readonly N[])[]): N[][] => A.map(([a, b, ...rest]) => [b!, a!, ...rest]);

/** The same vector added to all columns of Wo, and a number to bo: every logit of a row grows alike. */
const shifted = (p: Network, by: readonly number[], all: number): Network => ({
  ...p,
  Wo: p.Wo.map((r, k) => r.map((w) => w + by[k]!)),
  bo: p.bo.map((r) => r.map((b) => b + all)),
});

const shiftedLogits = <I extends Input>(data: I, draw: Draw): I[] => [
  data,
  {
    ...data,
    p: shifted(
      data.p,
      draw.list(data.p.Wo.length, () => draw.real()),
      draw.real(),
    ),
  },
];

/** p − ε·gradient, with the largest ε = 1, ½, ¼ … that lowers the loss; the smallest if none does. */
function step({ X, Y, p }: Example, gradient: Parameters<Num>): { before: Num; after: Num } {
  const [lX, lY] = [lift(X), lift(Y)];
  const at = (epsilon: number): Num => {
    const moved = (name: keyof Network): Num[][] =>
      p[name].map((r, i) => r.map((w, k) => new Num(w - epsilon * gradient[name][i]![k]!.value)));
    return crossEntropy(lX, lY, { Wh: moved("Wh"), bh: moved("bh"), Wo: moved("Wo"), bo: moved("bo") });
  };
  const before = at(0);
  let after = at(1);
  for (let epsilon = 1 / 2; after.value >= before.value && epsilon > 1e-6; epsilon /= 2) after = at(epsilon);
  return { before, after };
}

/** The source's network: 2 inputs, 3 hidden units, 2 classes, 17 parameters. */
const sourceShape = {
  X: [
    [1, 0],
    [0.25, -0.5],
    [-1, 0.75],
    [0, 0.25],
  ],
  Y: [
    [1, 0],
    [0, 1],
    [1, 0],
    [1, 0],
  ],
  p: {
    Wh: [
      [0.5, -1, 1.5],
      [1, 0.25, -0.75],
    ],
    bh: [[0.25, 0, -0.5]],
    Wo: [
      [1, -0.5],
      [-1.5, 0.75],
      [0.5, 0.25],
    ],
    bo: [[0.25, -0.25]],
  },
};
const oneOfEach = {
  X: [[0.5]],
  p: { Wh: [[1.5]], bh: [[0.25]], Wo: [[-2, 1]], bo: [[0.5, -1]] },
};
const threeClasses = {
  X: [
    [1, -2],
    [0.5, 1],
    [-1, 0.25],
  ],
  p: {
    ...sourceShape.p,
    Wo: [
      [1, -0.5, 0.25],
      [-1.5, 0.75, 0],
      [0.5, 0.25, -1],
    ],
    bo: [[0.25, -0.25, 0.5]],
  },
};
const largeLogits = { ...threeClasses, p: { ...threeClasses.p, bo: [[1000, -1000, 0]] } };
const saturatedUnits = { ...threeClasses, p: { ...threeClasses.p, bh: [[1000, -1000, 0]] } };
const mixedLabels = [
  [0, 1, 0],
  [1, 0, 0],
  [0, 0, 1],
];

export default defineExercise({
  title: "Softmax classifier network",
  unit: 8,
  unitTitle: "Backpropagation",
  source: "01 build and train feedforward nn, 1.3.1 to 1.6",
  requires: ["ex43", "ex46"],
  derivation: "softmax-network",
  symbols: {
    X: "inputs, one example a row",
    Y: "classes, one-hot rows",
    p: "parameters: Wh (m×h), bh (1×h), Wo (h×c), bo (1×c)",
    n: "number of examples",
    m: "number of inputs",
    h: "number of hidden units",
    c: "number of classes",
    J: "cross-entropy, summed over the examples, −Σᵢ Σ_c y_ic ln ŷ_ic",
  },
  functions: {
    forwardProp: define<Input>({
      inputs: input,
      returns: record({ H: matrix("n h"), yHat: matrix("n c") }),
      sizes,
      reference: ({ X, p }) => forward(lift(X), lift(p)),
      gpu: async (gpu, { X, p }) =>
        (await import("../../reference/gpu/softmax-network.ts")).forwardOnGpu(gpu, X, p),
      fullSize: {
        ...fullSize,
        draw: (draw) => {
          const { X, p } = atFullSize(draw);
          return { X, p };
        },
        reference: ({ X, p }) => forwardDense(X, p),
        roundings: forwardSteps,
      },
      edges: {
        "the source's shape": {
          given: { X: sourceShape.X, p: sourceShape.p },
          says: "2 inputs, 3 hidden units, 2 classes.",
        },
        "logits of ±1000": {
          given: largeLogits,
          says: "Shift each row's logits by the largest before exp: then none overflows.",
          ifNaN: "e^1000 is Infinity, and Infinity/Infinity is NaN.",
        },
        "net inputs of ±1000": { given: saturatedUnits, says: "H is 0 or 1 there, up to e^−1000." },
        "one example": { given: { ...threeClasses, X: [[1, -2]] } },
        "one of each": { given: oneOfEach },
        "all parameters 0": {
          given: {
            X: [
              [1, 2],
              [-1, 0],
            ],
            p: {
              Wh: [
                [0, 0, 0],
                [0, 0, 0],
              ],
              bh: [[0, 0, 0]],
              Wo: [
                [0, 0, 0, 0],
                [0, 0, 0, 0],
                [0, 0, 0, 0],
              ],
              bo: [[0, 0, 0, 0]],
            },
          },
          says: "Every hidden unit is at ½, and every class has the same probability.",
        },
      },
      laws: [
        {
          says: "each row of ŷ sums to 1",
          calls: (data) => [data],
          holds: ([answer]: Forward[]) => answer!.yHat.map((y) => equal(sum(y), 1)),
        },
        {
          says: "adding one vector to all columns of Wo and one number to bo leaves ŷ unchanged",
          calls: shiftedLogits,
          holds: ([before, after]: Forward[]) => equal(after!.yHat, before!.yHat),
        },
        {
          says: "negating Wh and bh turns H into 1 − H",
          calls: (data) => [
            data,
            { ...data, p: { ...data.p, Wh: negated(data.p.Wh), bh: negated(data.p.bh) } },
          ],
          holds: ([before, after]: Forward[]) =>
            equal(
              after!.H,
              before!.H.map((r) => r.map((h) => new Num(1).minus(h))),
            ),
        },
        {
          says: "an example alone gives what it gives in the batch",
          calls: (data) => [data, { ...data, X: row(data.X, data.X.length - 1) }],
          holds: ([batch, alone]: Forward[]) => [
            equal(alone!.H[0]!, batch!.H[batch!.H.length - 1]!),
            equal(alone!.yHat[0]!, batch!.yHat[batch!.yHat.length - 1]!),
          ],
        },
      ],
    }),
    computeGradients: define<Example>({
      inputs: example,
      returns: record({ Wh: matrix("m h"), bh: matrix("1 h"), Wo: matrix("h c"), bo: matrix("1 c") }),
      sizes,
      gradient: {
        name: "crossEntropy",
        of: ({ X, Y, p }) => crossEntropy(X, Y, p),
        by: ({ p }) => p,
      },
      gpu: async (gpu, { X, Y, p }) =>
        (await import("../../reference/gpu/softmax-network.ts")).gradientsOnGpu(gpu, X, Y, p),
      fullSize: {
        ...fullSize,
        draw: atFullSize,
        reference: ({ X, Y, p }) => gradientsDense(X, Y, p),
        // Back through the output's weights, then over the examples.
        roundings: forwardSteps + full.c + full.n + 6,
        work: 3 * fullSize.work,
      },
      edges: {
        "the source's shape": {
          given: sourceShape,
          says: "2 inputs, 3 hidden units, 2 classes: 6 + 3 + 6 + 2 = 17 parameters.",
        },
        "perfect fit": {
          given: {
            ...largeLogits,
            Y: [
              [1, 0, 0],
              [1, 0, 0],
              [1, 0, 0],
            ],
          },
          expected: {
            Wh: [
              [0, 0, 0],
              [0, 0, 0],
            ],
            bh: [[0, 0, 0]],
            Wo: [
              [0, 0, 0],
              [0, 0, 0],
              [0, 0, 0],
            ],
            bo: [[0, 0, 0]],
          },
          says: "ŷ equals y to the last bit, so every error is 0 and so is every gradient.",
        },
        "logits of ±1000": {
          given: { ...largeLogits, Y: mixedLabels },
          says: "Shift each row's logits by the largest before exp: then none overflows.",
          ifNaN: "e^1000 is Infinity, and Infinity/Infinity is NaN.",
        },
        "saturated hidden units": {
          given: { ...saturatedUnits, Y: mixedLabels },
          says: "Where H is 0 or 1 no error passes to Wh and bh.",
        },
        "one example": { given: { ...threeClasses, X: [[1, -2]], Y: [[0, 1, 0]] } },
        "one of each": {
          given: { ...oneOfEach, Y: [[0, 1]] },
          says: "One example, one input, one hidden unit: the matrices stay matrices.",
        },
      },
      laws: [
        {
          says: "over the classes, the gradient of bo and each row of the gradient of Wo sum to 0",
          calls: (data) => [data],
          holds: ([g]: Parameters<Num>[]) => [...g!.bo, ...g!.Wo].map((r) => equal(sum(r), 0)),
        },
        {
          says: "adding one vector to all columns of Wo and one number to bo leaves the gradients of Wo and bo unchanged",
          calls: shiftedLogits,
          holds: ([before, after]: Parameters<Num>[]) => [
            equal(after!.Wo, before!.Wo),
            equal(after!.bo, before!.bo),
          ],
        },
        {
          says: "the gradient of the batch is the sum of the gradients of its examples",
          calls: (data) => [
            data,
            ...data.X.map((_, i) => ({ ...data, X: row(data.X, i), Y: row(data.Y, i) })),
          ],
          holds: ([batch, ...examples]: Parameters<Num>[]) => {
            const entries = examples.map(leavesOf);
            return equal(
              leavesOf(batch!),
              entries[0]!.map((_, e) => sum(entries.map((one) => one[e]!))),
            );
          },
        },
        {
          says: "taking every example twice doubles the gradients",
          calls: (data) => [data, { ...data, X: [...data.X, ...data.X], Y: [...data.Y, ...data.Y] }],
          holds: ([once, twice]: Parameters<Num>[]) =>
            equal(
              leavesOf(twice!),
              leavesOf(once!).map((entry) => entry.times(2)),
            ),
        },
        {
          says: "exchanging two classes in Y, Wo and bo exchanges the columns of the gradients of Wo and bo, and nothing else",
          calls: (data) => [
            data,
            {
              ...data,
              Y: exchanged(data.Y),
              p: { ...data.p, Wo: exchanged(data.p.Wo), bo: exchanged(data.p.bo) },
            },
          ],
          holds: ([g, other]: Parameters<Num>[]) => [
            equal(other!.Wo, exchanged(g!.Wo)),
            equal(other!.bo, exchanged(g!.bo)),
            equal(other!.Wh, g!.Wh),
            equal(other!.bh, g!.bh),
          ],
        },
        {
          says: "a small enough step against the gradient lowers the loss",
          calls: (data) => [data],
          holds: ([g]: Parameters<Num>[], data) => {
            const { before, after } = step(data, g!);
            return atMost(after, before);
          },
        },
      ],
    }),
  },
  hints: [
    "Walk the forward pass backwards: which quantity comes last before the loss, and what is the derivative of the summed cross-entropy by it? You found it in ex43.",
    "With the error of the output layer in hand, Wo and bo are one matrix product and one column sum away. The hidden layer is ex46 with weights in × out. Do the shapes of your four results equal those of the parameters?",
    "δₒ = ŷ − Y; the gradient of Wo is Hᵀδₒ, that of bo the column sums of δₒ as one row. δₕ is δₒWoᵀ, entry by entry times H(1 − H); Wh and bh follow from δₕ and X in the same way.",
  ],
});
