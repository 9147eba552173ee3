/** Activations and their slopes: what a unit passes on, and how much of a gradient comes back through it. */

import { type ActivationName, sourceSlope, standOf } from "./fig31/activation.ts";
import { gallery, SHORT_NAMES } from "./fig31/gallery.ts";
import { slopePanel, valuePanel, Z } from "./fig31/panels.ts";
import { choice, range, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";

const controls = {
  g: choice({
    label: "Activation",
    options: { tanh: "tanh", sigmoid: "sigmoid", relu: "ReLU", leakyRelu: "leaky ReLU, slope 0.2" },
    value: "tanh",
  }),
  z: range({ label: "Net input z", symbol: "z", min: -3, max: 3, step: 0.01, value: 0.5 }),
  u: range({
    label: "Gain for each 1 more of the value",
    symbol: "U",
    min: -3,
    max: 3,
    step: 0.1,
    value: 2,
  }),
  source: toggle({ label: "The source’s drawing, tanh′(tanh z)", value: false }),
};

export const fig31 = defineFigure({
  id: "fig31",
  title: "A gallery of activations",
  question:
    "The unit stands at z = ½ on the curve of tanh, and each 1 more of its value gains 2. What does each 1 more of z gain? Drag z: where does the unit hear nothing any more, and for which activation never?",
  controls,
  compute: ({ g, z }) => standOf(g, z),
  draw(stand, { g, z, source }) {
    return [
      valuePanel(g, z, stand),
      slopePanel(g, z, stand, source && g === "tanh"),
      ...gallery(g as ActivationName, z),
    ];
  },
  says({ value, slope }, { g, z, u, source }) {
    const drawn =
      source && g === "tanh"
        ? ` The source’s curve has ${fixed(sourceSlope(z), 6)} here, where the slope is ${fixed(slope, 6)}.`
        : "";
    return `At z = ${fixed(z, 2)} ${SHORT_NAMES[g]} is ${digits(value, 4)} and its slope ${digits(slope, 4)}: each 1 more of z gains ${fixed(u, 1)} · ${digits(slope, 4)} = ${digits(u * slope, 4)}.${drawn}`;
  },
  table(_, { z, u }) {
    return {
      caption: `The activations at z = ${fixed(z, 2)}`,
      head: ["activation", "value", "slope", "what comes back"],
      rows: (Object.keys(SHORT_NAMES) as ActivationName[]).map((name) => {
        const { value, slope } = standOf(name, z);
        return [SHORT_NAMES[name], digits(value, 5), digits(slope, 5), digits(u * slope, 5)];
      }),
    };
  },
  example: { z: "z" },
  presets: [
    { label: "Saturated", state: { z: 3 } },
    { label: "ReLU at its corner", state: { g: "relu", z: 0 } },
    { label: "The steepest sigmoid", state: { g: "sigmoid", z: 0 } },
    { label: "The source’s slope at 0.7", state: { source: true, z: 0.7 } },
  ],
  views: ["u", "source"],
  idle: ({ g }) => (g === "tanh" ? [] : ["source"]),
  drag: (_, { x }) => ({ z: Z.from(x) }),
  press: (name) => ({ g: name as ActivationName }),
});
