/** Layers of two units, all with one activation, with or without residual connections: the network of ex70 on XOR. */
import { type Activation, activations } from "../../../reference/dense/activations.ts";
import { uniformWithin, xavierLimit } from "../../../reference/networks/initialisation.ts";
import { random } from "../../../reference/randomness/random.ts";

/** In place of the source's 500. */
export const POINTS = 100;
/** The source's 0.005, five times: a round has a fifth of its steps. */
const RATE = 0.025;
const MOMENTUM = 0.3;
/** Numbers of a layer: W out × in, then b. */
export const LAYER = 6;

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

/** Two units everywhere, written out: a run has millions of these layers. */
export class DeepNetwork {
  /** Layer by layer, W out × in and b. */
  readonly P: Float64Array;
  readonly #G: Float64Array;
  readonly #V: Float64Array;
  /** What comes into each layer, two by two, and behind them what the last one gives. */
  readonly #passed: Float64Array;
  /** g(z) of each layer, without what a residual layer adds. */
  readonly #bent: Float64Array;
  readonly #of: (z: number) => number;
  readonly #slope: (a: number) => number;
  /** 1 where a layer adds its input. */
  readonly #skip: number;
  readonly #depth: number;

  /** Weights uniform within scale·√(6/(in + out)), biases 0. */
  constructor({ depth, act, scale, residual, seed }: Shape) {
    const rng = random(seed, "fig37/start");
    const limit = xavierLimit(2, 2).times(scale);
    this.P = Float64Array.from({ length: LAYER * depth }, (_, q) =>
      q % LAYER < 4 ? uniformWithin(limit, rng()).value : 0,
    );
    this.#G = new Float64Array(LAYER * depth);
    this.#V = new Float64Array(LAYER * depth);
    this.#passed = new Float64Array(2 * depth + 2);
    this.#bent = new Float64Array(2 * depth);
    this.#of = activations[act].of;
    this.#slope = activations[act].slope;
    this.#skip = residual ? 1 : 0;
    this.#depth = depth;
  }

  /** A = g(A Wᵀ + b), or A + g(A Wᵀ + b): the input and what each layer gives, two by two. The next pass writes over it. */
  pass(x: Float64Array): Float64Array {
    const { P } = this;
    const [A, B, of, skip] = [this.#passed, this.#bent, this.#of, this.#skip];
    let [a, c] = [x[0]!, x[1]!];
    A[0] = a;
    A[1] = c;
    for (let l = 0, q = 0, at = 0; l < this.#depth; l++, q += LAYER, at += 2) {
      const first = of(P[q]! * a + P[q + 1]! * c + P[q + 4]!);
      const second = of(P[q + 2]! * a + P[q + 3]! * c + P[q + 5]!);
      B[at] = first;
      B[at + 1] = second;
      a = first + skip * a;
      c = second + skip * c;
      A[at + 2] = a;
      A[at + 3] = c;
    }
    return A;
  }

  /**
   * Adds the gradient of `factor` times an example's squared error, a mean over both outputs.
   *
   *     δ_l = back ⊙ g′,   ∂W_l = δ_lᵀ A_{l−1},   back ← δ_l W_l (+ back where it is residual)
   */
  #add({ x, y }: Example, factor: number): void {
    const A = this.pass(x);
    const { P } = this;
    const [B, G, slope, skip] = [this.#bent, this.#G, this.#slope, this.#skip];
    const end = 2 * this.#depth;
    let [u, v] = [factor * (A[end]! - y[0]!), factor * (A[end + 1]! - y[1]!)];
    for (let q = LAYER * (this.#depth - 1), at = end - 2; at >= 0; q -= LAYER, at -= 2) {
      const [first, second] = [u * slope(B[at]!), v * slope(B[at + 1]!)];
      G[q]! += first * A[at]!;
      G[q + 1]! += first * A[at + 1]!;
      G[q + 2]! += second * A[at]!;
      G[q + 3]! += second * A[at + 1]!;
      G[q + 4]! += first;
      G[q + 5]! += second;
      u = first * P[q]! + second * P[q + 2]! + skip * u;
      v = first * P[q + 1]! + second * P[q + 3]! + skip * v;
    }
  }

  /** A step for each example, in order: V ← μV + G, P ← P − ηV. */
  learn(examples: readonly Example[]): void {
    const { P } = this;
    const [G, V] = [this.#G, this.#V];
    for (const example of examples) {
      this.#add(example, 1);
      for (let q = 0; q < P.length; q++) {
        V[q] = MOMENTUM * V[q]! + G[q]!;
        P[q]! -= RATE * V[q]!;
        G[q] = 0;
      }
    }
  }

  /** ‖∂L/∂W^l‖ for the mean over all examples, the first layer first. */
  gradientNorms(examples: readonly Example[]): readonly number[] {
    for (const example of examples) this.#add(example, 1 / examples.length);
    const norms = Array.from({ length: this.#depth }, (_, l) => lengthOf(this.#G, l));
    this.#G.fill(0);
    return norms;
  }
}

/** How long the weights of a layer are, taken as one row. */
export const lengthOf = (P: Float64Array, l: number): number =>
  Math.hypot(...P.subarray(LAYER * l, LAYER * l + 4));
