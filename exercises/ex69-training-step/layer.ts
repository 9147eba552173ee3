/** Steps of a linear layer on the mean squared error, against descent by hand. */
import {
  type ArgsOf,
  args,
  equal,
  type Mistakes,
  matrix,
  record,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { linearDescent } from "../../reference/networks/linear-descent.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { product, total } from "../../reference/numbers/plain.ts";
import { type At, type Call, RIGHT, run } from "./calls.ts";
import { ascent, lossAfterwards, wrongSteps } from "./mistakes.ts";
import * as played from "./scenarios.ts";
import { linearLines, rowsText } from "./shown.ts";

const asked = args(
  {
    X: matrix("n m", "inputs, one example a row"),
    Y: matrix("n t", "targets"),
    W: matrix("t m", "weights of the layer to start from"),
    b: matrix("1 t", "its biases to start from"),
    learningRate: scalar("learning rate η", { draw: (draw) => draw.upTo(0.125, 0.4) }),
    steps: scalar("number of steps", { domain: "integer", draw: (draw) => draw.integer(2, 3) }),
  },
  { sizes: { n: [2, 4], m: [1, 3], t: [1, 3] } },
);
type Asked = ArgsOf<typeof asked>;

type Trained = { readonly losses: number[]; readonly W: number[][]; readonly b: number[][] };

/** Loss and gradient at the weights, row by row, and then the biases. */
const at =
  ({ X, Y, W }: Asked) =>
  (parameters: readonly number[]): At => {
    const weights = W.map((row, j) => row.map((_, l) => parameters[j * row.length + l]!));
    const biases = parameters.slice(parameters.length - W.length);
    const off = product(X, transpose(weights)).map((row, i) => row.map((z, j) => z + biases[j]! - Y[i]![j]!));
    const entries = off.flat().length;
    const D = off.map((row) => row.map((d) => (2 * d) / entries));
    return {
      loss: total(off.flat().map((d) => d * d)) / entries,
      gradient: [...product(transpose(D), X).flat(), ...transpose(D).map(total)],
    };
  };

const ran =
  (calls: readonly Call[], sign = 1) =>
  (given: Asked): Trained => {
    const { W, b, learningRate, steps } = given;
    const start = [...W.flat(), ...b.flat()];
    const { losses, places } = run(calls, start, at(given), sign * learningRate, steps);
    const arrived = places.at(-1)!;
    return {
      losses,
      W: W.map((row, j) => row.map((_, l) => arrived[j * row.length + l]!)),
      b: [arrived.slice(arrived.length - W.length)],
    };
  };

const mistakes: Mistakes<Asked, Trained> = {
  ...Object.fromEntries(
    Object.entries(wrongSteps).map(([name, { calls, step, says }]) => [name, { is: ran(calls), step, says }]),
  ),
  "loss-after-the-update": {
    is: ({ right, ...given }) => {
      const { losses } = ran(RIGHT)({
        X: given.X,
        Y: given.Y,
        W: right.W,
        b: right.b,
        learningRate: given.learningRate,
        steps: 1,
      });
      return { ...right, losses: [...right.losses.slice(1), losses[0]!] };
    },
    ...lossAfterwards,
  },
  ascent: { is: ran(RIGHT, -1), ...ascent },
};

export const layer = asked.answer<Trained>({
  says: "the losses of several steps of a linear layer on the mean squared error, and its weights and biases after them",
  scenario: played.layer,
  needs: ["trainStep"],
  returns: record(
    {
      losses: vector("steps", "what trainStep gives, step by step"),
      W: matrix("t m", "the weights after the last step"),
      b: matrix("1 t", "the biases after the last step"),
    },
    "losses, weights and biases",
  ),
  is: ({ X, Y, W, b, learningRate }, { steps }) => {
    const { losses, W: weights, b: biases } = linearDescent(X, Y, W, b[0]!, learningRate, steps);
    return { losses, W: weights, b: [biases] };
  },
  show: ({ X, Y, W, b, learningRate, steps }) =>
    [
      ...linearLines(W, b),
      `const [X, Y] = [new Tensor(${rowsText(X)}), new Tensor(${rowsText(Y)})];`,
      "const lossFn = (p) => p.sub(Y).mul(p.sub(Y)).mean();",
      `// optimizer: plain descent with rate ${learningRate}`,
      `for (let k = 0; k < ${steps}; k++) losses.push(trainStep(model, lossFn, X, optimizer));`,
      "{ losses, W: model.weight.data, b: model.bias.data }",
    ].join("\n"),
  laws: {
    "two runs of a step each are one run of two": (f) => {
      const first = f({ steps: 1 });
      const second = f({ W: first.W, b: first.b, steps: 1 });
      const both = f({ steps: 2 });
      return [equal([...first.losses, ...second.losses], both.losses), equal(second.W, both.W)];
    },
    "where the targets are what the layer gives, nothing moves": (f, { X, W, b }) => {
      const Y = product(X, transpose(W)).map((row) => row.map((z, j) => z + b[0]![j]!));
      return equal(f({ Y }).b, b);
    },
  },
  mistakes,
});
