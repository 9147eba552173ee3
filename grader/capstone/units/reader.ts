/** Unit 10: digits are read, by lines and by a network, with a loop that keeps its books. */
import { digitData } from "../../../reference/data/digits.ts";
import { piecesOf } from "../../../reference/data/mini-batches.ts";
import { generatorOf } from "../../../reference/functions/generators.ts";
import { startOf } from "../../../reference/networks/multilayer-perceptron.ts";
import { plainOf } from "../../../reference/numbers/tracked.ts";
import { permutation, random } from "../../../reference/randomness/random.ts";
import type { Capstone } from "../capstone.ts";
import { ACROSS, CELLS, classesOf, coarse } from "../dot-digits.ts";
import type { Hands } from "../hands.ts";
import { percent, residue, short } from "../numbers.ts";
import type { Picture } from "../picture.ts";
import type { Matrix } from "../two-layers.ts";

const CLASSES = 10;
const [LEARNED, UNSEEN] = [120, 60];
const BATCH = 10;
const EPOCHS = 10;
const RATE = 20;
const LINE = { lr: 0.02, batchSize: BATCH, nIter: 36 } as const;
/** Pixels on a side that a cell is drawn with. */
const ZOOM = 3;
const SHOWN = 4;
const EVALUATED_AT_ONCE = 32;

type Show = Parameters<Capstone["work"]>[2];

interface Digits {
  readonly images: readonly Float64Array[];
  readonly X: Matrix;
  readonly y: number[];
}

interface Task {
  readonly learned: Digits;
  readonly unseen: Digits;
  /** The order of the learned digits in each epoch. */
  readonly orders: number[][];
}

/** Weights out×in. */
interface Layers {
  readonly Ws: Matrix[];
  readonly bs: number[][];
}

type Batch = { readonly loss: number; readonly correct: number; readonly size: number };

export const reader: Capstone = {
  unit: 10,
  title: "Digits are read, by lines and by a network, with a loop whose numbers you can believe",
  uses: [
    {
      exercise: "ex49",
      functions: ["forwardAll", "backwardAll", "updateAll"],
      does: "takes the steps one by one",
    },
    { exercise: "ex58", functions: ["trainLinear"], does: "trains a line for each digit" },
    { exercise: "ex60", functions: ["epochStats"], does: "puts an epoch together from its batches" },
    { exercise: "ex61", functions: ["computeMseAndAcc"], does: "evaluates on digits that nobody learned" },
    { exercise: "ex62", functions: ["stateDict", "loadStateDict"], does: "saves the network, and loads it" },
    { exercise: "ex63", functions: ["NeuralNetMLP", "trainMlp"], does: "trains the network in one call" },
  ],
  setting: { name: "hidden units", values: ["2", "4", "8", "12", "24"], usual: "12" },
  async work(hands, { seed, setting = "12" }, show) {
    const hidden = Number(setting);
    const task = taskOf(seed);
    const lines = await readByLines(hands, task, show);
    const layers = await train(hands, task, seed, hidden, show);
    const outputs = await outputsOf(hands, layers, task.unseen.X);
    await evaluate(hands, task, lines, outputs, show);
    await saveAndLoad(hands, task, layers, outputs, show);
    showMisread(task.unseen, outputs, show);
  },
};

function taskOf(seed: number): Task {
  const { images, labels } = digitData(seed, LEARNED + UNSEEN);
  const part = (from: number, to: number): Digits => ({
    images: images.slice(from, to),
    X: images.slice(from, to).map(coarse),
    y: [...labels.slice(from, to)],
  });
  const rng = random(seed, "capstone-10");
  return {
    learned: part(0, LEARNED),
    unseen: part(LEARNED, LEARNED + UNSEEN),
    orders: Array.from({ length: EPOCHS }, () => permutation(rng, LEARNED)),
  };
}

/** A linear model for each digit: 1 for it, 0 for every other one; what all of them give for the unseen ones. */
async function readByLines(hands: Hands, { learned, unseen, orders }: Task, show: Show): Promise<Matrix> {
  const fits = await hands.askAll<{ w: number[]; b: number }>(
    "trainLinear",
    Array.from({ length: CLASSES }, (_, digit) => ({
      X: learned.X,
      y: learned.y.map((yi) => (yi === digit ? 1 : 0)),
      w0: new Array<number>(CELLS).fill(0),
      b0: 0,
      opts: { ...LINE, orders },
    })),
  );
  show({
    kind: "pictures",
    title: `What a line looks for, after ${LINE.nIter} batches of ${BATCH} digits`,
    pictures: [0, 1, 4, 7].map((digit): Picture => {
      const w = fits[digit]?.w ?? [];
      const [low, high] = [Math.min(...w), Math.max(...w)];
      return {
        title: `a ${digit}`,
        width: ZOOM * ACROSS,
        pixels: Array.from({ length: ZOOM * ZOOM * CELLS }, (_, k) => {
          const [row, column] = [Math.floor(k / (ZOOM * ACROSS)), k % (ZOOM * ACROSS)];
          const at = w[ACROSS * Math.floor(row / ZOOM) + Math.floor(column / ZOOM)] ?? Number.NaN;
          const light = (at - low) / (high - low) || 0;
          return [light, light, light] as const;
        }),
      };
    }),
  });
  show({
    kind: "says",
    text: `Every digit is cut out, and ${CELLS} cells are left of its 784 pixels. Where a picture is bright, ink speaks for the digit, where it is dark, against it. The line with the largest output says what it is.`,
  });
  return unseen.X.map((x) =>
    fits.map(({ w, b }) => x.reduce((sum, xk, k) => sum + xk * (w[k] ?? Number.NaN), b)),
  );
}

