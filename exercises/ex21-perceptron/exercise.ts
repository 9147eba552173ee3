import type { Draw } from "../../grader/exercise/draw.ts";
import {
  define,
  defineExercise,
  type InputsOf,
  type CallsLaw as Law,
} from "../../grader/exercise/exercise.ts";
import { aMatrix, aNumber, aVector, drawn, type Inputs } from "../../grader/exercise/inputs.ts";
import { atMost, claim, equal } from "../../grader/exercise/relations.ts";
import { record, scalar, tuple, vector } from "../../grader/exercise/types.ts";
import { dot, type Num, num } from "../../reference/num.ts";
import { fitPerceptron, perceptronUpdate } from "../../reference/perceptron.ts";
import { lift } from "../../reference/tracked.ts";

const netInput = (w: readonly number[], b: number, x: readonly number[]): number =>
  w.reduce((z, wj, j) => z + wj * x[j]!, b);

/** Quarters in both families, so that a chain of updates stays exact on quarters. */
const learningRate = drawn(scalar("positive"), (draw) => draw.integer(1, 8) / 4);

/**
 * An example; in a third of the quarter cases one that lies exactly on the boundary: one entry is solved for
 * from w·x + b = 0, if that gives a quarter.
 */
function example(draw: Draw, { w, b }: Inputs): number[] {
  const weights = w as number[];
  const any = () => draw.list(weights.length, () => draw.real());
  if (draw.family === "wild" || draw.integer(0, 2) > 0) return any();
  for (let attempt = 0; attempt < 50; attempt++) {
    const x = any();
    const j = draw.integer(0, x.length - 1);
    const rest = netInput(weights, b as number, x) - weights[j]! * x[j]!;
    const solved = -rest / weights[j]!;
    if (Number.isInteger(4 * solved) && Math.abs(solved) <= 3) return x.with(j, solved + 0);
  }
  return any();
}

const one = {
  w: aVector("m"),
  b: aNumber(),
  x: drawn(vector("m"), example),
  // Three of four examples are on the wrong side: only they move anything.
  target: drawn(scalar("binary"), (draw, { w, b, x }) => {
    const predicted = netInput(w as number[], b as number, x as number[]) >= 0 ? 1 : 0;
    return draw.integer(0, 3) === 0 ? predicted : 1 - predicted;
  }),
  lr: learningRate,
};
export type OneExample = InputsOf<typeof one>;

const many = {
  X: aMatrix("n m"),
  y: drawn<number[]>(vector("n", "binary"), (draw, { X }) => {
    // Unbalanced, and both classes occur.
    const classes = draw.list((X as number[][]).length, () => (draw.rng() < 0.35 ? 1 : 0));
    return classes.with(draw.integer(0, classes.length - 2), 0).with(classes.length - 1, 1);
  }),
  // A third starts at zero: then the first example lies on the boundary.
  w0: drawn(vector("m"), (draw) => {
    const zero = draw.integer(0, 2) === 0;
    return draw.list(draw.size("m"), () => (zero ? 0 : draw.real()));
  }),
  b0: drawn(scalar(), (draw, { w0 }) => ((w0 as number[]).every((wj) => wj === 0) ? 0 : draw.real())),
  lr: learningRate,
  nIter: drawn(scalar("integer"), (draw, { X, w0 }) =>
    draw.pick([2, 3, 4, 5, 6].filter((k) => k !== (X as number[][]).length && k !== (w0 as number[]).length)),
  ),
};
export type Training = InputsOf<typeof many>;

const classOf = ({ w, b, x }: OneExample): number => (netInput(w, b, x) >= 0 ? 1 : 0);

const unchangedIfRight: Law<OneExample> = {
  says: "no change when the prediction is right",
  calls: (drawn) => [{ ...drawn, target: classOf(drawn) }],
  holds: ([after]: [Num[], Num][], { w, b }) => equal([...after![0], after![1]], [...w, b]),
};

const pushedTowardItsClass: Law<OneExample> = {
  says: "a misclassified example is pushed toward its class: ±z grows by η(‖x‖² + 1)",
  calls: (drawn) => [{ ...drawn, target: 1 - classOf(drawn) }],
  holds: ([after]: [Num[], Num][], inputs) => {
    const { w, b, x, lr } = lift(inputs);
    const before = dot(w, x).plus(b);
    const grown = dot(after![0], x).plus(after![1]).minus(before);
    const side = classOf(inputs) === 1 ? -1 : 1;
    return equal(grown.times(side), dot(x, x).plus(1).times(lr));
  },
};

