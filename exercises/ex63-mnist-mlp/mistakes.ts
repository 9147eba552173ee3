/** Wrong networks and wrong training runs, in plain numbers. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { normalFrom } from "../../reference/functions/generators.ts";
import { filled } from "../../reference/networks/initialisation.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { mean, total } from "../../reference/numbers/plain.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import type { Gradients, Layers, Matrix, Network, Run } from "./args.ts";
import { drawn, miss, networkOf, type Trained, training, withBiases, zeros } from "./plain-network.ts";

type Pass = Network & { readonly X: Matrix };
type Back = Pass & { readonly y: readonly number[] };
type Pieces = Parameters<typeof networkOf>[0];
type Start = NonNullable<NonNullable<Pieces>["start"]>;

/** What a network with these pieces gives forward and back. */
const forward =
  (pieces: Pieces) =>
  (given: Pass): Layers => {
    const network = networkOf(pieces);
    return network.forward(network.start(given), given.X);
  };
const backward =
  (pieces: Pieces) =>
  (given: Back): Gradients => {
    const network = networkOf(pieces);
    const p = network.start(given);
    return network.backward(p, given.X, network.forward(p, given.X), given.y);
  };
const run =
  (pieces: Parameters<typeof training>[0]) =>
  (given: Network & Run): Outcome => {
    const { lossTrain, accuracyTrain, aOut } = training(pieces)(given);
    return { lossTrain, accuracyTrain, aOut };
  };
export type Outcome = Pick<Trained, "lossTrain" | "accuracyTrain" | "aOut">;

const softmaxRow = (z: readonly number[]): number[] => {
  const e = z.map((zk) => Math.exp(zk));
  return e.map((ek) => ek / total(e));
};
const scaleForgotten: Start = (of, rng) => drawn(of, normalFrom(rng));
const slopeAtSigmoid = (a: number): number => sigmoid(a) * (1 - sigmoid(a));

export const forwardMistakes: Mistakes<Pass, Layers> = {
  "scale-forgotten": {
    is: forward({ start: scaleForgotten }),
    step: "initialisation#step-3",
    says: "The weights have a standard deviation of 1. It is 0.1 here: multiply each normal number by 0.1.",
  },
  "one-network-for-all": {
    is: forward({
      start: (of) => {
        const gauss = normalFrom(() => 0.5);
        return drawn(of, () => 0.1 * gauss());
      },
    }),
    step: "initialisation#step-7",
    says: "A network that is made later writes over the weights of this one: they are kept outside the object, in a variable of the file or a static field. Keep them in `this`.",
  },
  "variance-for-deviation": {
    is: forward({
      start: (of, rng) => {
        const gauss = normalFrom(rng);
        return drawn(of, () => Math.sqrt(0.1) * gauss());
      },
    }),
    step: "initialisation#step-4",
    says: "The weights have the variance 0.1. Their standard deviation is 0.1, which is a variance of 0.01: multiply by 0.1, not by its root.",
  },
  "uniform-weights": {
    is: forward({ start: (of, rng) => drawn(of, () => 0.1 * (2 * rng() - 1)) }),
    step: "initialisation#step-4",
    says: "The weights are uniform between −0.1 and 0.1. They are normal here, each of two uniform numbers, as in ex54.",
  },
  "both-normal-numbers-used": {
    is: forward({
      start: (of, rng) => {
        let second: number | undefined;
        return drawn(of, () => {
          const first = second;
          if (first !== undefined) {
            second = undefined;
            return first;
          }
          const radius = 0.1 * Math.sqrt(-2 * Math.log(1 - rng()));
          const angle = 2 * Math.PI * rng();
          second = radius * Math.sin(angle);
          return radius * Math.cos(angle);
        });
      },
    }),
    step: "initialisation#step-3",
    says: "Two uniform numbers make two weights, by cosine and sine. That is as good, and gives other numbers: here each weight takes the next two, and the cosine.",
  },
  "relu-hidden": {
    is: forward({ hidden: (z) => Math.max(0, z) }),
    step: 1,
    says: "The hidden layer passes ReLU. It is sigmoid here, as the output is.",
  },
  "tanh-hidden": {
    is: forward({ hidden: Math.tanh }),
    step: 1,
    says: "The hidden layer passes tanh. It is sigmoid here, as the output is.",
  },
  "output-weights-first": {
    is: forward({
      start: ({ numFeatures, numHidden, numClasses }, rng) => {
        const gauss = normalFrom(rng);
        const W2 = filled(numClasses, numHidden, () => 0.1 * gauss());
        return withBiases(
          filled(numHidden, numFeatures, () => 0.1 * gauss()),
          W2,
        );
      },
    }),
    step: "initialisation#step-7",
    says: "The output weights take the first numbers of the stream. The hidden weights come first, row by row, and the output weights after them.",
  },
  "drawn-in-times-out": {
    is: forward({
      start: ({ numFeatures, numHidden, numClasses }, rng) => {
        const gauss = normalFrom(rng);
        const turned = (out: number, inp: number): Matrix => transpose(filled(inp, out, () => 0.1 * gauss()));
        return withBiases(turned(numHidden, numFeatures), turned(numClasses, numHidden));
      },
    }),
    step: "initialisation#step-7",
    says: "The numbers of the stream fill the weights column by column. They are out × in, a row for each unit, and are filled row by row.",
  },
  "linear-output": {
    is: forward({ output: (z) => z }),
    step: 1,
    says: "aOut is the net input of the outputs. They pass the sigmoid as well.",
  },
  "softmax-output": {
    is: forward({ output: (z) => softmaxRow(z) }),
    step: 1,
    says: "The outputs pass softmax. Here each of them passes the sigmoid by itself, and they need not sum to 1.",
  },
};

