import { sigmoid } from "../numbers/sigmoid.ts";

/** Activations by name, with the slope as a function of the activation's own value a = g(z). */
const activations = {
  identity: { of: (z: number): number => z, slope: (_: number): number => 1 },
  tanh: { of: Math.tanh, slope: (a: number): number => 1 - a * a },
  sigmoid: { of: sigmoid, slope: (a: number): number => a * (1 - a) },
} as const;

export type Activation = keyof typeof activations;

/** One layer a = g(W x + b); weights [out×in], row-major. Gradients and velocities have the parameters' shapes. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
  readonly W: Float64Array;
  readonly b: Float64Array;
  readonly dW: Float64Array;
  readonly db: Float64Array;
  readonly vW: Float64Array;
  readonly vb: Float64Array;
  /** The activations of the last forward pass, shape [out]. */
  readonly a: Float64Array;
  /** ∂L/∂z of the last backward pass, shape [out]. */
  readonly delta: Float64Array;
}

/** @param draw a start value for a weight or a bias of a layer with these sizes */
export function layerOf(
  inputs: number,
  outputs: number,
  activation: Activation,
  draw: (inputs: number, outputs: number, isBias: boolean) => number,
): Layer {
  const size = inputs * outputs;
  return {
    inputs,
    outputs,
    activation,
    W: Float64Array.from({ length: size }, () => draw(inputs, outputs, false)),
    b: Float64Array.from({ length: outputs }, () => draw(inputs, outputs, true)),
    dW: new Float64Array(size),
    db: new Float64Array(outputs),
    vW: new Float64Array(size),
    vb: new Float64Array(outputs),
    a: new Float64Array(outputs),
    delta: new Float64Array(outputs),
  };
}

/**
 * Forward pass of one example.
 *
 *     a_l = g(W_l a_{l−1} + b_l),   a_0 = x
 *
 * @returns the last activations; overwritten by the next pass
 */
export function forward(net: readonly Layer[], x: Float64Array): Float64Array {
  let input = x;
  for (const { inputs, outputs, activation, W, b, a } of net) {
    const { of } = activations[activation];
    for (let i = 0; i < outputs; i++) {
      let z = b[i]!;
      for (let j = 0; j < inputs; j++) z += W[i * inputs + j]! * input[j]!;
      a[i] = of(z);
    }
    input = a;
  }
  return input;
}

/**
 * Backward pass of the same example; adds to dW and db.
 *
 *     δ_L = ∂L/∂a_L ⊙ g′(z_L),   δ_l = (W_{l+1}ᵀ δ_{l+1}) ⊙ g′(z_l)
 *     dW_l += δ_l a_{l−1}ᵀ,      db_l += δ_l
 *
 * @param slope ∂L/∂a of the last layer, shape [out]
 */
export function backward(net: readonly Layer[], x: Float64Array, slope: Float64Array): void {
  for (let l = net.length - 1; l >= 0; l--) {
    const { inputs, outputs, activation, a, delta, dW, db } = net[l]!;
    const above = net[l + 1];
    const input = net[l - 1]?.a ?? x;
    const { slope: g } = activations[activation];
    for (let i = 0; i < outputs; i++) {
      let back = above === undefined ? slope[i]! : 0;
      if (above !== undefined)
        for (let k = 0; k < above.outputs; k++) back += above.W[k * outputs + i]! * above.delta[k]!;
      const d = back * g(a[i]!);
      delta[i] = d;
      db[i]! += d;
      const row = i * inputs;
      for (let j = 0; j < inputs; j++) dW[row + j]! += d * input[j]!;
    }
  }
}

/**
 * One step of descent with momentum, in place; clears the gradients.
 *
 *     v ← μ v + dP,   P ← P − η v
 */
export function descend(net: readonly Layer[], learningRate: number, momentum = 0): void {
  for (const { W, b, dW, db, vW, vb } of net) {
    move(W, dW, vW, learningRate, momentum);
    move(b, db, vb, learningRate, momentum);
  }
}

function move(p: Float64Array, d: Float64Array, v: Float64Array, rate: number, momentum: number): void {
  for (let k = 0; k < p.length; k++) {
    v[k] = momentum * v[k]! + d[k]!;
    p[k]! -= rate * v[k]!;
    d[k] = 0;
  }
}
