/**
 * Bias and activation of a layer, forward and backward, for a batch of rows.
 */
import { type Activation, activations } from "./activations.ts";

/** Activations of a layer: entry by entry, or softmax over a row. */
export type RowActivation = Activation | "softmax";

/** A batch of n rows of c entries. */
export interface RowSizes {
  readonly n: number;
  readonly c: number;
}

/**
 * Adds the biases to every row and applies the activation.
 *
 *     A = g(Z + 1·b),   softmax row by row:   a_ic = e^(z_ic) / Σ_k e^(z_ik)
 *
 * @param A shape [n, c], overwritten; may be Z itself
 * @param Z shape [n, c]
 * @param b shape [c]
 */
export function biasActivation(
  A: Float64Array,
  Z: Float64Array,
  b: Float64Array,
  { n, c }: RowSizes,
  name: RowActivation,
): void {
  if (name !== "softmax") {
    const { of } = activations[name];
    for (let i = 0, at = 0; i < n; i++) for (let j = 0; j < c; j++, at++) A[at] = of(Z[at]! + b[j]!);
    return;
  }
  for (let from = 0; from < n * c; from += c) {
    let most = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < c; j++) {
      A[from + j] = Z[from + j]! + b[j]!;
      most = Math.max(most, A[from + j]!);
    }
    let sum = 0;
    for (let j = from; j < from + c; j++) {
      A[j] = Math.exp(A[j]! - most);
      sum += A[j]!;
    }
    for (let j = from; j < from + c; j++) A[j]! /= sum;
  }
}

/**
 * Takes the slope of the loss by A to that by Z, in place. The slope of the biases is columnSums of the result.
 *
 *     D ← D ⊙ g′(Z),   for softmax   d_ic ← a_ic (d_ic − Σ_k d_ik a_ik)
 *
 * @param D ∂L/∂A, becomes ∂L/∂Z, shape [n, c]
 * @param A activations, shape [n, c]
 */
export function activationBackward(
  D: Float64Array,
  A: Float64Array,
  { n, c }: RowSizes,
  name: RowActivation,
): void {
  if (name !== "softmax") {
    const { slope } = activations[name];
    for (let at = 0; at < n * c; at++) D[at]! *= slope(A[at]!);
    return;
  }
  for (let from = 0; from < n * c; from += c) {
    let along = 0;
    for (let j = from; j < from + c; j++) along += D[j]! * A[j]!;
    for (let j = from; j < from + c; j++) D[j] = A[j]! * (D[j]! - along);
  }
}
