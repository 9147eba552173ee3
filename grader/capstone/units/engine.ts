/** Unit 11: an engine that remembers what it computed trains a network that one line could not replace. */
import { isXor } from "../../../reference/data/generated.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import type { Program } from "../../exercise/expressions.ts";
import type { Capstone, Show } from "../capstone.ts";
import type { Hands } from "../hands.ts";
import { axesOf, cellsOver, classLayers, type Labelled } from "../labelled.ts";
import { along, residue, short, spanOf } from "../numbers.ts";
import type { Plot } from "../picture.ts";
import {
  alongFirstInput,
  asMatrices,
  EXAMPLE,
  type Graph,
  lossGraph,
  type Weights,
} from "../scalar-network.ts";
import { type Matrix, transposed } from "../two-layers.ts";

const POINTS = 24;
/** How far points are scattered around their corner. */
const SCATTER = 0.2;
const RATE = 0.3;
const MOST_EPOCHS = 100;
const ENOUGH = 0.05;
/** Shares of the way at which the picture is taken. */
const SHOWN = [0, 0.3, 0.6, 1] as const;
const CELLS = 32;
const PLACES = 41;

interface Data extends Labelled {
  readonly X: Matrix;
  /** -1 for class 0, 1 for class 1. */
  readonly targets: readonly number[];
}

export const engine: Capstone = {
  unit: 11,
  title: "Your engine goes back through a network node by node, and trains it until four corners part",
  uses: [
    { exercise: "ex64", functions: ["Value"], does: "remembers, goes back, and trains" },
    { exercise: "ex65", functions: ["egrad"], does: "gives the slope of what was learned" },
    { exercise: "ex66", functions: ["Tensor"], does: "goes back through whole matrices" },
    { exercise: "ex67", functions: ["mseLossT"], does: "the loss as one node" },
    { exercise: "ex68", functions: ["Sequential", "Linear"], does: "the network of modules" },
    { exercise: "ex69", functions: ["trainStep"], does: "trains a line, to compare" },
  ],
  setting: { name: "hidden units", values: ["1", "2", "3", "4", "8"], usual: "4" },
  async work(hands, { seed, setting = "4" }, show) {
    const units = Number(setting);
    const data = cornersOf(seed);
    const start = startOf(seed, units);
    const graph = lossGraph(units);
    await showOneStep(hands, data, start, graph, show);
    await compareWays(hands, data, start, graph, show);
    const states = await train(hands, data, start, graph, show);
    await showSlope(hands, data, states.at(-1) as Weights, show);
  },
};

/** Points around the corners of a square; those of class 1 are where one coordinate alone is above 0. */
function cornersOf(seed: number): Data {
  const rng = random(seed, "capstone-11");
  const corners = Array.from({ length: POINTS }, (_, i) => [i & 1, (i >> 1) & 1] as const);
  const y = corners.map(([a, b]) => (isXor(a, b) ? 1 : 0));
  return {
    X: corners.map((corner) => corner.map((x) => 2 * x - 1 + SCATTER * normal(rng))),
    y,
    targets: y.map((yi) => 2 * yi - 1),
  };
}

function startOf(seed: number, units: number): Weights {
  const rng = random(seed, "capstone-11-start");
  return [...Array.from({ length: units }, () => [1, 1, 0.5, 0.5].map((s) => s * normal(rng))).flat(), 0];
}

const leavesOf = ({ X, targets }: Data, i: number, p: Weights): number[] => [
  ...(X[i] as number[]),
  targets[i] as number,
  ...p,
];
const allOf = (data: Data, p: Weights, program: Program) =>
  data.X.map((_, i) => ({ leaves: leavesOf(data, i, p), program }));

/** The mean of the squared misses, each by a graph of its own. */
async function lossAt(hands: Hands, data: Data, p: Weights, { program }: Graph): Promise<number> {
  const losses = await hands.askAll<number>("ex64.forward", allOf(data, p, program));
  return losses.reduce((sum, loss) => sum + loss / POINTS, 0);
}

/** Its gradient by the parameters: the mean of the gradients of all graphs. */
async function gradientAt(hands: Hands, data: Data, p: Weights, { program }: Graph): Promise<number[]> {
  const each = await hands.askAll<number[]>("ex64.grad", allOf(data, p, program));
  return p.map((_, k) => each.reduce((sum, g) => sum + (g[EXAMPLE + k] ?? Number.NaN) / POINTS, 0));
}

