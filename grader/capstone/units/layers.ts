/** Unit 6: data walks through a network, layer by layer, and a gradient walks back. */
import { isXor } from "../../../reference/data/generated.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import type { Capstone, Show } from "../capstone.ts";
import type { Hands } from "../hands.ts";
import { axesOf, cellsOver, classLayers, type Labelled } from "../labelled.ts";
import { residue, short, spanOf } from "../numbers.ts";
import type { Layer, Plot } from "../picture.ts";

const POINTS = 100;
/** How far points are scattered around their corner. */
const SCATTER = 0.13;
const CELLS = 48;
/** Steps that a point may take to the other class, and the length of each. */
const MOST_STEPS = 30;
const STEP = 0.05;

type Matrix = number[][];
type Activation = "tanh" | "sigmoid" | "relu" | "leakyRelu" | "identity";

type Linear = { readonly kind: "linear"; readonly W: Matrix; readonly b: number[] };
type NetworkLayer = Linear | { readonly kind: "activation"; readonly name: Activation };

export const layers: Capstone = {
  unit: 6,
  title: "Data walks through a network, and after every layer you see where the points are",
  uses: [
    { exercise: "ex35", functions: ["linearForward"], does: "weighs and adds" },
    {
      exercise: "ex36",
      functions: ["linearBackward"],
      does: "sends a gradient back through the weights",
    },
    {
      exercise: "ex37",
      functions: ["activation", "activationBackward"],
      does: "bends, and sends a gradient back through the bend",
    },
    { exercise: "ex38", functions: ["sequentialForward"], does: "walks through all layers at once" },
  ],
  setting: {
    name: "activation",
    values: ["tanh", "sigmoid", "relu", "leakyRelu", "identity"],
    usual: "tanh",
  },
  async work(hands, { seed, setting = "tanh" }, show) {
    const data = cornersOf(seed);
    const { X, y } = data;
    const network = networkWith(setting as Activation);
    const { outputs } = await through(hands, network, X);
    const places = [X, ...outputs];
    show({
      kind: "plots",
      title: "The same points, layer by layer",
      plots: places.map((at, k) => plotOf(k, { X: at, y }, network)),
    });
    const apart = await walkedBySteps(hands, network, X, outputs);
    const scores = places.at(-1) as Matrix;
    const misread = y.filter((yi, i) => classOf(scores[i]) !== yi).length;
    const axes = axesOf(X, ["x1", "x2"]);
    const { output } = await through(hands, network, cellsOver(axes, CELLS));
    const area: Layer = {
      kind: "area",
      name: "read as class 1",
      width: CELLS,
      cells: output.map((row) => classOf(row) === 1),
    };
    const bends = (network[0] as Linear).W.map(
      ([w1 = 0, w2 = 0], k): Layer => ({
        kind: "line",
        name: `z${k + 1} = 0`,
        across: [w1, w2, (network[0] as Linear).b[k] ?? 0],
      }),
    );
    show({
      kind: "plot",
      title: `What the network says of the plane: ${misread} of ${POINTS} points misread`,
      ...axes,
      layers: [area, ...bends, ...classLayers(data, ["class 0", "class 1"])],
    });
    show({ kind: "says", text: readingOf(setting as Activation, misread, apart) });
    await walkAcross(hands, { network, data, scores }, show);
  },
};

/** Points around the four corners of a square; those of class 1 are around the corners where one coordinate is large. */
function cornersOf(seed: number): { X: Matrix; y: number[] } {
  const rng = random(seed, "capstone-6");
  const corners = Array.from({ length: POINTS }, (_, i) => [i & 1, (i >> 1) & 1] as const);
  return {
    X: corners.map((corner) => corner.map((x) => x + SCATTER * normal(rng))),
    y: corners.map(([a, b]) => (isXor(a, b) ? 1 : 0)),
  };
}

/**
 * Where two parallel lines cross x1 + x2, how steep the units are behind them, and how the second layer reads both: it
 * takes a point for class 1 where the first unit less `back` times the second is above `level`.
 */
