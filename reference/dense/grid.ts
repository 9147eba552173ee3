/**
 * What a network says at the points of a grid.
 */
import { networkOf } from "./network.ts";
import type { NetworkShape } from "./network-shape.ts";

/** Points of a rectangle, its borders among them, row by row from the lowest y. */
export interface Grid {
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
  readonly columns: number;
  readonly rows: number;
}

/** The t-th of `count` numbers from low to high; the only one is low. */
export const along = ([low, high]: readonly [number, number], t: number, count: number): number =>
  count < 2 ? low : low + ((high - low) * t) / (count - 1);

/** The points of a grid, shape [rows · columns, 2]. */
export function pointsOf({ x, y, columns, rows }: Grid): Float64Array {
  const points = new Float64Array(2 * rows * columns);
  for (let r = 0, at = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      points[at++] = along(x, c, columns);
      points[at++] = along(y, r, rows);
    }
  return points;
}

/**
 * Values of the last layer over a grid.
 *
 * @param shape a network with two inputs
 * @returns shape [rows · columns, out]
 */
export function predictGrid(shape: NetworkShape, P: Float64Array, grid: Grid): Float64Array {
  const points = pointsOf(grid);
  const block = 4096;
  const outputs = shape.sizes.at(-1)!;
  const values = new Float64Array((points.length / 2) * outputs);
  for (let from = 0; from < points.length / 2; from += block) {
    const some = points.subarray(2 * from, 2 * (from + block));
    values.set(networkOf(shape, some.length / 2).forward(P, some), from * outputs);
  }
  return values;
}
