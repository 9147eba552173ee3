/**
 * Numbers as a page writes them: four digits that count, and whether that is all of the number.
 */
import type { Tensor } from "./tensor.ts";

const DIGITS = 4;

export function numberText(x: number): string {
  if (!Number.isFinite(x)) return x > 0 ? "\\infty" : x < 0 ? "-\\infty" : "\\text{NaN}";
  const rounded = Number(x.toPrecision(DIGITS));
  // What rounding leaves of 0.
  if (Math.abs(rounded) < 1e-12) return "0";
  const [digits = "", power] = String(rounded).split("e");
  if (power !== undefined) return `${digits} \\cdot 10^{${Number(power)}}`;
  if (Math.abs(rounded) >= 1e-4) return digits;
  const [small = "", tenth = "0"] = rounded.toExponential().split("e");
  return `${small} \\cdot 10^{${Number(tenth)}}`;
}

/** Whether the text of each number is the number itself. */
export const isExact = (numbers: readonly number[]): boolean =>
  numbers.every((x) => Math.abs(x - Number(x.toPrecision(DIGITS))) <= 1e-9 * Math.max(1e-3, Math.abs(x)));

/** A value in LaTeX: a number, a vector as a list, a matrix in brackets. */
export function valueText({ rank, cols, at }: Tensor): string {
  const texts = at.map(numberText);
  if (rank === 0) return texts[0] ?? "";
  if (rank === 1) return `(${texts.join(",\\, ")})`;
  return `\\begin{pmatrix} ${rowsText(texts, cols)} \\end{pmatrix}`;
}

/** Texts in rows of so many, as LaTeX parts them. */
export const rowsText = (texts: readonly string[], cols: number): string =>
  texts.flatMap((_, k) => (k % cols === 0 ? [texts.slice(k, k + cols).join(" & ")] : [])).join(" \\\\ ");
