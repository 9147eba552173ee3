/** Unit 12: twelve layers, once with and once without a second track, are measured, trained and looked at. */
import { normal, random } from "../../../reference/randomness/random.ts";
import type { Capstone, Show } from "../capstone.ts";
import {
  LAYERS,
  misreadIn,
  parametersOf,
  probabilities,
  type Stack,
  startOf,
  stepped,
  through,
} from "../deep-stack.ts";
import type { Hands } from "../hands.ts";
import { axesOf, classLayers, type Labelled } from "../labelled.ts";
import { residue, short, spanOf } from "../numbers.ts";
import type { Picture, Plot } from "../picture.ts";
import type { Matrix } from "../two-layers.ts";

const POINTS = 20;
const NOISE = 0.1;
const RATE = 0.3;
const EPOCHS = 100;
const CELLS = 28;
/** A slice's pixels on a side, an odd number, and how far it reaches. */
const [SIDE, RADIUS] = [15, 3];
/** Every second point: a slice runs the network for each of its pixels. */
const SPARSE = 2;
const LATTICE = 9;
const FLOW = [0, 4, 8, LAYERS] as const;
const ACTIVATIONS = ["sigmoid", "tanh", "relu", "leakyRelu", "identity"] as const;
const NAMES = ["without", "with"] as const;

interface Data extends Labelled {
  readonly X: Matrix;
}

export const deep: Capstone = {
  unit: 12,
  title: "Twelve layers, with a second track and without: what comes back, what they learn, how it looks",
  uses: [
    { exercise: "ex70", functions: ["layerGradientNorms"], does: "measures every layer's gradient" },
    {
      exercise: "ex71",
      functions: ["residualForward", "residualBackward"],
      does: "goes through the layers and back",
    },
    { exercise: "ex72", functions: ["lossSlice"], does: "cuts through the loss" },
    {
      exercise: "ex73",
      functions: ["decisionRegions", "grid", "hiddenProjection"],
      does: "draws the regions, and how layers move the plane",
    },
  ],
  setting: { name: "size of the weights", values: ["0.25", "0.5", "1", "2"], usual: "0.25" },
  async work(hands, { seed, setting = "0.25" }, show) {
    const data = moonsOf(seed);
    const stacks = [false, true].map((isResidual) => startOf(seed, Number(setting), isResidual));
    await showNorms(hands, data, stacks[0] as Stack, setting, show);
    const trained = await train(hands, data, stacks, show);
    await showRegions(hands, data, trained, show);
    await showSlices(hands, data, trained, show);
    await showFlow(hands, data, trained[1] as Stack, show);
  },
};

/** Two half circles that reach into each other. */
function moonsOf(seed: number): Data {
  const rng = random(seed, "capstone-12-points");
  const y = Array.from({ length: POINTS }, (_, i) => i & 1);
  const X = y.map((yi, i) => {
    const angle = (Math.PI * (i >> 1)) / (POINTS / 2 - 1);
    const [a, b] = [Math.cos(angle) - 0.5, Math.sin(angle) - 0.25];
    return (yi === 0 ? [a, b] : [-a, -b]).map((x) => x + NOISE * normal(rng));
  });
  return { X, y };
}

async function showNorms(
  hands: Hands,
  { X, y }: Data,
  { Ws, bs }: Stack,
  size: string,
  show: Show,
): Promise<void> {
  const net = { Ws: [...Ws], bs: bs.map((b) => [...b]) };
  const Y = y.map((yi) => [1 - yi, yi]);
  const norms = await hands.askAll<number[]>(
    "layerGradientNorms",
    ACTIVATIONS.flatMap((act) => [false, true].map((residual) => ({ net, act, X, Y, residual }))),
  );
  const of = (act: number, k: number): readonly number[] => norms[2 * act + k] ?? [];
  const curves = NAMES.map((name, k) => ({
    kind: "curve" as const,
    name: `${name} residuals`,
    points: of(1, k).map((norm, l) => [l + 1, Math.log10(norm)] as const),
  }));
  show({
    kind: "plot",
    title: `The gradient of each layer at the start, weights of size ${size}, tanh`,
    x: { label: "layer", span: [0.5, LAYERS + 0.5] },
    y: { label: "log10", span: spanOf(curves.flatMap(({ points }) => points.map(([, at]) => at))) },
    layers: curves,
  });
  const ends = (act: number, k: number): string[] =>
    [of(act, k)[0], of(act, k)[LAYERS - 1]].map((norm) => residue(norm ?? Number.NaN));
  show({
    kind: "table",
    title: "The first layer's gradient and the last one's, by activation",
    head: ["activation", "first", "last", "first, residual", "last, residual"],
    rows: ACTIVATIONS.map((act, k) => [act, ...ends(k, 0), ...ends(k, 1)]),
  });
  show({
    kind: "says",
    text: "Both networks have the same weights. Where the first layer's gradient is far below the last one's, it has vanished on its way: a step moves the first layer by nothing. With a second track in each layer it comes through whatever the branch does to it. Where it is far above, it explodes; try weights of size 2.",
  });
}

