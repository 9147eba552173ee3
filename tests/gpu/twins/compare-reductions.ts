/** Sums beside their twins. */
import * as reductions from "../../../reference/dense/reductions.ts";
import * as kernels from "../../../reference/gpu/kernels/reduce.ts";
import { type Comparison, GATE } from "./comparison.ts";

const heights: readonly (readonly [rows: number, columns: number])[] = [
  [1, 1],
  [0, 3],
  [3, 0],
  [13, 7],
  [65, 3],
  [5000, 2],
  [3, 5003],
];

export const comparisons: readonly Comparison[] = heights.map(([rows, columns]) => ({
  name: `sums of all, of rows and of columns, ${rows}×${columns}`,
  bound: GATE,
  run: async (gpu, draw) => {
    // Positive, so that no sum cancels and the relative error says something.
    const A = draw.between(rows * columns, 0, 1);
    const shape = { rows, columns, scale: 0.5 };
    const [all, ofRows, ofColumns] = [gpu.zeros(1), gpu.zeros(rows), gpu.zeros(columns)];
    const a = gpu.from(A);
    gpu.run([
      ...kernels.sum(gpu, all, a, 0.5),
      ...kernels.rowSums(gpu, ofRows, a, shape),
      ...kernels.columnSums(gpu, ofColumns, a, shape),
    ]);
    const [r, c] = [new Float64Array(rows), new Float64Array(columns)];
    reductions.rowSums(r, A, shape);
    reductions.columnSums(c, A, shape);
    return [
      { yours: await gpu.read(all), right: [reductions.sumOf(A, 0.5)] },
      { yours: await gpu.read(ofRows), right: r },
      { yours: await gpu.read(ofColumns), right: c },
    ];
  },
}));
