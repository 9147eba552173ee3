/** One layer: what it begins with, and what it gives. */
import {
  type ArgsOf,
  args,
  equal,
  generator,
  type Mistakes,
  matrix,
  minus,
  named,
  record,
  rows,
  scalar,
  zeros,
} from "../../grader/exercise/form.ts";
import type { FunctionValue } from "../../grader/value.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import { linearForward } from "../../reference/networks/dense-layer.ts";
import { defaultLimit, filled, uniformWithin } from "../../reference/networks/initialisation.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { product } from "../../reference/numbers/plain.ts";
import * as played from "./scenarios.ts";

const side = (says: string) => scalar(says, { domain: "integer", draw: (draw) => draw.integer(2, 4) });

const asked = args(
  {
    rng: generator("uniform", "gives the next uniform number in [0, 1)"),
    numInputs: side("number of inputs of the layer"),
    numOutputs: side("number of its outputs"),
    X: matrix("n numInputs", "inputs, one example a row", {
      draw: (draw, { numInputs }) => draw.matrix(draw.size("n"), numInputs as number),
    }),
  },
  // A square weight would hide rows and columns that are exchanged.
  { sizes: { n: [2, 3] }, accepts: ({ numInputs, numOutputs }) => numInputs !== numOutputs },
);
type Asked = ArgsOf<typeof asked>;

type Layer = {
  readonly weight: number[][];
  readonly bias: number[][];
  readonly output: number[][];
};

const limitOf = ({ numInputs }: Asked): number => 1 / Math.sqrt(numInputs);
const uniforms = (limit: number, rng: FunctionValue, entry = (u: number) => 2 * u - 1): (() => number) => {
  const next = generatorOf(rng);
  return () => limit * entry(next());
};

/** X·Wᵀ + b: what a layer gives, with weights out × in. */
export const outputsOf = (X: number[][], W: number[][], b: number[]): number[][] =>
  product(X, transpose(W)).map((row) => row.map((z, j) => z + b[j]!));

const passed = ({ X }: Asked, { weight, bias }: Pick<Layer, "weight" | "bias">, added = bias[0]!): Layer => ({
  weight,
  bias,
  output: outputsOf(X, weight, added),
});

/** A layer whose numbers are drawn in another way. */
const drawn =
  (next: (given: Asked) => () => number) =>
  (given: Asked): Layer => {
    const one = next(given);
    const weight = filled(given.numOutputs, given.numInputs, one);
    return passed(given, { weight, bias: filled(1, given.numOutputs, one) });
  };

