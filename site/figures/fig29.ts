/** Two dense layers, their matrices and their shapes, in the three layouts in which books write them. */
import { LAYOUTS, type LayoutName, shapesIn } from "./fig29/layout.ts";
import { matrices, shapes, unitName, units } from "./fig29/panels.ts";
import { MOST, networkOf, PAGE } from "./fig29/two-layers.ts";
import { choice, list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief } from "./frame/numbers.ts";

const size = (label: string, symbol: string, value: number) =>
  range({ label, symbol, min: 1, max: MOST, step: 1, value });

const numbers = (label: string, symbol: string, value: readonly number[]) =>
  list({ label, symbol, min: -99, max: 99, step: 0.01, most: value.length, value });

const controls = {
  layout: choice({ label: "Layout", options: LAYOUTS, value: "pytorch" }),
  i: range({ label: "Example", min: 1, max: MOST, step: 1, value: 1 }),
  j: range({ label: "Unit", min: 1, max: MOST, step: 1, value: 1 }),
  n: size("Examples n", "n", 2),
  m: size("Inputs m", "m", 2),
  d: size("Units of the first layer k", "k", 3),
  t: size("Units of the second layer t", "t", 2),
  x: numbers("Inputs", "X", PAGE.X.flat()),
  w: numbers("Weights", "W", PAGE.W.flat()),
  b: numbers("Biases", "b", PAGE.b),
  a: numbers("Weights of the second layer", "A", PAGE.A.flat()),
  c: numbers("Biases of the second layer", "c", PAGE.c),
};

export const fig29 = defineFigure({
  id: "fig29",
  title: "One layer in three layouts",
  question:
    "The first unit sees 2 and 1, and gives 11. Change the layout: its weights lie elsewhere, and what else changes? Which of the two sizes of a matrix has to be the same as which of the next?",
  controls,
  compute: (sizes) => networkOf(sizes),
  draw(network, state) {
    const [i, j] = chosen(state);
    return [units(network, state, i, j), shapes(state, state.layout), matrices(network, state.layout, i, j)];
  },
  says({ X, W, b, Z }, state) {
    const [i, j] = chosen(state);
    const terms = (X[i] ?? []).map((x, l) => `${signed(x)} · ${signed(W[j]?.[l] ?? 0)}`);
    const [rows, columns] = shapesIn(state.layout, state).W1;
    return `${unitName(j)} of example ${i + 1} = ${terms.join(" + ")} + ${signed(b[j] ?? 0)} = ${brief(Z[i]?.[j] ?? 0)}, in each of the layouts. Its weights are a ${state.layout === "inout" ? "column" : "row"} of a matrix ${rows} × ${columns}.`;
  },
  table({ X, Z, Y }, { d, t }) {
    return {
      caption: "What goes through both layers",
      head: [
        "example",
        "inputs",
        ...Array.from({ length: d }, (_, j) => unitName(j)),
        ...Array.from({ length: t }, (_, j) => `output ${j + 1}`),
      ],
      rows: X.map((row, i) => [
        String(i + 1),
        row.map(brief).join(", "),
        ...(Z[i] ?? []).map(brief),
        ...(Y[i] ?? []).map((y) => brief(Number(y.toPrecision(4)))),
      ]),
    };
  },
  views: ["layout", "i", "j"],
  example: { x: "X", w: "W", b: "b", a: "A", c: "c" },
  presets: [
    { label: "Weights in × out", state: { layout: "inout" } },
    { label: "Examples in columns", state: { layout: "column" } },
    { label: "A batch of four", state: { n: 4, i: 4 } },
    { label: "One unit, one output", state: { d: 1, t: 1 } },
  ],
  press: (name) => ({ j: Number(name) + 1 }),
});

/** The example and the unit that are looked at, counted from 0; the last one where a smaller network has no other. */
const chosen = ({
  i,
  j,
  n,
  d,
}: {
  readonly i: number;
  readonly j: number;
  readonly n: number;
  readonly d: number;
  readonly layout: LayoutName;
}): readonly [number, number] => [Math.min(i, n) - 1, Math.min(j, d) - 1];

const signed = (value: number): string => (value < 0 ? `(${brief(value)})` : brief(value));
