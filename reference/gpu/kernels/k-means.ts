/**
 * One round of k-means: points X [n, m], centroids C [K, m]. Twins: reference/dense/k-means.ts.
 *
 * The means come without atomics: sums of blocks of points first, then a tree over the blocks, so that two runs on
 * one device give the same bits.
 */
import type { ClusterSizes } from "../../dense/k-means.ts";
import type { Gpu, Pass } from "../gpu.ts";
import { type GpuArray, mustHold, part } from "../gpu-array.ts";
import { kernel } from "../kernel.ts";
import { columnSums } from "./reduce.ts";

/** label_i = argmin_k ‖x_i − c_k‖²; invocation i owns labels[i] and distances[i]. */
const nearest = kernel({
  name: "k-means assignment",
  params: { m: "u32", K: "u32" },
  reads: ["X", "C"],
  writes: ["labels", "distances"],
  body: `
  let x = i * p.m;
  var best = 0u;
  var least = 3.4e38;
  for (var k = 0u; k < p.K; k++) {
    var d = 0.0;
    for (var j = 0u; j < p.m; j++) {
      let e = X[x + j] - C[k * p.m + j];
      d += e * e;
    }
    if (d < least) { least = d; best = k; }
  }
  labels[i] = f32(best);
  distances[i] = least;`,
});

/**
 * Index of the nearest centroid, the first of equally near ones, and the squared distance to it.
 *
 *     label_i = argmin_k ‖x_i − c_k‖²
 *
 * @param labels shape [n], overwritten; an index as f32 is exact
 * @param distances shape [n], overwritten
 */
export function assign(
  gpu: Gpu,
  { labels, distances }: { readonly labels: GpuArray; readonly distances: GpuArray },
  X: GpuArray,
  C: GpuArray,
  { n, m, K }: ClusterSizes,
): readonly Pass[] {
  mustHold("assign", "labels", part(labels, 0), n);
  mustHold("assign", "distances", part(distances, 0), n);
  mustHold("assign", "X", part(X, 0), n * m);
  mustHold("assign", "C", part(C, 0), K * m);
  return [gpu.prepare(nearest, n, { m, K }, [X, C, labels, distances], 2 * m * K)];
}

/** Points that one invocation sums. */
const POINTS = 256;

/**
 * s_bkj = Σ x_ij over the points i of block b with label k, and in column m how many they are; invocation i owns one
 * number of one block.
 */
const blockSums = kernel({
  name: "k-means sums",
  params: { n: "u32", m: "u32", K: "u32" },
  reads: ["X", "labels"],
  writes: ["s"],
  body: `
  let width = p.K * (p.m + 1u);
  let k = f32((i % width) / (p.m + 1u));
  let j = i % (p.m + 1u);
  let first = (i / width) * ${POINTS}u;
  let last = min(first + ${POINTS}u, p.n);
  var sum = 0.0;
  for (var t = first; t < last; t++) {
    if (labels[t] == k) { sum += select(X[t * p.m + min(j, p.m - 1u)], 1.0, j == p.m); }
  }
  s[i] = sum;`,
});

/** c_kj = s_kj / s_km; invocation i owns one number, and leaves it where the count is 0. */
const divide = kernel({
  name: "k-means means",
  params: { m: "u32" },
  reads: ["s"],
  writes: ["C"],
  body: `
  let row = (i / p.m) * (p.m + 1u);
  let count = s[row + p.m];
  if (count > 0.0) { C[i] = s[row + i % p.m] / count; }`,
});

/**
 * Moves the centroids to the means of their points, in place; one without points stays.
 *
 *     c_k ← (1/|S_k|) Σ_{i ∈ S_k} x_i
 *
 * @param C shape [K, m]
 * @param labels shape [n]
 */
export function update(
  gpu: Gpu,
  C: GpuArray,
  X: GpuArray,
  labels: GpuArray,
  { n, m, K }: ClusterSizes,
): readonly Pass[] {
  mustHold("update", "C", part(C, 0), K * m);
  mustHold("update", "X", part(X, 0), n * m);
  mustHold("update", "labels", part(labels, 0), n);
  if (n * m * K === 0) return [];
  const columns = K * (m + 1);
  const rows = Math.ceil(n / POINTS);
  const blocks = gpu.zeros(rows * columns);
  const sums = gpu.zeros(columns);
  return [
    gpu.prepare(blockSums, rows * columns, { n, m, K }, [X, labels, blocks], POINTS),
    ...columnSums(gpu, sums, blocks, { rows, columns }),
    gpu.prepare(divide, K * m, { m }, [sums, C]),
  ];
}
