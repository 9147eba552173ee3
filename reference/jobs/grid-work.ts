/** What a network says at some rows of a grid. */
import { along, type Grid } from "../dense/grid.ts";
import { networkOf } from "../dense/network.ts";
import type { NetworkShape } from "../dense/network-shape.ts";

export interface GridSetup {
  /** A network with two inputs. */
  readonly shape: NetworkShape;
  readonly P: Float64Array;
  readonly grid: Grid;
}

/** Points of the grid, counted row by row. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** @returns from a range of points to the values of the last layer, shape [points, out] */
export function preparedGrid({ shape, P, grid }: GridSetup): (range: Range) => Float64Array {
  const { x, y, columns, rows } = grid;
  return ({ first, last }) => {
    const points = new Float64Array(2 * (last - first));
    for (let at = first; at < last; at++) {
      points[2 * (at - first)] = along(x, at % columns, columns);
      points[2 * (at - first) + 1] = along(y, Math.floor(at / columns), rows);
    }
    return networkOf(shape, last - first).forward(P, points);
  };
}
