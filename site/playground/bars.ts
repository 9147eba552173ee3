/** Your numbers beside the right ones, as bars from zero: one pair lies, several stand. */
import { printNumber } from "../../grader/verdict/print-number.ts";
import type { Finding } from "../../grader/verdict/verdict.ts";
import { drawing } from "./element.ts";
import type { Panel } from "./panel.ts";

const width = 240;
const margin = 14;
const most = 12;

/** The numbers of a scalar or a short vector. */
function numbersOf(value: unknown): readonly number[] | undefined {
  const list = typeof value === "number" ? [value] : value;
  if (!Array.isArray(list) || list.length === 0 || list.length > most) return undefined;
  return list.every((v) => typeof v === "number" && Number.isFinite(v)) ? list : undefined;
}

/** Nothing where there is no pair of numbers, or where the difference is too small to be seen. */
export function barsOf({ yours, expected }: Finding): Panel | undefined {
  const mine = numbersOf(yours);
  const ours = numbersOf(expected);
  if (mine === undefined || ours === undefined || mine.length !== ours.length) return undefined;
  const high = Math.max(0, ...mine, ...ours);
  const low = Math.min(0, ...mine, ...ours);
  const span = high - low;
  if (!(span < 1e300) || !mine.some((v, i) => Math.abs(v - (ours[i] ?? 0)) > span / 100)) return undefined;
  const said = (values: readonly number[]): string => values.map((v) => printNumber(v, 4)).join(", ");
  const label = `Yours ${said(mine)}; expected ${said(ours)}`;
  const isPair = mine.length === 1;
  return {
    drawn: isPair
      ? lying(mine[0] ?? 0, ours[0] ?? 0, low, high, label)
      : standing(mine, ours, low, high, label),
    caption: isPair
      ? "Yours above, expected below, both from zero."
      : "Yours, left of each pair, and expected, right.",
  };
}

function lying(mine: number, ours: number, low: number, high: number, label: string): SVGElement {
  const height = 64;
  const right = (v: number): number => margin + ((v - low) / (high - low)) * (width - 2 * margin);
  const bar = (name: string, value: number, y: number): SVGElement => {
    const [from, to] = [Math.min(right(0), right(value)), Math.max(right(0), right(value))];
    return drawing("rect", { class: name, x: from, y, width: Math.max(1, to - from), height: 14 });
  };
  const zero = drawing("line", { class: "wb-zero", x1: right(0), x2: right(0), y1: 8, y2: height - 8 });
  return picture(height, label, [bar("wb-yours", mine, 16), bar("wb-expected", ours, 34), zero]);
}

function standing(
  mine: readonly number[],
  ours: readonly number[],
  low: number,
  high: number,
  label: string,
): SVGElement {
  const height = 160;
  const down = (v: number): number => margin + ((high - v) / (high - low)) * (height - 2 * margin);
  const slot = (width - 2 * margin) / mine.length;
  const breadth = Math.min(20, slot * 0.36);
  const bar = (name: string, value: number, x: number): SVGElement => {
    const [from, to] = [Math.min(down(0), down(value)), Math.max(down(0), down(value))];
    return drawing("rect", { class: name, x, y: from, width: breadth, height: Math.max(1, to - from) });
  };
  const bars = mine.flatMap((value, i) => {
    const middle = margin + slot * (i + 0.5);
    return [bar("wb-yours", value, middle - breadth - 1), bar("wb-expected", ours[i] ?? 0, middle + 1)];
  });
  const zero = drawing("line", { class: "wb-zero", x1: 0, x2: width, y1: down(0), y2: down(0) });
  return picture(height, label, [...bars, zero]);
}

const picture = (height: number, label: string, marks: readonly SVGElement[]): SVGElement =>
  drawing("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label }, ...marks);
