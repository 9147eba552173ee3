/** Measured numbers beside their targets. */
import { type Ratios, recorded } from "./recorded.ts";
import type { Row } from "./row.ts";

/** Three digits that count. */
const short = (x: number): string => (x >= 100 ? x.toFixed(0) : x >= 10 ? x.toFixed(1) : x.toFixed(2));

function result({ measured, target }: Row): string {
  if (target === undefined) return "";
  const { is, bound } = target;
  if (is === "at most" ? measured <= bound : measured >= bound) return "met";
  return `missed by ${short((100 * Math.abs(measured - bound)) / bound)} %`;
}

const cells = (row: Row, before: Ratios): readonly string[] => [
  row.what,
  row.target === undefined ? "" : `${row.target.is} ${row.target.bound}${row.unit}`,
  `${short(row.measured)}${row.unit}`,
  row.unit === "×" && before[row.what] !== undefined ? `${before[row.what]}×` : "",
  result(row),
];

/** Rows with their targets, and ratios with those recorded last; 110 columns wide as long as `what` is at most 44. */
export const targets = (rows: readonly Row[], before: Ratios = recorded()): string =>
  table([["what", "target", "measured", "recorded", ""], ...rows.map((row) => cells(row, before))]);

/** Two times of each of several things. */
export const times = (
  heads: readonly string[],
  rows: readonly (readonly [string, number, number])[],
): string => table([heads, ...rows.map(([what, ...ms]) => [what, ...ms.map((x) => `${short(x)} ms`)])]);

/** A table in Markdown; columns of numbers end in one line below each other. */
export function table(lines: readonly (readonly string[])[]): string {
  const columns = lines[0]!.map((head, c) => ({
    width: Math.max(3, ...lines.map((line) => line[c]!.length)),
    isText: c === 0 || head === "",
  }));
  const row = (line: readonly string[]): string =>
    `| ${columns.map(({ width, isText }, c) => (isText ? line[c]!.padEnd(width) : line[c]!.padStart(width))).join(" | ")} |`;
  const rule = columns.map(({ width, isText }) => (isText ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [row(lines[0]!), row(rule), ...lines.slice(1).map(row)].join("\n");
}
