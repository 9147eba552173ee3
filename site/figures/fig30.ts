/** A stack of layers: what each brings in parameters, and what is left of it without an activation. */
import { countsOf, linearsOf } from "./fig30/counts.ts";
import { code, counts, MOST_UNITS, MOST_WIDTHS, stack, UNIT } from "./fig30/panels.ts";
import { list, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { grouped } from "./grouped.ts";

const START = [2, 10, 2];

const controls = {
  bends: toggle({ label: "An activation between the layers", value: true }),
  widths: list({ label: "Units", min: 1, max: MOST_UNITS, step: 1, most: MOST_WIDTHS, value: START }),
};

/** Inputs and outputs at least. */
const atLeastTwo = (widths: readonly number[]): readonly number[] => [
  ...widths,
  ...START.slice(widths.length),
];

export const fig30 = defineFigure({
  id: "fig30",
  title: "A stack of layers",
  question:
    "A network 2–10–2 has 52 numbers to learn. Add a layer of 5 behind the 10: are there more numbers then, and by how many? And what are they good for without an activation between?",
  controls,
  compute: ({ widths }) => atLeastTwo(widths),
  draw: (widths, { bends }) => [stack(widths, bends), code(widths, bends), counts(widths)],
  says(widths, { bends }) {
    const { parameters, products, paths, collapsed } = countsOf(widths);
    const parts = linearsOf(widths).map((linear) => grouped(linear.parameters, 0));
    const one =
      bends || widths.length === 2
        ? ""
        : ` Without an activation it says no more than one layer with ${collapsed} parameters.`;
    return `${widths.join("–")}: ${parts.join(" + ")}${parts.length > 1 ? ` = ${grouped(parameters, 0)}` : ""} parameters, ${grouped(products, 0)} products for one example, and ${paths === 1 ? "one path" : `${grouped(paths, 0)} paths`} from a weight of the first layer to the loss.${one}`;
  },
  table(widths) {
    return {
      caption: `The layers of ${widths.join("–")}`,
      head: ["layer", "inputs", "units", "weights", "biases", "parameters"],
      rows: linearsOf(widths).map(({ inputs, outputs, parameters }, l) => [
        String(l + 1),
        String(inputs),
        String(outputs),
        String(inputs * outputs),
        String(outputs),
        String(parameters),
      ]),
    };
  },
  views: ["bends"],
  presets: [
    { label: "2–10–5–2", state: { widths: [2, 10, 5, 2] } },
    { label: "No activation", state: { widths: [2, 10, 5, 2], bends: false } },
    { label: "Six layers of ten", state: { widths: [2, 10, 10, 10, 10, 10, 1] } },
    { label: "2–12–2–1", state: { widths: [2, 12, 2, 1] } },
  ],
  drag(name, { dy }, _, widths) {
    const k = Number(name.slice(1));
    return { widths: widths.map((width, at) => (at === k ? width - dy / UNIT : width)) };
  },
  press(name, _, widths) {
    if (name === "remove")
      return { widths: widths.length > 2 ? [...widths.slice(0, -2), ...widths.slice(-1)] : widths };
    return {
      widths: widths.length < MOST_WIDTHS ? [...widths.slice(0, -1), 5, ...widths.slice(-1)] : widths,
    };
  },
});
