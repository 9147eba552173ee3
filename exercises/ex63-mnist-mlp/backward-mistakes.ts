/** Gradients that are carried back in another way. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { sigmoid } from "../../reference/numbers/sigmoid.ts";
import type { Gradients } from "./args.ts";
import { forwardMistakes } from "./forward-mistakes.ts";
import { miss } from "./plain-network.ts";
import { type Back, backward, scaleForgotten } from "./wrong-networks.ts";

const slopeAtSigmoid = (a: number): number => sigmoid(a) * (1 - sigmoid(a));

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