export const backwardMistakes: Mistakes<Back, Gradients> = {
  "outputs-not-averaged": {
    is: backward({ error: (a, k, label, n) => (2 / n) * miss(a, k, label) }),
    step: 3,
    says: "The 1/t is missing, as in the source's program. The loss is a mean over all n·t entries, and its slope at an output 2/(n·t) times the miss.",
  },
  "examples-not-averaged": {
    is: backward({ error: (a, k, label, _n, t) => (2 / t) * miss(a, k, label) }),
    step: 3,
    says: "The 1/n is missing. The loss is a mean over the examples, too, and its slope at an output 2/(n·t) times the miss.",
  },
  "label-for-target": {
    is: backward({ error: (a, _k, label, n, t) => (2 / (n * t)) * (a - label) }),
    step: "network-mse#step-1",
    says: "The label itself is held against every output. The target is its one-hot row: 1 at the label's place, else 0.",
  },
  "output-slope-missing": {
    is: backward({ outputSlope: () => 1 }),
    step: 5,
    says: "The slope aOut(1 − aOut) of the output sigmoid is missing. The error of an output has to pass it before it is one of the net input.",
  },
  "hidden-slope-missing": {
    is: backward({ hiddenSlope: () => 1 }),
    step: "backprop-hidden#step-4",
    says: "The slope aH(1 − aH) of the hidden sigmoid is missing. What comes back through Wout has to pass it.",
  },
  "activation-for-slope": {
    is: backward({ hiddenSlope: (a) => a }),
    step: "backprop-hidden#step-4",
    says: "What comes back to a hidden unit is multiplied by aH. The slope of its sigmoid is aH(1 − aH).",
  },
  "sigmoid-applied-twice": {
    is: backward({ outputSlope: slopeAtSigmoid, hiddenSlope: slopeAtSigmoid }),
    step: 4,
    says: "The slopes are σ′ taken at the activations, which are behind the sigmoid already. Written with them they are a(1 − a).",
  },
  "sign-flipped": {
    is: backward({ error: (a, k, label, n, t) => (-2 / (n * t)) * miss(a, k, label) }),
    step: 3,
    says: "All signs are turned: the error is output minus target.",
  },
  "biases-averaged-again": {
    is: backward({
      gradients: ({ dWout, dbOut, dWh, dbH }, n) => ({
        dWout,
        dbOut: dbOut.map((b) => b / n),
        dWh,
        dbH: dbH.map((b) => b / n),
      }),
    }),
    step: 8,
    says: "dbOut and dbH are divided by n once more. The mean of the loss is in the errors already; over the examples they are sums.",
  },
  "scale-forgotten": { ...forwardMistakes["scale-forgotten"]!, is: backward({ start: scaleForgotten }) },
};

const added = (a: Gradients, b: Gradients): Gradients => {
  const list = (x: readonly number[], y: readonly number[]): number[] => x.map((xi, i) => xi + y[i]!);
  const rows = (A: Matrix, B: Matrix): Matrix => A.map((row, i) => list(row, B[i]!));
  return {
    dWout: rows(a.dWout, b.dWout),
    dbOut: list(a.dbOut, b.dbOut),
    dWh: rows(a.dWh, b.dWh),
    dbH: list(a.dbH, b.dbH),
  };
};