/** The same training twice, in one call and step by step; gives the network. */
async function train(
  hands: Hands,
  { learned: { X, y }, unseen, orders }: Task,
  seed: number,
  hidden: number,
  show: Show,
): Promise<Layers> {
  const rng = { fn: "uniform", args: [seed] };
  const history = await hands.ask<{ lossTrain: number[]; accuracyTrain: number[] }>("ex63.train", {
    numFeatures: CELLS,
    numHidden: hidden,
    numClasses: CLASSES,
    rng,
    X,
    y,
    lr: RATE,
    epochs: EPOCHS,
    batchSize: BATCH,
    orders,
  });
  const { W1, b1, W2, b2 } = plainOf(
    startOf(CELLS, hidden, CLASSES, generatorOf(rng)) as never,
  ) as unknown as { W1: Matrix; b1: number[]; W2: Matrix; b2: number[] };
  let layers: Layers = { Ws: [W1, W2], bs: [b1, b2] };
  const epochs: Batch[][] = [];
  const unseenLosses: number[] = [];
  for (const order of orders) {
    const batches: Batch[] = [];
    for (const places of piecesOf(order, BATCH)) {
      const after = await stepped(
        hands,
        layers,
        places.map((i) => X[i] as number[]),
        places.map((i) => y[i] as number),
      );
      batches.push(after.batch);
      layers = after.layers;
    }
    epochs.push(batches);
    unseenLosses.push(lossOf(await outputsOf(hands, layers, unseen.X), unseen.y));
  }
  const stats = await hands.askAll<{ loss: number; accuracy: number }>(
    "epochStats",
    epochs.map((batches) => ({ batches })),
  );
  show({
    kind: "series",
    title: `${LEARNED} digits are learned by ${hidden} hidden units, η = ${RATE}: the mean squared error`,
    step: "epoch",
    lines: [
      { name: "on the way, by ex60", values: stats.map(({ loss }) => loss) },
      { name: "at the end, by ex63", values: history.lossTrain },
      { name: "of unseen digits", values: unseenLosses },
    ],
  });
  show({
    kind: "series",
    title: "The share of hits",
    step: "epoch",
    lines: [
      { name: "on the way, by ex60", values: stats.map(({ accuracy }) => accuracy) },
      { name: "at the end, by ex63", values: history.accuracyTrain },
    ],
  });
  const atLast = lossOf(await outputsOf(hands, layers, X), y);
  const apart = Math.abs(atLast - (history.lossTrain.at(-1) ?? Number.NaN));
  show({
    kind: "says",
    text: `On the way the network is still learning, and every batch meets another one: an epoch's mean tells less than a look at all digits after it. The class of ex63 does it all in one call, and the steps of ex49, from the same start and in the same order, come to the same loss at the end, up to ${residue(apart)}.`,
  });
  return layers;
}

/** What the last layer gives. */
async function outputsOf(hands: Hands, layers: Layers, X: Matrix): Promise<Matrix> {
  return (await forward(hands, layers, X)).at(-1) as Matrix;
}

const forward = (hands: Hands, { Ws, bs }: Layers, X: Matrix): Promise<Matrix[]> =>
  hands.ask("forwardAll", { X, Ws, bs }, [X, ...Ws.map((W) => X.map(() => W.map(() => 0)))]);

const oneHot = (y: readonly number[]): Matrix =>
  y.map((yi) => Array.from({ length: CLASSES }, (_, c) => (c === yi ? 1 : 0)));

const lossOf = (P: Matrix, y: readonly number[]): number =>
  oneHot(y)
    .flatMap((row, i) => row.map((t, c) => (t - (P[i]?.[c] ?? Number.NaN)) ** 2))
    .reduce((sum, square) => sum + square / (CLASSES * y.length), 0);

const hitsIn = (P: Matrix, y: readonly number[]): number => classesOf(P).filter((c, i) => c === y[i]).length;

