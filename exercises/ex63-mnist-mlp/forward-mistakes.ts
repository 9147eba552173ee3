/** Networks that begin with other weights, or give other outputs. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { normalFrom } from "../../reference/functions/generators.ts";
import { filled } from "../../reference/networks/initialisation.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { total } from "../../reference/numbers/plain.ts";
import type { Layers, Matrix } from "./args.ts";
import { drawn, withBiases } from "./plain-network.ts";
import { forward, type Pass, scaleForgotten } from "./wrong-networks.ts";

const softmaxRow = (z: readonly number[]): number[] => {
  const e = z.map((zk) => Math.exp(zk));
  return e.map((ek) => ek / total(e));
};
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
