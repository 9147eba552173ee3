/** The network of ex63 and its training in plain numbers; each piece can be a wrong one. */
import { batchesOf } from "../../reference/data/mini-batches.ts";
import { generatorOf, normalFrom } from "../../reference/functions/generators.ts";
import { filled } from "../../reference/networks/initialisation.ts";
import { argmaxRows } from "../../reference/networks/labels.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { dot, mean, product, total } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import type { Gradients, Layers, Matrix, Network, Run } from "./args.ts";

interface Params {
  readonly W1: Matrix;
  readonly b1: number[];
  readonly W2: Matrix;
  readonly b2: number[];
}

export const zeros = (x: readonly unknown[]): number[] => x.map(() => 0);
export const withBiases = (W1: Matrix, W2: Matrix): Params => ({ W1, b1: zeros(W1), W2, b2: zeros(W2) });
/** A network whose weights are drawn, the hidden ones first, row by row. */
export const drawn = ({ numFeatures, numHidden, numClasses }: Network, weight: () => number): Params => {
  const W1 = filled(numHidden, numFeatures, weight);
  return withBiases(W1, filled(numClasses, numHidden, weight));
};

const slopeOf = (a: number): number => a * (1 - a);
export const miss = (a: number, k: number, label: number): number => a - (k === label ? 1 : 0);
/** What the error of an output is made of: the output, its class, the label of its example, and the sizes. */
type ErrorOf = (a: number, k: number, label: number, n: number, t: number) => number;

/** A network with these pieces in place of the right ones. */
export const networkOf = ({
  start = (of: Network, rng: () => number): Params => {
    const gauss = normalFrom(rng);
    return drawn(of, () => 0.1 * gauss());
  },
  hidden = sigmoid as (z: number) => number,
  output = (z: number[]) => z.map(sigmoid),
  error = ((a, k, label, n, t) => (2 / (n * t)) * miss(a, k, label)) as ErrorOf,
  outputSlope = slopeOf,
  hiddenSlope = slopeOf,
  gradients = (right: Gradients, _n: number) => right,
} = {}) => ({
  start: (of: Network): Params => start(of, generatorOf(of.rng)),
  forward({ W1, b1, W2, b2 }: Params, X: Matrix): Layers {
    const aH = X.map((x) => W1.map((w, k) => hidden(dot(w, x) + b1[k]!)));
    return { aH, aOut: aH.map((a) => output(W2.map((w, k) => dot(w, a) + b2[k]!))) };
  },
  backward({ W2 }: Params, X: Matrix, { aH, aOut }: Layers, y: readonly number[]): Gradients {
    const deltaOut = aOut.map((row, i) =>
      row.map((a, k) => error(a, k, y[i]!, X.length, row.length) * outputSlope(a)),
    );
    const deltaH = product(deltaOut, W2).map((row, i) => row.map((e, k) => e * hiddenSlope(aH[i]![k]!)));
    const right = {
      dWout: product(transpose(deltaOut), aH),
      dbOut: transpose(deltaOut).map(total),
      dWh: product(transpose(deltaH), X),
      dbH: transpose(deltaH).map(total),
    };
    return gradients(right, X.length);
  },
});

const right = networkOf();
const lossOf = (outputs: Matrix, y: readonly number[]): number =>
  mean(outputs.flatMap((row, i) => row.map((a, k) => miss(a, k, y[i]!) ** 2)));

const down = (x: readonly number[], g: readonly number[], lr: number): number[] =>
  x.map((xi, i) => xi - lr * g[i]!);
const stepped = ({ W1, b1, W2, b2 }: Params, { dWh, dbH, dWout, dbOut }: Gradients, lr: number): Params => ({
  W1: W1.map((row, k) => down(row, dWh[k]!, lr)),
  b1: down(b1, dbH, lr),
  W2: W2.map((row, k) => down(row, dWout[k]!, lr)),
  b2: down(b2, dbOut, lr),
});

/** The loss of a batch before its step, and its size. */
interface Before {
  readonly loss: number;
  readonly n: number;
}
/** The network's outputs at the end of each epoch, and the history that is made of them. */
export interface Trained {
  readonly outputs: readonly Matrix[];
  readonly lossTrain: number[];
  readonly accuracyTrain: number[];
  readonly aOut: Matrix;
}

/** A training run with these pieces in place of the right ones. */
export const training =
  ({
    order = (orders: Matrix, epoch: number) => orders[epoch]!,
    size = (batchSize: number, _n: number) => batchSize,
    /** The parameters that an error goes back through, of those before a step and after it. */
    back = (before: Params, _after: () => Params) => before,
    dropsLast = false,
    /** What of a batch's gradients is gone along. */
    taken = (all: Gradients, _batch: number): Gradients | undefined => all,
    /** The rate of a batch, by its size. */
    rate = (lr: number, _n: number) => lr,
    measured = (_start: Params, now: Params) => now,
    loss = (after: number, _before: readonly Before[], _t: number) => after,
    share = (after: number, _n: number) => after,
  } = {}) =>
  (given: Network & Run): Trained => {
    const { X, y, lr, epochs, batchSize, orders } = given;
    const [outputs, lossTrain, accuracyTrain]: [Matrix[], number[], number[]] = [[], [], []];
    let p = right.start(given);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const start = p;
      const before: Before[] = [];
      const pass = batchesOf<number>(X, y, size(batchSize, y.length), order(orders, epoch), dropsLast);
      for (const batch of pass) {
        const layers = right.forward(p, batch.X);
        const after = (): Params => stepped(p, right.backward(p, batch.X, layers, batch.y), lr);
        const gradients = taken(right.backward(back(p, after), batch.X, layers, batch.y), before.length);
        before.push({ loss: lossOf(layers.aOut, batch.y), n: batch.y.length });
        if (gradients !== undefined) p = stepped(p, gradients, rate(lr, batch.y.length));
      }
      const after = right.forward(measured(start, p), X).aOut;
      outputs.push(after);
      lossTrain.push(loss(lossOf(after, y), before, given.numClasses));
      accuracyTrain.push(share(mean(argmaxRows(after).map((k, i) => (k === y[i] ? 1 : 0))), y.length));
    }
    return { outputs, lossTrain, accuracyTrain, aOut: right.forward(p, X).aOut };
  };
