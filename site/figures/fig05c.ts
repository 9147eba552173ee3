/** Linear regression as a graph: predictions forward, and back from the loss to each of its numbers. */
import { linearForward } from "../../reference/linear-models/linear-regression.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { gradient, lift, plainOf, type Tracked } from "../../reference/numbers/tracked.ts";
import { curve, tangent } from "./curve.ts";
import { axes, clip } from "./frame/axes.ts";
import { choice, list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { mark, type Panel, text } from "./frame/scene.ts";
import { matrixBars, movedEntry, perUnit, rowsOf } from "./matrix-bars.ts";
import { factor, short, signed } from "./short.ts";

type Matrix = readonly (readonly number[])[];

/** Rooms and balconies of two flats, and their rents in hundreds of euros. */
const INPUTS = {
  page: [
    [1, 2],
    [3, 0],
  ],
  ones: [
    [1, 2],
    [1, 0],
  ],
} as const;
const TARGETS = [[5], [2]];
/** Two weights and the bias. */
const START = [1, 2, 0.5];
const NAMES = ["w₁", "w₂", "b"];
const CALLED = ["Weight of a room", "Weight of a balcony", "Bias"];
const COLUMN = { width: 192, height: 62 };
const PAIR = { width: 192, height: 93 };
const MOST = 4;

const controls = {
  h: range({ label: "The number grows by", min: -2, max: 2, step: 0.01, value: 0.1 }),
  inputs: choice({
    label: "Inputs X",
    symbol: "X",
    options: { page: "rooms 1, 3; balconies 2, 0", ones: "rooms 1, 1; balconies 2, 0" },
    value: "page",
  }),
  weights: list({
    label: "Weights and bias",
    symbol: "W",
    min: -MOST,
    max: MOST,
    step: 0.05,
    most: 3,
    value: START,
  }),
  pressed: list({ label: "Pressed number", min: 0, max: 2, step: 1, most: 1, value: [0] }),
};

const tracked = (matrix: Matrix): Num[][] => lift(matrix.map((row) => [...row])) as unknown as Num[][];
const plain = (matrix: unknown): Matrix => plainOf(matrix as Tracked) as unknown as Matrix;

const parametersOf = ([w1 = 0, w2 = 0, b = 0]: readonly number[]) => ({
  W: tracked([[w1], [w2]]),
  B: tracked([[b]]),
});

const lossAt = (X: Matrix, numbers: readonly number[]): number =>
  linearForward(tracked(X), tracked(TARGETS), parametersOf(numbers)).loss.value;

function at(X: Matrix, numbers: readonly number[]) {
  const parameters = parametersOf(numbers);
  const { P, loss } = linearForward(tracked(X), tracked(TARGETS), parameters);
  const [byW, byB, byP] = gradient(loss, [parameters.W, parameters.B, P]) as unknown as [
    Tracked,
    Tracked,
    Tracked,
  ];
  return {
    P: plain(P),
    loss: loss.value,
    G: plain(byP),
    slopes: [...plain(byW).flat(), ...plain(byB).flat()],
  };
}

interface Setting {
  readonly inputs: keyof typeof INPUTS;
  readonly weights: readonly number[];
  readonly pressed: readonly number[];
  readonly h: number;
}

function dataOf({ inputs, weights, pressed: [pressed = 0], h }: Setting) {
  const X: Matrix = INPUTS[inputs];
  const numbers = rowsOf(weights, START, 3)[0] as number[];
  const lossWith = (value: number): number =>
    lossAt(
      X,
      numbers.map((w, k) => (k === pressed ? value : w)),
    );
  const own = numbers[pressed] as number;
  return { X, numbers, pressed, own, now: at(X, numbers), lossWith, after: lossWith(own + h) };
}
type Data = ReturnType<typeof dataOf>;

function lossPanel({ own, pressed, now, lossWith, after }: Data, h: number): Panel {
  const x = linear([own - 3, own + 3], [40, 344]);
  const most = Math.max(1, lossWith(own - 3), lossWith(own + 3));
  const y = linear([0, Math.min(most, 3 * now.loss + 4)], [166, 46]);
  const slope = now.slopes[pressed] as number;
  const clipped = { "clip-path": "url(#fig05c-clip)" };
  return {
    name: "loss",
    title: `The loss L against ${NAMES[pressed]}`,
    description: `The loss against ${NAMES[pressed]} with the tangent at ${short(own)}, of slope ${short(slope)}, and the point after the change.`,
    width: 360,
    height: 208,
    marks: [
      clip("fig05c-clip", x, y),
      axes({ x, y, xName: NAMES[pressed] ?? "", yName: "L", yTicks: y.ticks(3), zeros: false }),
      mark("path", { class: "line data heavy", d: curve(lossWith, x, y), ...clipped }),
      mark("path", { class: "line gradient", d: tangent(x, y, own, now.loss, slope), ...clipped }),
      mark("circle", { class: "hollow error", cx: x.to(own + h), cy: Math.max(46, y.to(after)), r: 4 }),
      mark("circle", { class: "dot prediction", cx: x.to(own), cy: y.to(now.loss), r: 5 }),
      text(344, 16, `foretold ${signed(slope * h)}`, { class: "words gradient strong end" }),
      text(344, 34, `in truth ${signed(after - now.loss)}`, { class: "words error strong end" }),
    ],
  };
}

export const fig05c = defineFigure({
  id: "fig05c",
  title: "From the loss back to each number",
  question:
    "One of the three numbers grows a little, and the error over both flats follows. Press a slope: which column of X met G in it? And which two slopes are always the same when the first input is 1 in both flats?",
  controls,
  compute: dataOf,
  draw(data, { h }) {
    const { X, numbers, pressed, now } = data;
    const residuals = TARGETS.map(([y = 0], i) => [y - (now.P[i]?.[0] ?? 0)]);
    const column = numbers.map((value) => [value]);
    const flat = (what: string) => (i: number) => `${what} of flat ${i + 1}`;
    const most = Math.max(MOST, ...now.P.flat().map(Math.abs));
    const steepest = Math.max(1, ...now.slopes.map(Math.abs));
    return [
      matrixBars({
        name: "weights",
        title: "W, and below it b",
        description: `Weights and bias: ${numbers.map((value) => short(value)).join(", ")}.`,
        rows: column,
        most: MOST,
        colour: "ink",
        isLit: (k) => k === pressed,
        called: (k) => CALLED[k] ?? "",
        drags: "w",
        notes: (k) => NAMES[k] ?? "",
        cell: COLUMN,
      }),
      matrixBars({
        name: "inputs",
        title: "X: flat × input",
        description: `Rooms and balconies, a flat a row: ${X.map((row) => row.join(", ")).join("; ")}.`,
        rows: X,
        most: 4,
        colour: "data",
        isLit: (_, j) => j === pressed,
        called: (i, j) => `${j === 0 ? "Rooms" : "Balconies"} of flat ${i + 1}`,
      }),
      matrixBars({
        name: "predictions",
        title: "P = X W + b",
        description: `Predicted rents: ${now.P.flat()
          .map((p) => short(p))
          .join(", ")}.`,
        rows: now.P,
        most,
        colour: "prediction",
        isLit: () => false,
        called: flat("Prediction"),
        cell: PAIR,
      }),
      matrixBars({
        name: "residuals",
        title: `Y − P, L = ${short(now.loss)}`,
        description: `Rents minus predictions: ${residuals
          .flat()
          .map((r) => short(r))
          .join(", ")}.`,
        rows: residuals,
        most,
        colour: "error",
        isLit: () => false,
        called: flat("Residual"),
        notes: (i) => `y = ${TARGETS[i]?.[0]}`,
        cell: PAIR,
      }),
      matrixBars({
        name: "slopes",
        title: "Slopes by w₁, w₂, b",
        description: `Slopes of the loss by weights and bias: ${now.slopes.map((slope) => short(slope)).join(", ")}.`,
        rows: now.slopes.map((slope) => [slope]),
        most: steepest,
        colour: "gradient",
        isLit: (k) => k === pressed,
        called: (k) => `Slope by ${NAMES[k]}`,
        presses: "s",
        cell: COLUMN,
      }),
      matrixBars({
        name: "g",
        title: "G = −(2/n)(Y − P)",
        description: `Slopes of the loss by the predictions: ${now.G.flat()
          .map((g) => short(g))
          .join(", ")}.`,
        rows: now.G,
        most: Math.max(1, ...now.G.flat().map(Math.abs)),
        colour: "gradient",
        isLit: () => true,
        called: flat("Slope by the prediction"),
        cell: PAIR,
      }),
      lossPanel(data, h),
    ];
  },
  says({ X, numbers, pressed, now, after }, { h }) {
    const name = NAMES[pressed] ?? "";
    const terms = now.G.map(([g = 0], i) =>
      pressed < 2 ? `${short(X[i]?.[pressed] ?? 0)} · ${factor(g)}` : factor(g),
    );
    const slope = now.slopes[pressed] as number;
    return `Predicted are ${now.P.flat()
      .map((p) => short(p))
      .join(
        " and ",
      )} for rents of 5 and 2, so L is ${short(now.loss)}. ∂L/∂${name} = ${terms.join(" + ")} = ${short(slope)}: if ${name} grows from ${short(numbers[pressed] ?? 0)} by ${brief(h)}, L is foretold to change by ${short(slope * h)}, and changes by ${short(after - now.loss)}.`;
  },
  table({ X, now }) {
    return {
      caption: "Both flats",
      head: ["flat", "rooms", "balconies", "rent y", "predicted", "slope g"],
      rows: X.map((row, i) => [
        String(i + 1),
        ...row.map(String),
        String(TARGETS[i]?.[0]),
        short(now.P[i]?.[0] ?? 0),
        short(now.G[i]?.[0] ?? 0),
      ]),
    };
  },
  example: { weights: ["W", "B"] },
  presets: [
    { label: "The bias", state: { pressed: [2] } },
    { label: "A room in each flat", state: { inputs: "ones" } },
    { label: "Predicted exactly", state: { weights: [0, 1.5, 2] } },
    { label: "All numbers 0", state: { weights: [0, 0, 0] } },
  ],
  drag: (name, { dy }, _, { numbers }) => ({
    weights: movedEntry(
      numbers.map((value) => [value]),
      name,
      -dy * perUnit(MOST, COLUMN.height),
    ),
  }),
  press: (name) => ({ pressed: [Number(name[1])] }),
});
