/**
 * Classes of examples: as numbers from 0, as one-hot rows, and how many were met.
 */
import { atLeast } from "../numbers/ambiguous.ts";
import { mean, type Num, num } from "../numbers/num.ts";

/**
 * Labels as rows with a single 1.
 *
 *     Y_ik = 1 for k = y_i, else 0
 *
 * @param y labels from 0 to classes − 1, shape [n]
 * @returns shape [n, classes]
 * @see Building FeedForward Networks with Pytorch, int_to_onehot
 */
export const oneHot = (y: readonly number[], classes: number): Num[][] =>
  y.map((label) => Array.from({ length: classes }, (_, k) => num(k === label ? 1 : 0)));

/** The place of the largest entry of each row; of equal ones the first. */
export const argmaxRows = (P: readonly (readonly number[])[]): number[] =>
  P.map((row) => row.indexOf(Math.max(...row)));

/**
 * The same of computed numbers.
 *
 * @throws Ambiguous if rounding could choose another place
 */
export const surelyLargest = (P: readonly (readonly Num[])[]): number[] =>
  P.map((row) => row.reduce((best, entry, k) => (k === 0 || atLeast(row[best] as Num, entry) ? best : k), 0));

/**
 * The share of the labels that were met.
 *
 *     (1/n) Σ_i [ŷ_i = y_i]
 */
export const accuracy = (predicted: readonly number[], y: readonly number[]): Num =>
  mean(y.map((label, i) => num(predicted[i] === label ? 1 : 0)));
