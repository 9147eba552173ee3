/** How long the heavy pieces take on the GPU and on one thread of the CPU. */
import { covariance as covarianceTwin } from "../../reference/dense/covariance.ts";
import { predictGrid as gridTwin } from "../../reference/dense/grid.ts";
import * as clusters from "../../reference/dense/k-means.ts";
import { lossSlice as sliceTwin } from "../../reference/dense/loss-slice.ts";
import { matmul as matmulTwin } from "../../reference/dense/matmul.ts";
import { networkOf } from "../../reference/dense/network.ts";
import { countOf, type NetworkShape } from "../../reference/dense/network-shape.ts";
import { descend as descendTwin } from "../../reference/dense/updates.ts";
import { centralDifferences } from "../../reference/gpu/central-difference.ts";
import type { Gpu, Pass } from "../../reference/gpu/gpu.ts";
import { predictGrid } from "../../reference/gpu/grid.ts";
import { kernel } from "../../reference/gpu/kernel.ts";
import { covariance } from "../../reference/gpu/kernels/covariance.ts";
import { copy } from "../../reference/gpu/kernels/gather.ts";
import * as kMeans from "../../reference/gpu/kernels/k-means.ts";
import { matmul } from "../../reference/gpu/kernels/matmul.ts";
import { descend } from "../../reference/gpu/kernels/update.ts";
import { lossSlice } from "../../reference/gpu/loss-slice.ts";
import { gpuNetwork } from "../../reference/gpu/network.ts";
import { Drawn } from "../../tests/gpu/twins/comparison.ts";

export interface Timing {
  readonly what: string;
  readonly gpuMs: number;
  /** Left out where the twin was not run. */
  readonly cpuMs?: number;
  readonly gflops?: number;
  /** Share of the multiply-add rate that the first row measures. */
  readonly ofPeak?: number;
}

/** Sizes as in the course's jobs on hardware, small ones where a software adapter only has to show that it runs. */
const full = {
  product: 1024,
  n: 256,
  net: [784, 100, 10],
  slice: 200,
  grid: 1000,
  points: 1_000_000,
  rows: 100_000,
  columns: 100,
};
const small = {
  product: 96,
  n: 32,
  net: [64, 20, 10],
  slice: 8,
  grid: 60,
  points: 5000,
  rows: 2000,
  columns: 20,
};

const ROUNDS = 3;

/** Best of three after one that warms up, in milliseconds. */
async function best(work: () => Promise<void> | void): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round <= ROUNDS; round++) {
    const begun = performance.now();
    await work();
    if (round > 0) least = Math.min(least, performance.now() - begun);
  }
  return least;
}

/** Milliseconds of one run of some passes, from enough runs that waiting for them does not count. */
async function timeOf(gpu: Gpu, passes: readonly Pass[]): Promise<number> {
  const runs = async (times: number): Promise<number> =>
    best(async () => {
      gpu.run(passes, times);
      await gpu.settle();
    });
  const one = await runs(1);
  const times = Math.max(1, Math.min(200, Math.floor(100 / one)));
  return times === 1 ? one : (await runs(times)) / times;
}

/** Steps of a chain of multiply-adds, eight chains side by side in each of four lanes. */
const STEPS = 1024;
const peak = kernel({
  name: "multiply-adds",
  params: { a: "f32", b: "f32" },
  reads: [],
  writes: ["out"],
  body: `
  let a = vec4f(p.a);
  let b = vec4f(p.b + f32(i));
  var s = array<vec4f, 8>(b, b + 1.0, b + 2.0, b + 3.0, b + 4.0, b + 5.0, b + 6.0, b + 7.0);
  for (var t = 0u; t < ${STEPS}u; t++) {
    ${Array.from({ length: 8 }, (_, k) => `s[${k}] = fma(s[${k}], a, b);`).join("\n    ")}
  }
  let sum = s[0] + s[1] + s[2] + s[3] + s[4] + s[5] + s[6] + s[7];
  out[i] = sum.x + sum.y + sum.z + sum.w;`,
});

