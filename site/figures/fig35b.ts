/** Where weights begin: how large a signal is after ten layers, forward and back, by the scale of the weights. */
import { BENDS, LAYERS, type Signal, STARTS, signalOf, signalSteps } from "./fig35b/signal.ts";
import { axes } from "./frame/axes.ts";
import { choice, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, superscript } from "./frame/numbers.ts";
import { linear, logarithmic } from "./frame/scale.ts";
import { group, mark, type Panel, pathThrough, rounded, text } from "./frame/scene.ts";

const controls = {
  start: choice({ label: "Weights", options: STARTS, value: "normal" }),
  scale: range({ label: "Scale", min: 0.01, max: 2, step: Math.log10(200) / 46, value: 1, log: true }),
  bend: choice({ label: "Activation", options: BENDS, value: "identity" }),
  width: range({ label: "Inputs and outputs d", symbol: "d", min: 2, max: 200, step: 1, value: 100 }),
  layer: range({ label: "Layer", min: 0, max: LAYERS, step: 1, value: 3 }),
  seed: seed({ label: "Seed of the weights", value: 1 }),
};

const LAYER = linear([0, LAYERS], [46, 346]);
const SIZE = logarithmic([1e-12, 1e14], [262, 46]);
const place = (size: number): number => Math.max(46, Math.min(262, SIZE.to(size)));
const BINS = 25;

function sizes({ forward, back }: Signal, layer: number): Panel {
  const line = (all: readonly number[], className: string) =>
    mark("path", {
      class: className,
      d: pathThrough(all.map((size, l) => [LAYER.to(l), place(size)] as const)),
    });
  return {
    name: "sizes",
    title: "How large the signal is after each layer",
    description:
      "The root mean square of what each layer gives, by powers of ten, as a full line; and of what comes back, begun with 1 at the last layer, as a dashed one.",
    width: 360,
    height: 300,
    marks: [
      axes({
        x: LAYER,
        y: SIZE,
        xName: "layer",
        yName: "size",
        yTicks: [1e-12, 1e-8, 1e-4, 1, 1e4, 1e8, 1e12],
        yText: (tick) => (tick === 1 ? "1" : `10${superscript(Math.round(Math.log10(tick)))}`),
        zeros: false,
      }),
      mark("path", { class: "guide ink", d: `M46 ${rounded(SIZE.to(1))}H346` }),
      line(back, "line dashed gradient"),
      line(forward, "line prediction"),
      mark("circle", { class: "dot prediction", cx: LAYER.to(layer), cy: place(forward[layer] ?? 0), r: 5 }),
      text(80, 20, "forward", { class: "words prediction strong" }),
      text(346, 20, "dashed: back", { class: "words gradient strong end" }),
    ],
  };
}

/** How the numbers of a layer lie, in units of their own size. */
function histogram({ values, forward }: Signal, layer: number): Panel {
  const own = values[layer] ?? new Float64Array(0);
  const size = forward[layer] || 1;
  const counts = new Array<number>(BINS).fill(0);
  for (const value of own) {
    const bin = Math.floor(((value / size + 3) / 6) * BINS);
    counts[Math.max(0, Math.min(BINS - 1, bin))]!++;
  }
  const X = linear([-3, 3], [36, 346]);
  const Y = linear([0, Math.max(20, ...counts)], [262, 46]);
  const wide = 310 / BINS;
  return {
    name: "numbers",
    title: layer === 0 ? `The ${own.length} inputs` : `The ${own.length} numbers that layer ${layer} gives`,
    description: `How the numbers of layer ${layer} lie, measured by their own size of ${digits(size, 3)}.`,
    width: 360,
    height: 300,
    marks: [
      axes({ x: X, y: Y, xName: "in units of their size", yName: "how many", zeros: false }),
      group(
        "prediction",
        ...counts.map((count, bin) =>
          mark("rect", {
            class: "bar",
            x: 36.5 + bin * wide,
            y: Y.to(count),
            width: wide - 1,
            height: 262 - Y.to(count),
          }),
        ),
      ),
      text(346, 20, `size ${digits(forward[layer] ?? 0, 3)}`, { class: "words prediction strong end" }),
    ],
  };
}

export const fig35b = defineFigure({
  id: "fig35b",
  title: "A signal through ten layers",
  question:
    "A hundred numbers of size 1 go in. With weights of size 1 they are about a thousand after three layers. Which scale brings them through ten layers as they went in? Does tanh change it, and does it hold on the way back?",
  ownData: "The figure’s ten layers have d inputs each, as in the example, and as many outputs.",
  example: { width: "d" },
  controls,
  prepare: signalSteps,
  compute: signalOf,
  draw: (signal, { layer }) => [sizes(signal, layer), histogram(signal, layer)],
  says({ forward, back }, { start, scale, layer, bend }) {
    const weights =
      start === "normal"
        ? `scale ${digits(scale, 2)}`
        : start === "xavier"
          ? "Xavier’s bound"
          : "PyTorch’s bound";
    const behind = bend === "identity" ? "" : ` and ${BENDS[bend]} behind each layer`;
    return `With ${weights}${behind}, what went in at ${digits(forward[0] ?? 0, 2)} is ${digits(forward[layer] ?? 0, 3)} in size after ${layer} of ${LAYERS} layers, and ${digits(forward[LAYERS] ?? 0, 3)} after all; what comes back goes from ${digits(back[LAYERS] ?? 0, 2)} to ${digits(back[0] ?? 0, 3)}.`;
  },
  table({ forward, back }, { width }) {
    return {
      caption: `Size after each layer of ${width} units`,
      head: ["layer", "forward", "back"],
      rows: forward.map((size, l) => [String(l), digits(size, 4), digits(back[l] ?? 0, 4)]),
    };
  },
  animation: { control: "layer", last: () => LAYERS, perSecond: 2 },
  idle: ({ start }) => (start === "normal" ? [] : ["scale"]),
  presets: [
    { label: "A hundredth", state: { scale: 0.01 } },
    { label: "Xavier", state: { start: "xavier" } },
    { label: "PyTorch", state: { start: "pytorch" } },
    { label: "Large, with tanh", state: { bend: "tanh" } },
    { label: "Xavier, with tanh", state: { start: "xavier", bend: "tanh" } },
    { label: "Xavier, with ReLU", state: { start: "xavier", bend: "relu" } },
  ],
});
