import { random } from "../random.ts";
import { layerOf } from "./mlp.ts";
import { perSample } from "./per-sample.ts";
import type { Model } from "./training.ts";

/** A start from which the run gets out of the plateau. */
const defaultSeed = 2;

/**
 * XOR by a 2-2-2-2-1 network: tanh in the hidden layers, a linear output, momentum, one example at a time.
 *
 *     y = 1 if exactly one of x1 > ½, x2 > ½, else 0;   x uniform on [0, 1)²
 *     W, b ~ U(−1/√in, 1/√in)
 *
 * With so few neurons a run may stay in a local minimum; another seed may not.
 *
 * Source: Machine Learning Visualized, 0.6.1 to 0.6.5.
 */
export const xor: Model = {
  name: "xor",
  title: "A 2-2-2-2-1 network that learns XOR",
  source: "Machine Learning Visualized, 0.6.5",
  unit: "epoch",
  iterations: 601,
  learningRate: 0.005,
  seed: defaultSeed,
  also: "momentum 0.3, one example at a time",
  lossName: "mean squared error",
  train({ seed, learningRate }) {
    const rng = random(seed ?? defaultSeed, "xor");
    const inputs = Array.from({ length: 500 }, () => Float64Array.of(rng(), rng()));
    const targets = Float64Array.from(inputs, (x) => (x[0]! > 0.5 !== x[1]! > 0.5 ? 1 : 0));
    const start = random(seed ?? defaultSeed, "xor/start");
    const draw = (from: number): number => (2 * start() - 1) / Math.sqrt(from);
    const net = [
      layerOf(2, 2, "tanh", draw),
      layerOf(2, 2, "tanh", draw),
      layerOf(2, 2, "tanh", draw),
      layerOf(2, 1, "identity", draw),
    ];
    return {
      ...perSample(net, inputs, targets, { learningRate, momentum: 0.3 }, true),
      parameters: () =>
        Object.fromEntries(
          net.flatMap(({ W, b }, l) => [
            [`W${l + 1}`, W],
            [`b${l + 1}`, b],
          ]),
        ),
      data: "500 points of the unit square",
      start: `uniform on ±1/√in from seed ${seed ?? defaultSeed}`,
    };
  },
};
