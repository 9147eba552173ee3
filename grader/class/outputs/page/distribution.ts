/** How many students have how large a share of the points. */
import type { Summary } from "../summary/summary.ts";
import { type Html, html } from "./html.ts";

const BINS = 10;

/** Students by tenths of the points; full points belong to the last tenth. */
export function tenths(shares: readonly number[]): readonly number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const share of shares) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(share * BINS)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

export function distribution({ shares }: Summary): Html {
  const counts = tenths(shares);
  const most = Math.max(1, ...counts);
  const rows = counts.map((count, i) => {
    const range = `${i * 10}–${i === BINS - 1 ? 100 : i * 10 + 9} %`;
    return html`<tr><th scope="row" class="n">${range}</th><td class="n">${count}</td><td><svg width="220" height="14" aria-hidden="true"><rect width="${Math.round((220 * count) / most)}" height="14"></rect></svg></td></tr>
`;
  });
  return html`<div class="scroll"><table><caption>Students by their share of all points</caption>
<thead><tr><th scope="col">Share</th><th scope="col">Students</th><th><span class="soft">Bar</span></th></tr></thead>
<tbody>
${rows}</tbody></table></div>`;
}
