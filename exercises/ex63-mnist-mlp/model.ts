/** The network of ex63 and its training over tracked numbers, by hand, so that each piece can be a wrong one. */
import { batchesOf } from "../../reference/data/mini-batches.ts";
import { stepped } from "../../reference/differentiation/descent.ts";
import { sigmoid } from "../../reference/linear-models/sigmoid.ts";
import { mlpLoss, shareMet, startOf } from "../../reference/networks/multilayer-perceptron.ts";
import type { SigmoidNetwork } from "../../reference/networks/sigmoid-network.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { dot, Num, num, sum, unrecorded } from "../../reference/numbers/num.ts";
import { mapNums, type Tracked } from "../../reference/numbers/tracked.ts";

type Rows = Num[][];
type Grads = { dWout: Rows; dbOut: Num[]; dWh: Rows; dbH: Num[] };

/**
 * An error of a parameter grows in a step by 1 + η·c at most, where c bounds how the gradient follows the parameters:
 * of a mean of squares behind two sigmoids, for pixels in [−1, 1], it is below ½ but for large weights. Followed
 * through every operation, the bound would grow like the products of all layers of all steps.
 */
const STEEPNESS = 0.5;
/** Roundings of one step, forward and back. */
const ROUNDINGS = 64;

const slopeOf = (a: Num): Num => a.times(num(1).minus(a));
const affine = (X: Rows, W: readonly (readonly Num[])[], b: readonly Num[]): Rows =>
  X.map((x) => W.map((w, k) => dot(w, x).plus(b[k]!)));
const product = (delta: Rows, A: Rows): Rows =>
  transpose(delta).map((d) => transpose(A).map((column) => dot(d, column)));

/** What the error of an output sees: the output, its class, and the label of its example. */
type ErrorOf = (a: Num, k: number, label: number, n: number, t: number) => Num;
export const miss = (a: Num, k: number, label: number): Num => a.minus(k === label ? 1 : 0);

/** The class with these pieces in place of the right ones. */
export const networkOf = ({
  start = startOf,
  output = (z: Num[]) => z.map(sigmoid),
  error = ((a, k, label, n, t) => miss(a, k, label).times(2 / (n * t))) as ErrorOf,
  outputSlope = slopeOf,
  hiddenSlope = slopeOf,
  gradients = (right: Grads, _n: number) => right,
} = {}) =>
  class NeuralNetMLP {
    p: SigmoidNetwork;
    /** How far an error of the start can have grown. */
    private growth = 1;
    constructor(features: number, hidden: number, classes: number, rng: () => number) {
      this.p = start(features, hidden, classes, rng);
    }
    forward(X: Rows): { aH: Rows; aOut: Rows } {
      const aH = affine(X, this.p.W1, this.p.b1).map((row) => row.map(sigmoid));
      return { aH, aOut: affine(aH, this.p.W2, this.p.b2).map(output) };
    }
    backward(X: Rows, aH: Rows, aOut: Rows, y: number[]): Grads {
      const deltaOut = aOut.map((row, i) =>
        row.map((a, k) => error(a, k, y[i]!, X.length, row.length).times(outputSlope(a))),
      );
      const W = transpose(this.p.W2);
      const deltaH = aH.map((row, i) => row.map((a, k) => dot(deltaOut[i]!, W[k]!).times(hiddenSlope(a))));
      const right = {
        dWout: product(deltaOut, aH),
        dbOut: transpose(deltaOut).map(sum),
        dWh: product(deltaH, X),
        dbH: transpose(deltaH).map(sum),
      };
      return gradients(right, X.length);
    }
    step({ dWout, dbOut, dWh, dbH }: Grads, lr: Num): void {
      const { W1, b1, W2, b2 } = this.p;
      this.growth *= 1 + Math.abs(lr.value) * STEEPNESS;
      const moved = <T extends Tracked>(x: T, g: T): T =>
        mapNums(
          stepped(x, g, lr),
          ({ value }) => new Num(value, this.growth * Math.max(1, Math.abs(value)), ROUNDINGS),
        ) as T;
      this.p = { W1: moved(W1, dWh), b1: moved(b1, dbH), W2: moved(W2, dWout), b2: moved(b2, dbOut) };
    }
  };
type Network = InstanceType<ReturnType<typeof networkOf>>;
type Options = { lr: Num; epochs: number; batchSize: number; orders: number[][] };
/** The loss of a batch before its step, and its size. */
interface Before {
  readonly loss: Num;
  readonly n: number;
}

/** trainMlp with these pieces in place of the right ones. */
export const training =
  ({
    order = (orders: number[][], epoch: number) => orders[epoch]!,
    size = (batchSize: number, _n: number) => batchSize,
    dropsLast = false,
    step = (model: Network, grads: Grads, lr: Num, _batch: number) => model.step(grads, lr),
    at = (_start: SigmoidNetwork, now: SigmoidNetwork) => now,
    loss = (after: Num, _before: readonly Before[], _t: number) => after,
    share = (after: Num, _n: number) => after,
  } = {}) =>
  (model: Network, X: Rows, y: number[], { lr, epochs, batchSize, orders }: Options) =>
    unrecorded(() => {
      const history = { lossTrain: [] as Num[], accuracyTrain: [] as Num[] };
      for (let epoch = 0; epoch < epochs; epoch++) {
        const start = model.p;
        const before: Before[] = [];
        for (const piece of batchesOf(
          X,
          y.map(num),
          size(batchSize, y.length),
          order(orders, epoch),
          dropsLast,
        )) {
          const labels = piece.y.map(({ value }) => value);
          const { aH, aOut } = model.forward(piece.X);
          before.push({ loss: mlpLoss(piece.X, labels, model.p), n: labels.length });
          step(model, model.backward(piece.X, aH, aOut, labels), lr, before.length - 1);
        }
        const measured = Object.assign(Object.create(model) as Network, { p: at(start, model.p) });
        history.lossTrain.push(loss(mlpLoss(X, y, measured.p), before, measured.p.b2.length));
        history.accuracyTrain.push(share(shareMet(measured.forward(X).aOut, y), y.length));
      }
      return history;
    });
export const model = { NeuralNetMLP: networkOf(), trainMlp: training() };
