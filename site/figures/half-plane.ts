/** Convex polygons, cut by lines. */

export type Point = readonly [number, number];

/**
 * The part of a convex polygon where f ≥ 0, for an f that is linear in the coordinates.
 *
 * @returns its corners; none where f < 0 everywhere
 */
export function partWhere(polygon: readonly Point[], f: (x: number, y: number) => number): readonly Point[] {
  const corners: Point[] = [];
  polygon.forEach((p, i) => {
    const q = polygon[(i + 1) % polygon.length] as Point;
    const [fp, fq] = [f(...p), f(...q)];
    if (fp >= 0) corners.push(p);
    if (fp >= 0 !== fq >= 0) {
      const t = fp / (fp - fq);
      corners.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
    }
  });
  return corners;
}

/** The corners of a rectangle. */
export const rectangle = (left: number, bottom: number, right: number, top: number): readonly Point[] => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
];

/** The two points of a convex polygon's rim where f = 0; none where f does not change its sign. */
export function rimWhereZero(
  polygon: readonly Point[],
  f: (x: number, y: number) => number,
): readonly Point[] {
  return polygon.flatMap((p, i) => {
    const q = polygon[(i + 1) % polygon.length] as Point;
    const [fp, fq] = [f(...p), f(...q)];
    if (fp >= 0 === fq >= 0) return [];
    const t = fp / (fp - fq);
    return [[p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])] as const];
  });
}
