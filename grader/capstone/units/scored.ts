/** Unit 7: what a classifier says of digits is read and scored. */
import { digitData } from "../../../reference/data/digits.ts";
import type { Capstone, Show } from "../capstone.ts";
import { templateLogits } from "../digit-templates.ts";
import type { Hands } from "../hands.ts";
import { along, percent, short, spanOf } from "../numbers.ts";
import type { Picture, Plot } from "../picture.ts";

const CLASSES = 10;
const ROWS = 200;
/** Temperatures that are tried, from 1 to 256 in equal factors. */
const TEMPERATURES = along([0, 8], 25).map((power) => 2 ** power);
const BINS = 8;
/** Fewer rows in a bin say little about it. */
const LEAST_IN_BIN = 4;
const TOLD = 6;
const SHOWN = 4;

type Matrix = number[][];

/** The outputs at a temperature, read. */
interface Reading {
  readonly P: Matrix;
  /** The class with the largest probability. */
  readonly read: number[];
  readonly accuracy: number;
}

export const scored: Capstone = {
  unit: 7,
  title: "A classifier of digits is read and scored: what it mixes up, how sure it is, what each row costs",
  uses: [
    { exercise: "ex39", functions: ["mse"], does: "measures the miss of all probabilities" },
    {
      exercise: "ex40",
      functions: ["intToOnehot", "argmaxRows", "accuracy"],
      does: "reads the outputs, and counts what is right",
    },
    { exercise: "ex41", functions: ["softmax", "logSoftmax"], does: "makes probabilities of logits" },
    { exercise: "ex42", functions: ["crossEntropyLogits"], does: "measures the loss" },
    { exercise: "ex43", functions: ["lossGradient"], does: "says where each row pulls" },
  ],
  setting: { name: "examples a digit", values: ["10", "30", "60", "200"], usual: "60" },
  async work(hands, { seed, setting = "60" }, show) {
    const examples = Number(setting);
    const { images, labels } = digitData(seed, ROWS + CLASSES * examples);
    const y = [...labels.slice(0, ROWS)];
    const logits = templateLogits(images.slice(ROWS), labels.slice(ROWS), images.slice(0, ROWS), CLASSES);
    const Y = await hands.ask<Matrix>("intToOnehot", { y, numLabels: CLASSES });
    const losses = await hands.askAll<number>(
      "crossEntropyLogits",
      TEMPERATURES.map((T) => ({ Z: cooled(logits, T), y })),
    );
    const best = leastOf(losses);
    const T = TEMPERATURES[best] as number;
    const raw = await readingOf(hands, logits, y);
    const calm = await readingOf(hands, cooled(logits, T), y);
    const [at1, atT] = await hands.askAll<number>(
      "mse",
      [raw, calm].map(({ P }) => ({ yTrue: Y, yPred: P })),
    );
    show({
      kind: "table",
      title: `What it mixes up: ${percent(calm.accuracy)} of ${ROWS} digits are right`,
      head: ["it is", ...Array.from({ length: CLASSES }, (_, k) => `as ${k}`)],
      rows: Array.from({ length: CLASSES }, (_, is) => [
        String(is),
        ...Array.from({ length: CLASSES }, (__, as) => countOf(y, calm.read, is, as)),
      ]),
    });
    show({
      kind: "says",
      text: `The classifier compares each digit with the mean of ${examples} examples of every class, pixel by pixel. What is right stands on the diagonal, what is 0 is left blank. A column with many entries is an answer that it gives too readily.`,
    });
    show({
      kind: "plots",
      title: "How sure it is, and how often it is right then",
      plots: [
        calibrationPlot(`as it comes: loss ${short(losses[0] ?? Number.NaN)}`, raw, y),
        calibrationPlot(`logits / ${short(T)}: loss ${short(losses[best] ?? Number.NaN)}`, calm, y),
      ],
    });
    show({
      kind: "plot",
      title: "The loss by the temperature that its logits are divided by",
      x: { label: "log2 of the temperature", span: [0, 8] },
      y: { label: "loss", span: spanOf([0, ...losses], 0) },
      layers: [
        {
          kind: "curve",
          name: "mean cross-entropy",
          points: losses.map((loss, k) => [Math.log2(TEMPERATURES[k] as number), loss] as const),
        },
        { kind: "line", name: "a blind guess, ln 10", across: [0, 1, -Math.log(CLASSES)] },
        {
          kind: "points",
          name: "least",
          class: "own",
          points: [[Math.log2(T), losses[best] ?? Number.NaN]],
        },
      ],
    });
    show({
      kind: "table",
      title: "The same outputs, scored three ways",
      head: ["outputs", "right", "mean squared error", "cross-entropy"],
      rows: [
        ["as they come", percent(raw.accuracy), short(at1 ?? Number.NaN), short(losses[0] ?? Number.NaN)],
        [
          `logits / ${short(T)}`,
          percent(calm.accuracy),
          short(atT ?? Number.NaN),
          short(losses[best] ?? Number.NaN),
        ],
      ],
    });
    show({
      kind: "says",
      text: "It takes its 784 pixels for as many independent witnesses. They are not, and so it is nearly certain of everything, mistakes too: on the left the rings lie far below the line of an honest classifier. The logits divided by one number leave every answer as it was, but the loss falls: cross-entropy asks for honesty, accuracy does not notice it.",
    });
    await showRows(hands, { images: images.slice(0, ROWS), y, Y, calm, logits: cooled(logits, T) }, show);
  },
};

