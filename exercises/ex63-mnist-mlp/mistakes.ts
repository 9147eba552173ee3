/** Wrong networks and wrong training runs. */
import { sigmoid } from "../../reference/linear-models/sigmoid.ts";
import { filled } from "../../reference/networks/initialisation.ts";
import { drawnNetwork, nextNormal } from "../../reference/networks/multilayer-perceptron.ts";
import { softmax } from "../../reference/networks/softmax.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { mean, type Num, num, sum } from "../../reference/numbers/num.ts";
import { miss, networkOf, training } from "./model.ts";

const network = (...pieces: Parameters<typeof networkOf>) => ({
  with: { NeuralNetMLP: networkOf(...pieces) },
});
const run = (...pieces: Parameters<typeof training>) => ({ with: { trainMlp: training(...pieces) } });
const zeros = (x: readonly unknown[]): Num[] => x.map(() => num(0));
const withBiases = (W1: Num[][], W2: Num[][]) => ({
  W1,
  b1: zeros(W1),
  W2,
  b2: zeros(W2),
});

export const forwardMistakes = {
  "scale-forgotten": {
    ...network({ start: (m, h, t, rng) => drawnNetwork(m, h, t, () => nextNormal(rng)) }),
    step: "initialisation#step-3",
    says: "The weights have a standard deviation of 1. It is 0.1 here: multiply each normal number by 0.1.",
  },
  "variance-for-deviation": {
    ...network({
      start: (m, h, t, rng) => drawnNetwork(m, h, t, () => nextNormal(rng).times(Math.sqrt(0.1))),
    }),
    step: "initialisation#step-4",
    says: "The weights have the variance 0.1. Their standard deviation is 0.1, which is a variance of 0.01: multiply by 0.1, not by its root.",
  },
  "uniform-weights": {
    ...network({
      start: (m, h, t, rng) => drawnNetwork(m, h, t, () => num(rng()).times(2).minus(1).times(0.1)),
    }),
    step: "initialisation#step-4",
    says: "The weights are uniform between −0.1 and 0.1. They are normal here, each of two uniform numbers, as in ex54.",
  },
  "output-weights-first": {
    ...network({
      start: (m, h, t, rng) => {
        const W2 = filled(t, h, () => nextNormal(rng).times(0.1));
        return withBiases(
          filled(h, m, () => nextNormal(rng).times(0.1)),
          W2,
        );
      },
    }),
    step: "initialisation#step-7",
    says: "The output weights take the first numbers of the stream. The hidden weights come first, row by row, and the output weights after them.",
  },
  "drawn-in-times-out": {
    ...network({
      start: (m, h, t, rng) => {
        const draw = () => nextNormal(rng).times(0.1);
        return withBiases(transpose(filled(m, h, draw)), transpose(filled(h, t, draw)));
      },
    }),
    step: "initialisation#step-7",
    says: "The numbers of the stream fill the weights column by column. They are out × in, a row for each unit, and are filled row by row.",
  },
  "linear-output": {
    ...network({ output: (z) => z }),
    step: 1,
    says: "aOut is the net input of the outputs. They pass the sigmoid as well.",
  },
  "softmax-output": {
    ...network({ output: (z) => softmax([z])[0]! }),
    step: 1,
    says: "The outputs pass softmax. Here each of them passes the sigmoid by itself, and they need not sum to 1.",
  },
};

const { "scale-forgotten": scaleForgotten } = forwardMistakes;

export const backwardMistakes = {
  "outputs-not-averaged": {
    ...network({ error: (a, k, label, n) => miss(a, k, label).times(2 / n) }),
    step: 3,
    says: "The 1/t is missing, as in the source's program. The loss is a mean over all n·t entries, and its slope at an output 2/(n·t) times the miss.",
  },
  "examples-not-averaged": {
    ...network({ error: (a, k, label, _n, t) => miss(a, k, label).times(2 / t) }),
    step: 3,
    says: "The 1/n is missing. The loss is a mean over the examples, too, and its slope at an output 2/(n·t) times the miss.",
  },
  "label-for-target": {
    ...network({ error: (a, _k, label, n, t) => a.minus(label).times(2 / (n * t)) }),
    step: "network-mse#step-1",
    says: "The label itself is held against every output. The target is its one-hot row: 1 at the label's place, else 0.",
  },
  "output-slope-missing": {
    ...network({ outputSlope: () => num(1) }),
    step: 5,
    says: "The slope aOut(1 − aOut) of the output sigmoid is missing. The error of an output has to pass it before it is one of the net input.",
  },
  "hidden-slope-missing": {
    ...network({ hiddenSlope: () => num(1) }),
    step: "backprop-hidden#step-4",
    says: "The slope aH(1 − aH) of the hidden sigmoid is missing. What comes back through Wout has to pass it.",
  },
  "sigmoid-applied-twice": {
    ...network({
      outputSlope: (a) => sigmoid(a).times(num(1).minus(sigmoid(a))),
      hiddenSlope: (a) => sigmoid(a).times(num(1).minus(sigmoid(a))),
    }),
    step: 4,
    says: "The slopes are σ′ taken at the activations, which are behind the sigmoid already. Written with them they are a(1 − a).",
  },
  "sign-flipped": {
    ...network({ error: (a, k, label, n, t) => miss(a, k, label).times(-2 / (n * t)) }),
    step: 3,
    says: "All signs are turned: the error is output minus target.",
  },
  "biases-averaged-again": {
    ...network({
      gradients: ({ dWout, dbOut, dWh, dbH }, n) => ({
        dWout,
        dbOut: dbOut.map((b) => b.over(n)),
        dWh,
        dbH: dbH.map((b) => b.over(n)),
      }),
    }),
    step: 8,
    says: "dbOut and dbH are divided by n once more. The mean of the loss is in the errors already; over the examples they are sums.",
  },
  "scale-forgotten": scaleForgotten,
};

