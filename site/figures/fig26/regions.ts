/** The region of each centroid: exact polygons for Euclid, level lines of a grid for Manhattan. */
import { contours } from "d3-contour";
import { HEIGHT, WIDTH } from "../../../reference/data/document-data.ts";
import { pathThrough } from "../frame/scene.ts";
import { type Point, partWhere, rectangle } from "../half-plane.ts";
import { type Clusters, type Geometry, leadsAt } from "./clusters.ts";

/** Width and height of the plane, in units of the data. */
type Size = readonly [number, number];
type Place = (x: number, y: number) => Point;

/** Cells of the grid: squares. */
const [ACROSS, DOWN] = [80, 45];

/** Dragging and playing ask for the same states again and again. */
const known = new WeakMap<Clusters, readonly string[]>();

/** @returns one path a centroid */
export function regionsOf(
  clusters: Clusters,
  metric: Geometry["metric"],
  place: Place,
  size: Size = [WIDTH, HEIGHT],
): readonly string[] {
  const paths = known.get(clusters) ?? pathsOf(clusters, metric, place, size);
  known.set(clusters, paths);
  return paths;
}

function pathsOf(
  { centroids }: Clusters,
  metric: Geometry["metric"],
  place: Place,
  size: Size,
): readonly string[] {
  const whole = rectangle(0, 0, ...size);
  if (centroids.length === 1) return [closed(whole, place)];
  if (metric === "manhattan") return byLevels(centroids, place, size);
  return centroids.map((c, k) =>
    closed(
      centroids.reduce((part, d, l) => (l === k ? part : partWhere(part, nearer(c, d))), whole),
      place,
    ),
  );
}

/** ‖p − d‖² − ‖p − c‖² without the squares of p, which cancel: linear in p. */
function nearer(c: readonly number[], d: readonly number[]): (x: number, y: number) => number {
  const [cx, cy, dx, dy] = [c[0] as number, c[1] as number, d[0] as number, d[1] as number];
  return (x, y) => 2 * x * (cx - dx) + 2 * y * (cy - dy) + dx * dx + dy * dy - cx * cx - cy * cy;
}

/** The grid goes one cell beyond the picture on each side, and what lies there is put on the edge. */
function byLevels(
  centroids: readonly (readonly number[])[],
  place: Place,
  [width, height]: Size,
): readonly string[] {
  const [stepX, stepY] = [width / ACROSS, height / DOWN];
  const leads: (readonly number[])[] = [];
  for (let row = -1; row <= DOWN; row++)
    for (let column = -1; column <= ACROSS; column++)
      leads.push(leadsAt([(column + 0.5) * stepX, (row + 0.5) * stepY], centroids, "manhattan"));
  const levels = contours().size([ACROSS + 2, DOWN + 2]);
  const inside = (cells: number, step: number, end: number): number =>
    Math.max(0, Math.min(end, (cells - 1) * step));
  return centroids.map((_, k) =>
    levels
      .contour(
        leads.map((lead) => -(lead[k] as number)),
        0,
      )
      .coordinates.flat()
      .map((ring) =>
        closed(
          ring.map(
            ([x, y]) => [inside(x as number, stepX, width), inside(y as number, stepY, height)] as const,
          ),
          place,
        ),
      )
      .join(""),
  );
}

const closed = (corners: readonly Point[], place: Place): string =>
  corners.length === 0 ? "" : `${pathThrough(corners.map(([x, y]) => place(x, y)))}Z`;
