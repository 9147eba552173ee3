import { random } from "../randomness/random.ts";
import { layerOf } from "./mlp.ts";
import { perSample } from "./per-sample.ts";
import type { Model } from "./training.ts";

/** A start from which the run of few layers gets out of the plateau; the one of twelve gets out from none. */
const seeds = { shallow: 2, deep: 0 } as const;

/**
 * XOR by a network two units wide: tanh in the hidden layers, a linear output, momentum, one example at a time.
 *
 *     y = 1 if exactly one of x1 > ½, x2 > ½, else 0;   x uniform on [0, 1)²
 *     W, b ~ U(−1/√in, 1/√in)
 *
 * With so few neurons a run may stay in a local minimum; another seed may not.
 *
 * Source: Machine Learning Visualized, 0.6.1 to 0.6.6.
 *
 * @param hidden layers between the first one and the last
 */
const xorModel = (
  about: Pick<Model, "name" | "title" | "source" | "iterations">,
  hidden: number,
  defaultSeed: number,
): Model => ({
  ...about,
  unit: "epoch",
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
      ...Array.from({ length: 1 + hidden }, () => layerOf(2, 2, "tanh", draw)),
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
});

export const xor: Model = xorModel(
  {
    name: "xor",
    title: "A 2-2-2-2-1 network that learns XOR",
    source: "Machine Learning Visualized, 0.6.5",
    iterations: 601,
  },
  2,
  seeds.shallow,
);

/** Twelve layers: what reaches the first of them is so small that they hardly move. */
export const xorDeep: Model = xorModel(
  {
    name: "xor-deep",
    title: "The same with 12 layers, whose first ones hardly move",
    source: "Machine Learning Visualized, 0.6.6",
    iterations: 1001,
  },
  10,
  seeds.deep,
);