async function peakOf(gpu: Gpu): Promise<{ readonly ms: number; readonly gflops: number }> {
  const threads = gpu.isSoftware ? 2 ** 10 : 2 ** 20;
  const out = gpu.zeros(threads);
  const work = 32 * STEPS;
  const ms = await timeOf(gpu, [gpu.prepare(peak, threads, { a: 0.5, b: 1 }, [out], work)]);
  return { ms, gflops: (2 * work * threads) / ms / 1e6 };
}

/** All rows; the first is the peak that the others are held against. */
export async function timings(on: Gpu): Promise<readonly Timing[]> {
  const size = on.isSoftware ? small : full;
  const draw = new Drawn(7, "timings");
  const gpu = on.room();
  try {
    const top = await peakOf(gpu);
    const rated = (what: string, gpuMs: number, flop: number, cpuMs?: number): Timing => {
      const gflops = flop / gpuMs / 1e6;
      return { what, gpuMs, ...(cpuMs === undefined ? {} : { cpuMs }), gflops, ofPeak: gflops / top.gflops };
    };
    return [
      { what: "chains of multiply-adds, the peak", gpuMs: top.ms, gflops: top.gflops },
      await copying(gpu, on.isSoftware ? 2 ** 16 : 2 ** 24),
      ...(await products(gpu, draw, size.product, rated)),
      ...(await networks(gpu, draw, size, rated)),
      await clustering(gpu, draw, size.points, rated),
      await spreading(gpu, draw, size, rated),
    ];
  } finally {
    gpu.free();
  }
}

type Rated = (what: string, gpuMs: number, flop: number, cpuMs?: number) => Timing;
type Size = typeof full;

async function copying(gpu: Gpu, count: number): Promise<Timing> {
  const [to, source] = [gpu.zeros(count), gpu.zeros(count)];
  const gpuMs = await timeOf(gpu, copy(gpu, to, source, count));
  const values = new Float64Array(count);
  const cpuMs = await best(() => void values.slice());
  const rate = (8 * count) / gpuMs / 1e6;
  return {
    what: `copying ${count} numbers (${rate.toPrecision(3)} GB/s read and written on the GPU)`,
    gpuMs,
    cpuMs,
  };
}

async function products(gpu: Gpu, draw: Drawn, s: number, rated: Rated): Promise<readonly Timing[]> {
  const [A, B] = [draw.normals(s * s), draw.normals(s * s)];
  const C = new Float64Array(s * s);
  const sizes = { m: s, k: s, n: s };
  const cpuMs = await best(() => matmulTwin(C, A, B, sizes, "nn"));
  const [c, a, b] = [gpu.zeros(s * s), gpu.from(A), gpu.from(B)];
  const rows: Timing[] = [];
  for (const by of ["entries", "tiles"] as const) {
    const ms = await timeOf(gpu, matmul(gpu, c, a, b, sizes, "nn", { by }));
    rows.push(rated(`product of ${s}×${s} matrices by ${by}`, ms, 2 * s ** 3, cpuMs));
  }
  return rows;
}

