/** Unit 2: a line learns what advertising brings. */
import { salesData } from "../../../reference/data/sales.ts";
import type { Capstone } from "../capstone.ts";
import { residue, short, spanOf } from "../numbers.ts";
import type { Plot } from "../picture.ts";

const RATE = 0.1;
/** Epochs after which the line is drawn; the last is where it ends. */
const SHOWN = [0, 2, 8, 60] as const;
const EPOCHS = 60;

interface Line {
  readonly w: number;
  readonly b: number;
}

export const line: Capstone = {
  unit: 2,
  title: "A line learns from 200 months of sales what advertising brings",
  uses: [
    { exercise: "ex09", functions: ["predictLine"], does: "predicts" },
    { exercise: "ex10", functions: ["mseLossDw", "mseLossDb"], does: "says how steep the loss still is" },
    { exercise: "ex11", functions: ["trainLine"], does: "moves the line" },
    {
      exercise: "ex13",
      functions: ["fitStandardizer", "standardize", "meanSquaredError", "r2Score", "normalEquations"],
      does: "scales, measures, and solves at once",
    },
  ],
  async work(hands, { seed }, show) {
    const data = salesData(seed);
    const [x, y] = [[...data.x], [...data.y]];
    const X = x.map((each) => [each]);
    const scale = await hands.ask<{ mean: number[]; std: number[] }>("fitStandardizer", { X });
    const Z = await hands.ask<number[][]>("standardize", { X, s: scale });
    const z = Z.map((row) => row[0] as number);
    const [mean, std] = [scale.mean[0] as number, scale.std[0] as number];
    const runs = await hands.askAll<Line & { losses: number[] }>(
      "trainLine",
      SHOWN.map((epochs) => ({ x: z, y, w0: 0, b0: 0, learningRate: RATE, epochs })),
    );
    const axes = {
      x: { label: "radio", span: spanOf([0, ...x], 0) },
      y: { label: "sales", span: spanOf([0, ...y], 0) },
    };
    const points = x.map((each, i) => [each, y[i] as number] as const);
    const plots: Plot[] = runs.map(({ w, b, losses }, k) => ({
      kind: "plot",
      title: `epoch ${SHOWN[k]}, MSE ${short(losses.at(-1) as number)}`,
      ...axes,
      layers: [
        { kind: "points", name: "a month", class: 0, points },
        { kind: "line", name: "the line", across: [w / std, -1, b - (w * mean) / std] },
      ],
    }));
    show({ kind: "plots", title: `The line while it learns, η = ${RATE}`, plots });
    const last = runs.at(-1) as Line & { losses: number[] };
    show({
      kind: "series",
      title: "The loss, epoch by epoch",
      step: "epoch",
      lines: [{ name: "MSE", values: last.losses }],
    });
    const [w, b] = [last.w, last.b];
    const yDescent = await hands.ask<number[]>("predictLine", { x: z, w, b });
    const [W = Number.NaN, B = Number.NaN] = await hands.ask<number[]>("normalEquations", { X, y });
    const yExact = await hands.ask<number[]>("predictLine", { x, w: W, b: B });
    const both = [yDescent, yExact].map((yPred) => ({ yTrue: y, yPred }));
    const mse = await hands.askAll<number>("meanSquaredError", both);
    const r2 = await hands.askAll<number>("r2Score", both);
    const row = (name: string, slope: number, at: number, k: number): string[] => [
      name,
      short(slope),
      short(at),
      short(mse[k] as number),
      short(r2[k] as number),
    ];
    show({
      kind: "table",
      title: "Descent beside the normal equations, in the units of the data",
      head: ["found by", "slope", "intercept", "MSE", "R²"],
      rows: [
        row(`descent, ${EPOCHS} epochs`, w / std, b - (w * mean) / std, 0),
        row("the normal equations", W, B, 1),
      ],
    });
    const dw = await hands.ask<number>("mseLossDw", { x: z, y, w, b });
    const db = await hands.ask<number>("mseLossDb", { x: z, y, w, b });
    show({
      kind: "says",
      text: `The slopes of the loss are down to ${residue(dw)} by w and ${residue(db)} by b: the line has arrived. Another unit of radio brings ${short(W)} more sales, and radio explains a share of ${short(r2[1] as number)} of why months differ, which is R². The rest is noise, or what nobody measured.`,
    });
  },
};
