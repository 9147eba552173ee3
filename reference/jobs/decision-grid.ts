import type { Grid } from "../dense/grid.ts";
import { countOf, type NetworkShape } from "../dense/network-shape.ts";
import { predictGrid } from "../gpu/grid.ts";
import { crewFor, ranges } from "./hands.ts";
import { between, type JobOptions, type Where, whileGpuLasts } from "./job.ts";

export interface DecisionGrid extends Where {
  /** Values of the last layer, row by row from the lowest y; shape [rows, columns, out]. */
  readonly values: Float64Array;
}

/** Points of one piece: about 10 ms for some ten units. */
const POINTS = 8192;
/** Rows of one call of the GPU are so many that it holds about this many points. */
const ON_GPU = 2 ** 18;

/**
 * What a network with two inputs says at the points of a grid.
 *
 * @throws RangeError if shapes do not fit, or the signal's reason
 */
export async function decisionGrid(
  shape: NetworkShape,
  P: Float64Array,
  grid: Grid,
  options: JobOptions = {},
): Promise<DecisionGrid> {
  const { columns, rows, y } = grid;
  if (shape.sizes[0] !== 2) throw new RangeError(`decisionGrid: two inputs expected, got ${shape.sizes[0]}`);
  if (P.length !== countOf(shape))
    throw new RangeError(`decisionGrid: ${countOf(shape)} parameters expected, got ${P.length}`);
  const out = shape.sizes.at(-1)!;
  const values = new Float64Array(rows * columns * out);
  const bands = ranges(rows, Math.max(1, Math.floor(ON_GPU / Math.max(1, columns))));
  const step = rows < 2 ? 0 : (y[1] - y[0]) / (rows - 1);
  const { done, on, because } = await whileGpuLasts(
    bands.length,
    async (gpu, b) => {
      const { first, last } = bands[b]!;
      const band: Grid = {
        ...grid,
        rows: last - first,
        y: [y[0] + step * first, y[0] + step * (last - 1)],
      };
      const said = await predictGrid(gpu, shape, P, band, { signal: options.signal });
      values.set(said, first * columns * out);
    },
    options,
  );
  const from = (bands[done.length]?.first ?? rows) * columns;
  const total = rows * columns;
  const pieces = ranges(total - from, POINTS).map(({ first, last }) => ({
    first: from + first,
    last: from + last,
  }));
  const found = await crewFor("grid", { shape, P, grid }, options.hands).all(pieces, {
    signal: options.signal,
    progress: between(options.progress, total === 0 ? 0 : from / total, 1),
  });
  pieces.forEach(({ first }, p) => {
    values.set(found[p]!, first * out);
  });
  return { values, on, because };
}
