/** `train --look`: how right a network's gradient is where the run has come to, what it says, and its loss around. */
import type { Grid } from "../../../reference/dense/grid.ts";
import { decisionGrid } from "../../../reference/jobs/decision-grid.ts";
import { checkGradient } from "../../../reference/jobs/gradient-check.ts";
import type { JobOptions } from "../../../reference/jobs/job.ts";
import { directionLike, landscape } from "../../../reference/jobs/landscape.ts";
import type { NetworkBatches } from "../../../reference/train/network-batches.ts";
import { hireHands } from "../jobs/job-hands.ts";
import { lossText } from "./page.ts";

/** Characters of a map; a character is about twice as high as wide. */
const MAP = { columns: 60, rows: 20 } as const;
/** Points of one side of the landscape, each two characters wide. */
const POINTS = 21;
/** The landscape reaches this far: at 1, each unit's weights have moved by their own length. */
const RADIUS = 1;
/** Examples that the gradient and the landscape are taken over, the first ones. */
const EXAMPLES = 256;

const CLASSES = ".#o+x%*=-:";
const HEIGHTS = " .:-=+*#%@";

/**
 * What there is to see, as lines of at most 80 columns.
 *
 * @throws the signal's reason
 */
export async function lookAt(
  batches: NetworkBatches,
  given: Omit<JobOptions, "hands">,
): Promise<readonly string[]> {
  const { hands, dismiss } = hireHands();
  const options = { ...given, hands };
  try {
    return [
      ...(await gradientLines(batches, options)),
      ...(await mapLines(batches, options)),
      ...(await landscapeLines(batches, options)),
    ];
  } finally {
    dismiss();
  }
}

const firstOf = ({ shape, P, X, Y, n }: NetworkBatches) => {
  const count = Math.min(n, EXAMPLES);
  const [m, c] = [shape.sizes[0]!, shape.sizes.at(-1)!];
  return { P, X: X.subarray(0, count * m), Y: Y.subarray(0, count * c), n: count };
};

async function gradientLines(batches: NetworkBatches, options: JobOptions): Promise<readonly string[]> {
  const batch = firstOf(batches);
  const { tensors } = await checkGradient({ shape: batches.shape, ...batch }, options);
  return [
    "",
    `  All ${batches.P.length} parameters: gradient beside central differences, ${batch.n} examples`,
    "",
    ...tensors.map(
      ({ name, shape, relative }) =>
        `  ${name.padEnd(4)}${shape.join("×").padEnd(10)}off by ${relative.toExponential(1)} of its length`,
    ),
  ];
}

/** The class that a network gives to each point of the plane; nothing where its inputs are no points of a plane. */
async function mapLines({ shape, P, X }: NetworkBatches, options: JobOptions): Promise<readonly string[]> {
  const classes = shape.sizes.at(-1)!;
  if (shape.sizes[0] !== 2 || classes < 2 || classes > CLASSES.length) return [];
  const grid: Grid = { x: spanOf(X, 0), y: spanOf(X, 1), ...MAP };
  const { values } = await decisionGrid(shape, P, grid, options);
  const classAt = (at: number): number => {
    const said = values.subarray(at * classes, (at + 1) * classes);
    return said.indexOf(Math.max(...said));
  };
  const spans = [grid.x, grid.y].map((span) => span.map((end) => Number(end.toPrecision(3))).join(" to "));
  const names = Array.from({ length: classes }, (_, c) => `${CLASSES[c]} class ${c}`).join("   ");
  return [
    "",
    `  What it says where x1 is ${spans[0]} and x2 is ${spans[1]}:`,
    `  ${names}`,
    "",
    ...drawn(MAP.rows, MAP.columns, (row, column) => CLASSES[classAt(row * MAP.columns + column)] ?? "?"),
  ];
}

/** The least and the largest of every second number, from the first or the second on. */
function spanOf(X: Float64Array, from: 0 | 1): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = from; at < X.length; at += 2) {
    low = Math.min(low, X[at]!);
    high = Math.max(high, X[at]!);
  }
  return [low, high];
}

/** The loss over two random directions; a step of the characters is a factor where no loss is 0. */
async function landscapeLines(batches: NetworkBatches, options: JobOptions): Promise<readonly string[]> {
  const { shape, P } = batches;
  const [U, V] = [directionLike(shape, P, 1, "U"), directionLike(shape, P, 1, "V")];
  const size = { points: POINTS, radius: RADIUS };
  const { losses } = await landscape(shape, { ...firstOf(batches), U, V }, size, options);
  const [low, high] = [losses.reduce((a, b) => Math.min(a, b)), losses.reduce((a, b) => Math.max(a, b))];
  const height = low > 0 ? Math.log : (loss: number): number => loss;
  const [from, to] = [height(low), height(high)];
  const level = (loss: number): number =>
    to > from
      ? Math.min(HEIGHTS.length - 1, Math.floor((HEIGHTS.length * (height(loss) - from)) / (to - from)))
      : 0;
  const middle = (POINTS - 1) / 2;
  return [
    "",
    `  The loss around O, where the run ended, along two random directions of the`,
    `  parameters' own size: from ${lossText(low)}, blank, to ${lossText(high)}, ${HEIGHTS.at(-1)}:`,
    "",
    ...drawn(POINTS, POINTS, (row, column) =>
      row === middle && column === middle
        ? "O "
        : (HEIGHTS[level(losses[row * POINTS + column]!)] ?? "?").repeat(2),
    ),
  ];
}

/** Rows of a picture, the largest y on top. */
const drawn = (
  rows: number,
  columns: number,
  mark: (row: number, column: number) => string,
): readonly string[] =>
  Array.from({ length: rows }, (_, r) => {
    const line = Array.from({ length: columns }, (_, column) => mark(rows - 1 - r, column)).join("");
    return `  ${line}`.trimEnd();
  });