async function train(
  hands: Hands,
  { X, y }: Data,
  start: readonly Stack[],
  show: Show,
): Promise<readonly Stack[]> {
  let stacks = start;
  const history: { readonly loss: number; readonly misread: number }[][] = [[], []];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const after = await stepped(hands, stacks, X, y, RATE);
    after.forEach(({ loss, misread }, k) => {
      history[k]?.push({ loss, misread });
    });
    stacks = after.map(({ stack }) => stack);
  }
  show({
    kind: "series",
    title: `Both learn, η = ${RATE}: the mean squared error of ${POINTS} points`,
    step: "epoch",
    lines: NAMES.map((name, k) => ({
      name: `${name} residuals`,
      values: (history[k] ?? []).map(({ loss }) => loss),
    })),
  });
  const [plain, residual] = history.map((of) => of.at(-1)?.loss ?? Number.NaN);
  show({
    kind: "says",
    text: `A loss of 0.25 is what one gets who says 1/2 of everything. After ${EPOCHS} epochs the plain layers are at ${short(plain ?? Number.NaN)}, those with a second track at ${short(residual ?? Number.NaN)}. The plain ones are the same functions of yours: residualForward less its input.`,
  });
  return stacks;
}

const named = (fn: string, { isResidual }: Stack, args: readonly number[]) => ({
  fn,
  args: [isResidual ? 1 : 0, ...args],
});

async function showRegions(
  hands: Hands,
  { X, y }: Data,
  stacks: readonly Stack[],
  show: Show,
): Promise<void> {
  const axes = axesOf(X, ["x1", "x2"], 0.1);
  const half = (k: "x" | "y"): number => (axes[k].span[1] - axes[k].span[0]) / CELLS / 2;
  const regions = await hands.askAll<Matrix>(
    "decisionRegions",
    stacks.map((stack) => ({
      predict: named("deepClassifier", stack, parametersOf(stack)),
      x0: axes.x.span[0] + half("x"),
      x1: axes.x.span[1] - half("x"),
      // A picture begins at the top.
      y0: axes.y.span[1] - half("y"),
      y1: axes.y.span[0] + half("y"),
      n: CELLS,
    })),
  );
  const ends = await through(hands, stacks, X);
  const said = await hands.askAll<Matrix>(
    "hiddenProjection",
    stacks.map(({ w, c }, k) => ({ X: ends[k]?.[LAYERS] as Matrix, Wh: [[...w]], bh: [c] })),
  );
  show({
    kind: "plots",
    title: "What they say of the plane, by ex73",
    plots: NAMES.map((name, k): Plot => {
      const misread = misreadIn(
        (said[k] ?? []).map(([p = Number.NaN]) => p),
        y,
      );
      return {
        kind: "plot",
        title: `${name} residuals: ${misread.length} of ${POINTS} misread`,
        ...axes,
        layers: [
          {
            kind: "area",
            name: "read as class 1",
            width: CELLS,
            cells: (regions[k] ?? []).flat().map((p) => p > 0.5),
          },
          ...classLayers({ X, y }, ["class 0", "class 1"]),
        ],
      };
    }),
  });
}

/** The loss over two weights of the first layer, around where they have come to. */
async function showSlices(hands: Hands, { X, y }: Data, stacks: readonly Stack[], show: Show): Promise<void> {
  const points = X.flatMap(([a = 0, b = 0], i) => (i % (2 * SPARSE) < 2 ? [a, b, y[i] ?? 0] : []));
  const slices = await hands.askAll<Matrix>(
    "lossSlice",
    stacks.map((stack) => ({
      loss: named("deepLossOn", stack, points),
      w: parametersOf(stack),
      i: 0,
      j: 3,
      radius: RADIUS,
      n: SIDE,
    })),
  );
  show({
    kind: "pictures",
    title: `The loss over two weights of the first layer, ${RADIUS} to each side`,
    pictures: NAMES.map((name, k): Picture => {
      const all = (slices[k] ?? []).flat();
      const [low, high] = [Math.min(...all), Math.max(...all)];
      return {
        title: `${name}: ${short(low)} to ${short(high)}`,
        width: SIDE,
        pixels: all.map((loss) => {
          const light = Math.min(1, Math.max(0, loss)) || 0;
          return [light, light, light] as const;
        }),
      };
    }),
  });
  show({
    kind: "says",
    text: `One of ${LAYERS} layers, two of ${parametersOf(stacks[0] as Stack).length} parameters: that is all that a slice shows, and a hollow in it need not be one of the loss. But where a slice through the first layer has one shade all over, these weights count for nothing, and no step along them helps.`,
  });
}

/** A lattice and the points, as the residual layers move them. */
async function showFlow(hands: Hands, { X, y }: Data, stack: Stack, show: Show): Promise<void> {
  const axes = axesOf(X, ["x1", "x2"], 0.1);
  const [[x0, x1], [y0, y1]] = [axes.x.span, axes.y.span];
  const lattice = await hands.ask<Matrix>("grid", { x0, x1, y0, y1, n: LATTICE });
  const [all = []] = await through(hands, [stack], [...X, ...lattice]);
  const said = probabilities(stack, all[LAYERS] ?? []);
  show({
    kind: "plots",
    title: "How the layers with a second track move the plane",
    plots: FLOW.map((l): Plot => {
      const at = all[l] ?? [];
      const own = at.slice(POINTS).map(([a = Number.NaN, b = Number.NaN]) => [a, b] as const);
      return {
        kind: "plot",
        title: l === 0 ? "as they come" : `after layer ${l}`,
        // The outermost points lie on no edge between two rows of characters.
        ...axesOf(at, ["a1", "a2"], 0.07),
        layers: [
          { kind: "points", name: "a lattice", class: "own", points: own },
          ...classLayers({ X: at.slice(0, POINTS), y }, ["class 0", "class 1"]),
        ],
      };
    }),
  });
  const right = POINTS - misreadIn(said.slice(0, POINTS), y).length;
  show({
    kind: "says",
    text: `Each layer adds a little to where a point is, and ${LAYERS} such moves bend the plane, so that one line behind them reads ${right} of ${POINTS} points rightly.`,
  });
}
