/** A 2–12–2–1 network that learns a saddle, epoch by epoch: the run of the source, and others like it. */
import { saddleGrid } from "../../reference/data/generated.ts";
import { type AdamState, adam } from "../../reference/dense/updates.ts";
import { unrecorded } from "../../reference/numbers/num.ts";
import { random } from "../../reference/randomness/random.ts";
import { backward, descend, forward, type Layer, layerOf } from "../../reference/train/mlp.ts";
import { remembered } from "./frame/remembered.ts";
import { knownRuns } from "./known-runs.ts";

export const EPOCHS = 300;
/** Points on a side of the grid. */
export const SIDE = 12;
export const HIDDEN = 12;
const MOMENTUM = 0.9;

export const STARTS = {
  xavier: "Xavier: within √(6/(in + out))",
  small: "a hundredth of that",
  equal: "all weights 0.3",
  zero: "all weights 0",
} as const;
export const OPTIMISERS = { descent: "descent", momentum: "momentum 0.9", adam: "Adam" } as const;

export interface Settings {
  readonly seed: number;
  readonly rate: number;
  readonly start: keyof typeof STARTS;
  readonly optimiser: keyof typeof OPTIMISERS;
}

/** A layer's numbers after an epoch, weights out × in row by row. */
export interface Weights {
  readonly W: Float64Array;
  readonly b: Float64Array;
}

export interface Stand {
  readonly layers: readonly [Weights, Weights, Weights];
  /** What the network says at each point of the grid. */
  readonly heights: Float64Array;
  /** What the two units before the last say at each point, in turn. */
  readonly before: Float64Array;
  /** Mean over the points. */
  readonly error: number;
  /** Squared errors of the epoch, each before its step, summed: what the source divides. */
  readonly passed: number;
}

export type Run = readonly Stand[];

/** Places and heights of the saddle, x running fastest. */
export const saddle = remembered(() => {
  const { features, labels } = unrecorded(() => saddleGrid(SIDE));
  return {
    points: features.map((point) => Float64Array.from(point, ({ value }) => value)),
    heights: Float64Array.from(labels, ({ value }) => value),
  };
});

function netOf({ seed, start }: Settings): readonly Layer[] {
  // The stream of the course's own run, `train paraboloid`.
  const rng = random(seed, "paraboloid/start");
  const draw = (inputs: number, outputs: number, isBias: boolean): number => {
    if (isBias || start === "zero") return 0;
    if (start === "equal") return 0.3;
    return (start === "small" ? 0.01 : 1) * (2 * rng() - 1) * Math.sqrt(6 / (inputs + outputs));
  };
  return [layerOf(2, HIDDEN, "tanh", draw), layerOf(HIDDEN, 2, "tanh", draw), layerOf(2, 1, "tanh", draw)];
}

/** One step of every parameter; gradients are 0 afterwards. */
function stepOf(net: readonly Layer[], { rate, optimiser }: Settings): () => void {
  if (optimiser !== "adam") return () => descend(net, rate, optimiser === "momentum" ? MOMENTUM : 0);
  const parts = net.flatMap(({ W, b, dW, db }) => [
    [W, dW],
    [b, db],
  ]) as [Float64Array, Float64Array][];
  const states = parts.map(
    ([P]): AdamState => ({
      M: new Float64Array(P.length),
      V: new Float64Array(P.length),
      corrections: new Float64Array(2),
    }),
  );
  const rates = { learningRate: rate, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
  return () => {
    parts.forEach(([P, G], k) => {
      adam(P, states[k] as AdamState, G, rates);
      G.fill(0);
    });
  };
}

function standOf(net: readonly Layer[], passed: number): Stand {
  const { points, heights: right } = saddle();
  const heights = new Float64Array(points.length);
  const before = new Float64Array(2 * points.length);
  let error = 0;
  points.forEach((x, i) => {
    heights[i] = forward(net, x)[0]!;
    before.set(net[1]!.a, 2 * i);
    error += (heights[i]! - right[i]!) ** 2 / points.length;
  });
  const layers = net.map(({ W, b }) => ({ W: W.slice(), b: b.slice() })) as unknown as Stand["layers"];
  return { layers, heights, before, error, passed };
}

/** The start, and the network after each epoch; rests after each. */
function* worked(settings: Settings): Generator<undefined, Run> {
  const { points, heights } = saddle();
  const net = netOf(settings);
  const step = stepOf(net, settings);
  const slope = new Float64Array(1);
  const run = [standOf(net, 0)];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let passed = 0;
    for (let i = 0; i < points.length; i++) {
      const error = forward(net, points[i]!)[0]! - heights[i]!;
      passed += error * error;
      slope[0] = 2 * error;
      backward(net, points[i]!, slope);
      step();
    }
    run.push(standOf(net, passed));
    yield;
  }
  return run;
}

/** The runs of the last settings: two figures of a page may show one. */
export const { steps: saddleSteps, of: saddleRun } = knownRuns<Settings, Run>(
  ["seed", "rate", "start", "optimiser"],
  8,
  worked,
);
