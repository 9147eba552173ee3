/**
 * The line ŷ = w·x + b and its mean squared error.
 */
import type { Num } from "../numbers/num.ts";
import { meanSquaredError } from "./scores.ts";

/**
 * Predictions of the line.
 *
 *     ŷ_i = w·x_i + b
 *
 * @param x inputs, shape [n]
 * @returns predictions, shape [n]
 */
export const predictLine = (x: readonly Num[], w: Num, b: Num): Num[] => x.map((xi) => w.times(xi).plus(b));

/**
 * Mean squared error of the line.
 *
 *     L = (1/n) Σ_i (y_i − (w·x_i + b))²
 *
 * The mean divides by n, not by 2n.
 *
 * @param x inputs, shape [n]
 * @param y targets, shape [n]
 * @returns L ≥ 0; NaN for n = 0
 * @see Machine Learning Visualized, 0.1.2
 */
export const mseLoss = (x: readonly Num[], y: readonly Num[], w: Num, b: Num): Num =>
  meanSquaredError(y, predictLine(x, w, b));
