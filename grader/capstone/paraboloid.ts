/** Unit 9's last race: four optimisers train the same network on the same batches of a saddle. */
import type { Show } from "./capstone.ts";
import type { Hands } from "./hands.ts";
import { short } from "./numbers.ts";
import type { Picture } from "./picture.ts";
import { type Stepper, steppers } from "./steppers.ts";
import { type Matrix, transposed } from "./two-layers.ts";

/** Points on each side of the grid that is learned, and of the one that is drawn. */
const [DIMS, FINE] = [8, 16];
const HIDDEN = 8;
const BATCH = 16;
const EPOCHS = 20;
/** Of descent, momentum, RMSprop, Adam. */
const RATES = [0.4, 0.2, 0.05, 0.1];
/** First weights of the hidden layer are larger than usual: inputs up to 1 would not reach where the sigmoid bends. */
const WIDER = 4;

type Weights = { readonly W1: Matrix; readonly B1: Matrix; readonly W2: Matrix; readonly B2: Matrix };
type Batch = { readonly X: Matrix; readonly y: number[] };

export async function raceOnParaboloid(hands: Hands, seed: number, show: Show): Promise<void> {
  const { features: X, labels } = await hands.ask<{ features: Matrix; labels: number[] }>(
    "generateParaboloid",
    {
      dims: DIMS,
    },
  );
  const start = await startOf(hands, seed);
  const batches = await batchesOf(hands, X, labels, seed);
  const racers = steppers();
  const states: Weights[][] = racers.map(() => [start]);
  let now: Weights[] = racers.map(() => start);
  for (const [k, batch] of batches.entries()) {
    now = await stepAll(hands, racers, now, batch);
    if ((k + 1) % (batches.length / EPOCHS) === 0) for (const [r, w] of now.entries()) states[r]?.push(w);
  }
  const runs = await hands.askAll<{ loss: number }>(
    "forwardNet",
    states.flatMap((all) => all.map((w) => ({ X, y: columnOf(labels), w }))),
  );
  const losses = racers.map((_, r) =>
    runs.slice(r * (EPOCHS + 1), (r + 1) * (EPOCHS + 1)).map(({ loss }) => loss),
  );
  show({
    kind: "series",
    title: `A network with ${HIDDEN} hidden units learns z = y² - x² at ${DIMS * DIMS} points, ${BATCH} a batch`,
    step: "epoch",
    lines: racers.map(({ name }, r) => ({ name, values: losses[r] ?? [] })),
  });
  await showSaddles(hands, racers, now, show);
  const order = racers
    .map(({ name }, r) => ({ name, loss: losses[r]?.at(-1) ?? Number.NaN }))
    .sort((a, b) => (Number.isNaN(a.loss) ? 1 : Number.isNaN(b.loss) ? -1 : a.loss - b.loss));
  show({
    kind: "says",
    text: `After ${EPOCHS} epochs ${order[0]?.name} is lowest, with a loss of ${short(order[0]?.loss ?? Number.NaN)}, and ${order.at(-1)?.name} highest, with ${short(order.at(-1)?.loss ?? Number.NaN)}. All four began with the same weights and saw the same batches; their rates are ${RATES.slice(0, -1).join(", ")} and ${RATES.at(-1)}. A network's loss is a surface like those above, with ${4 * HIDDEN + 1} directions in place of two. Another seed draws other weights and other batches: is the order the same?`,
  });
}

const columnOf = (y: readonly number[]): Matrix => y.map((yi) => [yi]);

/** The first weights; where a layer begins, the stream of its numbers does, too. */
async function startOf(hands: Hands, seed: number): Promise<Weights> {
  const rng = (k: number) => ({ fn: "uniform", args: [seed + k] });
  const [W1 = [], W2 = []] = [
    await hands.ask<Matrix>("initXavierUniform", { rng: rng(1), out: HIDDEN, inp: 2 }),
    await hands.ask<Matrix>("initXavierUniform", { rng: rng(2), out: 1, inp: HIDDEN }),
  ];
  return {
    W1: transposed(W1).map((row) => row.map((w) => WIDER * w)),
    B1: [new Array<number>(HIDDEN).fill(0)],
    W2: transposed(W2),
    B2: [[0]],
  };
}

/** The batches of all epochs in a row, each epoch in an order of its own. */
async function batchesOf(hands: Hands, X: Matrix, y: number[], seed: number): Promise<readonly Batch[]> {
  const orders = await hands.askAll<number[]>(
    "permutation",
    Array.from({ length: EPOCHS }, (_, epoch) => ({
      n: y.length,
      rng: { fn: "uniform", args: [seed + 100 + epoch] },
    })),
  );
  const like = Array.from({ length: y.length / BATCH }, () => ({
    X: X.slice(0, BATCH),
    y: y.slice(0, BATCH),
  }));
  const dealt = await hands.askAll<Batch[]>(
    "minibatches",
    orders.map((order) => ({ X, y, batchSize: BATCH, order, dropLast: false })),
    like,
  );
  return dealt.flat();
}

/** One step of every racer on the same batch, each by the slopes at its own weights. */
async function stepAll(
  hands: Hands,
  racers: readonly Stepper[],
  now: readonly Weights[],
  { X, y }: Batch,
): Promise<Weights[]> {
  const slopes = await hands.askAll<Weights>(
    "lossGradientsNet",
    now.map((w) => ({ X, y: columnOf(y), w })),
  );
  const after: Weights[] = [];
  for (const [r, racer] of racers.entries()) {
    const [w, g] = [flat(now[r] as Weights), flat(slopes[r] as Weights)];
    // Descent refuses a slope that is no number, as it should.
    const [moved = []] = g.every(Number.isFinite)
      ? await racer.step(hands, [w], [g], [RATES[r] as number])
      : [w];
    after.push(unflat(moved));
  }
  return after;
}

const flat = ({ W1, B1, W2, B2 }: Weights): number[] => [W1, B1, W2, B2].flat(2);

function unflat(x: readonly number[]): Weights {
  const h = HIDDEN;
  return {
    W1: [x.slice(0, h), x.slice(h, 2 * h)],
    B1: [x.slice(2 * h, 3 * h)],
    W2: columnOf(x.slice(3 * h, 4 * h)),
    B2: [x.slice(4 * h)],
  };
}

/** The saddle, and what each network makes of it: low is dark. */
async function showSaddles(
  hands: Hands,
  racers: readonly Stepper[],
  now: readonly Weights[],
  show: Show,
): Promise<void> {
  const { features: X, labels } = await hands.ask<{ features: Matrix; labels: number[] }>(
    "generateParaboloid",
    {
      dims: FINE,
    },
  );
  const said = await hands.askAll<{ info: { P: Matrix } }>(
    "forwardNet",
    now.map((w) => ({ X, y: columnOf(labels), w })),
  );
  const pictureOf = (title: string, heights: readonly number[]): Picture => ({
    title,
    width: FINE,
    pixels: heights.map((z) => {
      const light = Math.min(1, Math.max(0, (z + 1) / 2)) || 0;
      return [light, light, light];
    }),
  });
  show({
    kind: "pictures",
    title: "The saddle, and what each network takes for it",
    pictures: [
      pictureOf("as it is", labels),
      ...racers.map(({ name }, r) =>
        pictureOf(
          name,
          (said[r]?.info.P ?? []).map(([z = Number.NaN]) => z),
        ),
      ),
    ],
  });
}
