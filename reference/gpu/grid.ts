/**
 * What a network says at the points of a grid. Twin: reference/dense/grid.ts.
 */
import type { Grid } from "../dense/grid.ts";
import type { NetworkShape } from "../dense/network-shape.ts";
import type { Following, Gpu } from "./gpu.ts";
import { kernel } from "./kernel.ts";
import { gpuNetwork } from "./network.ts";

/** Point first + i of the grid, row by row; invocation i owns both coordinates of it. */
const points = kernel({
  name: "points of a grid",
  params: { first: "u32", columns: "u32", x_low: "f32", x_step: "f32", y_low: "f32", y_step: "f32" },
  reads: [],
  writes: ["X"],
  body: `
  let at = p.first + i;
  X[2u * i] = p.x_low + p.x_step * f32(at % p.columns);
  X[2u * i + 1u] = p.y_low + p.y_step * f32(at / p.columns);`,
});

/** Numbers of one layer's values, 16 MB. */
const ROOM = 2 ** 22;

/**
 * Values of the last layer over a grid.
 *
 * @param shape a network with two inputs
 * @returns shape [rows · columns, out]
 * @throws GpuError, RangeError if the shapes do not fit, or the signal's reason
 */
export async function predictGrid(
  on: Gpu,
  shape: NetworkShape,
  P: Float64Array,
  { x, y, columns, rows }: Grid,
  { signal, progress }: Following = {},
): Promise<Float64Array> {
  if (shape.sizes[0] !== 2) throw new RangeError(`predictGrid: two inputs expected, got ${shape.sizes[0]}`);
  const count = rows * columns;
  const outputs = shape.sizes.at(-1)!;
  const values = new Float64Array(count * outputs);
  const step = ([low, high]: readonly [number, number], of: number): number =>
    of < 2 ? 0 : (high - low) / (of - 1);
  const places = { columns, x_low: x[0], x_step: step(x, columns), y_low: y[0], y_step: step(y, rows) };
  const most = Math.floor(ROOM / Math.max(...shape.sizes));
  const gpu = on.room();
  try {
    const parameters = gpu.from(P);
    for (let first = 0; first < count; first += most) {
      signal?.throwIfAborted();
      const here = gpu.room();
      try {
        const n = Math.min(most, count - first);
        const X = here.zeros(2 * n);
        const { forward, output } = gpuNetwork(here, shape, n, { P: parameters, X });
        here.run([here.prepare(points, n, { ...places, first }, [X]), ...forward]);
        values.set(await here.read(output), first * outputs);
      } finally {
        here.free();
      }
      progress?.(Math.min(1, (first + most) / count));
    }
    return values;
  } finally {
    gpu.free();
  }
}
