/** The error of a hidden layer, entry by entry: what comes back over the weights, times the unit's own slope. */
import { choice, list } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { fixed } from "./frame/numbers.ts";
import { matrixBars, movedEntry, perUnit, rowsOf } from "./matrix-bars.ts";

/** Two examples, two hidden units, two outputs: the numbers of the page. */
const ERRORS = [1, -1, 0, 1];
const WEIGHTS = [1, 2, -1, 4];
const NET = [0, 0, 0, 1];
const SUB = ["₁", "₂"];

const controls = {
  counts: choice({
    label: "What arrives at a hidden unit",
    options: { all: "from all outputs", first: "from the first output alone" },
    value: "all",
  }),
  errors: list({
    label: "Errors of the outputs",
    symbol: "\\delta^o",
    min: -3,
    max: 3,
    step: 0.05,
    most: 4,
    value: ERRORS,
  }),
  weights: list({ label: "Weights", symbol: "W^o", min: -5, max: 5, step: 0.05, most: 4, value: WEIGHTS }),
  net: list({ label: "Net inputs", symbol: "z^h", min: -6, max: 6, step: 0.05, most: 4, value: NET }),
  entry: list({ label: "Entry", min: 0, max: 1, step: 1, most: 2, value: [0, 0] }),
};

interface Data {
  readonly errors: readonly (readonly number[])[];
  readonly weights: readonly (readonly number[])[];
  readonly net: readonly (readonly number[])[];
  readonly slopes: readonly (readonly number[])[];
  /** δʰ_ik = Σ_j δᵒ_ij wᵒ_kj · h_ik(1 − h_ik) */
  readonly hidden: readonly (readonly number[])[];
  /** The entry that is looked at. */
  readonly i: number;
  readonly k: number;
  /** Outputs that count. */
  readonly outputs: readonly number[];
}

export const fig46 = defineFigure({
  id: "fig46",
  title: "One entry of the hidden error",
  question:
    "Press an entry of δʰ: one row of errors meets one row of weights, and the unit’s slope lets a part of it through. How far can you drag the net input before nothing arrives?",
  controls,
  compute({ errors: e, weights: w, net: z, entry, counts }): Data {
    const [errors, weights, net] = [rowsOf(e, ERRORS, 2), rowsOf(w, WEIGHTS, 2), rowsOf(z, NET, 2)];
    const outputs = counts === "all" ? [0, 1] : [0];
    const slopes = net.map((row) => row.map((zik) => 1 / (2 + Math.exp(zik) + Math.exp(-zik))));
    const hidden = slopes.map((row, i) =>
      row.map(
        (slope, k) =>
          outputs.reduce((sum, j) => sum + (errors[i]?.[j] ?? 0) * (weights[k]?.[j] ?? 0), 0) * slope,
      ),
    );
    const [i = 0, k = 0] = entry;
    return { errors, weights, net, slopes, hidden, i, k, outputs };
  },
  draw({ errors, weights, net, hidden, i, k, outputs }) {
    return [
      matrixBars({
        name: "errors",
        title: "δᵒ: example × output",
        description: "Errors of the outputs, one example a row.",
        rows: errors,
        most: 3,
        colour: "error",
        isLit: (row, j) => row === i && outputs.includes(j),
        called: (row, j) => `Error of output ${j + 1}, example ${row + 1}`,
        drags: "d",
      }),
      matrixBars({
        name: "weights",
        title: "Wᵒ: hidden unit × output",
        description: "Output weights, one hidden unit a row.",
        rows: weights,
        most: 5,
        colour: "ink",
        isLit: (row, j) => row === k && outputs.includes(j),
        called: (row, j) => `Weight from hidden unit ${row + 1} to output ${j + 1}`,
        drags: "w",
      }),
      matrixBars({
        name: "net",
        title: "zʰ: example × hidden unit",
        description: "Net inputs of the hidden units; far from 0 their slope vanishes.",
        rows: net,
        most: 6,
        colour: "prediction",
        isLit: (row, column) => row === i && column === k,
        called: (row, column) => `Net input of hidden unit ${column + 1}, example ${row + 1}`,
        drags: "z",
      }),
      matrixBars({
        name: "hidden",
        title: "δʰ: press an entry",
        description: "Errors of the hidden units, one example a row.",
        rows: hidden,
        most: 2,
        colour: "gradient",
        isLit: (row, column) => row === i && column === k,
        called: (row, column) => `Error of hidden unit ${column + 1}, example ${row + 1}`,
        presses: "",
      }),
    ];
  },
  says({ errors, weights, slopes, hidden, i, k, outputs }) {
    const terms = outputs.map((j) => `${term(errors[i]?.[j] ?? 0)} · ${term(weights[k]?.[j] ?? 0)}`);
    return `δʰ${SUB[i]}${SUB[k]} = (${terms.join(" + ")}) · ${fixed(slopes[i]?.[k] ?? 0, 3)} = ${fixed(hidden[i]?.[k] ?? 0, 4)}; the slope h(1 − h) is ¼ at most.`;
  },
  table({ errors, weights, slopes, hidden }) {
    return {
      caption: "Each entry of the hidden error",
      head: ["example", "hidden unit", "its errors from above", "its weights", "h(1 − h)", "δʰ"],
      rows: hidden.flatMap((row, i) =>
        row.map((value, k) => [
          String(i + 1),
          String(k + 1),
          (errors[i] ?? []).map((e) => fixed(e, 2)).join(", "),
          (weights[k] ?? []).map((w) => fixed(w, 2)).join(", "),
          fixed(slopes[i]?.[k] ?? 0, 4),
          fixed(value, 4),
        ]),
      ),
    };
  },
  example: {
    errors: "U",
    weights: "W^o",
    net: {
      of: ["X", "W^h", "b^h"],
      by: (X, W, b) =>
        X.length === 4 && W.length === 4 && b.length === 2
          ? rowsOf(X, X, 2).flatMap(([p = 0, q = 0]) => b.map((bk, k) => p * W[k]! + q * W[k + 2]! + bk))
          : undefined,
    },
  },
  presets: [
    { label: "The first output alone", state: { counts: "first" } },
    { label: "A saturated unit", state: { net: [6, 0, 0, 1] } },
    { label: "Weights of 0", state: { weights: [0, 0, 0, 0] } },
  ],
  drag(name, { dy }, _, { errors, weights, net }) {
    if (name.startsWith("d")) return { errors: movedEntry(errors, name, -dy * perUnit(3)) };
    if (name.startsWith("w")) return { weights: movedEntry(weights, name, -dy * perUnit(5)) };
    return { net: movedEntry(net, name, -dy * perUnit(6)) };
  },
  press: (name) => ({ entry: [Number(name[0]), Number(name[1])] }),
});

const term = (value: number): string => (value < 0 ? `(${fixed(value, 2)})` : fixed(value, 2));
