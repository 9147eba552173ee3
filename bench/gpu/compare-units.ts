/** Clusters and single units beside their twins. */
import * as clusters from "../../reference/dense/k-means.ts";
import * as units from "../../reference/dense/linear-unit.ts";
import * as kMeans from "../../reference/gpu/kernels/k-means.ts";
import * as linear from "../../reference/gpu/kernels/linear-unit.ts";
import { type Comparison, GATE } from "./comparison.ts";

const clusterSizes: readonly clusters.ClusterSizes[] = [
  { n: 1, m: 1, K: 1 },
  { n: 307, m: 2, K: 5 },
  { n: 3001, m: 3, K: 4 },
  { n: 0, m: 2, K: 3 },
];
const means: readonly Comparison[] = clusterSizes.map((sizes) => ({
  name: `a round of k-means, ${sizes.n} points in ${sizes.m} dimensions, ${sizes.K} centroids`,
  bound: GATE,
  run: async (gpu, draw) => {
    const { n, m, K } = sizes;
    const [X, C] = [draw.normals(n * m), draw.normals(K * m)];
    // A centroid so far off that it gets no point: it has to stay.
    if (K > 2) C.fill(1000, 0, m);
    const right = {
      labels: new Float64Array(n),
      distances: new Float64Array(n),
      margins: new Float64Array(n),
    };
    clusters.assign(right, X, C, sizes);
    const moved = C.slice();
    clusters.update(moved, X, right.labels, sizes);
    const [labels, distances, x, c] = [gpu.zeros(n), gpu.zeros(n), gpu.from(X), gpu.from(C)];
    // The labels of the twin for the update, so that a near tie does not count twice.
    gpu.run([
      ...kMeans.assign(gpu, { labels, distances }, x, c, sizes),
      ...kMeans.update(gpu, c, x, gpu.from(right.labels), sizes),
    ]);
    const yours = await gpu.read(labels);
    // A distance is off by a few units of 6e-8; a margin below that does not decide.
    const decided = (_: number, i: number): boolean =>
      (right.margins[i] as number) > 1e-5 * ((right.distances[i] as number) + (right.margins[i] as number));
    return [
      { yours: yours.filter(decided), right: right.labels.filter(decided) },
      { yours: await gpu.read(distances), right: right.distances },
      { yours: await gpu.read(c), right: moved },
    ];
  },
}));

const lines: readonly Comparison[] = [
  { n: 1, m: 1 },
  { n: 300, m: 5 },
  { n: 5000, m: 3 },
].map(({ n, m }) => ({
  name: `a batch step of the perceptron, and ten of Adaline, ${n} examples of ${m} inputs`,
  bound: GATE,
  run: async (gpu, draw) => {
    const [X, y, w] = [draw.normals(n * m), draw.bits(n), draw.normals(m + 1)];
    // A net input next to 0 has another sign in f32: such an example is moved to the origin.
    for (let i = 0; i < n; i++) {
      const x = X.subarray(i * m, (i + 1) * m);
      const z = x.reduce((sum, xj, j) => sum + xj * (w[j] as number), w[m] as number);
      if (Math.abs(z) < 1e-4) x.fill(0);
    }
    const sizes = { n, m, learningRate: 0.125 };
    const right = [w.slice(), w.slice()] as const;
    units.perceptronStep(right[0], X, y, sizes);
    for (let t = 0; t < 10; t++) units.adalineStep(right[1], X, y, sizes);
    const [x, targets, p, a] = [gpu.from(X), gpu.from(y), gpu.from(w), gpu.from(w)];
    gpu.run(linear.perceptronStep(gpu, p, x, targets, sizes));
    gpu.run(linear.adalineStep(gpu, a, x, targets, sizes), 10);
    return [
      { yours: await gpu.read(p), right: right[0] },
      { yours: await gpu.read(a), right: right[1] },
    ];
  },
}));

export const comparisons: readonly Comparison[] = [...means, ...lines];
