/**
 * Sums by trees whose form depends on the sizes alone, so that a device gives the same bits in every run.
 * Twins: reference/dense/reductions.ts.
 */
import type { Gpu, Pass } from "../gpu.ts";
import { type GpuArray, mustHold, type Operand, part, partOf } from "../gpu-array.ts";
import { kernel } from "../kernel.ts";

/** Rows that one invocation adds in a row. */
const ROWS = 64;

/** s_bj = scale Σ_i a_ij over the rows i of block b; invocation i owns one column of one block. */
const columns = kernel({
  name: "column sums",
  params: { rows: "u32", columns: "u32", start: "u32", to: "u32", scale: "f32" },
  reads: ["A"],
  writes: ["s"],
  body: `
  let column = i % p.columns;
  let first = (i / p.columns) * ${ROWS}u;
  let last = min(first + ${ROWS}u, p.rows);
  var sum = 0.0;
  for (var row = first; row < last; row++) { sum += A[p.start + row * p.columns + column]; }
  s[p.to + i] = p.scale * sum;`,
});

/**
 * Sums of the columns.
 *
 *     s_j = scale Σ_i a_ij
 *
 * @param s shape [columns], overwritten
 * @param A shape [rows, columns]
 */
export function columnSums(
  gpu: Gpu,
  s: Operand,
  A: Operand,
  {
    rows,
    columns: width,
    scale = 1,
  }: { readonly rows: number; readonly columns: number; readonly scale?: number },
): readonly Pass[] {
  const [target, source] = [partOf(s, width), partOf(A, rows * width)];
  mustHold("columnSums", "s", target, width);
  mustHold("columnSums", "A", source, rows * width);
  if (width === 0) return [];
  const passes: Pass[] = [];
  let left = rows;
  let { array, from } = source;
  do {
    const blocks = Math.max(1, Math.ceil(left / ROWS));
    const last = blocks === 1;
    const into = last ? target.array : gpu.zeros(blocks * width);
    const values = {
      rows: left,
      columns: width,
      start: from,
      to: last ? target.from : 0,
      scale: last ? scale : 1,
    };
    passes.push(gpu.prepare(columns, blocks * width, values, [array, into], ROWS));
    left = blocks;
    array = into;
    from = 0;
  } while (left > 1);
  return passes;
}

const tree = `
var<workgroup> sums: array<f32, 256>;`;

/** s_r = scale Σ_j a_rj; group r owns row r, each lane adds every 256th entry, a tree adds the lanes. */
const rows = kernel({
  name: "row sums",
  params: { columns: "u32", total: "u32", to: "u32", scale: "f32" },
  reads: ["A"],
  writes: ["s"],
  shared: true,
  module: tree,
  body: `
  let last = min((group + 1u) * p.columns, p.total);
  var sum = 0.0;
  for (var at = group * p.columns + lane; at < last; at += 256u) { sum += A[at]; }
  sums[lane] = sum;
  workgroupBarrier();
  for (var half = 128u; half > 0u; half /= 2u) {
    if (lane < half) { sums[lane] += sums[lane + half]; }
    workgroupBarrier();
  }
  if (lane == 0u) { s[p.to + group] = p.scale * sums[0]; }`,
});

/** s_r = scale Σ_j a_rj for short rows; invocation i owns row i. */
const shortRows = kernel({
  name: "sums of short rows",
  params: { columns: "u32", to: "u32", scale: "f32" },
  reads: ["A"],
  writes: ["s"],
  body: `
  var sum = 0.0;
  for (var c = i * p.columns; c < (i + 1u) * p.columns; c++) { sum += A[c]; }
  s[p.to + i] = p.scale * sum;`,
});
const SHORT = 256;

/**
 * Sums of the rows.
 *
 *     s_i = scale Σ_j a_ij
 *
 * @param s shape [rows], overwritten
 * @param A shape [rows, columns]
 */
export function rowSums(
  gpu: Gpu,
  s: Operand,
  A: GpuArray,
  {
    rows: height,
    columns: width,
    scale = 1,
  }: { readonly rows: number; readonly columns: number; readonly scale?: number },
): readonly Pass[] {
  const target = partOf(s, height);
  mustHold("rowSums", "s", target, height);
  mustHold("rowSums", "A", part(A, 0), height * width);
  if (height === 0) return [];
  if (width <= SHORT) {
    const values = { columns: width, to: target.from, scale };
    return [gpu.prepare(shortRows, height, values, [A, target.array], width)];
  }
  const values = { columns: width, total: height * width, to: target.from, scale };
  return [gpu.prepare(rows, 256 * height, values, [A, target.array], Math.ceil(width / 256))];
}

/** Entries that one group adds. */
const CHUNK = 4096;

/**
 * Sum of all entries.
 *
 *     s = scale Σ_i a_i
 *
 * @param s shape [1], or one number of a larger array, overwritten
 */
export function sum(gpu: Gpu, s: Operand, A: GpuArray, scale = 1): readonly Pass[] {
  const target = partOf(s, 1);
  mustHold("sum", "s", target, 1);
  const passes: Pass[] = [];
  let array = A;
  for (;;) {
    const groups = Math.max(1, Math.ceil(array.length / CHUNK));
    const last = groups === 1;
    const into = last ? target.array : gpu.zeros(groups);
    const to = last ? target.from : 0;
    const values = { columns: CHUNK, total: array.length, to, scale: last ? scale : 1 };
    passes.push(gpu.prepare(rows, 256 * groups, values, [array, into], CHUNK / 256));
    if (last) return passes;
    array = into;
  }
}