interface Strip {
  readonly steep: number;
  readonly lines: readonly [first: number, second: number];
  readonly back: number;
  readonly level: number;
}

/**
 * What levels off far from its line is large between the lines alone, as the difference of both units. What goes on
 * rising is bent back by twice the second unit, which begins in the middle of the strip.
 */
const STRIPS: Readonly<Record<Activation, Strip>> = {
  tanh: { steep: 4, lines: [0.5, 1.5], back: 1, level: 1 },
  sigmoid: { steep: 8, lines: [0.5, 1.5], back: 1, level: 0.5 },
  relu: { steep: 2, lines: [0.5, 1], back: 2, level: 0.1 },
  leakyRelu: { steep: 2, lines: [0.3, 1.1], back: 2, level: 0.96 },
  identity: { steep: 4, lines: [0.5, 1.5], back: 0.5, level: 3 },
};

/** A network whose weights are chosen by hand: two lines part the plane, and the second layer finds the strip between. */
function networkWith(name: Activation): NetworkLayer[] {
  const { steep, lines, back, level } = STRIPS[name];
  const reads = [4, -4 * back];
  return [
    { kind: "linear", W: lines.map(() => [steep, steep]), b: lines.map((at) => -steep * at) },
    { kind: "activation", name },
    { kind: "linear", W: [reads.map((w) => -w), reads], b: [4 * level, -4 * level] },
    { kind: "activation", name: "sigmoid" },
  ];
}

/** Every layer has two units: all outputs have the rows of X, two numbers each. */
const through = (
  hands: Hands,
  network: readonly NetworkLayer[],
  X: Matrix,
): Promise<{ readonly output: Matrix; readonly outputs: Matrix[] }> =>
  hands.ask("sequentialForward", { layers: network, X }, { output: X, outputs: network.map(() => X) });

/** Two scores: the larger one names the class; -1 where there is none. */
const classOf = ([of0 = Number.NaN, of1 = Number.NaN]: readonly number[] = []): number =>
  of1 > of0 ? 1 : of0 >= of1 ? 0 : -1;

function plotOf(k: number, data: Labelled, network: readonly NetworkLayer[]): Plot {
  const { title, names } = STAGES[k] ?? { title: "", names: ["", ""] as const };
  const layer = network[k - 1];
  return {
    kind: "plot",
    title: layer?.kind === "activation" ? `${title} ${layer.name}` : title,
    ...axesOf(data.X, names),
    layers: classLayers(data, ["class 0", "class 1"]),
  };
}

const STAGES = [
  { title: "as they come", names: ["x1", "x2"] },
  { title: "weighed", names: ["z1", "z2"] },
  { title: "bent by", names: ["a1", "a2"] },
  { title: "weighed again", names: ["z of 0", "z of 1"] },
  { title: "bent by", names: ["score 0", "score 1"] },
] as const;

/** How far the walk by single layers ends from the walk in one go. */
async function walkedBySteps(
  hands: Hands,
  network: readonly NetworkLayer[],
  X: Matrix,
  outputs: readonly Matrix[],
): Promise<number> {
  let at = X;
  let apart = 0;
  for (const [k, layer] of network.entries()) {
    at =
      layer.kind === "linear"
        ? await hands.ask<Matrix>("linearForward", { X: at, W: layer.W, b: layer.b })
        : await hands.ask<Matrix>("activation", { name: layer.name, Z: at });
    for (const [i, row] of at.entries())
      for (const [j, a] of row.entries())
        apart = Math.max(apart, Math.abs(a - (outputs[k]?.[i]?.[j] ?? Number.NaN)));
  }
  return apart;
}

function readingOf(name: Activation, misread: number, apart: number): string {
  const walk = `Layer by layer, by ex35 and ex37, the walk ends where that of ex38 ends${apart === 0 ? "" : `, up to ${residue(apart)}`}.`;
  if (name === "identity")
    return `${walk} Without a bend two layers are one, and the third picture is the second: no line parts these corners, and ${misread} points are misread. Compare it with any other activation.`;
  const bend =
    name === "tanh" || name === "sigmoid"
      ? "the outer corners have moved apart into two corners of the picture, and the strip between them into a third"
      : "the row of points has a kink, and the strip lies on one side of it";
  return `${walk} Each hidden unit draws a line, and no line alone parts the classes. But behind the bend, in the third picture, one line would: ${bend}. The last layer draws that line. Try another activation, and identity, which does not bend: what does the third picture look like then?`;
}

