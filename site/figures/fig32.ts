/** Backpropagation path by path: which ways lead from the loss back to one weight, and what each brings along. */
import { factorPanel, term } from "./fig32/factors.ts";
import { networkPanel } from "./fig32/network.ts";
import { type Data, dataOf, FORWARD, weightName } from "./fig32/paths-data.ts";
import { choice, list, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";

const controls = {
  paths: choice({
    label: "Paths that count",
    options: { one: "only the one over the first output", all: "all of them" },
    value: "one",
  }),
  step: range({ label: "Step", min: 0, max: FORWARD + 5, step: 1, value: FORWARD + 5 }),
  d: range({ label: "Hidden units d", symbol: "d", min: 1, max: 4, step: 1, value: 2 }),
  t: range({ label: "Outputs t", symbol: "t", min: 1, max: 4, step: 1, value: 2 }),
  x1: range({ label: "Input x₁", symbol: "x", min: -2, max: 2, step: 0.05, value: 1 }),
  x2: range({ label: "Input x₂", symbol: "x", min: -2, max: 2, step: 0.05, value: -0.5 }),
  seed: seed({ label: "Seed of the weights", value: 3 }),
  weight: list({ label: "Weight", min: 0, max: 4, step: 1, most: 3, value: [1, 0, 0] }),
};

export const fig32 = defineFigure({
  id: "fig32",
  title: "All ways back to a weight",
  question:
    "The slopes on the way from the loss back to a weight multiply. Here their product differs from the slope that is measured by moving the weight. What has been left out?",
  controls,
  compute: dataOf,
  draw: (data, { step }) => [networkPanel(data, step), factorPanel(data, step)],
  says({ name, paths, counted, sum, measured, hidden, output, loss, factorNames }, { step }) {
    const list = (values: readonly number[]): string => values.map((value) => fixed(value, 2)).join(" and ");
    if (step < FORWARD)
      return `Forward, step ${step + 1} of 4: ${["the inputs are there", `the hidden units give ${list(hidden)}`, `the outputs are ${list(output)}`][step]}.`;
    const back = step - FORWARD;
    if (back < factorNames.length)
      return `The loss is ${fixed(loss, 4)}; ${back} of ${factorNames.length} factors have come back towards ${weightName(name)}.`;
    const left = paths.length - counted;
    const all =
      paths.length === 1
        ? "its only path gives"
        : counted === 1
          ? "the path over a₁ gives"
          : `the ${counted} paths give ${paths.map(({ product }) => term(product.value)).join(" + ")} =`;
    const missing =
      left === 0 ? "" : `: ${left === 1 ? "another path is" : `${left} other paths are`} missing`;
    return `To ${weightName(name)} ${all} ${fixed(sum, 5)}; measured, the slope of the loss is ${fixed(measured, 5)}${missing}.`;
  },
  table({ W1, W2, slopes }) {
    const rowsOf = (layer: 1 | 2, W: Data["W1"], by: Data["W1"]): string[][] =>
      W.flatMap((row, to) =>
        row.map((w, from) => [weightName({ layer, to, from }), brief(w), digits(by[to]![from]!, 4)]),
      );
    return {
      caption: "Every weight and the slope of the loss by it, by reverse mode",
      head: ["weight", "value", "∂L/∂w"],
      rows: [...rowsOf(1, W1, slopes.W1), ...rowsOf(2, W2, slopes.W2)],
    };
  },
  animation: {
    control: "step",
    last: ({ factorNames }) => FORWARD + factorNames.length,
    perSecond: 1,
  },
  example: { x1: "x 1", x2: "x 2" },
  presets: [
    { label: "All paths", state: { paths: "all" } },
    { label: "A weight of the last layer", state: { weight: [2, 0, 0] } },
    { label: "Four outputs", state: { paths: "all", t: 4 } },
    { label: "A wide layer", state: { paths: "all", d: 4, t: 3 } },
  ],
  idle: ({ weight, t }) => (weight[0] === 2 || t === 1 ? ["paths"] : []),
  // A weight that is pressed shows its whole way.
  press: (name) => ({ weight: name.split(",").map(Number), step: controls.step.max }),
});