interface Fitted {
  readonly w: Num[];
  readonly b: Num;
  readonly errors: Num[];
}

const total = (errors: readonly Num[]): number => errors.reduce((sum, e) => sum + e.value, 0);

/**
 * Examples that a hyperplane through 0 separates: each is moved away from it along the normal, by half the largest
 * entry or more, so that few passes are enough. The start is zero.
 */
function separable({ X, lr }: Training): { readonly data: Training; readonly corrections: number } {
  const largest = Math.max(1, ...X.flat().map(Math.abs));
  const gap = 2 ** (Math.ceil(Math.log2(largest)) - 1);
  const normal = X[0]!.map((_, j) => (j % 2 === 0 ? gap : -gap));
  const squaredNorm = netInput(normal, 0, normal);
  const y = X.map((x) => (netInput(normal, 0, x) >= 0 ? 1 : 0));
  const apart = X.map((x, i) => x.map((xj, j) => xj + (y[i] === 1 ? normal[j]! : -normal[j]!)));
  const squaredRadius = Math.max(...apart.map((x) => netInput(x, 1, x)));
  // (normal, 0) separates with margin γ ≥ ‖normal‖.
  const corrections = Math.floor(squaredRadius / squaredNorm + 1e-9);
  const zero = { w0: normal.map(() => 0), b0: 0 };
  return { data: { X: apart, y, ...zero, lr, nIter: corrections + 2 }, corrections };
}

const converges: Law<Training> = {
  says: "on separable data there are at most (R/γ)² corrections; the errors reach 0 and stay 0",
  calls: (drawn) => [separable(drawn).data],
  holds: ([{ errors }]: [Fitted], drawn) => {
    const counts = errors.map((e) => e.value);
    const clean = counts.indexOf(0);
    return [
      atMost(total(errors), separable(drawn).corrections),
      claim(clean >= 0 && counts.slice(clean).every((e) => e === 0), "reach 0 and stay 0", counts),
    ];
  },
};

const xor = {
  X: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  y: [0, 1, 1, 0],
};

const neverSeparatesXor: Law<Training> = {
  says: "XOR never gets a pass without errors",
  calls: ({ lr, b0 }, draw) => [{ ...xor, w0: draw.list(2, () => draw.real()), b0, lr, nIter: 15 }],
  holds: ([{ errors }]: [Fitted]) =>
    claim(
      errors.every((e) => e.value > 0),
      "positive in every pass",
      errors.map((e) => e.value),
    ),
};

const rateOnlyScales: Law<Training> = {
  says: "from a zero start the learning rate only scales (w, b); the errors do not depend on it",
  calls: (drawn) => {
    const zero = { ...drawn, w0: drawn.w0.map(() => 0), b0: 0 };
    return [zero, { ...zero, lr: 3 * drawn.lr }];
  },
  holds: ([slow, fast]: [Fitted, Fitted]) => [
    equal(fast.errors, slow.errors),
    equal(
      [...fast.w, fast.b],
      [...slow.w, slow.b].map((part) => part.times(3)),
    ),
  ],
};

const passesChain: Law<Training> = {
  says: "two passes are one pass over the examples written down twice",
  calls: (drawn) => [
    { ...drawn, nIter: 2 },
    { ...drawn, X: [...drawn.X, ...drawn.X], y: [...drawn.y, ...drawn.y], nIter: 1 },
  ],
  holds: ([twice, doubled]: [Fitted, Fitted]) => [
    equal([...doubled.w, doubled.b], [...twice.w, twice.b]),
    equal(doubled.errors[0]!, twice.errors[0]!.plus(twice.errors[1]!)),
  ],
};

