/**
 * Batch steps of a single linear unit. Twins: reference/dense/linear-unit.ts.
 */
import type { UnitSizes } from "../../dense/linear-unit.ts";
import type { Gpu, Pass } from "../gpu.ts";
import { type GpuArray, mustHold, part } from "../gpu-array.ts";
import { type Kernel, kernel } from "../kernel.ts";
import { matmul } from "./matmul.ts";
import { sum } from "./reduce.ts";

/** z_i = x_i·w + b and its residual; invocation i owns r[i]. */
const residual = (name: string, formula: string): Kernel<"m"> =>
  kernel({
    name,
    params: { m: "u32" },
    reads: ["X", "y", "w"],
    writes: ["r"],
    body: `
  var z = w[p.m];
  for (var j = 0u; j < p.m; j++) { z += X[i * p.m + j] * w[j]; }
  r[i] = ${formula};`,
  });
const misses = residual("perceptron misses", "y[i] - select(0.0, 1.0, z >= 0.0)");
const errors = residual("Adaline errors", "y[i] - z");

/** w ← w + η s; invocation i owns one weight, or the bias. */
const add = kernel({
  name: "step of a linear unit",
  params: { rate: "f32" },
  reads: ["s"],
  writes: ["w"],
  body: "  w[i] += p.rate * s[i];",
});

function step(
  gpu: Gpu,
  w: GpuArray,
  X: GpuArray,
  y: GpuArray,
  { n, m }: UnitSizes,
  rate: number,
  of: Kernel<"m">,
): readonly Pass[] {
  mustHold(of.name, "w", part(w, 0), m + 1);
  mustHold(of.name, "X", part(X, 0), n * m);
  mustHold(of.name, "y", part(y, 0), n);
  if (n === 0) return [];
  const [r, s] = [gpu.zeros(n), gpu.zeros(m + 1)];
  return [
    gpu.prepare(of, n, { m }, [X, y, w, r], m),
    ...matmul(gpu, s, X, r, { m, k: n, n: 1 }, "tn"),
    ...sum(gpu, part(s, m), r),
    gpu.prepare(add, m + 1, { rate }, [s, w]),
  ];
}

/**
 * One batch step of the perceptron on classes 0 and 1, in place.
 *
 *     z = X·w + b,   r_i = y_i − 1[z_i ≥ 0]
 *     w ← w + η Xᵀ r,   b ← b + η Σ_i r_i
 *
 * @param w shape [m + 1], the bias last
 * @param X shape [n, m]
 * @param y 0 or 1, shape [n]
 */
export const perceptronStep = (
  gpu: Gpu,
  w: GpuArray,
  X: GpuArray,
  y: GpuArray,
  sizes: UnitSizes,
): readonly Pass[] => step(gpu, w, X, y, sizes, sizes.learningRate, misses);

/**
 * One batch step of Adaline, in place: descent on the mean of squares.
 *
 *     z = X·w + b,   r_i = y_i − z_i
 *     w ← w + η (2/n) Xᵀ r,   b ← b + η (2/n) Σ_i r_i
 *
 * @param w shape [m + 1], the bias last
 * @param X shape [n, m]
 * @param y targets, shape [n]
 */
export const adalineStep = (
  gpu: Gpu,
  w: GpuArray,
  X: GpuArray,
  y: GpuArray,
  sizes: UnitSizes,
): readonly Pass[] => step(gpu, w, X, y, sizes, (2 * sizes.learningRate) / sizes.n, errors);
