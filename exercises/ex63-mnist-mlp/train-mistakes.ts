/** Runs that train or measure in another way. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { mean, total } from "../../reference/numbers/plain.ts";
import type { Gradients, Matrix, Network, Run } from "./args.ts";
import { zeros } from "./plain-network.ts";
import { type Outcome, run } from "./wrong-networks.ts";

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
  "sum-for-mean": {
    is: run({ rate: (lr, n) => lr * n }),
    step: 2,
    says: "Each step is as many times too long as its batch has examples, as that of a sum. The mean gradient is what backward gives.",
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
