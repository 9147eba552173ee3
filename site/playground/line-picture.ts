/** The points (xᵢ, yᵢ), the line w·x + b, and the residuals between them. */
import { printNumber } from "../../grader/verdict/print-number.ts";
import { drawing } from "./element.ts";
import type { Panel } from "./panel.ts";

const width = 240;
const height = 160;
const margin = 14;
const most = 40;

interface Fit {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly w: number;
  readonly b: number;
}

/** The inputs of a fit; undefined where they are something else, or too wild to be drawn. */
function fitOf(inputs: Readonly<Record<string, unknown>>): Fit | undefined {
  const { x, y, w, b } = inputs;
  if (!isList(x) || !isList(y) || typeof w !== "number" || typeof b !== "number") return undefined;
  const all = [...x, ...y, w, b, ...x.map((v) => w * v + b)];
  const fits = x.length > 0 && x.length === y.length && x.length <= most;
  return fits && all.every((v) => Number.isFinite(v) && Math.abs(v) < 1e9) ? { x, y, w, b } : undefined;
}

const isList = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((v) => typeof v === "number");

/** Maps values to pixels, from the least to the greatest of them. */
function scaleOf(values: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low;
  return (value) => (span === 0 ? (from + to) / 2 : from + ((value - low) / span) * (to - from));
}

export function lineThroughPoints(inputs: Readonly<Record<string, unknown>>): Panel | undefined {
  const fit = fitOf(inputs);
  if (fit === undefined) return undefined;
  const { x, y, w, b } = fit;
  const across = scaleOf(x, margin, width - margin);
  const spread = Math.max(...x) - Math.min(...x) || 1;
  const ends = [Math.min(...x) - spread * 0.06, Math.max(...x) + spread * 0.06] as const;
  const guess = (at: number): number => w * at + b;
  const up = scaleOf([...y, ...x.map(guess), ...ends.map(guess)], height - margin, margin);
  // All x equal: the line has no two ends, so a short piece of it is drawn.
  const right = (at: number): number =>
    Math.max(...x) === Math.min(...x) ? width / 2 + (at - (x[0] ?? 0)) * 60 : across(at);
  const residuals = x.map((at, i) =>
    drawing("line", {
      class: "wb-residual",
      x1: right(at),
      x2: right(at),
      y1: up(y[i] ?? 0),
      y2: up(guess(at)),
    }),
  );
  const points = x.map((at, i) =>
    drawing("circle", { class: "wb-point", cx: right(at), cy: up(y[i] ?? 0), r: 3.5 }),
  );
  const line = drawing("line", {
    class: "wb-line",
    x1: right(ends[0]),
    x2: right(ends[1]),
    y1: up(guess(ends[0])),
    y2: up(guess(ends[1])),
  });
  const label = `${x.length} ${x.length === 1 ? "point" : "points"} and the line ${printNumber(w)} x + ${printNumber(b)}`;
  return {
    drawn: drawing(
      "svg",
      { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label },
      ...residuals,
      line,
      ...points,
    ),
    caption: "The points, the line w x + b, and the residuals between them.",
  };
}