/** The graph of one example: what stands in each node, and what comes back to it. */
async function showOneStep(hands: Hands, data: Data, p: Weights, graph: Graph, show: Show): Promise<void> {
  const { program, names } = graph;
  const leaves = leavesOf(data, 0, p);
  const values = await hands.askAll<number>(
    "ex64.forward",
    program.map((_, k) => ({ leaves, program: program.slice(0, k + 1) })),
  );
  const places = [...leaves, ...values];
  const asked = [...names.keys()].sort((a, b) => a - b);
  // What comes to a node comes by all that is made of it: the node is taken for a leaf, with the rest of the program.
  const back = await hands.askAll<number[]>(
    "ex64.grad",
    asked.map((at) => {
      const known = Math.max(leaves.length, at + 1);
      return { leaves: places.slice(0, known), program: program.slice(known - leaves.length) };
    }),
  );
  show({
    kind: "table",
    title: `One step of one point, (${(data.X[0] as number[]).map(short).join(", ")}) with y = ${data.targets[0]}`,
    head: ["node", "its value", "comes back to it", "a step moves it by"],
    rows: asked.map((at, k) => {
      const slope = back[k]?.[at] ?? Number.NaN;
      return [
        names.get(at) as string,
        short(places[at] ?? Number.NaN),
        short(slope),
        at < leaves.length ? short(-RATE * slope) : "",
      ];
    }),
  });
  show({
    kind: "says",
    text: `The table is read downward for the way forward and upward for the way back; it has the first hidden unit, the output and the loss, ${asked.length} of ${places.length} nodes. Each node hands back what came to it, times the slope of its own operation: to the factors of a product what the other one is, through tanh 1 - h², and a sum hands on what it gets. What arrives at w1, w2, b, v and c is the gradient.`,
  });
}

/** The gradient at the start: by graphs of numbers, by one graph of matrices, and by modules with a loss node. */
async function compareWays(hands: Hands, data: Data, p: Weights, graph: Graph, show: Show): Promise<void> {
  const { X } = data;
  const Y = data.targets.map((y) => [y]);
  const { W, b, V, c } = asMatrices(p);
  const byValues = await gradientAt(hands, data, p, graph);
  const byTensors = await hands.ask<{ W: Matrix; b: Matrix; V: Matrix; c: Matrix }>("ex66.net", {
    X,
    W,
    b,
    V,
    c,
    Y,
    k: 1,
  });
  const model = { X, W: transposed(W), b, A: transposed(V), c, bent: 1 };
  const pred = await hands.ask<Matrix>("ex68.forward", model);
  const { pred: G } = await hands.ask<{ pred: Matrix }>("mseLossT", { pred, target: Y, k: 1 });
  const byModules = await hands.ask<{ W: Matrix; b: Matrix; A: Matrix; c: Matrix }>("ex68.gradients", {
    ...model,
    G,
  });
  const ways: readonly (readonly [string, readonly (number | undefined)[]])[] = [
    [`${POINTS} graphs of numbers, ex64`, [...byValues.slice(0, 4), byValues.at(-1)]],
    ["one of matrices, ex66", firstOf(byTensors.W, byTensors.b, byTensors.V, byTensors.c)],
    [
      "modules and loss, ex67, ex68",
      firstOf(transposed(byModules.W), byModules.b, transposed(byModules.A), byModules.c),
    ],
  ];
  show({
    kind: "table",
    title: "The gradient over all points, three ways",
    head: ["by", "w1", "w2", "b", "v", "c"],
    rows: ways.map(([by, slopes]) => [by, ...slopes.map((slope) => short(slope ?? Number.NaN))]),
  });
  const apart = Math.max(
    ...ways.flatMap(([, slopes]) =>
      slopes.map((slope, k) => Math.abs((slope ?? Number.NaN) - (ways[0]?.[1][k] ?? Number.NaN))),
    ),
  );
  show({
    kind: "says",
    text: `They differ by ${residue(apart)} at most. In numbers it takes ${POINTS * (graph.program.length + p.length + EXAMPLE)} nodes, in matrices a dozen: the same sums, kept with less to remember.`,
  });
}

const firstOf = (W: Matrix, b: Matrix, V: Matrix, c: Matrix): (number | undefined)[] => [
  W[0]?.[0],
  W[1]?.[0],
  b[0]?.[0],
  V[0]?.[0],
  c[0]?.[0],
];

