/** What is painted: sets to begin with, and examples that come and go where the plane is pressed. */

import type { Plane } from "../class-plane.ts";
import type { Place } from "../frame/figure.ts";
import { linear } from "../frame/scale.ts";
import type { Point } from "../half-plane.ts";
import type { Painted } from "./run.ts";

/** One unit for both features, so that right angles are right. */
export const PLANE: Plane = { x: linear([-4, 4], [34, 350]), y: linear([-3, 3], [270, 33]) };
export const MOST_EXAMPLES = 36;
/** An example is hit from so far, in units of the picture. */
const NEAR = 9;

/** x₁, x₂ and the class of each example. */
const APART = [
  ...[2.4, 0.4, 1, 0.4, 0.2, 0, 0.8, 1.4, 1, 1.8, -0.7, 0, 3.3, 1.2, 1, -1.2, 1.2, 0],
  ...[1.6, 2.3, 1, -2.4, -0.4, 0, -1, 2.6, 1, -0.6, -1.6, 0, 2.9, -0.2, 1, 2.2, -2, 0],
];
export const SETS = {
  apart: APART,
  narrow: [
    ...[-3, 0.5, 1, -3, -0.2, 0, -1.5, 0.9, 1, -1.4, 0.4, 0, 0, 1.5, 1, 0.2, 0.9, 0],
    ...[1.5, 2, 1, 1.5, 1.4, 0, 3, 2.5, 1, 3, 1.9, 0],
  ],
  wrong: [...APART, -1.2, 0.2, 1, 2, 1.5, 0],
  ring: [
    ...[
      0.2, 0.5, 1, 2.4, 0.1, 0, -0.6, 0.1, 1, 1.6, 1.7, 0, 0.1, -0.6, 1, -0.1, 2.4, 0, 0.7, 0, 1, -1.8, 1.6,
    ],
    ...[0, -0.4, 0.7, 1, -2.4, -0.1, 0, -0.5, -0.6, 1, -1.6, -1.8, 0, 0.1, -2.3, 0, 1.7, -1.7, 0],
  ],
  corners: [1.5, 1.5, 0, -1.5, 1.5, 1, -1.5, -1.5, 0, 1.5, -1.5, 1],
} as const;

/** Three numbers an example; what is left over is none. */
export function paintedOf(points: readonly number[]): Painted {
  const whole = Array.from({ length: Math.floor(points.length / 3) }, (_, i) =>
    points.slice(3 * i, 3 * i + 3),
  );
  const [, end] = PLANE.y.domain;
  return {
    X: whole.map(([x = 0, y = 0]): Point => [x, Math.max(-end, Math.min(end, y))]),
    y: whole.map(([, , one = 0]) => (one >= 0.5 ? 1 : 0)),
  };
}

/** Where the brush is; in a corner before anybody has moved it. */
export const brushAt = ([x = 3.5, y = -2.5]: readonly number[]): Point => [x, y];

/** A place of the picture as one of the plane, by tenths. */
export function placeFrom({ x, y }: Place): Point {
  const within = (value: number, [low, high]: readonly [number, number]): number =>
    Math.round(10 * Math.max(low, Math.min(high, value))) / 10;
  return [within(PLANE.x.from(x), PLANE.x.domain), within(PLANE.y.from(y), PLANE.y.domain)];
}

/** The example that lies there, or nearly; −1 for none. */
export function exampleAt({ X }: Painted, [x1, x2]: Point): number {
  const far = ([p, q]: Point): number =>
    Math.hypot(PLANE.x.to(p) - PLANE.x.to(x1), PLANE.y.to(q) - PLANE.y.to(x2));
  const found = X.reduce((best, p, i) => (best < 0 || far(p) < far(X[best] as Point) ? i : best), -1);
  return found >= 0 && far(X[found] as Point) < NEAR ? found : -1;
}

/** One more example of a class, or, where one lies already, one fewer. */
export function pressedAt(points: readonly number[], place: Point, one: boolean): readonly number[] {
  const painted = paintedOf(points);
  const all = painted.X.map((x, i) => [...x, painted.y[i] as number]);
  const hit = exampleAt(painted, place);
  if (hit >= 0) return all.filter((_, i) => i !== hit).flat();
  return all.length < MOST_EXAMPLES ? [...all.flat(), ...place, one ? 1 : 0] : points;
}