const mistakes: Mistakes<Asked, Layer> = {
  "bias-drawn-first": {
    is: (given) => {
      const next = uniforms(limitOf(given), given.rng);
      const bias = filled(1, given.numOutputs, next);
      return passed(given, { weight: filled(given.numOutputs, given.numInputs, next), bias });
    },
    step: "initialisation#step-7",
    says: "The biases are drawn before the weights. The stream fills the weight first, row by row, and then the bias.",
  },
  "bias-begins-at-0": {
    is: (given) =>
      passed(given, {
        weight: filled(given.numOutputs, given.numInputs, uniforms(limitOf(given), given.rng)),
        bias: [Array.from({ length: given.numOutputs }, () => 0)],
      }),
    step: "initialisation#step-7",
    says: "The biases begin at 0. Here they are drawn as the weights are, from the same stream after them.",
  },
  "bias-not-added": {
    is: ({ right, ...given }) =>
      passed(
        given,
        right,
        right.bias[0]!.map(() => 0),
      ),
    step: "dense-layer#step-1",
    says: "The output lacks the bias. Each example gets the row of biases added.",
  },
  "outputs-in-the-bound": {
    is: drawn(({ rng, numOutputs }) => uniforms(1 / Math.sqrt(numOutputs), rng)),
    step: "initialisation#step-6",
    says: "The bound is 1/√(number of outputs). A unit sums over its inputs: the bound is 1/√(number of inputs).",
  },
  "bound-of-xavier": {
    is: drawn(({ rng, numInputs, numOutputs }) => uniforms(Math.sqrt(6 / (numInputs + numOutputs)), rng)),
    step: "initialisation#step-6",
    says: "This is Xavier's bound, √(6/(in + out)). PyTorch's for a linear layer is 1/√in.",
  },
  "root-forgotten": {
    is: drawn(({ rng, numInputs }) => uniforms(1 / numInputs, rng)),
    step: "initialisation#step-6",
    says: "The bound is 1/(number of inputs), the root is missing: 1/√(number of inputs).",
  },
  "positive-alone": {
    is: drawn((given) => uniforms(limitOf(given), given.rng, (u) => u)),
    step: "initialisation#step-2",
    says: "All numbers are positive: l·u lies between 0 and l. 2u − 1 lies between −1 and 1.",
  },
  "as-the-stream-gives-them": {
    is: drawn(({ rng }) => generatorOf(rng)),
    step: "initialisation#step-6",
    says: "The numbers are those of rng, as they come. They are spread between −1/√(number of inputs) and that bound.",
  },
  "weight-in-by-out": {
    is: (given) => {
      const next = uniforms(limitOf(given), given.rng);
      const weight = filled(given.numInputs, given.numOutputs, next);
      const layer = passed(given, { weight: transpose(weight), bias: filled(1, given.numOutputs, next) });
      return { ...layer, weight };
    },
    step: "dense-layer#step-2",
    says: "The weight has a row for each input, [in×out]. It has a row for each output, and forward multiplies by its transpose.",
  },
};

export const linear = asked.answer<Layer>({
  says: "the numbers that a new Linear begins with, and what it gives",
  formula: "XW^\\top + b",
  scenario: played.linear,
  needs: ["Module", "Linear"],
  returns: record(
    {
      weight: matrix("numOutputs numInputs", "the weight, [out×in]"),
      bias: matrix("1 numOutputs", "the bias, one row"),
      output: matrix("n numOutputs", "what the layer gives for X"),
    },
    "the layer's tensors, and its output",
  ),
  is: ({ X }, { rng, numInputs, numOutputs }) => {
    const [next, limit] = [generatorOf(rng), defaultLimit(numInputs)];
    const one = () => uniformWithin(limit, next());
    const weight = filled(numOutputs, numInputs, one);
    const bias = filled(1, numOutputs, one);
    return { weight, bias, output: linearForward(X, weight, bias[0]!) };
  },
  example: { rng: named("always", 0.75), numInputs: 4, numOutputs: 2, X: rows([1, 0, 0, 0], [1, 2, 3, 4]) },
  edges: {
    "one input and one output": {
      given: { rng: named("always", 0), numInputs: 1, numOutputs: 1, X: rows([3], [-2]) },
      says: "The bound is 1: weight and bias are −1.",
    },
    "NaN in an input": {
      given: { rng: named("always", 0.75), numInputs: 2, numOutputs: 3, X: rows([Number.NaN, 1], [0, 1]) },
      says: "NaN spoils the outputs of its own example, where it must be seen, and no other.",
    },
  },
  laws: {
    "the layer is affine: f(X + Y) − f(Y) is X times the transposed weight": (f, { X }) => {
      const Y = X.map((row) => row.map((x, j) => 1 - j * x));
      const both = f({ X: X.map((row, i) => row.map((x, j) => x + Y[i]![j]!)) });
      const [one, at0] = [f(), f({ X: zeros(X) })];
      const alone = f({ X: Y });
      return equal(minus(both.output, alone.output), minus(one.output, at0.output));
    },
    "for inputs of 0 every example gets the bias": (f, { X }) => {
      const { output, bias } = f({ X: zeros(X) });
      return equal(
        output,
        X.map(() => bias[0]!),
      );
    },
  },
  mistakes,
});
