import { saddleGrid } from "../data/generated.ts";
import { unrecorded } from "../numbers/num.ts";
import { random } from "../randomness/random.ts";
import { layerOf } from "./mlp.ts";
import { perSample } from "./per-sample.ts";
import type { Model } from "./training.ts";

/**
 * The hyperbolic paraboloid by a network of three layers with tanh after each layer, one example at a time.
 *
 *     z = y² − x²   on a grid of 12 × 12 points of [−1, 1]²
 *     W ~ U(−√(6/(in + out)), √(6/(in + out))),   b = 0
 *
 * The document divides the summed loss by 12, not by its 144 examples; this is the mean over the examples.
 *
 * Source: Machine Learning Visualized, 0.7.1, 0.7.13 and 0.7.17.
 */
const paraboloidModel = (
  about: Pick<Model, "name" | "title" | "source" | "iterations">,
  wide: number,
): Model => ({
  ...about,
  unit: "epoch",
  learningRate: 0.005,
  also: "one example at a time",
  lossName: "mean squared error",
  train({ seed, learningRate }) {
    const { features, labels } = unrecorded(() => saddleGrid(12));
    const inputs = features.map((point) => Float64Array.from(point, ({ value }) => value));
    const targets = Float64Array.from(labels, ({ value }) => value);
    const start = random(seed ?? 0, `${about.name}/start`);
    const draw = (from: number, to: number, isBias: boolean): number =>
      isBias ? 0 : (2 * start() - 1) * Math.sqrt(6 / (from + to));
    const net = [layerOf(2, wide, "tanh", draw), layerOf(wide, 2, "tanh", draw), layerOf(2, 1, "tanh", draw)];
    return {
      ...perSample(net, inputs, targets, { learningRate, momentum: 0 }, false),
      data: "144 points of a grid",
      start: `Xavier uniform from seed ${seed ?? 0}, biases 0`,
    };
  },
});

export const paraboloid: Model = paraboloidModel(
  {
    name: "paraboloid",
    title: "A 2-12-2-1 network that learns a saddle",
    source: "Machine Learning Visualized, 0.7.13",
    iterations: 301,
  },
  12,
);

/** The network that the document builds a second time with a library: two units more, 75 parameters. */
export const paraboloidWider: Model = paraboloidModel(
  {
    name: "paraboloid-14",
    title: "A 2-14-2-1 network that learns the same saddle",
    source: "Machine Learning Visualized, 0.7.17",
    iterations: 101,
  },
  14,
);
