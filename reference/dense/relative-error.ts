/**
 * How far an array is from the right one.
 *
 *     ‖yours − right‖_F / ‖right‖_F,   ‖yours‖_F where all of right is 0
 *
 * NaN where a number is missing or is NaN.
 */
export function relativeError(yours: ArrayLike<number>, right: ArrayLike<number>): number {
  if (yours.length !== right.length) return Number.NaN;
  let off = 0;
  let all = 0;
  for (let i = 0; i < right.length; i++) {
    off += (yours[i]! - right[i]!) ** 2;
    all += right[i]! ** 2;
  }
  return Math.sqrt(all === 0 ? off : off / all);
}
