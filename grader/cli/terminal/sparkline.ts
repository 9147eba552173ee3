/** Numbers as a row of bars of eight heights, or of characters of growing weight where there is no Unicode. */

import { goesByLogarithm } from "../../capstone/numbers.ts";

const BARS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const PLAIN = ["_", ".", ":", "-", "=", "+", "*", "#"];

export interface Sparkline {
  readonly line: string;
  /** Whether heights are those of the logarithms. */
  readonly isLog: boolean;
}

/**
 * One character for each number.
 *
 * Heights go by the logarithm where the numbers differ much.
 */
export function sparkline(values: readonly number[], unicode: boolean): Sparkline {
  const finite = values.filter((value) => Number.isFinite(value));
  const low = Math.min(...finite);
  const isLog = goesByLogarithm(finite);
  const height = isLog ? Math.log : (x: number): number => x;
  const [from, to] = [height(low), height(Math.max(...finite))];
  const marks = unicode ? BARS : PLAIN;
  const line = values
    .map((value) => {
      if (!Number.isFinite(value)) return unicode ? "×" : "x";
      const share = to > from ? (height(value) - from) / (to - from) : 0;
      return marks[Math.min(7, Math.floor(8 * share))]!;
    })
    .join("");
  return { line, isLog };
}
