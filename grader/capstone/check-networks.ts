/** Unit 8's checks: one weight on several ways, every parameter by nudging, and a slip that has to be found. */
import type { FunctionName } from "../../reference/functions/known.ts";
import type { Show } from "./capstone.ts";
import type { Hands } from "./hands.ts";
import type { Labelled } from "./labelled.ts";
import { residue, short, spanOf } from "./numbers.ts";
import { entriesOf, type Matrix, type Network, transposed, withEntry } from "./two-layers.ts";

/** Every third point: a check runs the network twice for each parameter. */
const SPARSE = 3;
const EPS = 1e-4;
/** What the entry with the slip is multiplied by. */
const SLIP = 1.01;

interface Outcome {
  readonly ok: boolean;
  readonly worst: {
    readonly name: string;
    readonly row: number;
    readonly col: number;
    readonly relError: number;
  };
}

/** The network with weights out×in, as a list of layers. */
interface Layers {
  readonly Ws: Matrix[];
  readonly bs: number[][];
}

export async function checkNetworks(hands: Hands, all: Labelled, p: Network, show: Show): Promise<void> {
  const data = {
    X: all.X.filter((_, i) => i % SPARSE === 0).map((row) => [...row]),
    y: all.y.filter((_, i) => i % SPARSE === 0),
  };
  const layers: Layers = {
    Ws: [transposed(p.Wh), transposed(p.Wo)],
    bs: [p.bh[0] as number[], p.bo[0] as number[]],
  };
  await oneWeight(hands, data, layers, show);
  await everyParameter(hands, data, p, layers, show);
}

const targets = (y: readonly number[]): Matrix => y.map((yi) => (yi === 1 ? [0, 1] : [1, 0]));

interface Backward {
  readonly dWs: Matrix[];
  readonly dbs: number[][];
}

async function backward(hands: Hands, X: Matrix, Y: Matrix, { Ws, bs }: Layers) {
  const shapes = Ws.map((W) => X.map(() => W.map(() => 0)));
  const As = await hands.ask<Matrix[]>("forwardAll", { X, Ws, bs }, [X, ...shapes]);
  const back = await hands.ask<Backward>("backwardAll", { As, Y, Ws }, { deltas: shapes, dWs: Ws, dbs: bs });
  return { As, ...back };
}

/** The slopes of two weights for one example, each found by a single weight, by a layer, by all layers, by nudging. */
async function oneWeight(hands: Hands, data: Labelled, layers: Layers, show: Show): Promise<void> {
  const [x, y] = [data.X[0] as number[], targets(data.y.slice(0, 1))[0] as number[]];
  const { Ws, bs } = layers;
  const [W1, W2] = Ws as [Matrix, Matrix];
  const [unit, input, output] = [W1.length - 1, 1, 0];
  const p = { W1, b1: bs[0] as number[], W2, b2: bs[1] as number[] };
  const byHand = [
    await hands.ask<number>("outputWeightGradient", { x, y, p, j: output, i: unit }),
    await hands.ask<number>("hiddenWeightGradient", { x, y, p, i: unit, k: input }),
  ];
  const all = await backward(hands, [x], [y], layers);
  const [, A1 = [], Aout = []] = all.As;
  const out = await hands.ask<{ delta: Matrix; dW: Matrix }>("outputGradients", { A1, Aout, Y: [y] });
  const hidden = await hands.ask<{ dW: Matrix }>("hiddenGradients", {
    X: [x],
    A1,
    Wout: W2,
    deltaOut: out.delta,
  });
  const nudged = [
    await nudgedSlope(hands, x, y, layers, 1, output, unit),
    await nudgedSlope(hands, x, y, layers, 0, unit, input),
  ];
  const row = (by: string, slopes: readonly (number | undefined)[]): string[] => [
    by,
    ...slopes.map((slope) => short(slope ?? Number.NaN)),
  ];
  show({
    kind: "table",
    title: "One example, two weights, and four ways to the same slopes",
    head: ["by", `W2[${output}][${unit}]`, `W1[${unit}][${input}]`],
    rows: [
      row("one weight, ex44", byHand),
      row("one layer, ex45 and ex46", [out.dW[output]?.[unit], hidden.dW[unit]?.[input]]),
      row("all layers, ex49", [all.dWs[1]?.[output]?.[unit], all.dWs[0]?.[unit]?.[input]]),
      row("a nudge", nudged),
    ],
  });
}

