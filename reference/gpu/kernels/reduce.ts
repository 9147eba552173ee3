/**
 * Reductions by trees whose form depends on the sizes alone, so that a device gives the same bits in every run.
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

/** Smallest entry of each row and its place, the first of equals; invocation i owns row i. */
const smallest = kernel({
  name: "argmin of rows",
  params: { columns: "u32" },
  reads: ["A"],
  writes: ["place", "value"],
  body: `
  let begin = i * p.columns;
  var best = A[begin];
  var at = 0u;
  for (var j = 1u; j < p.columns; j++) {
    let a = A[begin + j];
    if (a < best) { best = a; at = j; }
  }
  place[i] = f32(at);
  value[i] = best;`,
});

/** The largest whole number up to which f32 holds all. */
const EXACT = 2 ** 24;

/**
 * The smallest entry of each row.
 *
 *     place_i = argmin_j a_ij,   value_i = min_j a_ij
 *
 * Of equal entries the first. NaN has no order, and the result is not defined where there is one.
 *
 * @param A shape [rows, columns], at least one column
 */
export function argminRows(
  gpu: Gpu,
  { place, value }: { readonly place: GpuArray; readonly value: GpuArray },
  A: GpuArray,
  { rows: height, columns: width }: { readonly rows: number; readonly columns: number },
): readonly Pass[] {
  if (width < 1 || width > EXACT)
    throw new RangeError(`argminRows: 1 to 2^24 columns expected, got ${width}`);
  mustHold("argminRows", "place", part(place, 0), height);
  mustHold("argminRows", "value", part(value, 0), height);
  mustHold("argminRows", "A", part(A, 0), height * width);
  return [gpu.prepare(smallest, height, { columns: width }, [A, place, value], width)];
}

/** Smallest of 4096 candidates and its place; group owns one result, a tree compares the lanes. */
const contest = kernel({
  name: "argmin",
  params: { total: "u32", first: "u32" },
  reads: ["values", "places"],
  writes: ["place", "value"],
  shared: true,
  module: `
var<workgroup> best: array<f32, 256>;
var<workgroup> at: array<f32, 256>;`,
  body: `
  let last = min((group + 1u) * ${CHUNK}u, p.total);
  let begin = min(group * ${CHUNK}u + lane, last - 1u);
  var b = values[begin];
  var w = select(places[begin], f32(begin), p.first == 1u);
  for (var j = begin + 256u; j < last; j += 256u) {
    if (values[j] < b) { b = values[j]; w = select(places[j], f32(j), p.first == 1u); }
  }
  best[lane] = b;
  at[lane] = w;
  workgroupBarrier();
  for (var half = 128u; half > 0u; half /= 2u) {
    if (lane < half) {
      let c = best[lane + half];
      let v = at[lane + half];
      if (c < best[lane] || (c == best[lane] && v < at[lane])) { best[lane] = c; at[lane] = v; }
    }
    workgroupBarrier();
  }
  if (lane == 0u) { place[group] = at[0]; value[group] = best[0]; }`,
});

/**
 * The smallest entry of all, the first of equals.
 *
 * @param place shape [1], overwritten
 * @param value shape [1], overwritten
 * @throws RangeError for no entry, or for more than 2²⁴, whose places f32 does not hold
 */
export function argmin(
  gpu: Gpu,
  { place, value }: { readonly place: GpuArray; readonly value: GpuArray },
  A: GpuArray,
): readonly Pass[] {
  if (A.length < 1 || A.length > EXACT)
    throw new RangeError(`argmin: 1 to 2^24 entries expected, got ${A.length}`);
  const passes: Pass[] = [];
  let values = A;
  // The first round makes the places itself; it still needs an array to bind.
  let places = A;
  for (let first = 1; ; first = 0) {
    const groups = Math.ceil(values.length / CHUNK);
    const into = groups === 1 ? { place, value } : { place: gpu.zeros(groups), value: gpu.zeros(groups) };
    const arrays = [values, places, into.place, into.value];
    passes.push(gpu.prepare(contest, 256 * groups, { total: values.length, first }, arrays, CHUNK / 256));
    if (groups === 1) return passes;
    values = into.value;
    places = into.place;
  }
}
