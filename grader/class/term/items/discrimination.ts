/**
 * Discrimination of a check: the correlation r of passing it (0 or 1) with the points in everything but its function,
 *
 *     r = Σ (p − p̄)(q − q̄) / √(Σ (p − p̄)² · Σ (q − q̄)²),
 *
 * and Fisher's interval for it, tanh(artanh r ± 2.576/√(n − 3)), which holds in 99 of 100 cases. Its own function is
 * left out, since a check that falls short takes those after it along, and would correlate with itself.
 */
export interface Discrimination {
  readonly r: number;
  readonly low: number;
  readonly high: number;
}

/** Of the normal distribution, for 99 %: among hundreds of checks, one in twenty would be flagged by chance. */
const QUANTILE = 2.576;

/** One submission: whether it passed, and its share of all other points. */
export interface Observation {
  readonly passed: boolean;
  readonly rest: number;
}

/** Undefined where passing or the rest does not vary, or fewer than four are there. */
export function discriminationOf(observations: readonly Observation[]): Discrimination | undefined {
  const n = observations.length;
  if (n < 4) return undefined;
  const meanPassed = observations.filter(({ passed }) => passed).length / n;
  const meanRest = observations.reduce((sum, { rest }) => sum + rest, 0) / n;
  let [both, passes, rests] = [0, 0, 0];
  for (const { passed, rest } of observations) {
    const [p, q] = [Number(passed) - meanPassed, rest - meanRest];
    both += p * q;
    passes += p * p;
    rests += q * q;
  }
  // Shares of points are no finer than this: less is what adding them up leaves.
  if (passes < 1e-12 || rests < 1e-12) return undefined;
  const r = Math.max(-1, Math.min(1, both / Math.sqrt(passes * rests)));
  const [middle, half] = [Math.atanh(Math.max(-0.999, Math.min(0.999, r))), QUANTILE / Math.sqrt(n - 3)];
  return { r, low: Math.tanh(middle - half), high: Math.tanh(middle + half) };
}
