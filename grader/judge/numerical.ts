/**
 * A derivative from values alone, with an error bar.
 *
 * Central differences on a ladder of steps h, h/4, h/16 …, extrapolated to h → 0 (Richardson; Ridders 1982):
 *
 *     T(i,0) = (f(x + hᵢ) − f(x − hᵢ)) / 2hᵢ
 *     T(i,j) = T(i,j−1) + (T(i,j−1) − T(i−1,j−1)) / (16ʲ − 1)
 *
 * The entry with the smallest error estimate is taken. The estimate is the largest of the entry's distances to the
 * two entries it was made of (Ridders' own) and to the entry of the same order one step before, plus the rounding of
 * f divided by h. Two of them can be small by accident, where a sequence turns; the third then is not. One-sided
 * slopes that stay apart when h shrinks are a kink.
 */
export interface Numerical {
  readonly value: number;
  /** The true derivative lies within ± this; Infinity where nothing could be told. */
  readonly errorBar: number;
  /** Slopes from the left and from the right, where they differ: x is a kink. */
  readonly kink?: readonly [left: number, right: number];
}

const STEPS = 7;
const SHRINK = 4;
const FIRST_STEP = 1 / 8;
/** The estimate of a truncation error is itself an estimate. */
const SAFETY = 2;

/**
 * The derivative of f at x.
 *
 * @param f a function of one number
 * @param noise how far rounding can move a value of f near x, absolute
 */
export function numericalDerivative(f: (x: number) => number, x: number, noise: number): Numerical {
  const first = FIRST_STEP * Math.max(1, Math.abs(x));
  const centre = f(x);
  const table: number[][] = [];
  const left: number[] = [];
  const right: number[] = [];
  const steps: number[] = [];
  let best: Numerical = { value: Number.NaN, errorBar: Number.POSITIVE_INFINITY };
  for (let i = 0; i < STEPS; i++) {
    // The step that is really taken: x + h is rounded.
    const high = x + first / SHRINK ** i;
    const low = x - first / SHRINK ** i;
    const [above, below] = [f(high), f(low)];
    const h = (high - low) / 2;
    steps.push(h);
    right.push((above - centre) / (high - x));
    left.push((centre - below) / (x - low));
    const row = [(above - below) / (high - low)];
    table.push(row);
    const rounding = noise / h;
    for (let j = 1; j <= i; j++) {
      const coarse = (table[i - 1] as number[])[j - 1] as number;
      const fine = row[j - 1] as number;
      const factor = SHRINK ** (2 * j) - 1;
      const value = fine + (fine - coarse) / factor;
      row.push(value);
      const before = (table[i - 1] as number[])[j];
      if (before === undefined) continue;
      const truncation = Math.max(Math.abs(value - fine), Math.abs(value - coarse), Math.abs(value - before));
      const errorBar = SAFETY * truncation + 2 * rounding;
      if (errorBar < best.errorBar) best = { value, errorBar };
    }
  }
  const kink = kinkOf(left, right, steps, noise);
  return kink === undefined ? best : { ...best, errorBar: Number.POSITIVE_INFINITY, kink };
}

/**
 * One-sided slopes that differ at the smallest steps as much as before: for a smooth f their difference
 * falls like h, at a kink it stays.
 */
function kinkOf(
  left: readonly number[],
  right: readonly number[],
  steps: readonly number[],
  noise: number,
): readonly [number, number] | undefined {
  const gap = (i: number): number => Math.abs((right[i] as number) - (left[i] as number));
  const last = steps.length - 1;
  const [fine, coarse] = [gap(last), gap(last - 2)];
  const visible = fine > (64 * noise) / (steps[last] as number);
  return visible && fine > coarse / 2 ? [left[last] as number, right[last] as number] : undefined;
}
