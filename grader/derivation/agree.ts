/**
 * How near two values have to be where no bound on their rounding is at hand: the factor of a proportion, the root of
 * an equation, the repair that a message names.
 */
export const RELATIVE = 1e-8;
/** Sizes below this count as this: two sides near 0 may differ by 1e−9. */
const LEAST_SIZE = 0.1;

/**
 * How far two sides lie apart, by the largest entry.
 *
 *     max |x − y| / (0.1 + max(|x|, |y|))
 *
 * @returns ∞ for sides of different lengths
 */
export function distance(left: readonly number[], right: readonly number[]): number {
  if (left.length !== right.length) return Number.POSITIVE_INFINITY;
  const size = Math.max(0, ...left.map(Math.abs), ...right.map(Math.abs));
  return Math.max(0, ...left.map((x, i) => Math.abs(x - (right[i] as number)))) / (LEAST_SIZE + size);
}

/** Entry by entry, measured by the largest entry. */
export const agree = (left: readonly number[], right: readonly number[]): boolean =>
  distance(left, right) <= RELATIVE;
