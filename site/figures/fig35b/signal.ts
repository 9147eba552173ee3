/** A signal through ten layers of one width, forward and back: how large it is after each. */

import { activations } from "../../../reference/dense/activations.ts";
import { defaultLimit, uniformWithin, xavierLimit } from "../../../reference/networks/initialisation.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import { knownRuns } from "../known-runs.ts";

export const LAYERS = 10;

export const STARTS = {
  normal: "normal numbers, times the scale",
  xavier: "Xavier, within √(6/(d + k))",
  pytorch: "PyTorch, within 1/√d",
} as const;
export const BENDS = { identity: "none", tanh: "tanh", sigmoid: "sigmoid", relu: "ReLU" } as const;

export interface Settings {
  readonly start: keyof typeof STARTS;
  readonly scale: number;
  /** Inputs of each layer, and as many outputs. */
  readonly width: number;
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
  readonly width: number;
}
interface Drawn {
  readonly input: Float64Array;
  readonly last: Float64Array;
  readonly weights: readonly Float64Array[];
}

const startOf = ({ seed, start, width }: Settings): Start => ({ seed, isNormal: start === "normal", width });

/** Draws what the settings start from, with rests. */
export const signalSteps = (settings: Settings): Iterator<unknown> => steps(startOf(settings));

/** The weights of all layers before their scale, and an input. */
const { of: drawn, steps } = knownRuns<Start, Drawn>(
  ["seed", "isNormal", "width"],
  4,
  function* ({ seed, isNormal, width }) {
    const rng = random(seed, "fig35b");
    const input = Float64Array.from({ length: width }, () => normal(rng));
    const last = Float64Array.from({ length: width }, () => normal(rng));
    const one = isNormal ? (): number => normal(rng) : (): number => uniformWithin(ONE, rng()).value;
    const weights: Float64Array[] = [];
    for (let l = 0; l < LAYERS; l++) {
      weights.push(Float64Array.from({ length: width * width }, one));
      yield;
    }
    return { input, last, weights };
  },
);
const ONE = xavierLimit(3, 3);

const sizeOf = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

export function signalOf(settings: Settings): Signal {
  const { start, scale, bend, width } = settings;
  const { input, last, weights } = drawn(startOf(settings));
  const factor =
    start === "normal" ? scale : (start === "xavier" ? xavierLimit(width, width) : defaultLimit(width)).value;
  const { of, slope } = activations[bend];
  const values = [input];
  for (const W of weights) {
    const before = values.at(-1) as Float64Array;
    const after = new Float64Array(width);
    for (let k = 0; k < width; k++) {
      let z = 0;
      for (let j = 0; j < width; j++) z += W[k * width + j]! * before[j]!;
      after[k] = of(factor * z);
    }
    values.push(after);
  }
  const back = [last];
  for (let l = LAYERS - 1; l >= 0; l--) {
    const above = (back[0] as Float64Array).map((g, k) => factor * g * slope(values[l + 1]![k]!));
    const W = weights[l] as Float64Array;
    const below = new Float64Array(width);
    for (let k = 0; k < width; k++)
      for (let j = 0; j < width; j++) below[j]! += W[k * width + j]! * above[k]!;
    back.unshift(below);
  }
  return { forward: values.map(sizeOf), back: back.map(sizeOf), values };
}
