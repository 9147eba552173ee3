import {
  type Answer,
  atMost,
  equal,
  exercise,
  gradientAt,
  matrix,
  record,
  rows,
  vector,
} from "../../grader/exercise/form.ts";
import { movedNetInputs, netInputs, zeros } from "../../reference/networks/hidden-layer.ts";
import { sigmoidOutputLoss } from "../../reference/networks/output-layer.ts";
import { Num } from "../../reference/numbers/num.ts";
import { type Lifted, lift } from "../../reference/numbers/tracked.ts";
import { type Gradients, type Layer, layer, type Outputs, outputs } from "./args.ts";
import { deltaMistakes, gradientsMistakes } from "./mistakes.ts";

const Aout = rows([0.5, 0.25, 0.75], [0.5, 0.5, 0.5]);
const Y = rows([1, 0, 0], [0.5, 0, 1]);
const A1 = rows([0.5, 1], [0.25, 0]);
const saturated = rows([0, 1, 0.5], [1, 0, 0.5]);

/** The loss after the weights have moved by V and the biases by c. */
const lossAt = ({ A1, Aout, Y }: Lifted<Layer>, V: Num[][], c: Num[]): Num =>
  sigmoidOutputLoss(movedNetInputs(netInputs(Aout), A1, V, c), Y);

/** The loss after a step of this rate against the gradients. */
function stepped(data: Layer, { dW, db }: Answer<Gradients>, rate: number): Num {
  const against = ({ value }: Num): Num => new Num(-rate * value);
  return lossAt(
    lift(data),
    dW.map((row) => row.map(against)),
    db.map(against),
  );
}

