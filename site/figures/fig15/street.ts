/** The widest street between two sets of points: none where no line parts them. */
import type { Point } from "../half-plane.ts";

/** Points with u·x + c ≥ width/2 on the one side, and ≤ −width/2 on the other. */
export interface Street {
  /** Across it, towards the first set, of length 1. */
  readonly u: Point;
  readonly c: number;
  readonly width: number;
}

/**
 * The street across the shortest way between both hulls, which ends at a point of one and on a side of the other.
 *
 * Where the hulls meet, what is found that way parts nothing, and is none.
 */
export function streetBetween(ones: readonly Point[], zeros: readonly Point[]): Street | undefined {
  if (ones.length === 0 || zeros.length === 0) return undefined;
  const there = shortestWay(ones, zeros);
  const back = shortestWay(zeros, ones);
  const [p, q] = there.length <= back.length ? [there.from, there.to] : [back.to, back.from];
  const width = Math.hypot(p[0] - q[0], p[1] - q[1]);
  if (!(width > ROUNDING)) return undefined;
  const u: Point = [(p[0] - q[0]) / width, (p[1] - q[1]) / width];
  const c = -(u[0] * (p[0] + q[0]) + u[1] * (p[1] + q[1])) / 2;
  const side = ([x, y]: Point): number => u[0] * x + u[1] * y + c;
  const least = width / 2 - ROUNDING;
  const parts = ones.every((x) => side(x) >= least) && zeros.every((x) => side(x) <= -least);
  return parts ? { u, c, width } : undefined;
}

/** Places have one digit after the point: what is nearer than this is the same. */
const ROUNDING = 1e-9;

interface Way {
  readonly from: Point;
  readonly to: Point;
  readonly length: number;
}

/** From a point to a line between two others, which may be one. */
function shortestWay(points: readonly Point[], ends: readonly Point[]): Way {
  let best: Way = { from: [0, 0], to: [0, 0], length: Number.POSITIVE_INFINITY };
  for (const from of points)
    for (const [i, a] of ends.entries())
      for (const b of ends.slice(i)) {
        const to = nearestOn(a, b, from);
        const length = Math.hypot(from[0] - to[0], from[1] - to[1]);
        if (length < best.length) best = { from, to, length };
      }
  return best;
}

function nearestOn(a: Point, b: Point, p: Point): Point {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const size = dx * dx + dy * dy;
  const t = size === 0 ? 0 : Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / size));
  return [a[0] + t * dx, a[1] + t * dy];
}

/**
 * Most corrections that the perceptron can make from zero weights, by the page's step 7.
 *
 *     k ≤ (R/γ)²,   R² = max ‖x‖² + 1,   γ = (width/2)/√(1 + c²)
 */
export function mostCorrections({ c, width }: Street, all: readonly Point[]): number {
  const square = Math.max(...all.map(([x, y]) => x * x + y * y + 1));
  return Math.floor((square * (1 + c * c)) / (width / 2) ** 2);
}
