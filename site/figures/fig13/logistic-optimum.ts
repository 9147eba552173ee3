/**
 * The weights with the smallest binary cross-entropy, by Newton's method.
 */

import type { TwoFeatures } from "../../../reference/data/tumours.ts";
import { sigmoid } from "../../../reference/numbers/sigmoid.ts";
import type { Weights } from "./logistic-passes.ts";

/** Convergence is quadratic; classes that a line separates have no optimum, and their weights grow for ever. */
const STEPS = 40;

/**
 * Where the gradient is zero.
 *
 *     p ← p − H⁻¹∇L,   ∇L = Σ_i (ŷ_i − y_i) v_i,   H = Σ_i ŷ_i(1 − ŷ_i) v_i v_iᵀ,   v = (x₁, x₂, 1)
 *
 * @returns undefined where the steps do not become small
 */
export function logisticOptimum({ x1, x2, y }: TwoFeatures): Weights | undefined {
  let p = [0, 0, 0];
  for (let step = 0; step < STEPS; step++) {
    const A = [0, 1, 2].map(() => [0, 0, 0, 0]);
    for (let i = 0; i < y.length; i++) {
      const v = [x1[i]!, x2[i]!, 1];
      const yHat = sigmoid(v[0]! * p[0]! + v[1]! * p[1]! + p[2]!);
      for (let r = 0; r < 3; r++) {
        for (let c = 0; c < 3; c++) A[r]![c]! += yHat * (1 - yHat) * v[r]! * v[c]!;
        A[r]![3]! += (yHat - y[i]!) * v[r]!;
      }
    }
    const move = solved(A);
    p = p.map((each, j) => each - move[j]!);
    const length = Math.hypot(...move);
    if (length < 1e-9) return { w1: p[0]!, w2: p[1]!, b: p[2]! };
    if (!(length < 1e6)) return undefined;
  }
  return undefined;
}

/** Gauss–Jordan elimination of three equations, the larger pivots first. */
function solved(A: number[][]): number[] {
  for (let c = 0; c < 3; c++) {
    const pivot = [0, 1, 2].slice(c).reduce((a, r) => (Math.abs(A[r]![c]!) > Math.abs(A[a]![c]!) ? r : a), c);
    [A[c], A[pivot]] = [A[pivot]!, A[c]!];
    for (let r = 0; r < 3; r++) {
      if (r === c) continue;
      const factor = A[r]![c]! / A[c]![c]!;
      for (let k = c; k < 4; k++) A[r]![k]! -= factor * A[c]![k]!;
    }
  }
  return A.map((row, r) => row[3]! / row[r]!);
}