async function stepped(
  hands: Hands,
  layers: Layers,
  X: Matrix,
  y: number[],
): Promise<{ readonly layers: Layers; readonly batch: Batch }> {
  const { Ws, bs } = layers;
  const As = await forward(hands, layers, X);
  const { dWs, dbs } = await hands.ask<{ dWs: Matrix[]; dbs: number[][] }>(
    "backwardAll",
    { As, Y: oneHot(y), Ws },
    { deltas: As.slice(1), dWs: Ws, dbs: bs },
  );
  const P = As.at(-1) as Matrix;
  return {
    batch: { loss: lossOf(P, y), correct: hitsIn(P, y), size: y.length },
    layers: await hands.ask<Layers>("updateAll", { Ws, bs, dWs, dbs, lr: RATE }, { Ws, bs }),
  };
}

async function evaluate(
  hands: Hands,
  { unseen: { y } }: Task,
  lines: Matrix,
  outputs: Matrix,
  show: Show,
): Promise<void> {
  const scores = await hands.askAll<{ mse: number; acc: number }>(
    "computeMseAndAcc",
    [lines, outputs].map((X) => ({
      predict: { fn: "identity" },
      X,
      y,
      numLabels: CLASSES,
      batchSize: EVALUATED_AT_ONCE,
    })),
  );
  show({
    kind: "table",
    title: `${UNSEEN} digits that nobody has learned, in batches of ${EVALUATED_AT_ONCE}`,
    head: ["read by", "mean squared error", "right"],
    rows: ["ten lines", "the network"].map((name, k) => [
      name,
      short(scores[k]?.mse ?? Number.NaN),
      percent(scores[k]?.acc ?? Number.NaN),
    ]),
  });
  show({
    kind: "says",
    text: "Digits of dots are regular: ten lines read them about as well as a network does. Handwriting is not, and there lines stay behind.",
  });
}

async function saveAndLoad(
  hands: Hands,
  { unseen }: Task,
  layers: Layers,
  outputs: Matrix,
  show: Show,
): Promise<void> {
  const { Ws, bs } = layers;
  const params = {
    "hidden.weight": Ws[0] as Matrix,
    "hidden.bias": bs[0] as number[],
    "output.weight": Ws[1] as Matrix,
    "output.bias": bs[1] as number[],
  };
  const json = await hands.ask<string>("stateDict", { params });
  const own = {
    "hidden.weight": params["hidden.weight"].map((row) => row.map(() => 0)),
    "hidden.bias": params["hidden.bias"].map(() => 0),
    "output.weight": params["output.weight"].map((row) => row.map(() => 0)),
    "output.bias": params["output.bias"].map(() => 0),
  };
  const loaded = await hands.ask<typeof params>("loadStateDict", { own, json }, own);
  const again = await outputsOf(
    hands,
    {
      Ws: [loaded["hidden.weight"], loaded["output.weight"]],
      bs: [loaded["hidden.bias"], loaded["output.bias"]],
    },
    unseen.X,
  );
  const isSame = again.every((row, i) => row.every((p, c) => Object.is(p, outputs[i]?.[c])));
  const count = [...Ws.flat(2), ...bs.flat()].length;
  show({
    kind: "says",
    text: `Saved by ex62, the network is a text of about ${Math.round(json.length / 1000)} thousand characters for its ${count} parameters. Loaded into a network of zeros, it ${isSame ? "gives every one of its outputs again, to the last bit" : "gives other outputs than before"}.`,
  });
}

/** The unseen digits that are misread, those first of which the network was surest. */
function showMisread({ images, y }: Digits, outputs: Matrix, show: Show): void {
  const read = classesOf(outputs);
  const surely = (i: number): number => outputs[i]?.[read[i] ?? -1] ?? 0;
  const misread = y.flatMap((yi, i) => (read[i] === yi ? [] : [i])).sort((i, j) => surely(j) - surely(i));
  if (misread.length === 0) {
    show({
      kind: "says",
      text: "No unseen digit is misread: they are cleaner than handwriting. Try 2 hidden units.",
    });
    return;
  }
  show({
    kind: "pictures",
    title: `Misread: ${misread.length} of ${UNSEEN}, the surest mistakes first`,
    pictures: misread.slice(0, SHOWN).map(
      (i): Picture => ({
        title: `a ${y[i]}, read as ${(read[i] ?? -1) < 0 ? "nothing" : read[i]}`,
        width: 28,
        pixels: Array.from(images[i] ?? [], (light) => [light, light, light] as const),
      }),
    ),
  });
  show({
    kind: "says",
    text: "Look at what they have in common with what they were taken for: a slant, a stroke of little ink, noise that fills a gap. Few hidden units have to tell ten digits apart by few questions; try 4, and 24.",
  });
}