export default exercise({
  title: "Output layer: error and gradients of a batch",
  unit: 8,
  source:
    "Building FeedForward Networks with Pytorch, Introduction to Basic BackPropagation and Generalizing Backpropagation; Machine Learning Visualized, 0.7.7 and 0.7.8",
  requires: ["ex39", "ex44"],
  derivation: "backprop-output",
  minutes: 30,
  symbols: {
    n: "number of examples",
    t: "number of output units",
    d: "number of hidden units",
    L: "mean squared error over all n·t entries",
  },
  functions: {
    outputDelta: outputs.gradient<number[][]>({
      says: "Error of the output layer: derivatives of the loss by its net inputs Zout. The loss is a mean over all n·t entries, and Aout is behind the sigmoid already.",
      formula: String.raw`\delta = \frac{\partial L}{\partial Z_{out}} \text{ of } L = \frac{1}{n t} \sum_i \sum_j (Y_{ij} - A_{ij})^2, \quad A = \sigma(Z_{out})`,
      returns: matrix("n t", "δ, the derivatives by the output net inputs"),
      at: gradientAt({
        name: "the loss",
        at: ({ Aout, Y }: Lifted<Outputs>) => ({ Z: netInputs(Aout), Y }),
        of: ({ Z, Y }) => sigmoidOutputLoss(Z, Y),
        by: ({ Z }) => Z,
      }),
      example: { Aout, Y },
      edges: {
        "one example, one output": {
          given: { Aout: [[0.5]], Y: [[1]] },
          says: "Nothing is averaged: 2·(0.5 − 1)·0.25 = −0.25, as a matrix.",
        },
        "saturated outputs": {
          given: { Aout: saturated, Y: rows([1, 1, 1], [0, 0, 0]) },
          says: "At 0 and 1 the sigmoid is flat: its unit gets no error, however wrong it is.",
        },
      },
      laws: {
        "it is 0 where every output equals its target": (f, { Y }) =>
          f({ Aout: Y }).flatMap((row) => row.map((entry) => equal(entry, 0))),
        "two examples in one batch have half the errors that they have alone": (f, { Aout, Y }) =>
          Y.length > 1 &&
          equal(
            f({ Aout: Aout.slice(0, 2), Y: Y.slice(0, 2) })[0]!.map((entry) => entry.times(2)),
            f({ Aout: Aout.slice(0, 1), Y: Y.slice(0, 1) })[0]!,
          ),
        "outputs and targets turned around, 1 − A and 1 − Y, turn the sign": (f, { Aout, Y }) =>
          equal(
            f({ Aout: complement(Aout), Y: complement(Y) }),
            f().map((row) => row.map((entry) => entry.negated())),
          ),
        "no entry is larger than 1/(2·n·t) in size": (f, { Y }) =>
          f().flatMap((row) => row.map((entry) => atMost(entry.abs(), 1 / (2 * Y.length * Y[0]!.length)))),
      },
      mistakes: deltaMistakes,
    }),
    outputGradients: layer.gradient<Gradients>({
      says: "Gradients of the output layer: its error, and the derivatives by its weights and biases. The weights are out × in, and so is dW.",
      formula: String.raw`\delta = \frac{\partial L}{\partial Z_{out}}, \; \frac{\partial L}{\partial W_{out}}, \; \frac{\partial L}{\partial b_{out}}, \quad Z_{out} = A_1 W_{out}^T + b_{out}`,
      returns: record(
        {
          delta: matrix("n t", "∂L/∂Zout, the derivatives by the output net inputs"),
          dW: matrix("t d", "∂L/∂Wout, **out × in** as Wout is"),
          db: vector("t", "∂L/∂bout"),
        },
        "the error and both gradients",
      ),
      at: gradientAt({
        name: "the loss",
        at: (given: Lifted<Layer>) => ({
          ...given,
          Z: netInputs(given.Aout),
          V: zeros(given.Aout[0]!.length, given.A1[0]!.length),
          c: zeros(1, given.Aout[0]!.length)[0]!,
        }),
        of: ({ A1, Y, Z, V, c }) => sigmoidOutputLoss(movedNetInputs(Z, A1, V, c), Y),
        by: ({ Z, V, c }) => ({ delta: Z, dW: V, db: c }),
      }),
      example: { A1, Aout, Y },
      edges: {
        "one example, one output": {
          given: { A1: [[0.5, 0.25, 1]], Aout: [[0.5]], Y: [[1]] },
          says: "delta and dW stay matrices of one row, db a vector of one entry.",
        },
        "saturated outputs": {
          given: { A1, Aout: saturated, Y: rows([1, 1, 1], [0, 0, 0]) },
          says: "At 0 and 1 the sigmoid is flat: only the third unit learns.",
        },
        "as many outputs as hidden units": {
          given: { A1: rows([0.5, 1, 0.25], [0.25, 0, 0.5]), Aout, Y },
          says: "dW is square, so a transposed one has the right shape and the wrong values.",
        },
      },
      laws: {
        "taking every example twice leaves dW and db unchanged": (f, { A1, Aout, Y }) => {
          const [once, twice] = [f(), f({ A1: [...A1, ...A1], Aout: [...Aout, ...Aout], Y: [...Y, ...Y] })];
          return [equal(twice.dW, once.dW), equal(twice.db, once.db)];
        },
        "a bias is the weight of an input that is always 1: for A1 of ones each column of dW is db": (
          f,
          { A1 },
        ) => {
          const { dW, db } = f({ A1: A1.map((row) => row.map(() => 1)) });
          return dW.flatMap((row, j) => row.map((w) => equal(w, db[j]!)));
        },
        "all three are 0 where every output equals its target": (f, { Y }) => {
          const { delta, dW, db } = f({ Aout: Y });
          return [...delta, ...dW, db].flatMap((row) => row.map((entry) => equal(entry, 0)));
        },
        "a small enough step against dW and db lowers the loss": (f, data) => {
          const gradients = f();
          const before = stepped(data, gradients, 0);
          let after = stepped(data, gradients, 1);
          for (let rate = 1 / 2; after.value >= before.value && rate > 1e-6; rate /= 2)
            after = stepped(data, gradients, rate);
          return atMost(after, before);
        },
      },
      mistakes: gradientsMistakes,
    }),
  },
  nouns: { delta: "the error", a: "the output" },
  hints: [
    "The loss is a mean over n·t squares. Which of them does one output enter, and what is left of that square when you take its derivative?",
    "δ passes the sigmoid as well: times the slope, written with the output that you are given. A weight takes part in every example: what does it multiply in example i, and how do the examples combine?",
    "δ = 2/(n·t)·(a − y)·a(1 − a), entry by entry. dW[j][k] sums δ[i][j]·A1[i][k] over the examples i, and db[j] sums δ[i][j].",
  ],
});

function complement(A: number[][]): number[][] {
  return A.map((row) => row.map((a) => 1 - a));
}
