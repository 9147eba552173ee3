/**
 * The complete central-difference check of a network, by its structure.
 *
 *     g_q = (L(P + h e_q) − L(P − h e_q)) / (2h)
 *
 * A weight w_jk moves one unit only, z_k ← z_k ± h x_j, and nothing below it; what moves above is propagated as a
 * difference, and the loss's difference is formed from the differences of the last layer without subtracting two
 * losses. So no digits are lost, and f32 is enough for it on the GPU:
 *
 *     σ(z + d) − σ(z) = s(1 − s) E / (1 + s E),   s = σ(z), E = e^d − 1
 *     ln Σ_c e^(z_c + d_c) − ln Σ_c e^(z_c) = ln(1 + Σ_c p_c (e^(d_c) − 1)),   p = softmax(z)
 */
import { type Activation, LEAK } from "./activations.ts";
import { biasActivation, type RowActivation } from "./layer.ts";
import type { LossName } from "./losses.ts";
import { matmul } from "./matmul.ts";
import { layersOf, type NetworkShape, scaleOf } from "./network-shape.ts";

export interface Batch {
  readonly P: Float64Array;
  readonly X: Float64Array;
  readonly Y: Float64Array;
  readonly n: number;
}

/** What a layer is moved from: z where the activation is piecewise linear, a = g(z) elsewhere. */
export const movesFrom = (name: RowActivation): "z" | "a" =>
  name === "sigmoid" || name === "tanh" || name === "softmax" ? "a" : "z";

/** g(z + d) − g(z); `from` is z or a, as movesFrom says. */
function moved(name: Activation, from: number, d: number): number {
  switch (name) {
    case "identity":
      return d;
    case "sigmoid": {
      const E = Math.expm1(d);
      return (from * (1 - from) * E) / (1 + from * E);
    }
    case "tanh": {
      // tanh z = 2σ(2z) − 1, so that σ(2z) = (1 + t)/2.
      const E = Math.expm1(2 * d);
      return (((1 - from * from) / 2) * E) / (1 + ((1 + from) / 2) * E);
    }
    case "relu":
    case "leakyRelu": {
      const left = name === "relu" ? 0 : LEAK;
      const z = from + d;
      // On one side of the kink the difference is d or a share of it.
      if (z > 0 === from > 0) return z > 0 ? d : left * d;
      return z > 0 ? z - left * from : left * z - from;
    }
  }
}

/** All of a layer's outputs for one example, moved by `u` in place; `from` begins at that example. */
function moveRow(u: Float64Array, name: RowActivation, from: Float64Array): void {
  if (name !== "softmax") {
    for (let c = 0; c < u.length; c++) u[c] = moved(name, from[c]!, u[c]!);
    return;
  }
  let S = 0;
  for (let c = 0; c < u.length; c++) S += from[c]! * Math.expm1(u[c]!);
  for (let c = 0; c < u.length; c++) u[c] = (from[c]! * (Math.expm1(u[c]!) - S)) / (1 + S);
}

/** ℓ(a + u) − ℓ(a) of one example; `of` is softmax(z), σ(z) or a, whichever the loss asks for. */
function rise(loss: LossName, of: Float64Array, y: Float64Array, u: Float64Array): number {
  let sum = 0;
  if (loss === "crossEntropy") {
    let along = 0;
    for (let c = 0; c < u.length; c++) {
      sum += of[c]! * Math.expm1(u[c]!);
      along += y[c]! * u[c]!;
    }
    return Math.log1p(sum) - along;
  }
  for (let c = 0; c < u.length; c++) {
    const [a, t, d] = [of[c]!, y[c]!, u[c]!];
    if (loss === "squared") sum += d * (d - 2 * (t - a));
    else if (loss === "bceLogits") sum += Math.log1p(a * Math.expm1(d)) - t * d;
    else sum -= (t === 0 ? 0 : t * Math.log1p(d / a)) + (t === 1 ? 0 : (1 - t) * Math.log1p(-d / (1 - a)));
  }
  return sum;
}

/** The numerical derivative by every parameter, in their order. */
export function centralDifferences(shape: NetworkShape, { P, X, Y, n }: Batch, h: number): Float64Array {
  const layers = layersOf(shape);
  const scale = scaleOf(shape, n) / (2 * h);
  const numerical = new Float64Array(P.length);
  const { inputs: X0, from, last } = statesOf(shape, { P, X, Y, n });
  const [C, ends] = [shape.sizes.at(-1)!, layers.length - 1];

  /** The loss of example i where unit k of layer l gets d more. */
  const riseOf = (i: number, l: number, k: number, d: number): number => {
    let u = new Float64Array(layers[l]!.outputs);
    u[k] = d;
    for (let above = l; ; above++) {
      const { outputs, activation } = layers[above]!;
      moveRow(u, activation, from[above]!.subarray(i * outputs, (i + 1) * outputs));
      if (above === ends) break;
      const next = layers[above + 1]!;
      const v = new Float64Array(next.outputs);
      for (let j = 0; j < outputs; j++)
        if (u[j] !== 0) for (let c = 0; c < v.length; c++) v[c]! += u[j]! * P[next.W + j * v.length + c]!;
      u = v;
    }
    return rise(shape.loss, last.subarray(i * C, (i + 1) * C), Y.subarray(i * C, (i + 1) * C), u);
  };

  for (const [l, { inputs, outputs, W }] of layers.entries())
    for (let q = 0; q < (inputs + 1) * outputs; q++) {
      const [j, k] = [Math.floor(q / outputs), q % outputs];
      let sum = 0;
      for (let i = 0; i < n; i++) {
        // The bias is the weight of an input that is 1.
        const d = h * (j === inputs ? 1 : X0[l]![i * inputs + j]!);
        if (d !== 0) sum += riseOf(i, l, k, d) - riseOf(i, l, k, -d);
      }
      numerical[W + q] = scale * sum;
    }
  return numerical;
}

/** What goes into each layer, what it is moved from, and what the loss is moved from. */
export function statesOf(shape: NetworkShape, { P, X, n }: Batch) {
  const layers = layersOf(shape);
  const inputs: Float64Array[] = [X];
  const from = layers.map(({ inputs: k, outputs, activation, W, b }, l) => {
    const z = new Float64Array(n * outputs);
    const sizes = { n, c: outputs };
    matmul(z, inputs[l]!, P.subarray(W, b), { m: n, k, n: outputs }, "nn");
    biasActivation(z, z, P.subarray(b, b + outputs), sizes, "identity");
    const a = new Float64Array(n * outputs);
    biasActivation(a, z, new Float64Array(outputs), sizes, activation);
    inputs.push(a);
    return movesFrom(activation) === "z" ? z : a;
  });
  const c = shape.sizes.at(-1)!;
  const last = inputs.at(-1)!.slice();
  biasActivation(last, last, new Float64Array(c), { n, c }, lossMovesFrom(shape.loss));
  return { inputs, from, last };
}

/** What is made of the last layer's values for the loss's difference. */
export const lossMovesFrom = (loss: LossName): RowActivation =>
  loss === "crossEntropy" ? "softmax" : loss === "bceLogits" ? "sigmoid" : "identity";
