import {
  define,
  defineExercise,
  type InputsOf,
  type CallsLaw as Law,
} from "../../grader/exercise/exercise.ts";
import { aNumberBetween, anIndex, aRecord, aVector, drawn } from "../../grader/exercise/inputs.ts";
import { equal } from "../../grader/exercise/relations.ts";
import { matrix, scalar, vector } from "../../grader/exercise/types.ts";
import { type Num, sum } from "../../reference/num.ts";
import { activations, exampleLoss } from "../../reference/sigmoid-network.ts";
import { lift } from "../../reference/tracked.ts";

// Weights up to 1½ keep most units off saturation, where every wrong formula gives the same 0.
const weight = aNumberBetween(-1.5, 1.5);
const weights = (shape: string) =>
  drawn(matrix(shape), (draw) => {
    const [rows = "", columns = ""] = shape.split(" ");
    return draw.matrix(draw.size(rows), draw.size(columns), () => weight.draw(draw, {}));
  });
const biases = (shape: string) =>
  drawn(vector(shape), (draw) => draw.list(draw.size(shape), () => weight.draw(draw, {})));

const example = {
  x: aVector("m"),
  y: aVector("t"),
  p: aRecord({ W1: weights("d m"), b1: biases("d"), W2: weights("t d"), b2: biases("t") }),
};
const outputWeight = { ...example, j: anIndex("t"), i: anIndex("d") };
const hiddenWeight = { ...example, i: anIndex("d"), k: anIndex("m") };

type Example = InputsOf<typeof example>;
export type OutputWeight = InputsOf<typeof outputWeight>;
export type HiddenWeight = InputsOf<typeof hiddenWeight>;

const sizes = { t: [3, 6] } as const;

const forward = ({ x, p }: Pick<Example, "x" | "p">): { hidden: Num[]; output: Num[] } =>
  activations(lift(x), lift(p));

/** The same network with only output unit j. */
const only = <I extends Example>(data: I, j: number): I => ({
  ...data,
  y: [data.y[j]!],
  p: { ...data.p, W2: [data.p.W2[j]!], b2: [data.p.b2[j]!] },
});

const zeroWhenFitted = <I extends Example>(): Law<I> => ({
  says: "the gradient is 0 where every output equals its target",
  calls: (data) => [{ ...data, y: forward(data).output.map((a) => a.value) }],
  holds: ([atFit]: Num[]) => equal(atFit!, 0),
});

const meanOfExamples = <I extends Example>(): Law<I> => ({
  says: "for two examples with the same x, the mean of their gradients is the gradient at the mean target",
  calls: (data, draw) => {
    const other = data.y.map(() => draw.real());
    const middle = data.y.map((yj, j) => (yj + other[j]!) / 2);
    return [data, { ...data, y: other }, { ...data, y: middle }];
  },
  holds: ([first, second, atMean]: Num[]) => equal(atMean!, first!.plus(second!).over(2)),
});

/** x and hidden weights with readable numbers: m = 2, d = 3. */
const hiddenLayer = {
  W1: [
    [0.5, -1],
    [1, 0.25],
    [-0.75, 0.5],
  ],
  b1: [0, -0.5, 1],
};
const threeOutputs = {
  ...hiddenLayer,
  W2: [
    [1, -0.5, 0.5],
    [-1, 0.25, 1],
    [0.5, 1, -0.25],
  ],
};

/** For both functions: each takes the indices that it knows. */
const edges = {
  "one output": {
    given: {
      x: [1, -2],
      y: [1],
      p: { ...hiddenLayer, W2: [[1, -0.5, 0.5]], b2: [0.25] },
      j: 0,
      i: 1,
      k: 1,
    },
    says: "With t = 1 there is one path, and the mean divides by 1.",
  },
  "one unit in each layer": {
    given: { x: [2], y: [0.5], p: { W1: [[0.5]], b1: [-0.5], W2: [[-1]], b2: [1] }, j: 0, i: 0, k: 0 },
  },
};

