/** A row of a legend above a plot: how a curve is drawn, its name, and its number at the place looked at. */
import { group, type Mark, mark, text } from "./frame/scene.ts";

export interface LegendRow {
  /** Which row, from 0. */
  readonly row: number;
  /** What it means: a class of colour. */
  readonly colour: string;
  /** How it is drawn: `line`, `line dashed`. */
  readonly line: string;
  readonly name: string;
  readonly number: string;
}

/** @param ends left and right edge of the plot */
export const legendRow = (
  ends: { readonly left: number; readonly right: number },
  { row, colour, line, name, number }: LegendRow,
): Mark =>
  group(
    colour,
    mark("path", { class: line, d: `M${ends.left} ${18 + 17 * row}h16` }),
    text(ends.left + 24, 22 + 17 * row, name, { class: "small" }),
    text(ends.right, 22 + 17 * row, number, { class: "strong end" }),
  );
