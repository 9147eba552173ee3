import { random } from "../random.ts";
import { layerOf } from "./mlp.ts";
import { perSample } from "./per-sample.ts";
import type { Model } from "./training.ts";

/**
 * The hyperbolic paraboloid by a 2-12-2-1 network with tanh after each layer, one example at a time.
 *
 *     z = y² − x²   on a grid of 12 × 12 points of [−1, 1]²
 *     W ~ U(−√(6/(in + out)), √(6/(in + out))),   b = 0
 *
 * The document divides the summed loss by 12, not by its 144 examples; this is the mean over the examples.
 *
 * Source: Machine Learning Visualized, 0.7.1 and 0.7.13.
 */
export const paraboloid: Model = {
  name: "paraboloid",
  title: "A 2-12-2-1 network that learns a saddle",
  source: "Machine Learning Visualized, 0.7.13",
  unit: "epoch",
  iterations: 301,
  learningRate: 0.005,
  also: "one example at a time",
  lossName: "mean squared error",
  train({ seed, learningRate }) {
    const at = (k: number): number => -1 + (2 * k) / 11;
    const inputs = Array.from({ length: 144 }, (_, i) => Float64Array.of(at(i % 12), at(Math.floor(i / 12))));
    const targets = Float64Array.from(inputs, (x) => x[1]! * x[1]! - x[0]! * x[0]!);
    const start = random(seed ?? 0, "paraboloid/start");
    const draw = (from: number, to: number, isBias: boolean): number =>
      isBias ? 0 : (2 * start() - 1) * Math.sqrt(6 / (from + to));
    const net = [layerOf(2, 12, "tanh", draw), layerOf(12, 2, "tanh", draw), layerOf(2, 1, "tanh", draw)];
    return {
      ...perSample(net, inputs, targets, { learningRate, momentum: 0 }, false),
      data: "144 points of a grid",
      start: `Xavier uniform from seed ${seed ?? 0}, biases 0`,
    };
  },
};
