/** Least squares: the best line at once, however the examples lie, and what makes it the best. */
import { EXTRA, type Fits, FLATS, fitsOf, movable, type Source, WINDOWS } from "./fig09/fits.ts";
import { leftover } from "./fig09/leftover.ts";
import { HOLDS, planeOf, scatter } from "./fig09/scatter.ts";
import { choice, list, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { short } from "./short.ts";

const points = (label: string, value: readonly number[]) =>
  list({ label, symbol: "y", min: 0, max: 50, step: 0.1, most: value.length, value });

const controls = {
  w: range({ label: "Your slope θ₁", symbol: "θ", min: -5, max: 8, step: 0.01, value: 1 }),
  b: range({ label: "Your intercept θ₂", symbol: "θ", min: -10, max: 20, step: 0.05, value: 0 }),
  data: choice({
    label: "Examples",
    options: { flats: "three flats", sales: "200 sales, and one more" },
    value: "flats",
  }),
  seed: seed({ label: "Seed of the sales", value: 11 }),
  points: points("Flats", FLATS),
  extra: points("One more example", EXTRA),
};

export const fig09 = defineFigure({
  id: "fig09",
  title: "The best line at once",
  question:
    "Turn your line by its ends until the squares are as small as they can be. What do both sums of the residuals come to then? Now drag a flat: the dashed line is the best one again before you let go.",
  controls,
  compute: fitsOf,
  draw: (fits, state) => [scatter(fits, state), leftover(fits)],
  says({ yours, best, flat }, { data }) {
    const mine = `Your line ${equation(yours)} leaves squares of ${short(yours.squares)} where the mean leaves ${short(flat.squares)}: ${scoreOf(yours.score)}. Its residuals add up to ${short(yours.sums[0])}, and times x to ${short(yours.sums[1])}.`;
    if (best === undefined)
      return `${mine} All ${data === "flats" ? "flats have as many rooms" : "inputs are equal"}: a steeper line is as good as another one, and no line is the best.`;
    return `${mine} For the best line, ${equation(best)}, both are 0; it leaves ${short(best.squares)}, ${scoreOf(best.score)}.`;
  },
  table({ x, y, yours, best }: Fits) {
    const first = Math.max(x.length - 10, 0);
    return {
      caption: first > 0 ? "The last ten of the examples" : "The examples",
      head: ["x", "y", "your residual", "residual of the best line"],
      rows: x
        .slice(first)
        .map((xi, i) => [
          short(xi),
          short(y[first + i] as number),
          short(yours.residuals[first + i] as number),
          best === undefined ? "–" : short(best.residuals[first + i] as number),
        ]),
    };
  },
  example: {
    w: "\\theta 1",
    b: "\\theta 2",
    points: {
      of: ["X", "y"],
      by: (x, y) =>
        x.length === 3 && y.length === 3 ? x.flatMap((one, i) => [one, y[i] as number]) : undefined,
    },
  },
  presets: [
    { label: "The best line", state: { w: 2, b: 1 } },
    { label: "The mean", state: { w: 0, b: 5.65 } },
    { label: "One flat is dear", state: { points: [1, 12, 2, 5, 4, 9] } },
    { label: "As many rooms in all", state: { points: [2, 3, 2, 5, 2, 9] } },
    { label: "One against 200", state: { data: "sales", w: 0.19, b: 9.5 } },
  ],
  idle: ({ data }) => (data === "sales" ? [] : ["seed"]),
  drag(name, { x, y }, start) {
    const plane = planeOf(start.data);
    const to = within(start.data, plane.x.from(x), plane.y.from(y));
    if (name === "left" || name === "right") return turned(name, to[1], start);
    const moved = movable(start).flatMap((point, i) => (name === `p${i}` ? to : point));
    return start.data === "flats" ? { points: moved } : { extra: moved };
  },
});

/** A place of the picture, the nearest one for a pointer outside. */
function within(data: Source, x: number, y: number): readonly [number, number] {
  const { x: right, y: top } = WINDOWS[data];
  return [Math.max(0, Math.min(right, x)), Math.max(0, Math.min(top, y))];
}

/** Your line through a new place at one end and its old one at the other. */
function turned(end: keyof typeof HOLDS, y: number, { data, w, b }: { data: Source; w: number; b: number }) {
  const [here, there] = (end === "left" ? [HOLDS.left, HOLDS.right] : [HOLDS.right, HOLDS.left]).map(
    (share) => share * WINDOWS[data].x,
  ) as [number, number];
  const other = w * there + b;
  const slope = (y - other) / (here - there);
  return { w: slope, b: other - slope * there };
}

const equation = ({ w, b }: { w: number; b: number }): string =>
  `ŷ = ${short(w)} x ${b < 0 ? "−" : "+"} ${short(Math.abs(b))}`;
const scoreOf = (score: number | undefined): string =>
  score === undefined ? "there is no R², as all y are equal" : `R² is ${short(score)}`;
