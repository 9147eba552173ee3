/** A row of inputs: each has its own way into the sum, and all share the slope behind it. */
import { ofProduct } from "../../reference/differentiation/many-inputs.ts";
import { functionOf } from "../../reference/functions/known.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { Num } from "../../reference/numbers/num.ts";
import { gradient, plainOf, type Tracked } from "../../reference/numbers/tracked.ts";
import { curve, heightsOf, tangent } from "./curve.ts";
import { axes, clip } from "./frame/axes.ts";
import { choice, list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { mark, type Panel, text } from "./frame/scene.ts";
import { matrixBars, movedEntry, perUnit, rowsOf } from "./matrix-bars.ts";
import { factor, short, signed } from "./short.ts";

const INPUTS = [1, 2, 3];
const WEIGHTS = [2, -1, 1];
/** At a right angle to the weights of the page. */
const ACROSS = [1, 1, -1];
const FUNCTIONS = { sigmoid: "sigmoid", square: "square", tanh: "tanh", identity: "none" } as const;
type Name = keyof typeof FUNCTIONS;

const MOVES = { x1: [1, 0, 0], x2: [0, 1, 0], x3: [0, 0, 1], across: ACROSS } as const;
const ROW = { width: 112, height: 92 };
const COLUMN = { width: 192, height: 62 };
const MOST = { x: 4, w: 4 };

const controls = {
  move: choice({
    label: "A little more of",
    options: { x1: "the first input", x2: "the second", x3: "the third", across: "D: 1, 1 and −1" },
    value: "x1",
  }),
  h: range({ label: "How much h", symbol: "h", min: -2, max: 2, step: 0.001, value: 0.1, show: brief }),
  f: choice({ label: "Function σ", options: FUNCTIONS, value: "sigmoid" }),
  x: list({ label: "Inputs", symbol: "X", min: -MOST.x, max: MOST.x, step: 0.001, most: 3, value: INPUTS }),
  w: list({ label: "Weights", symbol: "W", min: -MOST.w, max: MOST.w, step: 0.001, most: 3, value: WEIGHTS }),
};

/** Weighted sum and result, with what reverse mode finds for both gradients. */
function at(x: readonly number[], w: readonly number[], f: Name) {
  const [X, W] = [[x.map((xi) => new Num(xi))], w.map((wi) => [new Num(wi)])];
  const N = ofProduct(X, W, { fn: "identity" })[0]?.[0] as Num;
  const S = ofProduct(X, W, { fn: f })[0]?.[0] as Num;
  const of = (by: Tracked): number[][] => plainOf(gradient(S, by) as Tracked) as number[][];
  return { N: N.value, S: S.value, byX: of(X), byW: of(W) };
}

function dataOf(state: {
  x: readonly number[];
  w: readonly number[];
  f: Name;
  move: keyof typeof MOVES;
  h: number;
}) {
  const x = rowsOf(state.x, INPUTS, 3)[0] as number[];
  const w = rowsOf(state.w, WEIGHTS, 3)[0] as number[];
  const direction = MOVES[state.move];
  const now = at(x, w, state.f);
  const moved = at(
    x.map((xi, i) => xi + state.h * (direction[i] as number)),
    w,
    state.f,
  );
  const slope = direction.reduce((sum, d, i) => sum + d * (now.byX[0]?.[i] ?? 0), 0);
  return {
    x,
    w,
    now,
    moved,
    direction,
    foretold: state.h * slope,
    outer: functionOf({ fn: state.f }).slope(now.N),
  };
}
type Data = ReturnType<typeof dataOf>;

function curvePanel({ now, moved, outer, foretold }: Data, f: Name): Panel {
  const { value } = functionOf({ fn: f });
  const reach = Math.max(8, 1.15 * Math.abs(now.N), 1.15 * Math.abs(moved.N));
  const x = linear([-reach, reach], [40, 344]);
  const y = linear(heightsOf(value, x.domain), [166, 46]);
  const clipped = { "clip-path": "url(#fig05b-clip)" };
  return {
    name: "curve",
    title: `σ gets N = ${short(now.N)}, and its slope there is ${short(outer)}`,
    description: `The function σ with a point at the weighted sum ${short(now.N)}, the tangent there, and a point after the change.`,
    width: 360,
    height: 208,
    marks: [
      clip("fig05b-clip", x, y),
      axes({ x, y, xName: "weighted sum N", yName: "", yTicks: y.ticks(3) }),
      mark("path", { class: "line data heavy", d: curve(value, x, y), ...clipped }),
      mark("path", { class: "line gradient", d: tangent(x, y, now.N, now.S, outer), ...clipped }),
      mark("circle", { class: "hollow error", cx: x.to(moved.N), cy: y.to(moved.S), r: 4 }),
      mark("circle", { class: "dot prediction", cx: x.to(now.N), cy: y.to(now.S), r: 5 }),
      text(344, 16, `foretold ${signed(foretold)}`, { class: "words gradient strong end" }),
      text(344, 34, `in truth ${signed(moved.S - now.S)}`, { class: "words error strong end" }),
    ],
  };
}

const slopeText = (slope: number): string => short(slope, 3);

export const fig05b = defineFigure({
  id: "fig05b",
  title: "Three inputs, three answers",
  question:
    "Each bar of the gradient is an answer: what a little more of one input would do. Drag inputs and weights. Why are the bars of the gradient always those of the weights, and what does a move along D change?",
  controls,
  compute: dataOf,
  draw(data, { f }) {
    const { x, w, now, direction } = data;
    const isMoved = (i: number): boolean => direction[i] !== 0;
    const steepest = Math.max(0.1, ...now.byX.flat().map(Math.abs), ...now.byW.flat().map(Math.abs));
    return [
      matrixBars({
        name: "x",
        title: "X: the inputs, a row",
        description: "Three inputs in a row.",
        rows: [x],
        most: MOST.x,
        colour: "prediction",
        isLit: (_, i) => isMoved(i),
        called: (_, i) => `Input ${i + 1}`,
        drags: "x",
        cell: ROW,
        narrow: false,
      }),
      matrixBars({
        name: "by-x",
        title: "∂S/∂X = σ′(N) Wᵀ: a row as well",
        description: "The gradient by the inputs, in their shape.",
        rows: now.byX,
        most: steepest,
        colour: "gradient",
        isLit: (_, i) => isMoved(i),
        called: (_, i) => `Slope by input ${i + 1}`,
        shows: slopeText,
        cell: ROW,
        narrow: false,
      }),
      matrixBars({
        name: "w",
        title: "W: a column",
        description: "Three weights in a column.",
        rows: transpose([w]),
        most: MOST.w,
        colour: "ink",
        isLit: (i) => isMoved(i),
        called: (i) => `Weight ${i + 1}`,
        drags: "w",
        cell: COLUMN,
      }),
      matrixBars({
        name: "by-w",
        title: "∂S/∂W = σ′(N) Xᵀ",
        description: "The gradient by the weights, a column as they are.",
        rows: now.byW,
        most: steepest,
        colour: "gradient",
        isLit: () => false,
        called: (i) => `Slope by weight ${i + 1}`,
        shows: slopeText,
        cell: COLUMN,
      }),
      curvePanel(data, f),
    ];
  },
  says({ x, w, now, moved, foretold, outer }, { move, h }) {
    const terms = x.map((xi, i) => `${short(xi)} · ${factor(w[i] ?? 0)}`).join(" + ");
    const way = move === "across" ? `${brief(h)} times D` : `${brief(h)} more of input ${move.slice(1)}`;
    return `N = ${terms} = ${short(now.N)}, and σ makes ${short(now.S)} of it; with its slope of ${short(outer)} there the three answers are ${(now.byX[0] ?? []).map((slope) => short(slope)).join(", ")}. ${way} is foretold to change the result by ${short(foretold)}, and changes it by ${short(moved.S - now.S)}.`;
  },
  table({ x, w, now }) {
    return {
      caption: "Each input with its weight, and both slopes",
      head: ["input", "x", "w", "∂S/∂x", "∂S/∂w"],
      rows: x.map((xi, i) => [
        String(i + 1),
        short(xi),
        short(w[i] ?? 0),
        short(now.byX[0]?.[i] ?? 0),
        short(now.byW[i]?.[0] ?? 0),
      ]),
    };
  },
  example: { x: "X", w: "W", h: "h" },
  presets: [
    { label: "The square", state: { f: "square" } },
    { label: "Along D", state: { move: "across", h: 1 } },
    { label: "Half the inputs, twice the weights", state: { x: [0.5, 1, 1.5], w: [4, -2, 2] } },
    { label: "An input of 0", state: { x: [1, 0, 3], move: "x2", h: 0.5 } },
    { label: "The source’s row", state: { x: [0.472, 0.615, -1.726], w: [0.928, -0.608, -1.221], h: 0.001 } },
  ],
  drag(name, { dy }, _, { x, w }) {
    const { height } = name.startsWith("x") ? ROW : COLUMN;
    return name.startsWith("x")
      ? { x: movedEntry([x], name, -dy * perUnit(MOST.x, height)) }
      : { w: movedEntry(transpose([w]), name, -dy * perUnit(MOST.w, height)) };
  },
});
