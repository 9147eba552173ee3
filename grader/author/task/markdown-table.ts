/** A table in Markdown, its columns as wide as their widest cell. */
import { padEnd, widthOf } from "../../verdict/width.ts";

/** Nothing for a table without rows. A column in which all cells are empty is left out. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string | undefined {
  if (rows.length === 0) return undefined;
  const kept = head.map((_, i) => i).filter((i) => rows.some((row) => row[i] !== ""));
  const cells = [head, ...rows].map((row) => kept.map((i) => escaped(row[i] ?? "")));
  const widths = kept.map((_, j) => Math.max(3, ...cells.map((row) => widthOf(row[j] ?? ""))));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, j) => padEnd(cell, widths[j] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  const [first = [], ...others] = cells;
  return [line(first), line(rule), ...others.map(line)].join("\n");
}

/** A bar would end the cell. */
const escaped = (cell: string): string => cell.replaceAll(/\s+/g, " ").replaceAll("|", "\\|");
