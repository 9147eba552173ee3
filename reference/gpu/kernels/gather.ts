import type { Gpu, Pass } from "../gpu.ts";
import { type GpuArray, mustHold, type Operand, part, partOf } from "../gpu-array.ts";
import { kernel } from "../kernel.ts";

/** t_i = x_{order_i}, row by row; invocation i owns one entry of T. */
const rows = kernel({
  name: "gathering rows",
  params: { start: "u32", columns: "u32" },
  reads: ["X", "order"],
  writes: ["T"],
  body: "  T[i] = X[u32(order[p.start + i / p.columns]) * p.columns + i % p.columns];",
});

/**
 * Takes rows in a given order, such as the examples of a mini-batch.
 *
 *     t_i = x_{order_i}
 *
 * @param T shape [n, columns], overwritten
 * @param X shape [any, columns]
 * @param order rows of X, or the part of a larger array where they begin, shape [n]
 */
export function gatherRows(
  gpu: Gpu,
  T: GpuArray,
  X: GpuArray,
  order: Operand,
  { n, columns }: { readonly n: number; readonly columns: number },
): readonly Pass[] {
  const of = partOf(order, n);
  mustHold("gatherRows", "T", part(T, 0), n * columns);
  mustHold("gatherRows", "order", of, n);
  return [gpu.prepare(rows, n * columns, { start: of.from, columns }, [X, of.array, T])];
}

const copying = kernel({
  name: "copying",
  params: { start: "u32", to: "u32" },
  reads: ["A"],
  writes: ["T"],
  body: "  T[p.to + i] = A[p.start + i];",
});

/** Copies `count` numbers from A to T. */
export function copy(gpu: Gpu, T: Operand, A: Operand, count: number): readonly Pass[] {
  const [target, source] = [partOf(T, count), partOf(A, count)];
  mustHold("copy", "T", target, count);
  mustHold("copy", "A", source, count);
  return [gpu.prepare(copying, count, { start: source.from, to: target.from }, [source.array, target.array])];
}
