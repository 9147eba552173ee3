/** The output layer for a batch: errors of each output and example, and how they gather for biases and weights. */

import { sigmoid } from "../../reference/linear-models/sigmoid.ts";
import { linearForward } from "../../reference/networks/dense-layer.ts";
import { sigmoidOutputLoss } from "../../reference/networks/output-layer.ts";
import { Num } from "../../reference/numbers/num.ts";
import { gradient, lift } from "../../reference/numbers/tracked.ts";
import { list } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import { matrixBars, movedEntry, perUnit } from "./matrix-bars.ts";

type Matrix = readonly (readonly number[])[];

/** The numbers of the page: two examples, two hidden units, three outputs. */
export const PAGE = {
  A_1: [
    [0.5, 1],
    [0.25, 0],
  ],
  W: [
    [2, -1],
    [0, -1],
    [1, 0.5],
  ],
  b: [[0, 0.25, 0]],
  Y: [
    [1, 0, 0],
    [0.5, 0, 1],
  ],
};
const BIASES = PAGE.b[0] as readonly number[];
const CELL = { width: 58, height: 92 };
const SUB = "₁₂₃";

const controls = {
  biases: list({ label: "Biases", symbol: "b", min: -6, max: 6, step: 0.05, most: 3, value: BIASES }),
  entry: list({ label: "Weight", min: 0, max: 2, step: 1, most: 2, value: [0, 0] }),
};

interface Data {
  readonly b: readonly number[];
  readonly A: Matrix;
  /** ∂L/∂Z, ∂L/∂W and ∂L/∂b. */
  readonly delta: Matrix;
  readonly byW: Matrix;
  readonly byB: readonly number[];
  readonly loss: number;
  /** The weight that is looked at: to output j from hidden unit k. */
  readonly j: number;
  readonly k: number;
}

const plain = (rows: readonly (readonly Num[])[]): number[][] =>
  rows.map((row) => row.map(({ value }) => value));

export const fig46b = defineFigure({
  id: "fig46b",
  title: "Errors of the outputs, gathered",
  question:
    "Press a weight of the gradient: one column of errors meets one column of what came in. Drag the first bias to 6: why does that unit no longer learn, though it is wrong?",
  controls,
  compute({ biases, entry }): Data {
    const b = BIASES.map((bias, j) => biases[j] ?? bias);
    const [X, W, leaves, Y] = [PAGE.A_1, PAGE.W, [b], PAGE.Y].map((m) => lift(m.map((row) => [...row]))) as [
      Num[][],
      Num[][],
      Num[][],
      Num[][],
    ];
    const Z = linearForward(X, W, leaves[0] as Num[]);
    const loss = sigmoidOutputLoss(Z, Y);
    const nets = Z.map((row) => row.map(({ value }) => new Num(value)));
    return {
      b,
      A: plain(Z.map((row) => row.map(sigmoid))),
      delta: plain(gradient(sigmoidOutputLoss(nets, Y), nets) as unknown as Num[][]),
      byW: plain(gradient(loss, W) as unknown as Num[][]),
      byB: plain(gradient(loss, leaves) as unknown as Num[][])[0] as number[],
      loss: loss.value,
      j: Math.min(2, entry[0] ?? 0),
      k: Math.min(1, entry[1] ?? 0),
    };
  },
  draw({ b, A, delta, byW, byB, j, k }) {
    return [
      matrixBars({
        name: "biases",
        title: "b: drag; small: ∂L/∂b",
        description: "The three biases, and in the corner of each how the loss follows it.",
        rows: [b],
        most: 6,
        colour: "ink",
        isLit: (_, output) => output === j,
        called: (_, output) => `Bias of output ${output + 1}`,
        notes: (_, output) => fixed(byB[output] ?? 0, 3),
        drags: "b",
        cell: { ...CELL, height: 184 },
      }),
      matrixBars({
        name: "outputs",
        title: "A: outputs; small: targets Y",
        description: "The outputs, an example a row, with their targets in the corners.",
        rows: A,
        most: 1,
        colour: "prediction",
        isLit: (_, output) => output === j,
        called: (i, output) => `Output ${output + 1} of example ${i + 1}`,
        notes: (i, output) => String(PAGE.Y[i]?.[output]),
        cell: CELL,
      }),
      matrixBars({
        name: "errors",
        title: "δ: example × output",
        description: "The errors of the outputs, an example a row.",
        rows: delta,
        most: 0.1,
        colour: "error",
        isLit: (_, output) => output === j,
        called: (i, output) => `Error of output ${output + 1}, example ${i + 1}`,
        shows: (value) => fixed(value, 3),
        cell: { ...CELL, width: 66 },
      }),
      matrixBars({
        name: "gradient",
        title: "∂L/∂W: press a weight",
        description: "The gradient of the output weights, a row for each output.",
        rows: byW,
        most: 0.08,
        colour: "gradient",
        isLit: (output, hidden) => output === j && hidden === k,
        called: (output, hidden) => `By the weight from hidden unit ${hidden + 1} to output ${output + 1}`,
        shows: (value) => fixed(value, 3),
        presses: "",
        cell: { width: 87, height: 62 },
      }),
    ];
  },
  says({ delta, byW, byB, loss, j, k }) {
    const terms = delta.map((row, i) => `${term(row[j] ?? 0)} · ${fixed(PAGE.A_1[i]?.[k] ?? 0, 2)}`);
    return `∂L/∂w${SUB[j]}${SUB[k]} = ${terms.join(" + ")} = ${fixed(byW[j]?.[k] ?? 0, 4)}. The first bias gets ${delta.map((row) => term(row[0] ?? 0)).join(" + ")} = ${fixed(byB[0] ?? 0, 4)}, so it moves ${(byB[0] ?? 0) < 0 ? "up" : "down"}. L = ${digits(loss, 4)}.`;
  },
  table({ A, delta }) {
    return {
      caption: "Each output of each example",
      head: ["example", "output", "a", "target", "a(1 − a)", "δ"],
      rows: A.flatMap((row, i) =>
        row.map((a, o) => [
          String(i + 1),
          String(o + 1),
          fixed(a, 4),
          String(PAGE.Y[i]?.[o]),
          fixed(a * (1 - a), 4),
          fixed(delta[i]?.[o] ?? 0, 5),
        ]),
      ),
    };
  },
  example: { biases: "b" },
  presets: [
    { label: "The first bias at 6", state: { biases: [6, 0.25, 0] } },
    { label: "All biases at −6", state: { biases: [-6, -6, -6] } },
    { label: "The weight to output 3", state: { entry: [2, 0] } },
  ],
  drag: (name, { dy }, _, { b }) => ({ biases: movedEntry([b], name, -dy * perUnit(6, 184)) }),
  press: (name) => ({ entry: [Number(name[0]), Number(name[1])] }),
});

const term = (value: number): string => (value < 0 ? `(${fixed(value, 4)})` : fixed(value, 4));
