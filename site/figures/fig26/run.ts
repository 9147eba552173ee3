/** What fig26 computes: points, and runs with 1 to 12 centroids, each K afresh and each from the result before. */

import { HEIGHT, scatteredPoints, WIDTH } from "../../../reference/data/document-data.ts";
import { type Clusters, clustersOf, type Geometry, runsOf } from "./clusters.ts";

export const EPOCHS = 8;
export const MOST = 12;

type Point = readonly number[];

/** Distance, and what each centroid moves to. */
export const GEOMETRIES = {
  euclid: { metric: "euclid", centre: "mean" },
  manhattan: { metric: "manhattan", centre: "median" },
  mixed: { metric: "manhattan", centre: "mean" },
} as const satisfies Record<string, Geometry>;

/** The shops and the first warehouses of the page's example, in kilometres. */
export const PAGE = { X: [2, 1, 2, 5, 10, 1, 10, 5], C: [5, 1, 6, 5] } as const;
/** Units of the plane for a kilometre. */
const KILOMETRE = 100;

export interface Settings {
  /** Those of `shops` and `centres`, or 100 from the seed. */
  readonly points: "page" | "seed";
  readonly shops: readonly number[];
  readonly centres: readonly number[];
  readonly K: number;
  readonly distance: keyof typeof GEOMETRIES;
  readonly whole: boolean;
  /** With `dragged`, from `starts`; where these are too few, the others from the places of the seed. */
  readonly carry: "afresh" | "carried" | "dragged";
  /** Places of centroids that somebody has dragged, in units of the plane: x and y in turn. */
  readonly starts: readonly number[];
  readonly seed: number;
}

export interface Run {
  /** Units of the plane for one of the data. */
  readonly unit: number;
  readonly X: readonly Point[];
  readonly geometry: Geometry;
  /** The state after each epoch, for the K that is shown. */
  readonly states: readonly Clusters[];
  /** J at the end for K = 1, 2, …, without what was dragged. */
  readonly ends: readonly number[];
  /** J at the end for this K, started the other way; none where both ways are the same. */
  readonly otherwise: number | undefined;
  readonly isDragged: boolean;
}

export function runOf(settings: Settings): Run {
  const { K, distance, whole, carry, starts, points } = settings;
  const unit = points === "page" ? KILOMETRE : 1;
  const geometry = { ...GEOMETRIES[distance], whole };
  const { X, drawn, afresh, carried } = bothWays(settings);
  const [runs, others] = carry === "carried" ? [carried, afresh] : [afresh, carried];
  const dragged = carry === "dragged" ? placesOf(starts, unit).slice(0, K) : [];
  const isDragged = dragged.length > 0;
  const states = isDragged
    ? clustersOf(X, [...dragged, ...drawn.slice(dragged.length, K)], EPOCHS, geometry)
    : (runs[K - 1] as readonly Clusters[]);
  return {
    unit,
    X,
    geometry,
    states,
    ends: runs.map(endOf),
    otherwise: isDragged || K === 1 ? undefined : endOf(others[K - 1] as readonly Clusters[]),
    isDragged,
  };
}

interface Ways {
  readonly X: readonly Point[];
  readonly drawn: readonly Point[];
  readonly afresh: readonly (readonly Clusters[])[];
  readonly carried: readonly (readonly Clusters[])[];
}

let last: { readonly key: string; readonly ways: Ways } | undefined;

/** All K both ways. A centroid that is dragged changes none of it, so the last answer is kept. */
function bothWays(settings: Settings): Ways {
  const { points, shops, centres, seed, distance, whole } = settings;
  const key = JSON.stringify([points, shops, centres, seed, distance, whole]);
  if (last?.key === key) return last.ways;
  const { X, starts: drawn } = points === "page" ? fromPage(settings) : scatteredPoints(seed, 100, MOST);
  const geometry = { ...GEOMETRIES[distance], whole };
  const of = (isCarried: boolean): Ways["afresh"] => runsOf(X, drawn, EPOCHS, geometry, isCarried);
  last = { key, ways: { X, drawn, afresh: of(false), carried: of(true) } };
  return last.ways;
}

const endOf = (run: readonly Clusters[]): number => (run.at(-1) as Clusters).J;

/** Pairs of numbers as places of the picture; half a pair is none. */
const placesOf = (numbers: readonly number[], unit: number): Point[] =>
  pairs(numbers).map(([x, y]) => [
    Math.max(0, Math.min(WIDTH, x)) / unit,
    Math.max(0, Math.min(HEIGHT, y)) / unit,
  ]);

const pairs = (numbers: readonly number[]): (readonly [number, number])[] =>
  Array.from({ length: Math.floor(numbers.length / 2) }, (_, k) => [
    numbers[2 * k] as number,
    numbers[2 * k + 1] as number,
  ]);

/** The page's points and centroids; more centroids than it has begin at places of the seed. */
function fromPage({ shops, centres, seed }: Settings) {
  const { starts } = scatteredPoints(seed, 0, MOST);
  const more = starts.map((start) => start.map((each) => each / KILOMETRE));
  return { X: pairs(shops.length < 2 ? PAGE.X : shops), starts: [...pairs(centres), ...more].slice(0, MOST) };
}

/** The first epoch after which nothing moves any more; none if the run has not come to rest. */
export function restsFrom(states: readonly Clusters[]): number | undefined {
  const last = states.at(-1) as Clusters;
  const same = (a: Clusters): boolean =>
    a.centroids.every((c, k) => c.every((x, j) => x === last.centroids[k]?.[j]));
  const first = states.findIndex(same);
  return first < states.length - 1 ? first : undefined;
}

/** How many points each centroid has. */
export const sizesOf = ({ centroids, labels }: Clusters): readonly number[] =>
  centroids.map((_, k) => labels.filter((label) => label === k).length);
