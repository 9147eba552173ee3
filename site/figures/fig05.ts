/** Many rows at once: which sums an entry takes part in, and how their slopes meet in its own. */
import { CASES, type Data, dataOf, FUNCTIONS, type Matrix, meeting } from "./fig05/sums.ts";
import { choice, list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief } from "./frame/numbers.ts";
import type { Panel } from "./frame/scene.ts";
import { type MatrixBars, matrixBars } from "./matrix-bars.ts";
import { factor, short, signed } from "./short.ts";

const SUB = ["₁", "₂", "₃"];

const controls = {
  show: choice({
    label: "Shown are",
    options: { values: "values, going forward", slopes: "slopes of L, coming back" },
    value: "values",
  }),
  h: range({ label: "The entry grows by", min: -1, max: 1, step: 0.01, value: 0.1 }),
  data: choice({
    label: "Matrices",
    options: { page: CASES.page.label, source: CASES.source.label },
    value: "page",
  }),
  f: choice({ label: "Function σ", options: FUNCTIONS, value: "sigmoid" }),
  x: list({ label: "Inputs", symbol: "X", min: -9, max: 9, step: 0.01, most: 4, value: CASES.page.X.flat() }),
  w: list({
    label: "Weights",
    symbol: "W",
    min: -9,
    max: 9,
    step: 0.01,
    most: 4,
    value: CASES.page.W.flat(),
  }),
  entry: list({ label: "Pressed entry", min: 0, max: 2, step: 1, most: 3, value: [1, 0, 0] }),
};

/** A panel for any of the matrices: all are as wide and as high. */
function panel(of: Omit<MatrixBars, "most" | "description" | "cell" | "shows">): Panel {
  const columns = of.rows[0]?.length ?? 1;
  return matrixBars({
    ...of,
    description: `${of.rows.length} rows and ${columns} columns: ${of.rows.map((row) => row.map((value) => short(value, 3)).join(", ")).join("; ")}.`,
    most: 1.15 * Math.max(1, ...of.rows.flat().map(Math.abs)),
    cell: { width: 192 / columns, height: 184 / of.rows.length },
  });
}

/** Entries of N and S that the pressed entry takes part in: those of its row, or of its column. */
const takesPart = ({ entry }: Data, i: number, j: number): boolean =>
  entry.of === "X" ? i === entry.row : j === entry.column;

const nameOf = ({ entry: { of, row, column } }: Data): string =>
  `${of.toLowerCase()}${SUB[row]}${SUB[column]}`;

export const fig05 = defineFigure({
  id: "fig05",
  title: "Which sums an entry takes part in",
  question:
    "The first weight grows a little, and two of the four scores move, one for each applicant. Press other entries of X and W: which scores does an input move? Then let the slopes come back: what meets what in the slope of the entry?",
  controls,
  compute: dataOf,
  draw(data, { show }) {
    const { X, W, now, after, delta, byX, byW, entry } = data;
    const back = show === "slopes";
    const isPressed = (of: "X" | "W") => (i: number, j: number) =>
      entry.of === of && i === entry.row && j === entry.column;
    const part = (i: number, j: number): boolean => takesPart(data, i, j);
    const moved = (from: Matrix, to: Matrix) => (i: number, j: number) => {
      const change = (to[i]?.[j] ?? 0) - (from[i]?.[j] ?? 0);
      return back || !part(i, j) ? "" : signed(change, 2).replace(" ", "");
    };
    return [
      panel({
        name: "x",
        title: back ? "∂L/∂X = δ Wᵀ" : "X: press an entry",
        rows: back ? byX : X,
        colour: back ? "gradient" : "ink",
        isLit: isPressed("X"),
        called: (i, j) => `${back ? "Slope by input" : "Input"} ${j + 1} of example ${i + 1}`,
        presses: "x",
      }),
      panel({
        name: "w",
        title: back ? "∂L/∂W = Xᵀ δ" : "W: press an entry",
        rows: back ? byW : W,
        colour: back ? "gradient" : "ink",
        isLit: isPressed("W"),
        called: (i, j) => `${back ? "Slope by the weight" : "Weight"} from input ${i + 1} to score ${j + 1}`,
        presses: "w",
      }),
      panel({
        name: "n",
        title: back ? "δ = σ′(N)" : "N = X W",
        rows: back ? delta : now.N,
        colour: back ? "gradient" : "prediction",
        isLit: part,
        called: (i, j) => `Sum ${j + 1} of example ${i + 1}`,
        notes: moved(now.N, after.N),
      }),
      panel({
        name: "s",
        title: back ? "∂L/∂S: all 1" : `S = σ(N), L = ${short(now.L)}`,
        rows: back ? now.S.map((row) => row.map(() => 1)) : now.S,
        colour: back ? "gradient" : "prediction",
        isLit: part,
        called: (i, j) => `Score ${j + 1} of example ${i + 1}`,
        notes: moved(now.S, after.S),
      }),
    ];
  },
  says(data, { h }) {
    const { now, after, entry } = data;
    const name = nameOf(data);
    const terms = meeting(data);
    const slope = terms.reduce((sum, [a, d]) => sum + a * d, 0);
    const where =
      entry.of === "W"
        ? `column ${entry.column + 1} of the scores, one for each example`
        : `row ${entry.row + 1} of the scores, one for each column of W`;
    const sum = terms.map(([a, d]) => `${short(a)} · ${factor(d)}`).join(" + ");
    return `${name} takes part in ${where}. ∂L/∂${name} = ${sum} = ${short(slope)}: ${brief(h)} more is foretold to change L by ${short(slope * h)}, and changes it by ${short(after.L - now.L)}.`;
  },
  table({ now, delta }) {
    return {
      caption: "Every sum, its score and its slope",
      head: ["example", "column", "ν", "s = σ(ν)", "σ′(ν)"],
      rows: now.N.flatMap((row, i) =>
        row.map((net, j) => [
          String(i + 1),
          String(j + 1),
          short(net),
          short(now.S[i]?.[j] ?? 0),
          short(delta[i]?.[j] ?? 0),
        ]),
      ),
    };
  },
  example: { x: "X", w: "W" },
  presets: [
    { label: "Its slope", state: { show: "slopes" } },
    { label: "An input", state: { entry: [0, 1, 0] } },
    { label: "The slope of an input", state: { entry: [0, 1, 0], show: "slopes" } },
    { label: "The source’s matrices", state: { data: "source" } },
    { label: "Their slopes", state: { data: "source", show: "slopes", entry: [0, 0, 0] } },
  ],
  press: (name) => ({ entry: [name.startsWith("x") ? 0 : 1, Number(name[1]), Number(name[2])] }),
});
