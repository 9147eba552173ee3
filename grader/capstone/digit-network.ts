/** A network that reads digits: trained in one call and again step by step, and saved. Weights out × in. */
import { CELLS } from "../../reference/data/coarse-digits.ts";
import { piecesOf } from "../../reference/data/mini-batches.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import { startOf } from "../../reference/networks/multilayer-perceptron.ts";
import { plainOf } from "../../reference/numbers/tracked.ts";
import type { Show } from "./capstone.ts";
import { BATCH, CLASSES, hitsIn, LEARNED, lossOf, oneHot, type Task } from "./digit-task.ts";
import type { Hands } from "./hands.ts";
import { residue } from "./numbers.ts";
import type { Matrix } from "./two-layers.ts";

const RATE = 20;

export interface Layers {
  readonly Ws: Matrix[];
  readonly bs: number[][];
}

type Batch = { readonly loss: number; readonly correct: number; readonly size: number };

/** The same training twice, in one call and step by step; gives the network. */
export async function train(
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
    epochs: orders.length,
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
export async function outputsOf(hands: Hands, layers: Layers, X: Matrix): Promise<Matrix> {
  return (await forward(hands, layers, X)).at(-1) as Matrix;
}

const forward = (hands: Hands, { Ws, bs }: Layers, X: Matrix): Promise<Matrix[]> =>
  hands.ask("forwardAll", { X, Ws, bs }, [X, ...Ws.map((W) => X.map(() => W.map(() => 0)))]);

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

export async function saveAndLoad(
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
