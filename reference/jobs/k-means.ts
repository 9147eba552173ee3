/**
 * k-means on many points: rounds of assignment and update until nothing moves.
 */
import type { Gpu } from "../gpu/gpu.ts";
import { assign, update } from "../gpu/kernels/k-means.ts";
import { sum } from "../gpu/kernels/reduce.ts";
import { crewFor, ranges } from "./hands.ts";
import { type JobOptions, type Where, whileGpuLasts } from "./job.ts";

export interface Points {
  /** Shape [n, m]. */
  readonly X: Float64Array;
  readonly m: number;
  /** Centroids to start from, shape [K, m]. */
  readonly start: Float64Array;
  /** Updates at most. */
  readonly rounds: number;
}

export interface Clusters extends Where {
  readonly centroids: Float64Array;
  /** They belong to the centroids beside them. */
  readonly labels: Uint32Array;
  /** Σ_i ‖x_i − c_{l_i}‖² before each update, and of the returned state. */
  readonly wcss: readonly number[];
  /** Whether the last update moved nothing. */
  readonly settled: boolean;
}

/** Points of one piece: about 10 ms for a dozen centroids in the plane. */
const POINTS = 2 ** 16;

/**
 *     l_i = argmin_k ‖x_i − c_k‖²,   c_k ← mean of its points, or as it was where it has none
 *
 * Where the GPU ends on the way, the CPU goes on from the centroids of the last round. The labels come from f64
 * in any case.
 *
 * @throws RangeError if shapes do not fit or a number is not finite, or the signal's reason
 */
export async function clusterPoints(subject: Points, options: JobOptions = {}): Promise<Clusters> {
  mustFit(subject);
  const { X, m, rounds } = subject;
  const n = X.length / m;
  let centroids: Float64Array = subject.start.slice();
  let settled = false;
  const wcss: number[] = [];
  const ahead = { ...options, progress: undefined, say: undefined };
  const told = (): void => options.progress?.(Math.min(1, wcss.length / (rounds + 1)));

  const onGpu = await whileGpuLasts(
    1,
    async (gpu) => {
      await roundsOnGpu(gpu, subject, options.signal, (C, before) => {
        wcss.push(before);
        settled = C.every((c, q) => c === centroids[q]);
        centroids = C;
        told();
        return settled;
      });
    },
    ahead,
  );
  const isPartly = onGpu.on === "cpu" && wcss.length > 0;
  if (onGpu.on === "cpu" && onGpu.because !== "")
    options.say?.(
      `The CPU ${isPartly ? `goes on from ${wcss.length} of ${rounds} rounds` : "does it"}: ${onGpu.because}`,
    );

  const crew = crewFor("clusters", { X, m }, options.hands);
  const K = centroids.length / m;
  const pieces = ranges(n, POINTS);
  const labels = new Uint32Array(n);
  for (;;) {
    const found = await crew.all(
      pieces.map((piece) => ({ ...piece, C: centroids })),
      { signal: options.signal },
    );
    const sums = new Float64Array(K * m);
    const counts = new Float64Array(K);
    let before = 0;
    for (const [p, each] of found.entries()) {
      labels.set(each.labels, pieces[p]!.first);
      for (let q = 0; q < sums.length; q++) sums[q]! += each.sums[q]!;
      for (let k = 0; k < K; k++) counts[k]! += each.counts[k]!;
      before += each.wcss;
    }
    wcss.push(before);
    told();
    if (settled || wcss.length > rounds) break;
    const C = centroids.slice();
    for (let q = 0; q < C.length; q++) {
      const count = counts[Math.floor(q / m)]!;
      if (count > 0) C[q] = sums[q]! / count;
    }
    settled = C.every((c, q) => c === centroids[q]);
    centroids = C;
    if (settled) break;
  }
  options.progress?.(1);
  return { centroids, labels, wcss, settled, on: isPartly ? "both" : onGpu.on, because: onGpu.because };
}

function mustFit({ X, m, start, rounds }: Points): void {
  if (!Number.isInteger(m) || m < 1 || X.length % m !== 0 || start.length % m !== 0 || start.length === 0)
    throw new RangeError(
      `clusterPoints: points and centroids of ${m} coordinates expected, got ${X.length} and ${start.length} numbers`,
    );
  if (!Number.isInteger(rounds) || rounds < 0)
    throw new RangeError(`clusterPoints: rounds of 0 at least expected, got ${rounds}`);
  const wrong = X.findIndex((x) => !Number.isFinite(x));
  if (wrong >= 0)
    throw new RangeError(
      `clusterPoints: finite points expected, got ${X[wrong]} in row ${Math.floor(wrong / m)}, column ${wrong % m}`,
    );
}

/** Rounds on the device until `after` says that it is enough; it is told the new centroids and J before. */
async function roundsOnGpu(
  on: Gpu,
  { X, m, start, rounds }: Points,
  signal: AbortSignal | undefined,
  after: (C: Float64Array, wcss: number) => boolean,
): Promise<void> {
  const n = X.length / m;
  const sizes = { n, m, K: start.length / m };
  const gpu = on.room();
  try {
    const [x, C] = [gpu.from(X), gpu.from(start)];
    const [labels, distances, total] = [gpu.zeros(n), gpu.zeros(n), gpu.zeros(1)];
    const passes = [
      ...assign(gpu, { labels, distances }, x, C, sizes),
      ...sum(gpu, total, distances, 1),
      ...update(gpu, C, x, labels, sizes),
    ];
    for (let round = 0; round < rounds; round++) {
      await gpu.follow(passes, 1, { signal });
      if (after(await gpu.read(C), (await gpu.read(total))[0]!)) return;
    }
  } finally {
    gpu.free();
  }
}
