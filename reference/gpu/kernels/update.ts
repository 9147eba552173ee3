/**
 * Steps of descent, in place; invocation i owns parameter i and its state. Twins: reference/dense/updates.ts.
 */
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
