/**
 * Principal components of many rows: their covariance where it is heavy, its eigenvectors in f64.
 */

import { covariance } from "../gpu/kernels/covariance.ts";
import { eigenSymmetric } from "../unsupervised/eigen.ts";
import { crewFor, ranges } from "./hands.ts";
import { between, type JobOptions, type Where, whileGpuLasts } from "./job.ts";

export interface PrincipalComponents extends Where {
  readonly mean: Float64Array;
  /** Shape [m, m]. */
  readonly covariance: Float64Array;
  /** Descending. */
  readonly variances: readonly number[];
  /** In columns, up to their signs. */
  readonly vectors: readonly (readonly number[])[];
  /** The share of each component in the sum of variances. */
  readonly shares: readonly number[];
}

/** Multiply-adds of one piece on the CPU: about 10 ms, 40 without the kernel. */
const WORK = 2 ** 26;

/**
 *     μ = (1/n) Σ_t x_t,   S = (1/(n − 1)) Σ_t (x_t − μ)(x_t − μ)ᵀ = V Λ Vᵀ
 *
 * @param X shape [n, m], n ≥ 2
 * @throws RangeError if shapes do not fit or a number is not finite, or the signal's reason
 */
export async function principalComponents(
  X: Float64Array,
  m: number,
  options: JobOptions = {},
): Promise<PrincipalComponents> {
  const n = X.length / m;
  if (!Number.isInteger(n) || n < 2)
    throw new RangeError(
      `principalComponents: two rows of ${m} columns at least expected, got ${X.length} numbers`,
    );
  const wrong = X.findIndex((x) => !Number.isFinite(x));
  if (wrong >= 0)
    throw new RangeError(
      `principalComponents: finite numbers expected, got ${X[wrong]} in row ${Math.floor(wrong / m)}, column ${wrong % m}`,
    );
  const { done, on, because } = await whileGpuLasts(
    1,
    async (shared) => {
      const gpu = shared.room();
      try {
        const [S, mean] = [gpu.zeros(m * m), gpu.zeros(m)];
        await gpu.follow(covariance(gpu, { S, mean }, gpu.from(X), { n, m }), 1, { signal: options.signal });
        return { S: await gpu.read(S), mean: await gpu.read(mean) };
      } finally {
        gpu.free();
      }
    },
    options,
  );
  const { S, mean } = done[0] ?? (await onCpu(X, m, n, options));
  const { values, vectors } = eigenSymmetric(
    Array.from({ length: m }, (_, i) => Array.from(S.subarray(i * m, (i + 1) * m))),
  );
  const all = values.reduce((sum, value) => sum + value, 0);
  return {
    mean,
    covariance: S,
    variances: values,
    vectors,
    shares: values.map((value) => (all === 0 ? 0 : value / all)),
    on,
    because,
  };
}

async function onCpu(X: Float64Array, m: number, n: number, { hands, signal, progress }: JobOptions) {
  const crew = crewFor("moments", { X, m }, hands);
  const total = (parts: readonly Float64Array[], scale: number): Float64Array => {
    const sums = new Float64Array(parts[0]!.length);
    for (const part of parts) for (let q = 0; q < sums.length; q++) sums[q]! += part[q]!;
    return sums.map((sum) => scale * sum);
  };
  const rows = Math.max(1, Math.floor(WORK / (m * m)));
  const pieces = ranges(n, rows);
  const mean = total(await crew.all(pieces, { signal, progress: between(progress, 0, 0.1) }), 1 / n);
  const products = await crew.all(
    pieces.map((piece) => ({ ...piece, mean })),
    { signal, progress: between(progress, 0.1, 1) },
  );
  return { S: total(products, 1 / (n - 1)), mean };
}
