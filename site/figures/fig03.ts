/** A chain of boxes: values go forward, slopes come back and multiply. */
import { boxPanel } from "./fig03/box.ts";
import { chainPanel } from "./fig03/chain.ts";
import { type Box, dataOf, KINDS, type KindName, STEP, SUB } from "./fig03/chain-data.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { factor, short } from "./short.ts";

const OPTIONS = {
  none: "no box",
  ...(Object.fromEntries(Object.entries(KINDS).map(([key, { label }]) => [key, label])) as Record<
    KindName,
    string
  >),
};
const box = (k: number, value: Box) =>
  choice<Box>({ label: `Box ${k}`, symbol: "f", options: OPTIONS, value });

const controls = {
  x: range({ label: "Input x", symbol: "x", min: -4, max: 4, step: 0.01, value: 2 }),
  at: choice({
    label: "Slopes are taken",
    options: { x: "all at x", own: "each at its own input" },
    value: "x",
  }),
  f1: box(1, "square"),
  f2: box(2, "sigmoid"),
  f3: box(3, "none"),
  f4: box(4, "none"),
};

export const fig03 = defineFigure({
  id: "fig03",
  title: "A chain of boxes",
  question:
    "Each box stretches a small change by its slope, so the slopes multiply. Yet this product misses the slope that is measured on the whole chain. At which input must each slope be taken?",
  controls,
  compute: dataOf,
  draw(data, { at }) {
    return [chainPanel(data, at), ...data.kinds.map((_, k) => boxPanel(k, data, at))];
  },
  says({ kinds, slopes, product, measured, links }, { x, at }) {
    const written = slopes.map((slope) => factor(slope)).join(" · ");
    const atKink = kinds.some(({ label }, k) => label === "leaky ReLU" && Math.abs(links[k]!.input) < STEP);
    const gap = Math.abs(product - measured);
    // The measured slope has an error of its own: about 10⁻¹⁰ of what the values are.
    const isSame = gap <= 1e-6 * Math.max(1, Math.abs(measured));
    const end = isSame
      ? "the same"
      : atKink
        ? "but a box sits at its kink, where it has no slope"
        : at === "x" && kinds.length > 1
          ? "another number: only the first box is at x"
          : `${digits(gap, 2)} apart`;
    return `At x = ${brief(x)} the slopes multiply to ${slopes.length > 1 ? `${written} = ` : ""}${short(product)}; measured on the whole chain the slope is ${short(measured)}, ${end}.`;
  },
  table({ kinds, links, slopes }) {
    return {
      caption: "Boxes of the chain, the innermost first",
      head: ["box", "gets", "gives", "slope at what it gets", "slope that is multiplied"],
      rows: kinds.map(({ label }, k) => {
        const { input, output, slope } = links[k]!;
        return [`f${SUB[k + 1]}: ${label}`, short(input), short(output), short(slope), short(slopes[k]!)];
      }),
    };
  },
  example: { x: "x" },
  presets: [
    { label: "Each at its own input", state: { at: "own" } },
    { label: "3 · (−2) = −6", state: { at: "own", f1: "three", f2: "minus", x: 1 } },
    { label: "Three boxes at −4", state: { at: "own", f1: "leaky", f2: "square", f3: "sigmoid", x: -4 } },
    { label: "A flat box", state: { at: "own", f1: "sin", f2: "square", f3: "three", x: 1.57 } },
  ],
  drag(_name, { x }, _start, { links }) {
    const reach = Math.max(4.5, 1.2 * Math.abs(links[0]!.input));
    return { x: linear([-reach, reach], [6, 164]).from(x) };
  },
  press(name, state, { places }) {
    const k = Number(name.slice("swap".length));
    const [before, after] = [places[k - 1], places[k]];
    if (before === undefined || after === undefined) return {};
    return { [before]: state[after], [after]: state[before] };
  },
});
