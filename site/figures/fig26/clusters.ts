/**
 * k-means in plain numbers, for pictures: any metric, any centre, and the fields that a picture colours.
 *
 * It decides every tie, which reference/unsupervised/k-means.ts must not; tests hold the two together where both decide.
 */

type Point = readonly number[];

/** What "near" means, and which point of a cluster lies in its middle. */
export interface Geometry {
  /** Euclid: Σ (x_j − c_j)², the square of the distance. Manhattan: Σ |x_j − c_j|. */
  readonly metric: "euclid" | "manhattan";
  /** The mean makes the sum of squares least, the median the sum of absolute differences. */
  readonly centre: "mean" | "median";
  /** Cuts the decimals of each new centroid, as storing it in an array of whole numbers does. */
  readonly whole?: boolean;
}

/** The term of J for one point: the squared distance of Euclid, or the distance of Manhattan. */
export function cost(x: Point, c: Point, metric: Geometry["metric"]): number {
  let total = 0;
  for (let j = 0; j < x.length; j++) {
    const d = (x[j] as number) - (c[j] as number);
    total += metric === "euclid" ? d * d : Math.abs(d);
  }
  return total;
}

/** Index of the nearest centroid; of equally near ones the first. */
export function nearestTo(x: Point, centroids: readonly Point[], metric: Geometry["metric"]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < centroids.length; k++) {
    const d = cost(x, centroids[k] as Point, metric);
    if (d < least) {
      best = k;
      least = d;
    }
  }
  return best;
}

/** One state of a run: labels that belong to its centroids, and J of both. */
export interface Clusters {
  readonly centroids: readonly Point[];
  readonly labels: readonly number[];
  /** Σ_i cost(x_i, c_{l_i}). */
  readonly J: number;
}

/** Points with their nearest centroids. */
export function assigned(X: readonly Point[], centroids: readonly Point[], g: Geometry): Clusters {
  const labels = X.map((x) => nearestTo(x, centroids, g.metric));
  const J = X.reduce((total, x, i) => total + cost(x, centroids[labels[i] as number] as Point, g.metric), 0);
  return { centroids, labels, J };
}

/** Centroids moved to the centres of their points; one without points stays. */
export function recentred(
  X: readonly Point[],
  { centroids, labels }: Clusters,
  g: Geometry,
): readonly Point[] {
  return centroids.map((old, k) => {
    const members = X.filter((_, i) => labels[i] === k);
    if (members.length === 0) return old;
    const centre = old.map((_, j) =>
      (g.centre === "mean" ? meanOf : medianOf)(members.map((x) => x[j] as number)),
    );
    return g.whole ? centre.map(Math.trunc) : centre;
  });
}

const meanOf = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;

/** Of an even number of values the middle between the two in the middle. */
function medianOf(xs: readonly number[]): number {
  const sorted = [...xs].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}

/**
 * A run: its start, and the state after each update.
 *
 * @returns epochs + 1 states
 * @see Machine Learning Visualized, 0.2.5
 */
export function clustersOf(
  X: readonly Point[],
  start: readonly Point[],
  epochs: number,
  g: Geometry,
): readonly Clusters[] {
  const states = [assigned(X, start, g)];
  for (let e = 0; e < epochs; e++) states.push(assigned(X, recentred(X, states[e] as Clusters, g), g));
  return states;
}

/**
 * Runs with 1, 2, … of the starting centroids.
 *
 * With `carried`, K + 1 goes on from the result of K, as the document's code does; its text starts each K afresh.
 *
 * @returns the states of each run
 */
export function runsOf(
  X: readonly Point[],
  starts: readonly Point[],
  epochs: number,
  g: Geometry,
  carried: boolean,
): readonly (readonly Clusters[])[] {
  const runs: (readonly Clusters[])[] = [];
  let before: readonly Point[] = [];
  for (let K = 1; K <= starts.length; K++) {
    const fresh = starts.slice(before.length, K);
    const run = clustersOf(X, [...before, ...fresh], epochs, g);
    runs.push(run);
    if (carried) before = (run[epochs] as Clusters).centroids;
  }
  return runs;
}

/**
 * How much farther a place is from centroid k than from the nearest of the others: negative inside its region.
 *
 *     f_k(p) = cost(p, c_k) − min_{l≠k} cost(p, c_l)
 *
 * The region's edge is f_k = 0; for Euclid f_k is linear between two edges.
 */
export const farther = (
  p: Point,
  k: number,
  centroids: readonly Point[],
  metric: Geometry["metric"],
): number =>
  cost(p, centroids[k] as Point, metric) -
  Math.min(...centroids.filter((_, l) => l !== k).map((c) => cost(p, c, metric)));

/**
 * The same for every centroid at once: one pass over the centroids in place of one for each.
 *
 * @returns f_k(p), shape [K]; −∞ where there is no other centroid
 */
export function leadsAt(
  p: Point,
  centroids: readonly Point[],
  metric: Geometry["metric"],
): readonly number[] {
  const costs = centroids.map((c) => cost(p, c, metric));
  let first = 0;
  let second = Number.POSITIVE_INFINITY;
  for (let k = 1; k < costs.length; k++) {
    const own = costs[k] as number;
    const least = costs[first] as number;
    second = Math.min(second, Math.max(own, least));
    if (own < least) first = k;
  }
  const least = costs[first] as number;
  return costs.map((own, k) => own - (k === first ? second : least));
}
