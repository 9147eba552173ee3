import type { Gpu, Pass } from "../gpu.ts";
import { type GpuArray, mustHold, part } from "../gpu-array.ts";
import { kernel } from "../kernel.ts";
import { matmul } from "./matmul.ts";
import { columnSums } from "./reduce.ts";

/** x_tj − μ_j; invocation i owns one entry. */
const centre = kernel({
  name: "centring",
  params: { m: "u32" },
  reads: ["X", "mean"],
  writes: ["R"],
  body: "  R[i] = X[i] - mean[i % p.m];",
});

/** s_j = scale s_j; invocation i owns one entry. */
const scaled = kernel({
  name: "scaling",
  params: { scale: "f32" },
  reads: [],
  writes: ["S"],
  body: "  S[i] *= p.scale;",
});

/**
 * Means and covariance of the columns. Twin: reference/dense/covariance.ts.
 *
 *     μ_j = (1/n) Σ_t x_tj,   s_ij = (1/(n − 1)) Σ_t (x_ti − μ_i)(x_tj − μ_j)
 *
 * The columns are centred by what a first round gives and by the mean of the rest: a mean in f32 is off by a few
 * units of its last place, which the second round takes away.
 *
 * @param S shape [m, m], overwritten
 * @param mean shape [m], overwritten
 * @param X shape [n, m], n ≥ 2
 */
export function covariance(
  gpu: Gpu,
  { S, mean }: { readonly S: GpuArray; readonly mean: GpuArray },
  X: GpuArray,
  { n, m }: { readonly n: number; readonly m: number },
): readonly Pass[] {
  if (n < 2) throw new RangeError(`covariance: at least 2 rows expected, got ${n}`);
  mustHold("covariance", "S", part(S, 0), m * m);
  mustHold("covariance", "mean", part(mean, 0), m);
  mustHold("covariance", "X", part(X, 0), n * m);
  const [first, centred, rest] = [gpu.zeros(n * m), gpu.zeros(n * m), gpu.zeros(m)];
  const means = { rows: n, columns: m, scale: 1 / n };
  return [
    ...columnSums(gpu, mean, X, means),
    gpu.prepare(centre, n * m, { m }, [X, mean, first]),
    ...columnSums(gpu, rest, first, means),
    gpu.prepare(centre, n * m, { m }, [first, rest, centred]),
    ...matmul(gpu, S, centred, centred, { m, k: n, n: m }, "tn"),
    gpu.prepare(scaled, m * m, { scale: 1 / (n - 1) }, [S]),
  ];
}
