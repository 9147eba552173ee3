/** Wrong ways back, in plain numbers. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { total } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import type { Backward, Gradients, Matrix } from "./args.ts";

const slopeOf = (a: number): number => a * (1 - a);
/** Where a wrong index leads out of a matrix, a program reads undefined. */
const entry = (A: Matrix | undefined, i: number, k: number): number => A?.[i]?.[k] ?? Number.NaN;

interface Ways {
  readonly outputError?: (a: number, y: number, n: number, t: number) => number;
  readonly slope?: (a: number) => number;
  readonly hiddenSlope?: (a: number) => number;
  /** What the slope of layer l is taken at. */
  readonly slopesAt?: (As: Matrix[], l: number) => Matrix;
  /** The weights through which the error goes back to layer l, which are those of the layer after it. */
  readonly back?: (Ws: Matrix[], l: number, dW: Matrix) => Matrix | undefined;
  /** What layer l gets, counted from 0. */
  readonly inputs?: (As: Matrix[], l: number) => Matrix;
}

function backward({ As, Y, Ws }: Backward, ways: Ways = {}): Gradients {
  const {
    outputError = (a, y, n, t) => (2 / (n * t)) * (a - y),
    slope = slopeOf,
    hiddenSlope = slope,
    slopesAt = (all, l) => all[l + 1]!,
    back = (all, l) => all[l + 1],
    inputs = (all, l) => all[l]!,
  } = ways;
  const [deltas, dWs]: [Matrix[], Matrix[]] = [[], []];
  for (let l = Ws.length - 1; l >= 0; l--) {
    const A = As[l + 1]!;
    const [after] = deltas;
    const W = after && back(Ws, l, dWs[0]!);
    const delta = A.map((row, i) =>
      row.map((a, k) =>
        after === undefined
          ? outputError(a, Y[i]![k]!, Y.length, row.length) * slope(a)
          : total(after[i]!.map((d, j) => d * entry(W, j, k))) * hiddenSlope(entry(slopesAt(As, l), i, k)),
      ),
    );
    deltas.unshift(delta);
    dWs.unshift(
      Ws[l]!.map((row, k) =>
        row.map((_, j) => total(delta.map((d, i) => d[k]! * entry(inputs(As, l), i, j)))),
      ),
    );
  }
  return { deltas, dWs, dbs: deltas.map((delta) => transpose(delta).map(total)) };
}

/** The weights have made their step before the error goes back through them. */
const updatedFirst = (rate: number): Ways => ({
  back: (Ws, l, dW) => Ws[l + 1]!.map((row, j) => row.map((w, k) => w - rate * dW[j]![k]!)),
});

export const backwardMistakes: Mistakes<Backward, Gradients> = {
  "activations-of-the-same-layer": {
    is: (data) => backward(data, { inputs: (As, l) => As[l + 1]! }),
    step: 5,
    says: "dW of a layer is built with what the layer gives. Its weights multiply what comes in, the activations of the layer before.",
  },
  "sign-and-factors-lost": {
    is: (data) => backward(data, { outputError: (a, y, n) => (y - a) / n }),
    step: 2,
    says: "The output error is (1/n)(y − a)·a(1 − a), as a source prints it. Its sign is turned, and the factor 2/t is missing; both travel back through all layers.",
  },
  "outputs-not-averaged": {
    is: (data) => backward(data, { outputError: (a, y, n) => (2 / n) * (a - y) }),
    step: 2,
    says: "The 1/t is missing from the output error, and so from everything. The loss is a mean over all n·t entries.",
  },
  "updated-weights": {
    is: (data) => backward(data, updatedFirst(0.25)),
    step: 7,
    says: "The error goes back through weights that have made their step (learning rate 0.25, as in the source). All errors belong to the weights of the forward pass: update after the last of them.",
  },
  "updated-weights-default-rate": {
    is: (data) => backward(data, updatedFirst(0.1)),
    step: 7,
    says: "The error goes back through weights that have made their step (learning rate 0.1, the source's default). All errors belong to the weights of the forward pass: update after the last of them.",
  },
  "biases-averaged-again": {
    is: ({ right, Y }) => ({ ...right, dbs: right.dbs.map((db) => db.map((b) => b / Y.length)) }),
    step: 6,
    says: "dbs are divided by n once more. The mean of the loss is in δ already; over the examples they are sums.",
  },
  "biases-of-the-first-example": {
    is: ({ right }) => ({ ...right, dbs: right.deltas.map((delta) => delta[0]!) }),
    step: 6,
    says: "dbs are those of the first example alone. A bias takes part in every example: sum the rows of δ.",
  },
  "sigmoid-applied-twice": {
    is: (data) => backward(data, { slope: (a) => slopeOf(sigmoid(a)) }),
    step: 3,
    says: "The slope is σ′ taken at the activation, which is behind the sigmoid already. Written with it the slope is A(1 − A).",
  },
  "slopes-of-what-comes-in": {
    is: (data) => backward(data, { slopesAt: (As, l) => As[l]! }),
    step: 3,
    says: "The slope of a hidden layer is taken at what comes into it, one place too early in As. Layer l gives As[l + 1], and its slope is made of that.",
  },
  "factor-in-each-layer": {
    is: (data) => {
      const factor = 2 / data.Y.flat().length;
      return backward(data, { hiddenSlope: (a) => factor * slopeOf(a) });
    },
    step: 3,
    says: "The factor 2/(n·t) comes in at every layer. It belongs to the loss: it is in the last error, which hands it on to all layers before.",
  },
  "output-slope-forgotten": {
    is: (data) => backward(data, { slope: () => 1, hiddenSlope: slopeOf }),
    step: 2,
    says: "The slope A(1 − A) of the last layer is missing, as if the loss were a cross-entropy. With squared errors the output error passes the sigmoid as well.",
  },
  "hidden-slopes-forgotten": {
    is: (data) => backward(data, { hiddenSlope: () => 1 }),
    step: 3,
    says: "The slopes A(1 − A) of the hidden layers are missing. On its way back the error passes the sigmoid of every layer.",
  },
  "own-weights": {
    is: (data) => backward(data, { back: (Ws, l) => Ws[l] }),
    step: 3,
    says: "The error goes back through the layer's own weights. Between the errors of two layers lie the weights of the later one.",
  },
  "layers-in-reverse": {
    is: ({ right }) => ({
      deltas: right.deltas.toReversed(),
      dWs: right.dWs.toReversed(),
      dbs: right.dbs.toReversed(),
    }),
    step: 4,
    says: "The lists begin with the last layer, in the order in which the errors were found. They begin with the first layer, as Ws does.",
  },
};
