/**
 * Product of two dense matrices, or of a batch of them.
 *
 *     C = A·B,   Aᵀ·B   or   A·Bᵀ
 *
 * Shapes as in its twin, reference/dense/matmul.ts: C [m, n], A [m, k] ([k, m] if read transposed), B [k, n]
 * ([n, k] if read transposed), row-major. In a batch each of the three begins `stride` after the one before.
 *
 * A long sum is cut into blocks of terms, whose products are summed by the tree of reduce.ts: in f32 the rounding
 * of 50,000 terms in a row would show, and a matrix of few entries would leave the device idle.
 */
import type { Form, Sizes } from "../../dense/matmul-loops.ts";
import type { Gpu, Pass } from "../gpu.ts";
import { mustHold, type Operand, type Part, partOf } from "../gpu-array.ts";
import { kernel } from "../kernel.ts";
import { columnSums } from "./reduce.ts";

const params = {
  m: "u32",
  k: "u32",
  n: "u32",
  terms: "u32",
  a_start: "u32",
  a_batch: "u32",
  a_row: "u32",
  a_term: "u32",
  b_start: "u32",
  b_batch: "u32",
  b_term: "u32",
  b_column: "u32",
  c_start: "u32",
  c_batch: "u32",
  blocks: "u32",
} as const;

/** c_ij = Σ_t a_it b_tj over one block of terms; invocation i owns one entry of C of one block and batch. */
const direct = kernel({
  name: "matmul",
  params,
  reads: ["A", "B"],
  writes: ["C"],
  body: `
  let entry = i % (p.m * p.n);
  let part = i / (p.m * p.n);
  let block = part % p.blocks;
  let batch = part / p.blocks;
  let first = block * p.terms;
  let last = min(first + p.terms, p.k);
  var a = p.a_start + batch * p.a_batch + (entry / p.n) * p.a_row + first * p.a_term;
  var b = p.b_start + batch * p.b_batch + (entry % p.n) * p.b_column + first * p.b_term;
  var sum = 0.0;
  for (var t = first; t < last; t++) {
    sum += A[a] * B[b];
    a += p.a_term;
    b += p.b_term;
  }
  C[p.c_start + batch * p.c_batch + block * p.m * p.n + entry] = sum;`,
});

/** Entries of C along one side of a tile, and terms of its sum that are held at once. */
const TILE = 64;
const DEPTH = 16;

/**
 * The same sums by tiles of 64 × 64 entries of C: group owns a tile, invocation (x, y) of 16 × 16 its sixteen
 * entries in rows y, y + 16, y + 32, y + 48 and the same columns of x. Terms are added in the same order.
 */
const tiled = kernel({
  name: "matmul by tiles",
  params: { ...params, tiles: "u32", across: "u32" },
  reads: ["A", "B"],
  writes: ["C"],
  shared: true,
  module: `
var<workgroup> a_tile: array<f32, ${TILE * DEPTH}>;
var<workgroup> b_tile: array<f32, ${TILE * DEPTH}>;`,
  body: `
  let part = group / p.tiles;
  let tile = group % p.tiles;
  let block = part % p.blocks;
  let batch = part / p.blocks;
  let row = (tile / p.across) * ${TILE}u;
  let column = (tile % p.across) * ${TILE}u;
  let first = block * p.terms;
  let last = min(first + p.terms, p.k);
  let a = p.a_start + batch * p.a_batch;
  let b = p.b_start + batch * p.b_batch;
  let x = lane % 16u;
  let y = lane / 16u;
  var sums: array<f32, 16>;
  for (var block_at = first; block_at < last; block_at += ${DEPTH}u) {
    for (var e = lane; e < ${TILE * DEPTH}u; e += 256u) {
      let r = select(e / ${DEPTH}u, e % ${TILE}u, p.a_row == 1u);
      let ta = select(e % ${DEPTH}u, e / ${TILE}u, p.a_row == 1u);
      let a_in = row + r < p.m && block_at + ta < last;
      a_tile[ta * ${TILE}u + r] =
        select(0.0, A[select(0u, a + (row + r) * p.a_row + (block_at + ta) * p.a_term, a_in)], a_in);
      let c = select(e % ${TILE}u, e / ${DEPTH}u, p.b_term == 1u);
      let tb = select(e / ${TILE}u, e % ${DEPTH}u, p.b_term == 1u);
      let b_in = column + c < p.n && block_at + tb < last;
      b_tile[tb * ${TILE}u + c] =
        select(0.0, B[select(0u, b + (block_at + tb) * p.b_term + (column + c) * p.b_column, b_in)], b_in);
    }
    workgroupBarrier();
    for (var t = 0u; t < ${DEPTH}u; t++) {
      let a_at = t * ${TILE}u + y;
      let b_at = t * ${TILE}u + x;
      let av = vec4f(a_tile[a_at], a_tile[a_at + 16u], a_tile[a_at + 32u], a_tile[a_at + 48u]);
      let bv = vec4f(b_tile[b_at], b_tile[b_at + 16u], b_tile[b_at + 32u], b_tile[b_at + 48u]);
      for (var u = 0u; u < 4u; u++) {
        for (var v = 0u; v < 4u; v++) { sums[4u * u + v] += av[u] * bv[v]; }
      }
    }
    workgroupBarrier();
  }
  let c = p.c_start + batch * p.c_batch + block * p.m * p.n;
  for (var u = 0u; u < 4u; u++) {
    for (var v = 0u; v < 4u; v++) {
      let r = row + y + 16u * u;
      let s = column + x + 16u * v;
      if (r < p.m && s < p.n) { C[c + r * p.n + s] = sums[4u * u + v]; }
    }
  }`,
});