async function networks(gpu: Gpu, draw: Drawn, size: Size, rated: Rated): Promise<readonly Timing[]> {
  const shape: NetworkShape = {
    sizes: size.net,
    activations: ["sigmoid", "identity"],
    loss: "crossEntropy",
    over: "mean",
  };
  const { n } = size;
  const [inputs, hidden, classes] = size.net as [number, number, number];
  const P = draw.normals(countOf(shape), 0.1);
  const [X, Y] = [draw.between(n * inputs, 0, 1), draw.oneHot(n, classes)];
  const named = `${size.net.join("-")}, n = ${n}`;
  const [p, x, y] = [gpu.from(P), gpu.from(X), gpu.from(Y)];
  const network = gpuNetwork(gpu, shape, n, { P: p, X: x, Y: y });
  const step = await timeOf(gpu, [...network.gradient, ...descend(gpu, p, network.G, 1e-3)]);
  const [twin, G, Q] = [networkOf(shape, n), new Float64Array(P.length), P.slice()];
  const cpuStep = await best(() => {
    twin.gradient(G, Q, X, Y);
    descendTwin(Q, G, 1e-3);
  });
  const flop = 2 * n * (2 * inputs * hidden + 3 * hidden * classes);
  const check = await best(async () => {
    await centralDifferences(gpu, shape, { P, X, Y, n }, 2 ** -10);
  });
  const side = size.slice;
  const points = Float64Array.from({ length: 2 * side * side }, (_, t) =>
    t % 2 === 0 ? (Math.floor(t / 2) % side) / side : Math.floor(t / 2 / side) / side,
  );
  const plane = { P, U: draw.normals(P.length, 0.1), V: draw.normals(P.length, 0.1), X, Y, n };
  const slice = await best(async () => {
    await lossSlice(gpu, shape, plane, points);
  });
  // A hundred points stand for all of them: each costs the same.
  const sample = Math.min(100, side * side);
  const cpuSlice =
    (await best(() => void sliceTwin(shape, plane, points.slice(0, 2 * sample)))) * ((side * side) / sample);
  const grid = { x: [-1, 1], y: [-1, 1], columns: size.grid, rows: size.grid } as const;
  const small: NetworkShape = {
    sizes: [2, 3, 2],
    activations: ["sigmoid", "softmax"],
    loss: "squared",
    over: "mean",
  };
  const parameters = draw.normals(countOf(small));
  const decision = await best(async () => {
    await predictGrid(gpu, small, parameters, grid);
  });
  const cpuDecision = await best(() => void gridTwin(small, parameters, grid));
  return [
    rated(`training step of ${named}`, step, flop, cpuStep),
    { what: `central differences of all ${P.length} parameters of ${named}`, gpuMs: check },
    { what: `loss slice of ${side}×${side} points of ${named}`, gpuMs: slice, cpuMs: cpuSlice },
    { what: `decision grid of ${size.grid}×${size.grid} by 2-3-2`, gpuMs: decision, cpuMs: cpuDecision },
  ];
}

async function clustering(gpu: Gpu, draw: Drawn, n: number, rated: Rated): Promise<Timing> {
  const sizes = { n, m: 2, K: 8 };
  const [X, C] = [draw.normals(2 * n), draw.normals(16)];
  const [labels, distances, x, c] = [gpu.zeros(n), gpu.zeros(n), gpu.from(X), gpu.from(C)];
  const round = [
    ...kMeans.assign(gpu, { labels, distances }, x, c, sizes),
    ...kMeans.update(gpu, c, x, labels, sizes),
  ];
  const right = { labels: new Float64Array(n), distances: new Float64Array(n) };
  const cpuMs = await best(() => {
    clusters.assign(right, X, C, sizes);
    clusters.update(C, X, right.labels, sizes);
  });
  return rated(`round of k-means, ${n} points, 8 centroids`, await timeOf(gpu, round), 3 * n * 16, cpuMs);
}

async function spreading(
  gpu: Gpu,
  draw: Drawn,
  { rows: n, columns: m }: Size,
  rated: Rated,
): Promise<Timing> {
  const X = draw.normals(n * m);
  const passes = covariance(gpu, { S: gpu.zeros(m * m), mean: gpu.zeros(m) }, gpu.from(X), { n, m });
  const [S, mean] = [new Float64Array(m * m), new Float64Array(m)];
  const cpuMs = await best(() => covarianceTwin(S, mean, X, { n, m }));
  return rated(`covariance of ${n}×${m}`, await timeOf(gpu, passes), 2 * n * m * m, cpuMs);
}