export const trainMistakes: Mistakes<Network & Run, Outcome> = {
  "loss-while-training": {
    is: run({
      loss: (_, before) => total(before.map(({ loss, n }) => loss * n)) / total(before.map(({ n }) => n)),
    }),
    step: "mini-batches#step-3",
    says: "lossTrain holds the mean of the losses that the batches had before their steps. Each of them is that of another network; asked for is the loss of the one at the end of the epoch, over all examples.",
  },
  "plain-mean-of-batches": {
    is: run({ loss: (_, before) => mean(before.map(({ loss }) => loss)) }),
    step: "mini-batches#step-4",
    says: "lossTrain holds the plain mean of the losses that the batches had before their steps. Without weights a short batch counts too much; and asked for is the loss of the network at the end of the epoch, over all examples.",
  },
  "measured-before-the-epoch": {
    is: run({ measured: (start) => start }),
    step: "gradient-descent#step-3",
    says: "The history begins with the untrained network, and the last epoch is not in it. Measure at the end of each epoch, after its steps.",
  },
  "outputs-not-averaged": {
    is: run({ loss: (after, _, t) => after * t }),
    step: "network-mse#step-2",
    says: "lossTrain is not divided by the number of classes. The loss is the mean over all n·t entries.",
  },
  "hits-not-divided": {
    is: run({ share: (after, n) => after * n }),
    step: "network-mse#step-8",
    says: "accuracyTrain holds numbers of hits. Divided by n they are shares.",
  },
  "short-batch-dropped": {
    is: run({ dropsLast: true }),
    step: "mini-batches#step-2",
    says: "The last batch of an epoch is left out where it is short. It takes its step, too.",
  },
  "order-ignored": {
    is: run({ order: (orders, epoch) => orders[epoch]!.map((_, i) => i) }),
    step: "mini-batches#step-1",
    says: "The examples come as they lie in X. Epoch e takes them in the order orders[e].",
  },
  "one-order-for-all": {
    is: run({ order: (orders) => orders[0]! }),
    step: "mini-batches#step-5",
    says: "Every epoch takes the first order. Epoch e has its own, orders[e].",
  },
  "whole-batch": {
    is: run({ size: (_, n) => n }),
    step: "mini-batches#step-1",
    says: "There is one step an epoch, on all examples. Each batch takes a step of its own.",
  },
  "first-batch-alone": {
    is: run({ taken: (all, batch) => (batch === 0 ? all : undefined) }),
    step: "mini-batches#step-7",
    says: "Only the first batch of an epoch takes a step. Does the loop over the batches end too early, with a return in it?",
  },
  "gradients-never-zeroed": {
    is: (given) => {
      let sums: Gradients | undefined;
      const taken = (all: Gradients): Gradients => {
        sums = sums === undefined ? all : added(sums, all);
        return sums;
      };
      return run({ taken })(given);
    },
    step: "mini-batches#step-6",
    says: "The gradients of all batches so far add up. Each batch has its own: begin with 0, or with what backward gives.",
  },
  "averaged-again": {
    is: run({ rate: (lr, n) => lr / n }),
    step: 2,
    says: "The step is divided by the size of the batch. The mean is in the gradients already, once.",
  },
  ascent: {
    is: (given) => run({})({ ...given, lr: -given.lr }),
    step: "gradient-descent#step-3",
    says: "The sign is flipped, and this climbs. Each parameter goes against its derivative.",
  },
  "back-through-new-weights": {
    is: run({ back: (_, after) => after() }),
    step: "backprop-hidden#step-7",
    says: "The error goes back through output weights that have taken their step already. Work out all four gradients first, with the weights of the forward pass, and then move all.",
  },
  "output-layer-alone": {
    is: run({
      taken: ({ dWout, dbOut, dWh, dbH }) => ({ dWout, dbOut, dWh: dWh.map(zeros), dbH: zeros(dbH) }),
    }),
    step: "backprop-hidden#step-7",
    says: "The hidden weights and biases stay as they started. Both layers take their step, with the gradients of one forward pass.",
  },
  "biases-kept": {
    is: run({
      taken: ({ dWout, dbOut, dWh, dbH }) => ({ dWout, dbOut: zeros(dbOut), dWh, dbH: zeros(dbH) }),
    }),
    step: 8,
    says: "The biases stay 0. All four parameters take their step.",
  },
  "nothing-moves": {
    is: run({ taken: () => undefined }),
    step: "gradient-descent#step-3",
    says: "The network stays as it started, without a step against the gradient. Is the difference worked out and thrown away? `==` compares; `=` or `-=` assigns.",
  },
};
