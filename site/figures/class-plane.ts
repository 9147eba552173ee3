/** Two classes in the plane of two features: their examples, and the sides of a line. */
import type { Scale } from "./frame/scale.ts";
import { crosses, dots, group, type Mark, mark, pathThrough } from "./frame/scene.ts";
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

/** Examples of class 1 as dots, those of class 0 as crosses. */
export function examples(
  plane: Plane,
  X: readonly Point[],
  isOne: (i: number) => boolean,
  isShown: (i: number) => boolean = () => true,
  more = "small-dots",
): readonly [Mark, Mark] {
  const of = (one: boolean): readonly Point[] =>
    X.filter((_, i) => isOne(i) === one && isShown(i)).map(placed(plane));
  return [
    mark("path", { class: `dots ${more}`, d: dots(of(true)) }),
    mark("path", { class: "crosses", d: crosses(of(false), 2.5) }),
  ];
}

/** The examples in grey; those on the wrong side are set off over them. */
export const inGrey = (marks: readonly Mark[]): Mark => group("data", ...marks);
export const setOff = (marks: readonly Mark[]): Mark => group("error", ...marks);
