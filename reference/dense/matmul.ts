import { type Form, productByLoops, type Sizes } from "./matmul-loops.ts";
import { kernel } from "./simd/kernel.ts";
import { productByKernel } from "./simd/product.ts";

/**
 * Product of two dense matrices.
 *
 *     C = A·B,   Aᵀ·B   or   A·Bᵀ
 *
 * All row-major: A is [m, k] ([k, m] if read transposed), B is [k, n] ([n, k] if read transposed). C is overwritten
 * and may be neither A nor B. Each entry is one sum over t = 0 … k−1 in this order, whoever makes it.
 */
export function matmul(C: Float64Array, A: Float64Array, B: Float64Array, sizes: Sizes, form: Form): void {
  const fast = isWorthwhile(sizes) ? kernel() : undefined;
  if (fast === undefined) productByLoops(C, A, B, sizes, form);
  else productByKernel(fast, C, A, B, sizes, form);
}

/** Whether the kernel is ahead of the loops: it has four columns at a time, and a cost for each row and each call. */
const isWorthwhile = ({ m, k, n }: Sizes): boolean => n >= 4 && k >= 8 && m * k * n >= 2 ** 13;
