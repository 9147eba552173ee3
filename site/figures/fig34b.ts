/** A network that predicts numbers: nine numbers, their slopes, and the surface with bends that they make. */
import { errorPanel, errorStill } from "./error-curve.ts";
import { field } from "./fig34b/field.ts";
import { descentFrom, type Nine, nineOf, PAGE, START, STEPS, type Stand } from "./fig34b/network.ts";
import { list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import { matrixBars, movedEntry, perUnit, rowsOf } from "./matrix-bars.ts";

const CELL = { width: 106, height: 88 };
const MOST = 8;
const ROWS = ["by x₁", "by x₂", "bias"];
const COLUMNS = ["unit 1", "unit 2", "output"];

const controls = {
  step: range({ label: "Step", min: 0, max: STEPS, step: 1, value: 0 }),
  eta: range({ label: "Learning rate η", min: 0.01, max: 1, step: 0.05, value: 0.1, log: true }),
  nine: list({ label: "Weights and biases", min: -MOST, max: MOST, step: 0.05, most: 9, value: START }),
};

/** How a number is called: what it weighs, and for which unit. The output weighs the hidden units. */
const called = (row: number, column: number): string =>
  column === 2 && row < 2
    ? `Output weight of unit ${row + 1}`
    : `${row === 2 ? "Bias" : `Weight of x${"₁₂"[row]}`} of ${COLUMNS[column]}`;

const threes = (nine: readonly number[]): number[][] => [
  nine.slice(0, 3),
  nine.slice(3, 6),
  nine.slice(6, 9),
];

export const fig34b = defineFigure({
  id: "fig34b",
  title: "Nine numbers, and a surface with two bends",
  question:
    "The first example is predicted too low, the second too high. Press Play: which of the nine numbers move most? And what comes back to the hidden units if both output weights are 0?",
  controls,
  compute({ nine, eta }) {
    const stands = descentFrom(rowsOf(nine, START, 9)[0] ?? START, eta);
    const curve = {
      title: "Mean squared error at each step",
      description: "The mean squared error step by step, by powers of ten.",
      xName: "step",
      yName: "error",
      powers: [-4, 2],
      errors: stands.map(({ error }) => error),
    } as const;
    return { stands, curve, still: errorStill(curve) };
  },
  draw({ stands, curve, still }, { step }) {
    const stand = stands[step] as Stand;
    const isOutput = (_: number, column: number): boolean => column === 2;
    return [
      field(stand),
      errorPanel(curve, still, step),
      matrixBars({
        name: "numbers",
        title: "Unit 1, unit 2 and the output: drag",
        description: "Weights and biases: a column for each hidden unit, and one for the output.",
        rows: threes(stand.nine),
        most: MOST,
        colour: "ink",
        isLit: isOutput,
        called,
        notes: (i, j) => (j === 2 && i < 2 ? `× o${"₁₂"[i]}` : (ROWS[i] ?? "")),
        drags: "w",
        cell: CELL,
        narrow: false,
      }),
      matrixBars({
        name: "slopes",
        title: "How the error follows each of them",
        description: "The slope of the error by each of the nine numbers, in the same places.",
        rows: threes(stand.slopes),
        most: 4,
        colour: "gradient",
        isLit: isOutput,
        called: (i, j) => `Slope by: ${called(i, j)}`,
        shows: (value) => fixed(value, 3),
        cell: CELL,
        narrow: false,
      }),
    ];
  },
  says({ stands }, { step }) {
    const { predictions, error, slopes } = stands[step] as Stand;
    const hidden = [0, 1, 3, 4, 6, 7].map((k) => slopes[k] ?? 0);
    const none = hidden.every((slope) => slope === 0) ? " Nothing comes back to the hidden units." : "";
    return `After ${step} steps it predicts ${predictions.map((p) => fixed(p, 2)).join(" and ")}, where ${PAGE.y.map((y) => fixed(y, 0)).join(" and ")} are right; the error is ${digits(error, 4)}. The slopes by both output weights are ${fixed(slopes[2] ?? 0, 3)} and ${fixed(slopes[5] ?? 0, 3)}, by the output bias ${fixed(slopes[8] ?? 0, 3)}.${none}`;
  },
  table({ stands }, { step }) {
    const { nine, slopes } = stands[step] as Stand;
    return {
      caption: `The nine numbers and their slopes after ${step} steps`,
      head: ["number", "value", "∂L/∂"],
      rows: nine.map((w, k) => [called(Math.floor(k / 3), k % 3), fixed(w, 4), fixed(slopes[k] ?? 0, 4)]),
    };
  },
  animation: { control: "step", last: ({ stands }) => stands.length - 1, perSecond: 15 },
  example: {
    nine: {
      of: ["W_1", "b_1", "W_2", "b_2"],
      by: (...parts) =>
        parts.every(({ length }, k) => length === [4, 2, 2, 1][k])
          ? nineOf(...(parts as [Nine, Nine, Nine, Nine]))
          : undefined,
    },
  },
  presets: [
    { label: "After 100 steps", state: { step: STEPS } },
    { label: "Output weights of 0", state: { nine: [2, 4, 0, -1, -2, 0, 0, 1, 1] } },
    { label: "Two equal units", state: { nine: [2, 2, 1, -1, -1, 1, 0, 0, 1], step: STEPS } },
  ],
  drag(name, { dy }, { step }, { stands }) {
    return {
      nine: movedEntry(threes((stands[step] as Stand).nine), name, -dy * perUnit(MOST, CELL.height)),
      step: 0,
    };
  },
});
