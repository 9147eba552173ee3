/** A function of two inputs: the slope by each of them, and where it is taken. */
import { functionOf } from "../../reference/functions/known.ts";
import { curve, heightsOf, tangent } from "./curve.ts";
import { graphPanel } from "./fig04/graph.ts";
import { planePanel, REACH, X, Y } from "./fig04/plane.ts";
import { changeBy, type Data, dataOf, FUNCTIONS, type Name } from "./fig04/two-inputs.ts";
import { axes, clip } from "./frame/axes.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { mark, type Panel, text } from "./frame/scene.ts";
import { factor, short, signed } from "./short.ts";

const input = (symbol: string, value: number) =>
  range({ label: `Input ${symbol}`, symbol, min: -REACH, max: REACH, step: 0.05, value });

const controls = {
  x: input("x", 2),
  y: input("y", 1),
  h: range({ label: "x moves by h", symbol: "h", min: -1, max: 1, step: 0.001, value: 0.1, show: brief }),
  c: range({ label: "y moves c times as far", symbol: "c", min: -2, max: 2, step: 0.25, value: 0 }),
  f: choice({ label: "Function σ", options: FUNCTIONS, value: "sigmoid" }),
  join: choice({
    label: "x and y are",
    options: { sum: "added", product: "multiplied" },
    value: "sum",
  }),
};

/** σ over what it gets, with both points and the tangent. */
function curvePanel({ before, after, outer, foretold }: Data, f: Name): Panel {
  const { value } = functionOf({ fn: f });
  const reach = Math.max(8, 1.15 * Math.abs(before.a), 1.15 * Math.abs(after.a));
  const x = linear([-reach, reach], [40, 344]);
  const y = linear(heightsOf(value, x.domain), [272, 48]);
  const clipped = { "clip-path": "url(#fig04-curve)" };
  return {
    name: "curve",
    title: `σ gets ${short(before.a)}: its slope is taken there`,
    description: `The ${FUNCTIONS[f]} with a point at what it gets, ${short(before.a)}, the tangent there, and a point after the change.`,
    width: 360,
    height: 314,
    marks: [
      clip("fig04-curve", x, y),
      axes({ x, y, xName: "a, what σ gets", yName: "s" }),
      mark("path", { class: "line data heavy", d: curve(value, x, y), ...clipped }),
      mark("path", { class: "line gradient", d: tangent(x, y, before.a, before.s, outer), ...clipped }),
      mark("circle", { class: "hollow error", cx: x.to(after.a), cy: y.to(after.s), r: 4 }),
      mark("circle", { class: "dot prediction", cx: x.to(before.a), cy: y.to(before.s), r: 5 }),
      text(344, 18, `foretold ${signed(foretold)}`, { class: "words gradient strong end" }),
      text(344, 36, `in truth ${signed(after.s - before.s)}`, { class: "words error strong end" }),
    ],
  };
}

export const fig04 = defineFigure({
  id: "fig04",
  title: "Two inputs, one function of their sum",
  question:
    "The first input moves a little: the slope foretells by how much the result changes. Drag the point along its line. Does it matter which of the inputs you turn, and where the other one stands?",
  controls,
  compute: dataOf,
  draw(data, { f, join }) {
    return [graphPanel(data, join), planePanel(data, join), curvePanel(data, f)];
  },
  says({ before, outer, byX, byY, foretold, actual }, { join, h, c }) {
    const slopes =
      join === "sum"
        ? `both slopes are that of σ at the sum, ${short(outer)}`
        : `the slopes are y · σ′(a) = ${factor(before.y)} · ${factor(outer)} = ${short(byX)} and x · σ′(a) = ${short(byY)}`;
    const moved = c === 0 ? `x by ${brief(h)}` : `x by ${brief(h)} and y by ${short(c * h)}`;
    return `x and y make ${short(before.a)}, and σ makes ${short(before.s)} of it; ${slopes}. Moving ${moved} is foretold to change the result by ${short(foretold)}, and changes it by ${short(actual)}.`;
  },
  table(_, state) {
    return {
      caption: "Steps of x alone: what the slope foretells, and what happens",
      head: ["step", "foretold", "in truth", "left over"],
      rows: [1, 0.1, 0.01, 0.001].map((h) => {
        const { foretold, actual } = changeBy(state, h);
        return [brief(h), short(foretold), short(actual), short(actual - foretold)];
      }),
    };
  },
  example: { x: "x", y: "y", h: "h" },
  presets: [
    { label: "y = 7", state: { y: 7 } },
    { label: "One gives, the other takes", state: { h: 1, c: -1 } },
    { label: "The square at (1, 2)", state: { f: "square", x: 1, y: 2 } },
    { label: "A product", state: { join: "product" } },
    { label: "The source’s (3, 4)", state: { x: 3, y: 4, h: 0.001 } },
  ],
  still: { panel: "plane" },
  drag: (_, { x, y }) => ({ x: X.from(x), y: Y.from(y) }),
});
