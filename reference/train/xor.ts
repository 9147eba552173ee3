import { random } from "../randomness/random.ts";
import { layerOf } from "./mlp.ts";
import { perSample } from "./per-sample.ts";
import type { Model } from "./training.ts";

/** A start from which the run of few layers gets out of the plateau; the one of twelve gets out from none. */
export const seeds = { shallow: 2, deep: 0 } as const;

export interface XorSettings {
  /** Layers between the first one and the last. */
  readonly hidden: number;
  readonly width: number;
  readonly learningRate: number;
  readonly momentum: number;
  readonly seed: number;
}

/**
 * XOR by a narrow network: tanh in the hidden layers, a linear output, momentum, one example at a time.
 *
 *     y = 1 if exactly one of x1 > ½, x2 > ½, else 0;   x uniform on [0, 1)²
 *     W, b ~ U(−1/√in, 1/√in)
 *
 * With so few neurons a run may stay in a local minimum; another seed may not.
 *
 * Source: Machine Learning Visualized, 0.6.1 to 0.6.6, with two units a layer.
 */
export function xorTraining({ hidden, width, learningRate, momentum, seed }: XorSettings) {
  const rng = random(seed, "xor");
  const inputs = Array.from({ length: 500 }, () => Float64Array.of(rng(), rng()));
  const targets = Float64Array.from(inputs, (x) => (x[0]! > 0.5 !== x[1]! > 0.5 ? 1 : 0));
  const start = random(seed, "xor/start");
  const draw = (from: number): number => (2 * start() - 1) / Math.sqrt(from);
  const net = [
    ...Array.from({ length: 1 + hidden }, (_, l) => layerOf(l === 0 ? 2 : width, width, "tanh", draw)),
    layerOf(width, 1, "identity", draw),
  ];
  return {
    net,
    inputs,
    targets,
    training: perSample(net, inputs, targets, { learningRate, momentum }, true),
  };
}

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
  train({ seed = defaultSeed, learningRate }) {
    const { net, training } = xorTraining({ hidden, width: 2, learningRate, momentum: 0.3, seed });
    return {
      ...training,
      parameters: () =>
        Object.fromEntries(
          net.flatMap(({ W, b }, l) => [
            [`W${l + 1}`, W],
            [`b${l + 1}`, b],
          ]),
        ),
      data: "500 points of the unit square",
      start: `uniform on ±1/√in from seed ${seed}`,
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
