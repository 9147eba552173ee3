/** Your numbers beside the right ones, as bars from zero. */

import { printNumber } from "../../grader/verdict/print-number.ts";
import type { Finding } from "../../grader/verdict/verdict.ts";
import { drawing } from "./element.ts";
import type { Panel } from "./picture.ts";

const width = 240;
const height = 160;
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
  if (!mine.some((v, i) => Math.abs(v - (ours[i] ?? 0)) > span / 100)) return undefined;
  const up = (v: number): number => margin + ((high - v) / span) * (height - 2 * margin);
  const slot = (width - 2 * margin) / mine.length;
  const bar = Math.min(28, slot * 0.36);
  const rect = (name: string, value: number, i: number, side: number): SVGElement => {
    const middle = margin + slot * (i + 0.5);
    return drawing("rect", {
      class: name,
      x: side < 0 ? middle - bar - 1 : middle + 1,
      width: bar,
      y: Math.min(up(value), up(0)),
      height: Math.max(1, Math.abs(up(value) - up(0))),
    });
  };
  const said = (values: readonly number[]): string => values.map((v) => printNumber(v, 4)).join(", ");
  return {
    drawn: drawing(
      "svg",
      {
        viewBox: `0 0 ${width} ${height}`,
        role: "img",
        "aria-label": `Yours ${said(mine)}; expected ${said(ours)}`,
      },
      ...mine.flatMap((v, i) => [rect("wb-yours", v, i, -1), rect("wb-expected", ours[i] ?? 0, i, 1)]),
      drawing("line", { class: "wb-zero", x1: 0, x2: width, y1: up(0), y2: up(0) }),
    ),
    caption:
      mine.length === 1
        ? "Yours, left, and expected, right."
        : "Yours, left of each pair, and expected, right.",
  };
}
