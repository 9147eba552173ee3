/** How many students have how large a share of the points. */
import type { Summary } from "../summary/summary.ts";
import section from "./distribution.hbs";

const BINS = 10;
/** Of the longest bar, in pixels. */
const WIDTH = 220;

/** Students by tenths of the points; full points belong to the last tenth. */
export function tenths(shares: readonly number[]): readonly number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const share of shares) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(share * BINS)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

export function distribution({ shares }: Summary): string {
  const counts = tenths(shares);
  const most = Math.max(1, ...counts);
  const rows = counts.map((count, i) => ({
    range: `${i * 10}–${i === BINS - 1 ? 100 : i * 10 + 9} %`,
    count,
    bar: Math.round((WIDTH * count) / most),
  }));
  return section({ width: WIDTH, rows });
}
