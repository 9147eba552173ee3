/** Two classes in the plane of two features: their examples, and the sides of a line. */
import { arrow } from "./arrow.ts";
import type { Scale } from "./frame/scale.ts";
import { crosses, dots, group, type Mark, mark, pathThrough, text } from "./frame/scene.ts";
import { type Point, partWhere, rectangle, rimWhereZero } from "./half-plane.ts";

export interface Plane {
  readonly x: Scale;
  readonly y: Scale;
}

/** A function that is linear in both features. */
export type Linear = (x1: number, x2: number) => number;

/** z = w·x + b */
export const netInput =
  (w: ArrayLike<number>, b: number): Linear =>
  (x1, x2) =>
    (w[0] as number) * x1 + (w[1] as number) * x2 + b;

const placed =
  ({ x, y }: Plane) =>
  ([x1, x2]: Point): Point => [x.to(x1), y.to(x2)];

const areaOf = ({ x, y }: Plane): readonly Point[] =>
  rectangle(x.domain[0], y.domain[0], x.domain[1], y.domain[1]);

/** Both ends of the line f = 0 in the picture; none where it does not cross it. */
export const lineWhere = (plane: Plane, f: Linear): readonly Point[] =>
  rimWhereZero(areaOf(plane), f).map(placed(plane));

/** The side where f ≥ 0, as a path. */
export function sideWhere(plane: Plane, f: Linear): string {
  const side = partWhere(areaOf(plane), f).map(placed(plane));
  return side.length === 0 ? "" : `${pathThrough(side)}Z`;
}

export type ExampleSize = "small" | "middle" | "large";

/** Examples of class 1 as dots, those of class 0 as crosses. */
export function examples(
  plane: Plane,
  X: readonly Point[],
  isOne: (i: number) => boolean,
  isShown: (i: number) => boolean = () => true,
  size: ExampleSize = "small",
): readonly [Mark, Mark] {
  const of = (one: boolean): readonly Point[] =>
    X.filter((_, i) => isOne(i) === one && isShown(i)).map(placed(plane));
  return [
    mark("path", { class: `dots ${size === "middle" ? "" : `${size}-dots`}`.trim(), d: dots(of(true)) }),
    mark("path", { class: "crosses", d: crosses(of(false), size === "large" ? 4 : 2.5) }),
  ];
}

/** The examples in grey; those on the wrong side are set off over them. */
export const inGrey = (marks: readonly Mark[]): Mark => group("data", ...marks);
export const setOff = (marks: readonly Mark[]): Mark => group("error", ...marks);

/** The weights as an arrow on the boundary, towards class 1: at a right angle to it, as the picture's axes allow. */
export function normalOn({ x, y }: Plane, line: readonly Point[], w: readonly number[]): readonly Mark[] {
  const [p, q] = [...line].sort((a, c) => a[0] - c[0]);
  if (p === undefined || q === undefined) return [];
  const [dx, dy] = [x.to(w[0] as number) - x.to(0), y.to(w[1] as number) - y.to(0)];
  const length = Math.hypot(dx, dy);
  if (!(length > 0)) return [];
  const [mx, my] = [0.2 * p[0] + 0.8 * q[0], 0.2 * p[1] + 0.8 * q[1]];
  const [ux, uy] = [dx / length, dy / length];
  return [
    mark("path", { class: "line prediction", d: arrow(mx, my, 26 * ux, 26 * uy) }),
    text(mx + 34 * ux - 4, my + 34 * uy + 5, "w", { class: "words prediction symbol" }),
  ];
}
