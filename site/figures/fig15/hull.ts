/** The convex hull of points: what a rubber band around them would enclose. */
import type { Point } from "../half-plane.ts";

/** Its corners in order; all points where they are fewer than three. */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  if (sorted.length < 3) return sorted;
  return [...halfOf(sorted), ...halfOf(sorted.reverse())];
}

/** One of both chains between the outermost points, without its end. */
function halfOf(sorted: readonly Point[]): readonly Point[] {
  const chain: Point[] = [];
  for (const p of sorted) {
    while (chain.length > 1 && turn(chain.at(-2) as Point, chain.at(-1) as Point, p) <= 0) chain.pop();
    chain.push(p);
  }
  return chain.slice(0, -1);
}

const turn = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