/** Tiles from which on a device is taken to be busy. */
const ENOUGH = 64;

/** Terms of a sum that are added in a row. */
const TERMS = 1024;

export interface ProductOptions {
  /** How many products; 1 unless told. */
  readonly batch?: number;
  /** By tiles or entry by entry; unless told, tiles where the device is hardware and C has enough of them. */
  readonly by?: "tiles" | "entries";
}

/**
 * C = A·B in the given form. C is overwritten and may share its buffer with neither A nor B.
 *
 * @throws RangeError if an array is too short for the sizes
 */
export function matmul(
  gpu: Gpu,
  C: Operand,
  A: Operand,
  B: Operand,
  { m, k, n }: Sizes,
  form: Form,
  { batch = 1, by }: ProductOptions = {},
): readonly Pass[] {
  const [c, a, b] = [partOf(C, m * n), partOf(A, m * k), partOf(B, k * n)];
  for (const [what, operand, size] of [
    ["C", c, m * n],
    ["A", a, m * k],
    ["B", b, k * n],
  ] as const)
    mustHold("matmul", what, operand, size, batch);
  if (m * n * batch === 0) return [];
  const blocks = batch === 1 && k > 2 * TERMS ? Math.ceil(k / TERMS) : 1;
  const target: Part = blocks === 1 ? c : { array: gpu.zeros(blocks * m * n), from: 0, stride: 0 };
  const terms = blocks === 1 ? k : TERMS;
  const values = {
    m,
    k,
    n,
    terms,
    a_start: a.from,
    a_batch: a.stride,
    a_row: form === "tn" ? 1 : k,
    a_term: form === "tn" ? m : 1,
    b_start: b.from,
    b_batch: b.stride,
    b_term: form === "nt" ? 1 : n,
    b_column: form === "nt" ? k : 1,
    c_start: target.from,
    c_batch: target.stride,
    blocks,
  };
  const arrays = [a.array, b.array, target.array];
  const across = Math.ceil(n / TILE);
  const tiles = across * Math.ceil(m / TILE);
  // Few tiles would leave most of a device idle, and narrow ones would be mostly empty.
  const suits = !gpu.isSoftware && Math.min(m, n) >= TILE && tiles * batch >= ENOUGH;
  const byTiles = by === undefined ? suits : by === "tiles";
  const product = byTiles
    ? gpu.prepare(tiled, tiles * blocks * batch * 256, { ...values, tiles, across }, arrays, 16 * terms)
    : gpu.prepare(direct, m * n * blocks * batch, values, arrays, terms);
  if (blocks === 1) return [product];
  return [product, ...columnSums(gpu, c, target.array, { rows: blocks, columns: m * n })];
}
