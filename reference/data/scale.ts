/**
 * Min-max scaling in place.
 *
 *     x ← (x − min x) / (max x − min x)
 *
 * A constant column becomes 0.
 */
export function scaleToUnit(x: Float64Array): Float64Array {
  let low = Infinity;
  let high = -Infinity;
  for (const each of x) {
    low = Math.min(low, each);
    high = Math.max(high, each);
  }
  for (let i = 0; i < x.length; i++) x[i] = high > low ? (x[i]! - low) / (high - low) : 0;
  return x;
}
