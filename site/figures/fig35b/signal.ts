/** A signal through ten layers of a hundred units, forward and back: how large it is after each. */

import { activations } from "../../../reference/dense/activations.ts";
import { defaultLimit, uniformWithin, xavierLimit } from "../../../reference/networks/initialisation.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import { knownRuns } from "../known-runs.ts";

export const LAYERS = 10;
export const WIDTH = 100;

export const STARTS = {
  normal: "normal numbers, times the scale",
  xavier: "Xavier, within √(6/(d + k))",
  pytorch: "PyTorch, within 1/√d",
} as const;
export const BENDS = { identity: "none", tanh: "tanh", sigmoid: "sigmoid", relu: "ReLU" } as const;

export interface Settings {
  readonly start: keyof typeof STARTS;
  readonly scale: number;
  readonly bend: keyof typeof BENDS;
  readonly seed: number;
}

export interface Signal {
  /** Root of the mean square after each layer, the input first; and of what comes back, the last layer first known. */
  readonly forward: readonly number[];
  readonly back: readonly number[];
  /** What each layer gives, the input first. */
  readonly values: readonly Float64Array[];
}

interface Start {
  readonly seed: number;
  readonly isNormal: boolean;
}
interface Drawn {
  readonly input: Float64Array;
  readonly last: Float64Array;
  readonly weights: readonly Float64Array[];
}

const startOf = ({ seed, start }: Settings): Start => ({ seed, isNormal: start === "normal" });

/** Draws what the settings start from, with rests. */
export const signalSteps = (settings: Settings): Iterator<unknown> => steps(startOf(settings));

/** The weights of all layers before their scale, and an input. */
const { of: drawn, steps } = knownRuns<Start, Drawn>(["seed", "isNormal"], 4, function* ({ seed, isNormal }) {
  const rng = random(seed, "fig35b");
  const input = Float64Array.from({ length: WIDTH }, () => normal(rng));
  const last = Float64Array.from({ length: WIDTH }, () => normal(rng));
  const one = isNormal ? (): number => normal(rng) : (): number => uniformWithin(ONE, rng()).value;
  const weights: Float64Array[] = [];
  for (let l = 0; l < LAYERS; l++) {
    weights.push(Float64Array.from({ length: WIDTH * WIDTH }, one));
    yield;
  }
  return { input, last, weights };
});
const ONE = xavierLimit(3, 3);

const sizeOf = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

export function signalOf(settings: Settings): Signal {
  const { start, scale, bend } = settings;
  const { input, last, weights } = drawn(startOf(settings));
  const factor =
    start === "normal" ? scale : (start === "xavier" ? xavierLimit(WIDTH, WIDTH) : defaultLimit(WIDTH)).value;
  const { of, slope } = activations[bend];
  const values = [input];
  for (const W of weights) {
    const before = values.at(-1) as Float64Array;
    const after = new Float64Array(WIDTH);
    for (let k = 0; k < WIDTH; k++) {
      let z = 0;
      for (let j = 0; j < WIDTH; j++) z += W[k * WIDTH + j]! * before[j]!;
      after[k] = of(factor * z);
    }
    values.push(after);
  }
  const back = [last];
  for (let l = LAYERS - 1; l >= 0; l--) {
    const above = (back[0] as Float64Array).map((g, k) => factor * g * slope(values[l + 1]![k]!));
    const W = weights[l] as Float64Array;
    const below = new Float64Array(WIDTH);
    for (let k = 0; k < WIDTH; k++)
      for (let j = 0; j < WIDTH; j++) below[j]! += W[k * WIDTH + j]! * above[k]!;
    back.unshift(below);
  }
  return { forward: values.map(sizeOf), back: back.map(sizeOf), values };
}