interface Rows {
  readonly images: readonly Float64Array[];
  readonly y: readonly number[];
  readonly Y: Matrix;
  readonly calm: Reading;
  readonly logits: Matrix;
}

/** The loss of each row, and the rows that cost most. */
async function showRows(
  hands: Hands,
  { images, y, Y, calm: { P, read }, logits }: Rows,
  show: Show,
): Promise<void> {
  const logP = await hands.ask<Matrix>("logSoftmax", { Z: logits });
  const pull = await hands.ask<Matrix>("lossGradient", { yHat: P, yTrue: Y });
  const each = y.map((is, i) => -(logP[i]?.[is] ?? Number.NaN));
  // What is no number comes first: it would be the worst of all.
  const costly = y
    .map((_, i) => i)
    .sort((i, j) => (Number.isNaN(each[j]) ? 1 : 0) - (Number.isNaN(each[i]) ? 1 : 0) || each[j]! - each[i]!);
  const total = each.reduce((sum, loss) => sum + loss, 0);
  const tenth = costly.slice(0, ROWS / 10).reduce((sum, i) => sum + each[i]!, 0);
  show({
    kind: "plot",
    title: "The loss of each row, from the least to the most",
    x: { label: "rows", span: [0, ROWS] },
    y: { label: "loss", span: spanOf([0, ...each], 0) },
    layers: [
      {
        kind: "curve",
        name: "-ln p of what it is",
        points: costly.toReversed().map((i, k) => [k, each[i]!] as const),
      },
      { kind: "line", name: "a blind guess, ln 10", across: [0, 1, -Math.log(CLASSES)] },
    ],
  });
  show({
    kind: "table",
    title: "The rows that cost most",
    head: ["it is", "read as", "p of that", "p of what it is", "loss", "pull on it"],
    rows: costly
      .slice(0, TOLD)
      .map((i) => [
        String(y[i]),
        String(read[i]),
        fixed(P[i]?.[read[i]!]),
        fixed(P[i]?.[y[i]!]),
        fixed(each[i]),
        fixed(pull[i]?.[y[i]!]),
      ]),
  });
  show({
    kind: "pictures",
    title: "Some of them",
    pictures: costly.slice(0, SHOWN).map(
      (i): Picture => ({
        title: `a ${y[i]}, read as ${read[i]}`,
        width: 28,
        pixels: Array.from(images[i]!, (light) => [light, light, light] as const),
      }),
    ),
  });
  show({
    kind: "says",
    text: `The costliest tenth of the rows makes ${percent(tenth / total)} of the loss: the loss is about them, and so is learning. The pull is the gradient by the logit of what the digit is, p - 1: near -1 where the row is sure and wrong, near 0 where it is right already. Try 10 examples a digit, or 200: what changes, how often it is right, or how honest it is?`,
  });
}

const cooled = (Z: Matrix, T: number): Matrix => Z.map((row) => row.map((z) => z / T));

async function readingOf(hands: Hands, Z: Matrix, y: number[]): Promise<Reading> {
  const P = await hands.ask<Matrix>("softmax", { Z });
  const read = await hands.ask<number[]>("argmaxRows", { P });
  return { P, read, accuracy: await hands.ask<number>("accuracy", { predicted: read, y }) };
}

/** The place of the least number; the first where there is none. */
const leastOf = (values: readonly number[]): number =>
  values.reduce(
    (best, x, i) => (x < (values[best] ?? Number.NaN) || Number.isNaN(values[best]) ? i : best),
    0,
  );

function countOf(y: readonly number[], read: readonly number[], is: number, as: number): string {
  const count = y.filter((yi, i) => yi === is && read[i] === as).length;
  return count === 0 ? "" : String(count);
}

const fixed = (x: number | undefined): string =>
  x === undefined || !Number.isFinite(x) ? "no number" : x.toFixed(3);

/** A ring for each bin of rows that are about as sure: how often they are right. */
function calibrationPlot(title: string, { P, read }: Reading, y: readonly number[]): Plot {
  const sure = P.map((row) => Math.max(...row));
  const bins = Array.from({ length: BINS }, (_, k) =>
    sure.flatMap((p, i) => (Math.min(BINS - 1, Math.floor(p * BINS)) === k ? [i] : [])),
  ).filter((rows) => rows.length >= LEAST_IN_BIN);
  const mean = (rows: readonly number[], of: (i: number) => number): number =>
    rows.reduce((sum, i) => sum + of(i), 0) / rows.length;
  return {
    kind: "plot",
    title,
    x: { label: "p of its answer", span: [0, 1] },
    y: { label: "right", span: [0, 1] },
    layers: [
      { kind: "line", name: "honest", across: [1, -1, 0] },
      {
        kind: "points",
        name: `rows that are about as sure, ${LEAST_IN_BIN} or more`,
        class: "own",
        points: bins.map((rows) => [
          mean(rows, (i) => sure[i]!),
          mean(rows, (i) => (read[i] === y[i] ? 1 : 0)),
        ]),
      },
    ],
  };
}
