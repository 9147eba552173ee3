/** Layers of two units, all with one activation, with or without residual connections: the network of ex70 on XOR. */
import type { Activation } from "../../../reference/dense/activations.ts";
import { uniformWithin, xavierLimit } from "../../../reference/networks/initialisation.ts";
import { random } from "../../../reference/randomness/random.ts";
import { backward, descend, forward, type Layer, layerOf } from "../../../reference/train/mlp.ts";

/** Inputs, and units of every layer: all weights are square, so every layer can add its input. */
export const WIDTH = 2;
/** In place of the source's 500. */
export const POINTS = 100;
/** The source's 0.005, five times: a round has a fifth of its steps. */
const RATE = 0.025;
const MOMENTUM = 0.3;

export interface Example {
  readonly x: Float64Array;
  /** A 1 for its class: the first output where exactly one input is above ½. */
  readonly y: Float64Array;
}

export const isOdd = ({ y }: Example): boolean => y[0] === 1;

export function examplesOf(seed: number): readonly Example[] {
  const rng = random(seed, "xor");
  return Array.from({ length: POINTS }, () => {
    const x = Float64Array.of(rng(), rng());
    return { x, y: x[0]! > 0.5 !== x[1]! > 0.5 ? Float64Array.of(1, 0) : Float64Array.of(0, 1) };
  });
}

export interface Shape {
  readonly depth: number;
  readonly act: Activation;
  /** In units of Xavier's bound. */
  readonly scale: number;
  readonly residual: boolean;
  readonly seed: number;
}

export class DeepNetwork {
  readonly layers: readonly Layer[];
  /** Each layer as a network of its own: its pass and its way back are the reference's. */
  readonly #single: readonly (readonly Layer[])[];
  readonly #residual: boolean;
  /** What comes into each layer, and behind them what the last one gives. */
  readonly #passed: readonly Float64Array[];
  readonly #slope = new Float64Array(WIDTH);

  /** Weights uniform within scale·√(6/(in + out)), biases 0. */
  constructor({ depth, act, scale, residual, seed }: Shape) {
    const rng = random(seed, "fig37/start");
    const limit = xavierLimit(WIDTH, WIDTH).times(scale);
    const draw = (_: number, __: number, isBias: boolean): number =>
      isBias ? 0 : uniformWithin(limit, rng()).value;
    this.layers = Array.from({ length: depth }, () => layerOf(WIDTH, WIDTH, act, draw));
    this.#single = this.layers.map((layer) => [layer]);
    this.#residual = residual;
    this.#passed = Array.from({ length: depth + 1 }, () => new Float64Array(WIDTH));
  }

  /** A = g(A Wᵀ + b), or A + g(A Wᵀ + b), layer by layer: the input, and what each layer gives. Overwritten by the next. */
  pass(x: Float64Array): readonly Float64Array[] {
    const passed = this.#passed;
    passed[0]!.set(x);
    for (let l = 0; l < this.#single.length; l++) {
      const [before, after] = [passed[l]!, passed[l + 1]!];
      const given = forward(this.#single[l]!, before);
      for (let k = 0; k < WIDTH; k++) after[k] = given[k]! + (this.#residual ? before[k]! : 0);
    }
    return passed;
  }

  /** Adds the slopes of `factor` times the example's squared error, a mean over both outputs, to the gradients. */
  add({ x, y }: Example, factor: number): void {
    const passed = this.pass(x);
    const slope = this.#slope;
    const given = passed.at(-1)!;
    for (let k = 0; k < WIDTH; k++) slope[k] = (factor * 2 * (given[k]! - y[k]!)) / WIDTH;
    for (let l = this.#single.length - 1; l >= 0; l--) {
      backward(this.#single[l]!, passed[l]!, slope);
      const { W, delta } = this.layers[l]!;
      for (let j = 0; j < WIDTH; j++) {
        let back = this.#residual ? slope[j]! : 0;
        for (let k = 0; k < WIDTH; k++) back += W[k * WIDTH + j]! * delta[k]!;
        slope[j] = back;
      }
    }
  }

  /** A step for each example, in order. */
  learn(examples: readonly Example[]): void {
    for (const example of examples) {
      this.add(example, 1);
      descend(this.layers, RATE, MOMENTUM);
    }
  }

  /** ‖∂L/∂W^l‖ for the mean over all examples, the first layer first. */
  gradientNorms(examples: readonly Example[]): readonly number[] {
    for (const example of examples) this.add(example, 1 / examples.length);
    return this.layers.map(({ dW, db }) => {
      const norm = Math.hypot(...dW);
      dW.fill(0);
      db.fill(0);
      return norm;
    });
  }
}
