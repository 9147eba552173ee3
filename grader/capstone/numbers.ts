/** Numbers as a capstone prints and measures them. */
import { printNumber } from "../verdict/print-number.ts";
import type { Span } from "./picture.ts";

/** A number with four digits that count; what is no number in words. */
export const short = (x: number): string => (Number.isNaN(x) ? "no number" : printNumber(x, 4));

/** What is left of a difference, in the two digits that it has. */
export const residue = (x: number): string => (x === 0 ? "0" : x.toExponential(1));

/** A share in per cent. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The least and the largest of the finite numbers, and a margin on both sides. */
export function spanOf(values: Iterable<number>, margin = 0.05): Span {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const x of values) {
    if (!Number.isFinite(x)) continue;
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  if (low > high) return [-1, 1];
  const more = high > low ? margin * (high - low) : Math.max(1e-3, Math.abs(high) / 10);
  return [low - more, high + more];
}

/** Whether numbers are drawn by their logarithms: all above 0, and the largest above a hundred times the smallest. */
export function goesByLogarithm(values: readonly number[]): boolean {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(...finite);
  return low > 0 && Math.max(...finite) / low > 100;
}

/** Numbers at equal distances, both ends among them. */
export const along = ([from, to]: Span, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

/** What a share of the numbers is below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}
