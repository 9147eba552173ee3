/** What holds of every network of ex63 and of every run. */
import {
  type Answer,
  type ArgsOf,
  atMost,
  claim,
  equal,
  type Laws,
  named,
  negated,
} from "../../grader/exercise/form.ts";
import { mlpLoss } from "../../reference/networks/multilayer-perceptron.ts";
import { mean, num } from "../../reference/numbers/num.ts";
import { combined, lift } from "../../reference/numbers/tracked.ts";
import {
  type forwardPass,
  type Gradients,
  type Layers,
  type Matrix,
  type Network,
  startingAt,
  type trainingRun,
  type wayBack,
} from "./args.ts";
import type { Outcome } from "./wrong-networks.ts";

type Pass = ArgsOf<typeof forwardPass>;
type Back = ArgsOf<typeof wayBack>;
type Run = ArgsOf<typeof trainingRun>;

/** All weights alike. */
const alike = named("always", 0.3);
const zeroed = (A: Matrix): Matrix => A.map((row) => row.map(() => 0));

export const forwardLaws: Laws<Pass, Layers> = {
  "images of 0 put every hidden unit at ½: the biases start at 0": (f, { X, numHidden }) =>
    equal(
      f({ X: zeroed(X) }).aH,
      X.map(() => new Array<number>(numHidden).fill(0.5)),
    ),
  "turning the signs of all pixels turns aH into 1 − aH": (f, { X }) =>
    equal(
      f({ X: negated(X) }).aH,
      f().aH.map((row) => row.map((a) => num(1).minus(a))),
    ),
  "an image alone gives what it gives in the batch": (f, { X }) => {
    const [alone, all] = [f({ X: [X.at(-1)!] }), f()];
    return [equal(alone.aH[0]!, all.aH.at(-1)!), equal(alone.aOut[0]!, all.aOut.at(-1)!)];
  },
  "before training the outputs are near ½, and the mean squared error near ¼": (f, { numClasses }) => {
    const squares = f().aOut.flatMap((row) => row.map((a, k) => a.minus(k === 0 ? 1 : 0).squared().value));
    const mse = squares.reduce((sum, square) => sum + square, 0) / squares.length;
    return numClasses > 2 && claim(Math.abs(mse - 0.25) < 0.1, "between 0.15 and 0.35", mse);
  },
};

/** The loss after a step of this rate. */
function lossAfter(given: Back & Network, { dWh, dbH, dWout, dbOut }: Answer<Gradients>, rate: number) {
  const p = startingAt(given);
  const down = (x: { value: number }, g: { value: number }) => num(x.value - rate * g.value);
  const vector = (x: readonly { value: number }[], g: readonly { value: number }[]) =>
    x.map((xi, i) => down(xi, g[i]!));
  return mlpLoss(lift(given.X), given.y, {
    W1: p.W1.map((row, k) => vector(row, dWh[k]!)),
    b1: vector(p.b1, dbH),
    W2: p.W2.map((row, k) => vector(row, dWout[k]!)),
    b2: vector(p.b2, dbOut),
  });
}
const exchanged = <T>([a, b, ...rest]: readonly T[]): T[] => [b!, a!, ...rest];

export const backwardLaws: Laws<Back, Gradients> = {
  "a pixel that is 0 in all images has no gradient: its column of dWh is 0": (f, { X, numHidden }) =>
    equal(
      f({ X: X.map(([, ...rest]) => [0, ...rest]) }).dWh.map(([first]) => first!),
      new Array<number>(numHidden).fill(0),
    ),
  "the gradients are the means of those of the single images": {
    claims: (f, { X, y }) =>
      equal(
        f(),
        combined(
          X.map((x, i) => f({ X: [x], y: [y[i]!] })),
          () => 1 / X.length,
        ),
      ),
    ifBroken: "Is each sum over the examples divided by n, once?",
  },
  "with all weights alike, two classes that change names change rows of dWout and dbOut": (f, { y }) => {
    const renamed = y.map((label) => (label > 1 ? label : 1 - label));
    const [here, there] = [f({ rng: alike }), f({ rng: alike, y: renamed })];
    return [
      equal(there.dWout, exchanged(here.dWout)),
      equal(there.dbOut, exchanged(here.dbOut)),
      equal(there.dWh, here.dWh),
      equal(there.dbH, here.dbH),
    ];
  },
  "a step of rate 1 against the gradients lowers the loss": (f, given) => {
    const gradients = f();
    return atMost(lossAfter(given, gradients, 1), lossAfter(given, gradients, 0));
  },
};

export const trainLaws: Laws<Run, Outcome> = {
  "with η = 0 every epoch has the same loss and the same accuracy": (f) => {
    const { lossTrain, accuracyTrain } = f({ lr: 0 });
    return [
      equal(
        lossTrain,
        lossTrain.map(() => lossTrain[0]!),
      ),
      equal(
        accuracyTrain,
        accuracyTrain.map(() => accuracyTrain[0]!),
      ),
    ];
  },
  "the first epoch of a long run is a run of one epoch": (f, { orders }) => {
    const [long, short] = [
      f({ epochs: 2, orders: [orders[0]!, orders.at(-1)!.toReversed()] }),
      f({ epochs: 1, orders: [orders[0]!] }),
    ];
    return [
      equal(long.lossTrain[0]!, short.lossTrain[0]!),
      equal(long.accuracyTrain[0]!, short.accuracyTrain[0]!),
    ];
  },
  "where a batch holds all examples, their order does not matter": (f, { y, orders }) =>
    equal(
      f({ batchSize: y.length, orders: orders.map((order) => order.toReversed()) }).lossTrain,
      f({ batchSize: y.length }).lossTrain,
    ),
  "with whole batches and η = ½ the loss never rises": (f, { y, orders: [order] }) => {
    const { lossTrain } = f({ lr: 0.5, batchSize: y.length, epochs: 3, orders: [order!, order!, order!] });
    return lossTrain.slice(1).map((loss, e) => atMost(loss, lossTrain[e]!));
  },
  "the last loss is that of the outputs after training": (f, { y }) => {
    const { lossTrain, aOut } = f();
    const squares = aOut.flatMap((row, i) => row.map((a, k) => a.minus(k === y[i] ? 1 : 0).squared()));
    return equal(lossTrain.at(-1)!, mean(squares));
  },
};
