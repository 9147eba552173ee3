import type { Gpu, Pass } from "../gpu.ts";
import { type GpuArray, mustHold, part } from "../gpu-array.ts";
import { kernel } from "../kernel.ts";

/** d_ij = ‖x_i − y_j‖²; invocation i owns one entry. */
const distances = kernel({
  name: "pairwise distances",
  params: { m: "u32", k: "u32", root: "u32" },
  reads: ["X", "Y"],
  writes: ["D"],
  body: `
  let x = (i / p.k) * p.m;
  let y = (i % p.k) * p.m;
  var d = 0.0;
  for (var t = 0u; t < p.m; t++) {
    let e = X[x + t] - Y[y + t];
    d += e * e;
  }
  D[i] = select(d, sqrt(d), p.root == 1u);`,
});

/**
 * Distances of all pairs of rows. Twin: reference/dense/distances.ts.
 *
 *     d_ij = ‖x_i − y_j‖²,   its root where `root` is set
 *
 * @param D shape [n, k], overwritten
 * @param X shape [n, m]
 * @param Y shape [k, m]
 */
export function pairwiseDistances(
  gpu: Gpu,
  D: GpuArray,
  X: GpuArray,
  Y: GpuArray,
  {
    n,
    k,
    m,
    root = false,
  }: { readonly n: number; readonly k: number; readonly m: number; readonly root?: boolean },
): readonly Pass[] {
  mustHold("pairwiseDistances", "D", part(D, 0), n * k);
  mustHold("pairwiseDistances", "X", part(X, 0), n * m);
  mustHold("pairwiseDistances", "Y", part(Y, 0), k * m);
  return [gpu.prepare(distances, n * k, { m, k, root: root ? 1 : 0 }, [X, Y, D], 2 * m)];
}