export const trainMistakes = {
  "loss-while-training": {
    ...run({
      loss: (_, before) =>
        sum(before.map(({ loss, n }) => loss.times(n))).over(sum(before.map(({ n }) => num(n)))),
    }),
    step: "mini-batches#step-3",
    says: "lossTrain holds the mean of the losses that the batches had before their steps. Each of them is that of another network; asked for is the loss of the one at the end of the epoch, over all examples.",
  },
  "plain-mean-of-batches": {
    ...run({ loss: (_, before) => mean(before.map(({ loss }) => loss)) }),
    step: "mini-batches#step-4",
    says: "lossTrain holds the plain mean of the losses that the batches had before their steps. Asked for is the loss of the network at the end of the epoch, over all examples.",
  },
  "measured-before-the-epoch": {
    ...run({ at: (start) => start }),
    step: "gradient-descent#step-3",
    says: "The history begins with the untrained network, and the last epoch is not in it. Measure at the end of each epoch, after its steps.",
  },
  "outputs-not-averaged": {
    ...run({ loss: (after, _, t) => after.times(t) }),
    step: "network-mse#step-2",
    says: "lossTrain is not divided by the number of classes. The loss is the mean over all n·t entries.",
  },
  "hits-not-divided": {
    ...run({ share: (after, n) => after.times(n) }),
    step: "network-mse#step-8",
    says: "accuracyTrain holds numbers of hits. Divided by n they are shares.",
  },
  "short-batch-dropped": {
    ...run({ dropsLast: true }),
    step: "mini-batches#step-2",
    says: "The last batch of an epoch is left out where it is short. It takes its step, too.",
  },
  "order-ignored": {
    ...run({ order: (orders, epoch) => orders[epoch]!.map((_, i) => i) }),
    step: "mini-batches#step-1",
    says: "The examples come as they lie in X. Epoch e takes them in the order orders[e].",
  },
  "one-order-for-all": {
    ...run({ order: (orders) => orders[0]! }),
    step: "mini-batches#step-5",
    says: "Every epoch takes the first order. Epoch e has its own, orders[e].",
  },
  "whole-batch": {
    ...run({ size: (_, n) => n }),
    step: "mini-batches#step-1",
    says: "There is one step an epoch, on all examples. Each batch takes a step of its own.",
  },
  "first-batch-alone": {
    ...run({ step: (model, grads, lr, batch) => (batch === 0 ? model.step(grads, lr) : undefined) }),
    step: "mini-batches#step-7",
    says: "Only the first batch of an epoch takes a step. Does the loop over the batches end too early, with a return in it?",
  },
  ascent: {
    ...run({ step: (model, grads, lr) => model.step(grads, lr.negated()) }),
    step: "gradient-descent#step-3",
    says: "The sign is flipped, and this climbs. Each parameter goes against its derivative.",
  },
  "output-layer-alone": {
    ...run({
      step: (model, { dWout, dbOut, dWh, dbH }, lr) =>
        model.step({ dWout, dbOut, dWh: dWh.map(zeros), dbH: zeros(dbH) }, lr),
    }),
    step: "backprop-hidden#step-7",
    says: "The hidden weights and biases stay as they started. Both layers take their step, with the gradients of one forward pass.",
  },
  "biases-kept": {
    ...run({
      step: (model, { dWout, dbOut, dWh, dbH }, lr) =>
        model.step({ dWout, dbOut: zeros(dbOut), dWh, dbH: zeros(dbH) }, lr),
    }),
    step: 8,
    says: "The biases stay 0. All four parameters take their step.",
  },
  "nothing-moves": {
    ...run({ step: () => undefined }),
    step: "gradient-descent#step-3",
    says: "The network stays as it started, without a step against the gradient. Is the difference worked out and thrown away? `==` compares; `=` or `-=` assigns.",
  },
};
