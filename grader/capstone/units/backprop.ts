/** Unit 8: a network is checked in every parameter, and then learns until two circles part. */
import { circlesData } from "../../../reference/data/circles.ts";
import { normal, random } from "../../../reference/randomness/random.ts";
import type { Capstone, Show } from "../capstone.ts";
import { checkNetworks } from "../check-networks.ts";
import type { Hands } from "../hands.ts";
import { axesOf, cellsOver, classLayers, type Labelled } from "../labelled.ts";
import { short } from "../numbers.ts";
import type { Plot } from "../picture.ts";
import type { Matrix, Network } from "../two-layers.ts";

const POINTS = 48;
const [FACTOR, NOISE] = [0.45, 0.1];
const RATE = 2;
const MOST_EPOCHS = 200;
/** Shares of the way at which the picture is taken. */
const SHOWN = [0, 0.3, 0.6, 1] as const;
const CELLS = 32;

export const backprop: Capstone = {
  unit: 8,
  title: "Your network is checked in every parameter, and then learns until two circles part",
  uses: [
    {
      exercise: "ex44",
      functions: ["outputWeightGradient", "hiddenWeightGradient"],
      does: "follows one weight by hand",
    },
    { exercise: "ex45", functions: ["outputGradients"], does: "the output layer" },
    { exercise: "ex46", functions: ["hiddenGradients"], does: "the hidden layer" },
    { exercise: "ex48", functions: ["forwardProp", "computeGradients"], does: "the network that learns" },
    {
      exercise: "ex49",
      functions: ["forwardAll", "backwardAll", "updateAll"],
      does: "the network of any depth, and all steps",
    },
    {
      exercise: "ex50",
      functions: ["relativeError", "checkGradients"],
      does: "checks every gradient",
    },
  ],
  setting: { name: "hidden units", values: ["2", "3", "4", "8", "16"], usual: "8" },
  async work(hands, { seed, setting = "8" }, show) {
    const { points, labels } = circlesData(seed, POINTS, FACTOR, NOISE);
    const data: Labelled = {
      X: Array.from(labels, (_, i) => [points[2 * i]!, points[2 * i + 1]!]),
      y: [...labels],
    };
    const network = startOf(seed, Number(setting));
    await checkNetworks(hands, data, network, show);
    await train(hands, data, network, show);
  },
};

/** Hidden units of many directions, so that some of them bend where the circles lie. */
function startOf(seed: number, hidden: number): Network {
  const rng = random(seed, "capstone-8");
  const drawn = (rows: number, columns: number, scale: number): Matrix =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => scale * normal(rng)));
  return {
    Wh: drawn(2, hidden, 2),
    bh: drawn(1, hidden, 2),
    Wo: drawn(hidden, 2, 1 / Math.sqrt(hidden)),
    bo: [[0, 0]],
  };
}

async function train(hands: Hands, data: Labelled, start: Network, show: Show): Promise<void> {
  const X = data.X.map((row) => [...row]);
  const Y = data.y.map((yi) => (yi === 1 ? [0, 1] : [1, 0]));
  const states = [start];
  const [losses, misread]: [number[], number[]] = [[], []];
  for (let epoch = 0; ; epoch++) {
    const p = states[epoch] as Network;
    const { yHat } = await hands.ask<{ yHat: Matrix }>("forwardProp", { X, p });
    losses.push(meanLoss(yHat, data.y));
    misread.push(data.y.filter((yi, i) => classOf(yHat[i]) !== yi).length);
    if (misread[epoch] === 0 || epoch === MOST_EPOCHS) break;
    states.push(await stepped(hands, p, await hands.ask<Network>("computeGradients", { X, Y, p })));
  }
  const last = states.length - 1;
  const frames = [...new Set(SHOWN.map((share) => Math.round(share * last)))];
  const axes = axesOf(data.X, ["x1", "x2"]);
  const cells = cellsOver(axes, CELLS);
  const said = await hands.askAll<{ yHat: Matrix }>(
    "forwardProp",
    frames.map((epoch) => ({ X: cells, p: states[epoch] as Network })),
  );
  show({
    kind: "plots",
    title: `The plane while it learns, ${start.bh[0]?.length} hidden units, η = ${RATE}`,
    plots: frames.map(
      (epoch, k): Plot => ({
        kind: "plot",
        title: `epoch ${epoch}, ${misread[epoch]} misread`,
        ...axes,
        layers: [
          {
            kind: "area",
            name: "read as inside",
            width: CELLS,
            cells: (said[k]?.yHat ?? []).map((row) => classOf(row) === 1),
          },
          ...classLayers(data, ["outside", "inside"]),
        ],
      }),
    ),
  });
  show({
    kind: "series",
    title: "Loss and misread points, epoch by epoch",
    step: "epoch",
    lines: [
      { name: "cross-entropy", values: losses },
      { name: "share misread", values: misread.map((count) => count / POINTS) },
    ],
  });
  show({ kind: "says", text: endOf(last, misread.at(-1) ?? POINTS, losses.at(-1) ?? Number.NaN) });
}

/** A step against the mean gradient, by the function that moves all layers. */
async function stepped(hands: Hands, p: Network, gradient: Network): Promise<Network> {
  const parts = {
    Ws: [p.Wh, p.Wo],
    bs: [p.bh[0] as number[], p.bo[0] as number[]],
  };
  const { Ws, bs } = await hands.ask<{ Ws: Matrix[]; bs: number[][] }>(
    "updateAll",
    {
      ...parts,
      dWs: [gradient.Wh, gradient.Wo],
      dbs: [gradient.bh[0] as number[], gradient.bo[0] as number[]],
      lr: RATE / POINTS,
    },
    parts,
  );
  return { Wh: Ws[0]!, bh: [bs[0]!], Wo: Ws[1]!, bo: [bs[1]!] };
}

const endOf = (epochs: number, misread: number, loss: number): string =>
  misread === 0
    ? `After ${epochs} epochs every point is read as what it is. Each hidden unit draws a line, as in unit 4, and the output sums what lies on which side of them: enough lines, and they close around the inner circle. The loss, ${short(loss)}, would go on falling: the probabilities are not yet sure. Try 3 hidden units, the fewest that can close a shape if they begin well, and 2, which cannot.`
    : `After ${epochs} epochs ${misread} of ${POINTS} points ${misread === 1 ? "is" : "are"} misread. Each hidden unit draws one line, and it takes three to close a shape around the inner circle: with 2 it never ends, with few it depends on where they begin. Try 8 hidden units, or another seed.`;

const meanLoss = (yHat: Matrix, y: readonly number[]): number =>
  y.reduce((sum, yi, i) => sum - Math.log(yHat[i]?.[yi] ?? Number.NaN), 0) / y.length;

/** The class with the larger probability; -1 where there is none. */
const classOf = ([of0 = Number.NaN, of1 = Number.NaN]: readonly number[] = []): number =>
  of1 > of0 ? 1 : of0 >= of1 ? 0 : -1;
