/**
 * The smallest entries and their places. Twins: reference/dense/reductions.ts.
 */
import type { Gpu, Pass } from "../gpu.ts";
import { type GpuArray, mustHold, part } from "../gpu-array.ts";
import { kernel } from "../kernel.ts";

/** Entries that one group compares. */
const CHUNK = 4096;

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
