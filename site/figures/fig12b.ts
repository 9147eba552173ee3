/** Likelihood: how probable a model found what came, as a product and as a sum of logarithms. */
import { dataOf, LABELS, OTHERS, PREDICTED } from "./fig12b/labels.ts";
import { columns, costs, P, product, sums } from "./fig12b/panels.ts";
import { choice, list } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { short } from "./short.ts";

const controls = {
  compare: choice({
    label: "The other model, hollow",
    options: { other: OTHERS.other.label, half: OTHERS.half.label },
    value: "other",
  }),
  p: list({ label: "Predictions", symbol: "p", min: 0, max: 1, step: 0.01, most: 3, value: PREDICTED }),
  labels: list({ label: "Labels", symbol: "y", min: 0, max: 1, step: 1, most: 3, value: LABELS }),
};

export const fig12b = defineFigure({
  id: "fig12b",
  title: "Which model was nearer to what came",
  question:
    "Both models call all three tumours right, and still one of them found what came more probable. Drag the last prediction towards 1: which of the two costs notices how sure and how wrong it was?",
  controls,
  compute: dataOf,
  draw: (data) => [columns(data), costs(data), product(data), sums(data)],
  says({ labels, own, other }) {
    const nearer =
      own.loss === other.loss
        ? "Both were equally near to what came."
        : `${own.loss < other.loss ? "This one" : "The other one"} was nearer to what came.`;
    return `The labels ${labels.join(", ")} had the probabilities ${own.q.map((q) => short(q)).join(", ")}: together ${short(own.likelihood)}, and the mean surprise L is ${short(own.loss)}. For the other model it is ${short(other.likelihood)} and ${short(other.loss)}. ${nearer}`;
  },
  table({ labels, own, other }) {
    return {
      caption: "Each label, what it had, and its surprise",
      head: ["label", "p", "q", "−ln q", "p of the other", "−ln q of the other"],
      rows: labels.map((label, i) => [
        String(label),
        short(own.p[i] ?? 0),
        short(own.q[i] ?? 0),
        short(own.surprises[i] ?? 0),
        short(other.p[i] ?? 0),
        short(other.surprises[i] ?? 0),
      ]),
    };
  },
  example: { p: "p", labels: "y" },
  presets: [
    { label: "The last one at 0.99", state: { p: [0.9, 0.6, 0.99] } },
    { label: "Certain, and wrong once", state: { p: [1, 1, 1] } },
    { label: "Certain, and right", state: { p: [1, 1, 0] } },
    { label: "The share of the ones", state: { p: [0.67, 0.67, 0.67], compare: "half" } },
    { label: "All labels 1", state: { labels: [1, 1, 1] } },
  ],
  drag(name, { y }, _, { own }) {
    return { p: own.p.map((p, i) => (name === `p${i}` ? P.from(y) : p)) };
  },
  press(name, _, { labels }) {
    return { labels: labels.map((label, i) => (name === `label${i}` ? 1 - label : label)) };
  },
});