export default defineExercise({
  title: "One weight at a time",
  unit: 8,
  unitTitle: "Backpropagation",
  source:
    "ml_with_pytorch_book_part2, backpropagation; Building FeedForward Networks with Pytorch, Introduction to Basic BackPropagation and Full Back Propagation",
  requires: ["ex04", "ex36", "ex37"],
  derivation: "backprop-one-weight",
  symbols: {
    x: "one example, m inputs",
    y: "its targets, one an output unit",
    p: "parameters: W1 (d×m) and b1 of the hidden layer, W2 (t×d) and b2 of the output layer",
    i: "index of a hidden unit",
    j: "index of an output unit",
    k: "index of an input",
    m: "number of inputs",
    d: "number of hidden units",
    t: "number of output units",
    L: "squared error of the example, (1/t) Σⱼ (yⱼ − aⱼ)²",
  },
  functions: {
    outputWeightGradient: define<OutputWeight>({
      inputs: outputWeight,
      returns: scalar(),
      sizes,
      gradient: {
        name: "exampleLoss",
        of: ({ x, y, p }) => exampleLoss(x, y, p),
        by: ({ p, j, i }) => p.W2[j.value]![i.value]!,
      },
      edges: {
        ...edges,
        "saturated at 1": {
          given: { x: [1, -2], y: [0, 1, 0], p: { ...threeOutputs, b2: [0, 1000, 0] }, j: 1, i: 0 },
          says: "The unit's output is 1 to the last bit, its slope is 0, and so is the gradient.",
        },
        "saturated at 0": {
          given: { x: [1, -2], y: [1, 0.5, 0], p: { ...threeOutputs, b2: [-1000, 0, 0] }, j: 0, i: 2 },
          says: "The unit's output is 0, far from its target 1, and yet it does not learn: its slope is 0.",
        },
      },
      laws: [
        zeroWhenFitted(),
        meanOfExamples(),
        {
          says: "t times the gradient is the gradient in the network that has only output unit j",
          calls: (data) => [data, { ...only(data, data.j), j: 0 }],
          holds: ([whole, alone]: Num[], { y }) => equal(whole!.times(y.length), alone!),
        },
        {
          says: "the gradients of two weights of one output unit are in the ratio of the hidden activations",
          calls: (data) => [data, { ...data, i: (data.i + 1) % data.p.b1.length }],
          holds: ([here, next]: Num[], data) => {
            const { hidden } = forward(data);
            return equal(here!.times(hidden[(data.i + 1) % hidden.length]!), next!.times(hidden[data.i]!));
          },
        },
      ],
    }),
    hiddenWeightGradient: define<HiddenWeight>({
      inputs: hiddenWeight,
      returns: scalar(),
      sizes,
      gradient: {
        name: "exampleLoss",
        of: ({ x, y, p }) => exampleLoss(x, y, p),
        by: ({ p, i, k }) => p.W1[i.value]![k.value]!,
      },
      edges: {
        ...edges,
        "all outputs saturated": {
          given: { x: [1, -2], y: [0, 1, 0.5], p: { ...threeOutputs, b2: [1000, -1000, 1000] }, i: 2, k: 1 },
          says: "No path is open: each output unit has slope 0.",
        },
        "one output saturated": {
          given: { x: [1, -2], y: [0, 1, 0], p: { ...threeOutputs, b2: [0.5, 1000, 0] }, i: 0, k: 1 },
          says: "The path through that unit is closed, the others are open.",
        },
        "column of W2 zero": {
          given: {
            x: [1, -2],
            y: [0, 1, 0],
            p: {
              ...hiddenLayer,
              W2: [
                [1, 0, 0.5],
                [-1, 0, 1],
                [0.5, 0, -0.25],
              ],
              b2: [0.5, -0.25, 0],
            },
            i: 1,
            k: 0,
          },
          says: "No output listens to the hidden unit, so the loss does not depend on its weights.",
        },
      },
      laws: [
        zeroWhenFitted(),
        meanOfExamples(),
        {
          says: "t times the gradient is the sum over j of the gradients in the networks with one output unit each",
          calls: (data) => [data, ...data.y.map((_, j) => only(data, j))],
          holds: ([whole, ...paths]: Num[], { y }) => equal(whole!.times(y.length), sum(paths)),
        },
        {
          says: "the gradient is 0 where the input of the weight is 0",
          calls: (data) => [{ ...data, x: data.x.map((xk, k) => (k === data.k ? 0 : xk)) }],
          holds: ([silent]: Num[]) => equal(silent!, 0),
        },
        {
          says: "the gradients of two weights of one hidden unit are in the ratio of their inputs",
          calls: (data) => [data, { ...data, k: (data.k + 1) % data.x.length }],
          holds: ([here, next]: Num[], { x, k }) =>
            equal(here!.times(x[(k + 1) % x.length]!), next!.times(x[k]!)),
        },
      ],
    }),
  },
  hints: [
    "Draw the network and follow the weight forward: which units change when it grows a little, and through which of them does the loss notice?",
    "An output weight reaches the loss along one path, weight → zⱼ → aⱼ → L: multiply the three slopes. A hidden weight reaches aᵢ of its unit, and from there every output unit: how do the slopes of several paths combine?",
    "Let δⱼ = (2/t)(aⱼ − yⱼ)·aⱼ(1 − aⱼ). Then ∂L/∂W2[j][i] is δⱼ times the hidden activation i; ∂L/∂W1[i][k] is the sum of δⱼ·W2[j][i] over all j, times the slope of hidden unit i, times xₖ.",
  ],
});
