/** What is left over: the squares of the mean, of your line and of the best one, and the sums that have to be 0. */
import { linear } from "../frame/scale.ts";
import { group, type Mark, mark, type Panel, text } from "../frame/scene.ts";
import { short } from "../short.ts";
import type { Fit, Fits } from "./fits.ts";

const LEFT = 10;
const RIGHT = 344;

/** The score at the end of a row: its symbol, and its number. */
const scoreOf = ({ score }: Fit, y: number): readonly Mark[] =>
  score === undefined
    ? [text(RIGHT, y, "no score", { class: "words strong end" })]
    : [
        text(RIGHT - 72, y, "R²", { class: "words strong end", "data-symbol": "R" }),
        text(RIGHT - 67, y, `= ${short(score)}`, { class: "words strong" }),
      ];

/** How a line misses: its squares as a bar. */
function row(y: number, name: string, colour: string, fit: Fit, most: number): Mark {
  const length = (RIGHT - LEFT) * Math.min(1, fit.squares / most);
  return group(
    colour,
    text(LEFT, y, name, { class: "small" }),
    ...scoreOf(fit, y),
    mark("rect", { class: "bar", x: LEFT, y: y + 6, width: Math.max(1, length), height: 13 }),
    text(LEFT, y + 34, `Σ r² = ${short(fit.squares)}`, { class: "small" }),
  );
}

/** A sum that is 0 for the best line, as a bar to either side. */
function balance(y: number, name: string, value: number, most: number): Mark {
  const middle = 240;
  const end = linear([-most, most], [middle - 70, middle + 70]).to(Math.max(-most, Math.min(most, value)));
  return group(
    "gradient",
    text(LEFT, y + 11, name, { class: "words strong" }),
    text(LEFT + 62, y + 11, short(value), { class: "words strong" }),
    mark("path", { class: "thin ink", d: `M${middle} ${y - 2}v18` }),
    mark("rect", {
      class: "bar",
      x: Math.min(middle, end),
      y,
      width: Math.abs(end - middle),
      height: 13,
    }),
  );
}

export function leftover({ x, yours, best, flat }: Fits): Panel {
  const most = Math.max(flat.squares, yours.squares, 1e-9);
  const reach = Math.max(1, ...x.map(Math.abs));
  const sizes = Math.max(1e-9, Math.sqrt(most * x.length));
  return {
    name: "leftover",
    title: "What is left over",
    description: `Sums of squared residuals: of the mean ${short(flat.squares)}, of your line ${short(yours.squares)}${best === undefined ? "" : `, of the best line ${short(best.squares)}`}; and for your line the sum of the residuals and that of x times them.`,
    width: 360,
    height: 324,
    marks: [
      row(24, "the mean of y, whatever x is", "data", flat, most),
      row(84, "your line, θ", "prediction", yours, most),
      best === undefined
        ? text(LEFT, 144, "All inputs are equal: no line is the best one.", { class: "words error" })
        : row(144, "the best line, θ*", "reference", best, most),
      mark("path", { class: "axis", d: `M${LEFT} 206H${RIGHT}` }),
      text(LEFT, 228, "Of your line; both are 0 for the best one:", { class: "small" }),
      balance(244, "Σ r", yours.sums[0], sizes),
      balance(282, "Σ x · r", yours.sums[1], sizes * reach),
    ],
  };
}
