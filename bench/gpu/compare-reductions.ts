/** Sums and smallest entries beside their twins. */
import * as reductions from "../../reference/dense/reductions.ts";
import { argmin, argminRows } from "../../reference/gpu/kernels/argmin.ts";
import * as kernels from "../../reference/gpu/kernels/reduce.ts";
import { integer } from "../../reference/randomness/random.ts";
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

const sums: readonly Comparison[] = heights.map(([rows, columns]) => ({
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

const smallest: readonly Comparison[] = [1, 7, 257, 4097, 20_011].map((length) => ({
  name: `the smallest of ${length} numbers with ties, and of rows`,
  // Comparisons round nothing.
  bound: 0,
  run: async (gpu, draw) => {
    const A = Float64Array.from({ length }, () => integer(draw.rng, 0, length) / 4);
    const [rows, columns] = length === 1 ? [1, 1] : [Math.floor(length / 7), 7];
    const [place, value, places, values] = [gpu.zeros(1), gpu.zeros(1), gpu.zeros(rows), gpu.zeros(rows)];
    const a = gpu.from(A);
    gpu.run([
      ...argmin(gpu, { place, value }, a),
      ...argminRows(gpu, { place: places, value: values }, a, { rows, columns }),
    ]);
    const at = reductions.argmin(A);
    const right = { place: new Float64Array(rows), value: new Float64Array(rows) };
    reductions.argminRows(right, A, { rows, columns });
    return [
      { yours: [...(await gpu.read(place)), ...(await gpu.read(value))], right: [at, A[at] as number] },
      { yours: await gpu.read(places), right: right.place },
      { yours: await gpu.read(values), right: right.value },
    ];
  },
}));

export const comparisons: readonly Comparison[] = [...sums, ...smallest];