export default defineExercise({
  title: "The perceptron learning rule",
  unit: 4,
  unitTitle: "Perceptron and Adaline",
  source: "Building FeedForward Networks with Pytorch, “The perceptron learning rule” and class Perceptron",
  requires: ["ex20"],
  derivation: "perceptron",
  symbols: {
    x: "one example, m numbers",
    X: "examples, one a row",
    y: "classes 0 and 1, one an example",
    target: "class of the one example, 0 or 1",
    w: "weights",
    b: "bias, the negative threshold",
    w0: "weights to start from",
    b0: "bias to start from",
    lr: "learning rate η",
    nIter: "number of passes",
    n: "number of examples",
    m: "number of features",
    errors: "misclassifications met in each pass",
  },
  functions: {
    perceptronUpdate: define<OneExample>({
      inputs: one,
      returns: tuple(vector("m"), scalar()),
      reference: ({ w, b, x, target, lr }) => {
        const after = perceptronUpdate({ w: lift(w), b: num(b) }, lift(x), target, num(lr));
        return [after.w, after.b];
      },
      edges: {
        "on the boundary, class 1": {
          given: { w: [1, -0.5], b: 1, x: [-2, -2], target: 1, lr: 0.5 },
          says: "z = 0 is class 1, so the prediction is right and nothing changes.",
        },
        "on the boundary, class 0": {
          given: { w: [1, -0.5], b: 1, x: [-2, -2], target: 0, lr: 0.5 },
          says: "z = 0 is class 1, so the prediction is wrong and w and b move down.",
        },
        "missed class 1": { given: { w: [1, 0], b: -2, x: [1, 3], target: 1, lr: 0.25 } },
        "missed class 0": {
          given: { w: [1, 0], b: 2, x: [1, 3], target: 0, lr: 0.25 },
          says: "y − ŷ = −1: the bias goes down by η.",
        },
        "zero start": { given: { w: [0, 0, 0], b: 0, x: [1, 2, 3], target: 0, lr: 0.5 } },
        "learning rate 0": { given: { w: [1, 2], b: -4, x: [1, 1], target: 1, lr: 0 } },
        "one feature": { given: { w: [0.5], b: -2, x: [2], target: 1, lr: 1 } },
      },
      laws: [unchangedIfRight, pushedTowardItsClass],
    }),
    fitPerceptron: define<Training>({
      inputs: many,
      returns: record({ w: vector("m"), b: scalar(), errors: vector("nIter", "integer") }),
      reference: ({ X, y, w0, b0, lr, nIter }) => {
        const { w, b, errors } = fitPerceptron(lift(X), y, { w: lift(w0), b: num(b0) }, num(lr), nIter);
        return { w, b, errors };
      },
      sizes: { n: [4, 8], m: [2, 5] },
      sizedBy: { nIter: "nIter" },
      edges: {
        "not separable": {
          given: { ...xor, w0: [0, 0], b0: 0, lr: 1, nIter: 10 },
          says: "XOR is never learned; the training ends after nIter passes.",
        },
        "an example on the boundary": {
          given: { X: [[1, 1]], y: [0], w0: [0.5, -0.5], b0: 0, lr: 1, nIter: 2 },
          says: "z = 0 is class 1: the first pass makes one error, the second none.",
        },
        "an order of the examples": {
          given: { X: [[1], [-2], [3]], y: [1, 0, 0], w0: [0], b0: 0, lr: 1, nIter: 1 },
        },
        "the reverse order": {
          given: { X: [[3], [-2], [1]], y: [0, 0, 1], w0: [0], b0: 0, lr: 1, nIter: 1 },
          says: "The same examples in another order end elsewhere: each update sees the ones before it.",
        },
        "learning rate 0": {
          given: { X: [[1], [2], [-1]], y: [0, 1, 1], w0: [1], b0: 0, lr: 0, nIter: 2 },
          says: "Nothing moves, yet the misclassified examples are counted.",
        },
        "one example": { given: { X: [[2, -1]], y: [0], w0: [1, 1], b0: 0, lr: 0.25, nIter: 3 } },
        "separable, all passes made": {
          given: { X: [[0], [2]], y: [0, 1], w0: [0], b0: 0, lr: 1, nIter: 6 },
          says: "errors has nIter entries, zeros at the end included.",
        },
        "no pass": { given: { w0: [1, -2], b0: 0.5, X: [[1, 1]], y: [0], nIter: 0 } },
      },
      laws: [converges, neverSeparatesXor, rateOnlyScales, passesChain],
    }),
  },
  hints: [
    "What can y − ŷ be? Write down its value for the four pairs of y and ŷ, and what should happen to the weights in each.",
    "A missed example of class 1 has too small a z. Which change of w and of b makes w·x + b larger, whatever the signs in x? For a pass: which weights does the second example see?",
    "With e = y − ŷ from the old weights: w gains η·e·x and b gains η·e. Training does this example by example, and counts an error whenever e ≠ 0.",
  ],
});
