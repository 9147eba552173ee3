/** The two flats of the page and a line: what it misses, and what each miss adds to the two slopes. */
import { descentOf, errorOf, type Line, momentsOf } from "./fig08/line-descent.ts";
import { axes, clip } from "./frame/axes.ts";
import { list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { linear } from "./frame/scale.ts";
import { handle, mark, pathThrough, rounded } from "./frame/scene.ts";
import { matrixBars } from "./matrix-bars.ts";
import { near } from "./near.ts";
import { factor, short } from "./short.ts";

/** x and y of the flats, one flat behind the other. */
const FLATS = [1, 3, 2, 5];
const [LEAST, MOST] = [-2, 8];
const X = linear([LEAST, MOST], [34, 346]);
const Y = linear([LEAST, MOST], [300, 24]);
const STEPS = 30;
/** A run whose error has grown beyond it has left the picture for good. */
const LOST = 1e9;

const controls = {
  step: range({ label: "Step of descent", min: 0, max: STEPS, step: 1, value: 0 }),
  w: range({ label: "Slope w at the start", symbol: "w", min: -5, max: 5, step: 0.01, value: 1 }),
  b: range({ label: "Intercept b at the start", symbol: "b", min: -5, max: 8, step: 0.01, value: 0 }),
  eta: range({ label: "Learning rate η", symbol: "η", min: 0.01, max: 0.5, step: 0.01, value: 0.1 }),
  flats: list({ label: "Flats", symbol: "x", min: LEAST, max: MOST, step: 0.01, most: 4, value: FLATS }),
};

interface Data {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Before each step; fewer where the run has left. */
  readonly lines: readonly Line[];
  readonly losses: readonly number[];
}

/** y − ŷ of each flat, and (2/n)·… of it that goes into ∂L/∂w and ∂L/∂b, with a minus. */
function missesOf({ x, y }: Data, { w, b }: Line) {
  const misses = x.map((xi, i) => (y[i] as number) - (w * xi + b));
  const terms = misses.map((e, i) => [(-2 / x.length) * e * (x[i] as number), (-2 / x.length) * e]);
  return {
    misses,
    terms,
    slopes: [0, 1].map((k) => terms.reduce((sum, term) => sum + (term[k] as number), 0)),
  };
}

export const fig08b = defineFigure({
  id: "fig08b",
  title: "Two flats and your line",
  question:
    "Each square is what one flat adds to the sum in L, and each row of bars what it adds to the slopes. Drag a flat: which of the two slopes does a flat of many rooms pull harder? Then press Play.",
  controls,
  compute({ w, b, eta, flats }): Data {
    const at = (i: number): number => flats[i] ?? (FLATS[i] as number);
    const [x, y] = [
      [at(0), at(2)],
      [at(1), at(3)],
    ];
    const moments = momentsOf(x, y);
    const lines = descentOf(moments, { w, b }, eta, STEPS, "together", LOST);
    return { x, y, lines, losses: lines.map((line) => errorOf(moments, line)) };
  },
  draw(data, { step }) {
    const { x, y, lines } = data;
    const line = lines[step] as Line;
    const { misses, terms, slopes } = missesOf(data, line);
    const squares = misses.map((e, i) => {
      const side = Y.to(y[i] as number) - near(Y.to((y[i] as number) - e));
      const across = rounded(Math.abs(side));
      return `M${rounded(X.to(x[i] as number))} ${rounded(Y.to(y[i] as number))}v${rounded(-side)}h${-across}v${rounded(side)}z`;
    });
    return [
      {
        name: "line",
        title: `ŷ = ${short(line.w)} x ${line.b < 0 ? "−" : "+"} ${short(Math.abs(line.b))}, L = ${short(data.losses[step] as number)}`,
        description: `Two flats by rooms and rent, which can be dragged, and the line after ${step} steps, with a square on what it misses of each.`,
        width: 360,
        height: 330,
        marks: [
          clip("fig08b-clip", X, Y),
          axes({ x: X, y: Y, xName: "rooms x", yName: "rent y" }),
          mark(
            "g",
            { "clip-path": "url(#fig08b-clip)" },
            mark("path", { class: "area error", d: squares.join("") }),
            mark("path", { class: "thin error", d: squares.join("") }),
            mark("path", {
              class: "line prediction heavy",
              d: pathThrough(
                [LEAST, MOST].map((at) => [X.to(at), near(Y.to(line.w * at + line.b))] as const),
              ),
            }),
          ),
          ...x.map((xi, i) =>
            handle(
              `p${i}`,
              `Flat ${i + 1}`,
              X.to(xi),
              Y.to(y[i] as number),
              "ink",
              `x = ${short(xi)}, y = ${short(y[i] as number)}`,
            ),
          ),
        ],
      },
      matrixBars({
        name: "slopes",
        title: "Added to ∂L/∂w and to ∂L/∂b: flat 1, flat 2, both",
        description: `What each flat adds to the slope by w and to the slope by b, and both sums: ${[...terms, slopes].map((row) => row.map((value) => short(value)).join(", ")).join("; ")}.`,
        rows: [...terms, slopes],
        most: Math.max(1, ...[...terms, slopes].flat().map(Math.abs)),
        colour: "gradient",
        isLit: (i) => i === 2,
        called: (i, j) => `${i === 2 ? "Slope" : `Flat ${i + 1}, slope`} by ${j === 0 ? "w" : "b"}`,
        shows: (value) => short(value),
        cell: { width: 172, height: 92 },
        narrow: false,
      }),
    ];
  },
  says(data, { step, eta }) {
    const { lines, losses, x } = data;
    const line = lines[step] as Line;
    const { misses, slopes } = missesOf(data, line);
    const sum = misses.map((e) => `${factor(e)}²`).join(" + ");
    return `After ${step} ${step === 1 ? "step" : "steps"}: L = (${sum})/${x.length} = ${short(losses[step] as number)}, with the slopes ${short(slopes[0] as number)} by w and ${short(slopes[1] as number)} by b. A step with η = ${short(eta)} leads from w = ${short(line.w)} and b = ${short(line.b)} to ${short(line.w - eta * (slopes[0] as number))} and ${short(line.b - eta * (slopes[1] as number))}.`;
  },
  table(data) {
    const { lines, losses } = data;
    return {
      caption: "The line before each step",
      head: ["steps taken", "w", "b", "L"],
      rows: lines.map(({ w, b }, step) => [String(step), short(w), short(b), short(losses[step] as number)]),
    };
  },
  animation: { control: "step", last: ({ lines }) => lines.length - 1, perSecond: 4 },
  example: {
    w: "w",
    b: "b",
    eta: "\\eta",
    flats: {
      of: ["x", "y"],
      by: (x, y) =>
        x.length === 2 && y.length === 2 ? x.flatMap((one, i) => [one, y[i] as number]) : undefined,
    },
  },
  presets: [
    { label: "One step", state: { step: 1 } },
    { label: "The best line", state: { w: 2, b: 1 } },
    { label: "Misses that cancel", state: { flats: [1, 2, 2, 1] } },
    { label: "η = 0.4: too large", state: { eta: 0.4 } },
  ],
  drag: (name, { x, y }, _, data) => ({
    flats: data.x.flatMap((xi, i) => (name === `p${i}` ? [X.from(x), Y.from(y)] : [xi, data.y[i] as number])),
  }),
});