/** (L(w + ε) − L(w − ε)) / 2ε, with the network run forward at both. */
async function nudgedSlope(
  hands: Hands,
  x: number[],
  y: readonly number[],
  { Ws, bs }: Layers,
  layer: number,
  row: number,
  col: number,
): Promise<number> {
  const runs = await hands.askAll<Matrix[]>(
    "forwardAll",
    [EPS, -EPS].map((by) => ({
      X: [x],
      Ws: Ws.map((W, l) =>
        W.map((w, k) => w.map((v, j) => (l === layer && k === row && j === col ? v + by : v))),
      ),
      bs,
    })),
  );
  const [above = Number.NaN, below = Number.NaN] = runs.map((As) =>
    y.reduce((sum, yj, j) => sum + (yj - (As.at(-1)?.[0]?.[j] ?? Number.NaN)) ** 2 / y.length, 0),
  );
  return (above - below) / (2 * EPS);
}

async function everyParameter(
  hands: Hands,
  data: Labelled,
  p: Network,
  layers: Layers,
  show: Show,
): Promise<void> {
  const [X, Y] = [data.X.map((row) => [...row]), targets(data.y)];
  const args = data.X.flatMap(([x = 0, y = 0], i) => [x, y, data.y[i] ?? 0]);
  const { dWs, dbs } = await backward(hands, X, Y, layers);
  const gradient = await hands.ask<Network>("computeGradients", { X, Y, p });
  const count = entriesOf(p).length;
  const measured = await nudgedSlopes(hands, X, data.y, p);
  const slopes = entriesOf(gradient);
  // The largest slope: where the slip counts most.
  const slipped = slopes.reduce((best, g, k) => (Math.abs(g) > Math.abs(slopes[best] ?? 0) ? k : best), 0);
  const sigmoid: Network = {
    Wh: transposed(dWs[0] ?? []),
    bh: [dbs[0] ?? []],
    Wo: transposed(dWs[1] ?? []),
    bo: [dbs[1] ?? []],
  };
  const check = (fn: string, grads: Network): Promise<Outcome> => {
    const loss: FunctionName = { fn, args };
    return hands.ask<Outcome>("checkGradients", { loss, params: p, grads });
  };
  const rows = [
    rowOf("ex48: softmax", await check("classifierLossOn", gradient)),
    rowOf("ex49: sigmoid", await check("squaredLossOn", sigmoid)),
    rowOf(
      "ex48 with a slip",
      await check(
        "classifierLossOn",
        withEntry(gradient, slipped, (g) => SLIP * g),
      ),
    ),
  ];
  const errors = await hands.askAll<number>(
    "relativeError",
    measured.map((a, k) => ({ a, b: slopes[k] ?? Number.NaN })),
  );
  const span = spanOf([...measured, ...slopes]);
  show({
    kind: "plot",
    title: `All ${count} parameters: the slope by a nudge, and the slope by backpropagation`,
    x: { label: "by a nudge", span },
    y: { label: "by backprop", span },
    layers: [
      { kind: "line", name: "the same", across: [1, -1, 0] },
      {
        kind: "points",
        name: "a parameter",
        class: 1,
        points: measured.map((a, k) => [a, slopes[k] ?? Number.NaN] as const),
      },
    ],
  });
  show({
    kind: "table",
    title: `The check of all ${count} parameters on ${X.length} points, by ex50`,
    head: ["network", "ok", "worst entry", "relative error"],
    rows,
  });
  const worst = Math.max(...errors);
  show({
    kind: "says",
    text: `To nudge every parameter up and down takes ${2 * count} runs of your network, backpropagation one run forward and one back. In the picture no slope differs by more than ${residue(worst)} of its size. For the slip one entry was made 1 % too large, on purpose: no eye would see that there, and the check names the place.`,
  });
}

/** The slope of the summed cross-entropy by every parameter, from runs of the network with it a little larger and smaller. */
async function nudgedSlopes(
  hands: Hands,
  X: Matrix,
  y: readonly number[],
  p: Network,
): Promise<readonly number[]> {
  const count = entriesOf(p).length;
  const runs = await hands.askAll<{ yHat: Matrix }>(
    "forwardProp",
    Array.from({ length: 2 * count }, (_, k) => ({
      X,
      p: withEntry(p, k >> 1, (entry) => entry + (k % 2 === 0 ? EPS : -EPS)),
    })),
  );
  const losses = runs.map(({ yHat }) =>
    y.reduce((sum, yi, i) => sum - Math.log(yHat[i]?.[yi] ?? Number.NaN), 0),
  );
  return Array.from(
    { length: count },
    (_, k) => ((losses[2 * k] ?? Number.NaN) - (losses[2 * k + 1] ?? Number.NaN)) / (2 * EPS),
  );
}

const rowOf = (name: string, { ok, worst }: Outcome): string[] => [
  name,
  ok ? "yes" : "no",
  `${worst.name}[${worst.row}][${worst.col}]`,
  residue(worst.relError),
];