interface Walked {
  readonly network: readonly NetworkLayer[];
  readonly data: Labelled;
  readonly scores: Matrix;
}

/** The surest point of class 0 goes up the slope of its other score, until it is read as class 1. */
async function walkAcross(hands: Hands, { network, data, scores }: Walked, show: Show): Promise<void> {
  const margin = (i: number): number => (scores[i]?.[0] ?? Number.NaN) - (scores[i]?.[1] ?? Number.NaN);
  const from = data.y
    .flatMap((yi, i) => (yi === 0 && classOf(scores[i]) === 0 ? [i] : []))
    .reduce((best, i) => (margin(i) > margin(best) || best < 0 ? i : best), -1);
  if (from < 0) {
    show({ kind: "says", text: "No point of class 0 is read rightly, so none can be led across." });
    return;
  }
  const begun = data.X[from] as readonly number[];
  const way: Matrix[] = [[[...begun]]];
  let isAcross = false;
  while (way.length <= MOST_STEPS && !isAcross) {
    const x = way.at(-1) as Matrix;
    const slope = await slopeAt(hands, network, x);
    const size = Math.hypot(...slope);
    if (!(size > 0) || !Number.isFinite(size)) break;
    const next = [(x[0] as number[]).map((xl, l) => xl + (STEP * (slope[l] ?? 0)) / size)];
    way.push(next);
    const { output } = await through(hands, network, next);
    isAcross = classOf(output[0]) === 1;
  }
  const points = way.map(([x]) => [x?.[0] ?? Number.NaN, x?.[1] ?? Number.NaN] as const);
  const far = Math.hypot(...begun.map((xl, l) => (way.at(-1)?.[0]?.[l] ?? Number.NaN) - xl));
  show({
    kind: "plot",
    title: "And back: the way of a point to the other class",
    x: { label: "x1", span: spanOf([...data.X.map(([a]) => a as number), ...points.map(([a]) => a)]) },
    y: { label: "x2", span: spanOf([...data.X.map(([, b]) => b as number), ...points.map(([, b]) => b)]) },
    layers: [
      ...classLayers(data, ["class 0", "class 1"]),
      { kind: "points", name: "its way", class: "own", points },
    ],
  });
  const length = `${way.length - 1} ${way.length === 2 ? "step" : "steps"} of ${STEP}`;
  show({
    kind: "says",
    text: isAcross
      ? `The gradient of score 1 by the inputs, sent back through all layers by ex37 and ex36, says where the surest point of class 0 has to go: after ${length} it is read as class 1, ${short(far)} from where it was. Training sends the same gradient back, but lets it move the weights.`
      : `The gradient of score 1 by the inputs, sent back through all layers by ex37 and ex36, leads the surest point of class 0 along for ${length}, and it is still read as class 0. Where the network is flat, a gradient is nearly 0 or leads nowhere, and learning is slow.`,
  });
}

/** How score 1 follows the input of one example: backward through the layers, the last first. */
async function slopeAt(
  hands: Hands,
  network: readonly NetworkLayer[],
  x: Matrix,
): Promise<readonly number[]> {
  const { outputs } = await through(hands, network, x);
  let back: Matrix = [[0, 1]];
  for (const [k, layer] of [...network.entries()].reverse()) {
    const before = k === 0 ? x : (outputs[k - 1] as Matrix);
    back =
      layer.kind === "linear"
        ? (await hands.ask<{ dX: Matrix }>("linearBackward", { X: before, W: layer.W, dZ: back })).dX
        : await hands.ask<Matrix>("activationBackward", { name: layer.name, Z: before, dA: back });
  }
  return back[0] ?? [];
}
