/** Numbers in equal steps, both ends included, and the points of a rectangle at such numbers. */
import type { Num } from "./num.ts";

type Ends = readonly [from: Num, to: Num];

/**
 * The k-th of n numbers in equal steps from one to the other; the first where there is one.
 *
 *     from + (to − from) · k/(n − 1)
 */
export const spaced = (from: Num, to: Num, k: number, n: number): Num =>
  n === 1
    ? from
    : from.plus(
        to
          .minus(from)
          .times(k)
          .over(n - 1),
      );

/** All n of them. */
export const allSpaced = ([from, to]: Ends, n: number): Num[] =>
  Array.from({ length: n }, (_, k) => spaced(from, to, k, n));

/**
 * The points of a grid, x running fastest.
 *
 * @returns shape [n², 2]
 * @see 01 build and train feedforward nn, 1.9
 */
export function gridPoints(x: Ends, y: Ends, n: number): Num[][] {
  const columns = allSpaced(x, n);
  return allSpaced(y, n).flatMap((yj) => columns.map((xi) => [xi, yj]));
}
