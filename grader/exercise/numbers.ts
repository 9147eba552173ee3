/**
 * Numbers for right answers that are written outside the course: tracked ones, whose gradients and rounding are known,
 * and under `plain` the same sums over numbers as they are.
 *
 *     is: ({ z }) => z.exp().plus(1).ln()
 *     is: ({ x, w, b }) => mean(x.map((xi) => xi.times(w).plus(b)))
 */
export { functionOf, type KnownFunction } from "../../reference/functions/known.ts";
export { determinant, product, transpose } from "../../reference/numbers/matrix.ts";
export { dot, mean, Num, norm, num, sum } from "../../reference/numbers/num.ts";
export * as plain from "../../reference/numbers/plain.ts";
export { sigmoid, softplus } from "../../reference/numbers/sigmoid.ts";
export {
  entrywise,
  gradient,
  type Lifted,
  lift,
  type Plain,
  plainOf,
  type Tracked,
} from "../../reference/numbers/tracked.ts";