/** Descent by the graphs of numbers; the parameters after each epoch. */
async function train(
  hands: Hands,
  data: Data,
  start: Weights,
  graph: Graph,
  show: Show,
): Promise<readonly Weights[]> {
  const states = [start];
  const losses: number[] = [];
  for (let epoch = 0; ; epoch++) {
    const p = states[epoch] as Weights;
    losses.push(await lossAt(hands, data, p, graph));
    if ((losses[epoch] as number) < ENOUGH || epoch === MOST_EPOCHS) break;
    const slopes = await gradientAt(hands, data, p, graph);
    states.push(p.map((w, k) => w - RATE * (slopes[k] as number)));
  }
  const last = states.length - 1;
  const frames = [...new Set(SHOWN.map((share) => Math.round(share * last)))];
  const axes = axesOf(data.X, ["x1", "x2"], 0.1);
  const cells = cellsOver(axes, CELLS);
  const outputs = await hands.askAll<Matrix>(
    "ex68.forward",
    frames.map((epoch) => {
      const { W, b, V, c } = asMatrices(states[epoch] as Weights);
      return { X: [...data.X, ...cells], W: transposed(W), b, A: transposed(V), c, bent: 1 };
    }),
  );
  const isOne = (k: number): boolean[] => (outputs[k] ?? []).map(([out = Number.NaN]) => out > 0);
  const misread = frames.map((_, k) => data.y.filter((yi, i) => isOne(k)[i] !== (yi === 1)).length);
  show({
    kind: "plots",
    title: `The plane while it learns, ${start.length >> 2} hidden ${start.length >> 2 === 1 ? "unit" : "units"}, η = ${RATE}`,
    plots: frames.map(
      (epoch, k): Plot => ({
        kind: "plot",
        title: `epoch ${epoch}, ${misread[k]} misread`,
        ...axes,
        layers: [
          { kind: "area", name: "read as class 1", width: CELLS, cells: isOne(k).slice(POINTS) },
          ...classLayers(data, ["class 0", "class 1"]),
        ],
      }),
    ),
  });
  const line = await hands.ask<{ losses: number[] }>("ex69.layer", {
    X: data.X,
    Y: data.targets.map((y) => [y]),
    W: [[0.5, -0.5]],
    b: [[0]],
    learningRate: RATE,
    steps: Math.max(1, last),
  });
  show({
    kind: "series",
    title: "Mean squared error, epoch by epoch",
    step: "epoch",
    lines: [
      { name: "the network", values: losses },
      { name: "a line, by ex69", values: line.losses },
    ],
  });
  show({ kind: "says", text: endOf(last, misread.at(-1) ?? POINTS, losses.at(-1) ?? Number.NaN) });
  return states;
}

const endOf = (epochs: number, misread: number, loss: number): string =>
  misread === 0
    ? `After ${epochs} epochs every point is read as what it is, with a loss of ${short(loss)}. A line alone comes to a loss near 1 and stays there: the best it can say of these corners is 0 everywhere. Two bends are the fewest that part them; try 2 hidden units, and 1.`
    : `After ${epochs} epochs ${misread} of ${POINTS} points ${misread === 1 ? "is" : "are"} misread, with a loss of ${short(loss)}. One unit has one bend, which cannot part these corners; with 2 it depends on where they begin. Try 8 hidden units, or another seed.`;

/** What was learned along the upper side of the square, and its slope by x1. */
async function showSlope(hands: Hands, data: Data, p: Weights, show: Show): Promise<void> {
  const span = spanOf(data.X.map(([x1]) => x1 as number));
  const x = along(span, PLACES);
  const program = alongFirstInput(p);
  const out = await hands.askAll<number>(
    "ex64.forward",
    x.map((x1) => ({ leaves: [1, x1], program })),
  );
  const slopes = await hands.ask<number[]>("egrad", { x, constant: 1, program });
  const steepest = slopes.reduce(
    (best, slope, k) => (Math.abs(slope) > Math.abs(slopes[best] ?? 0) ? k : best),
    0,
  );
  show({
    kind: "plot",
    title: "What it learned, along the side with x2 = 1",
    x: { label: "x1", span },
    y: { label: "output", span: spanOf([...out, ...slopes]) },
    layers: [
      { kind: "curve", name: "the output", points: x.map((x1, k) => [x1, out[k] ?? Number.NaN] as const) },
      {
        kind: "curve",
        name: "its slope, by ex65",
        points: x.map((x1, k) => [x1, slopes[k] ?? Number.NaN] as const),
      },
      { kind: "line", name: "neither class", across: [0, 1, 0] },
    ],
  });
  show({
    kind: "says",
    text: `On the left the targets are 1, on the right -1. The network was never told its slope, and your engine gives it at any place: it is steepest near x1 = ${short(x[steepest] ?? Number.NaN)}, with ${short(slopes[steepest] ?? Number.NaN)}.`,
  });
}
