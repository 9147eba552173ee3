/**
 * Steps of descent, in place; invocation i owns parameter i and its state. Twins: reference/dense/updates.ts.
 */
import type { AdamRates } from "../../dense/updates.ts";
import type { Gpu, Pass } from "../gpu.ts";
import { type GpuArray, mustHold, part } from "../gpu-array.ts";
import { kernel } from "../kernel.ts";

const plain = kernel({
  name: "descent",
  params: { rate: "f32" },
  reads: ["G"],
  writes: ["P"],
  body: "  P[i] -= p.rate * G[i];",
});

/** P ← P − η G */
export function descend(gpu: Gpu, P: GpuArray, G: GpuArray, learningRate: number): readonly Pass[] {
  mustHold("descend", "G", part(G, 0), P.length);
  return [gpu.prepare(plain, P.length, { rate: learningRate }, [G, P])];
}

const withMomentum = kernel({
  name: "descent with momentum",
  params: { rate: "f32", momentum: "f32" },
  reads: ["G"],
  writes: ["P", "V"],
  body: `
  let v = p.momentum * V[i] + G[i];
  V[i] = v;
  P[i] -= p.rate * v;`,
});

/** V ← μ V + G,   P ← P − η V */
export function descendWithMomentum(
  gpu: Gpu,
  P: GpuArray,
  V: GpuArray,
  G: GpuArray,
  { learningRate, momentum }: { readonly learningRate: number; readonly momentum: number },
): readonly Pass[] {
  mustHold("descendWithMomentum", "V", part(V, 0), P.length);
  mustHold("descendWithMomentum", "G", part(G, 0), P.length);
  return [gpu.prepare(withMomentum, P.length, { rate: learningRate, momentum }, [G, P, V])];
}

/** c ← β c + (1 − β), which is 1 − β^t after t steps; 1 − 0.999 is taken in f64, since f32 keeps four digits of it. */
const correct = kernel({
  name: "corrections of Adam",
  params: { beta1: "f32", rest1: "f32", beta2: "f32", rest2: "f32" },
  reads: [],
  writes: ["c"],
  body: "  c[i] = select(p.beta2 * c[i] + p.rest2, p.beta1 * c[i] + p.rest1, i == 0u);",
});

const move = kernel({
  name: "Adam",
  params: { beta1: "f32", rest1: "f32", beta2: "f32", rest2: "f32", rate: "f32", epsilon: "f32" },
  reads: ["G", "c"],
  writes: ["P", "M", "V"],
  body: `
  let g = G[i];
  let m = p.beta1 * M[i] + p.rest1 * g;
  let v = p.beta2 * V[i] + p.rest2 * g * g;
  M[i] = m;
  V[i] = v;
  P[i] -= p.rate * (m / c[0]) / (sqrt(v / c[1]) + p.epsilon);`,
});

/** Arrays as in AdamState: M and V as P, `corrections` of length 2, all 0 at the start. */
export interface AdamArrays {
  readonly M: GpuArray;
  readonly V: GpuArray;
  readonly corrections: GpuArray;
}

/** One step of Adam; the state goes on with every run of the passes. */
export function adam(
  gpu: Gpu,
  P: GpuArray,
  { M, V, corrections }: AdamArrays,
  G: GpuArray,
  { learningRate, beta1, beta2, epsilon }: AdamRates,
): readonly Pass[] {
  for (const [what, array] of Object.entries({ M, V, G })) mustHold("adam", what, part(array, 0), P.length);
  mustHold("adam", "corrections", part(corrections, 0), 2);
  const betas = { beta1, rest1: 1 - beta1, beta2, rest2: 1 - beta2 };
  return [
    gpu.prepare(correct, 2, betas, [corrections]),
    gpu.prepare(move, P.length, { ...betas, rate: learningRate, epsilon }, [G, corrections, P, M, V], 4),
  ];
}
