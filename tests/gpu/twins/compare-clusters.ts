/** Rounds of k-means beside their twins. */
import * as clusters from "../../../reference/dense/k-means.ts";
import * as kMeans from "../../../reference/gpu/kernels/k-means.ts";
import { type Comparison, GATE } from "./comparison.ts";

const clusterSizes: readonly clusters.ClusterSizes[] = [
  { n: 1, m: 1, K: 1 },
  { n: 307, m: 2, K: 5 },
  { n: 3001, m: 3, K: 4 },
  { n: 0, m: 2, K: 3 },
];
export const comparisons: readonly Comparison[] = clusterSizes.map((sizes) => ({
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
