/** The gradient that ex50 measures by all parameters of 784-100-10: right quotients, and a student's, beside a loop by hand. */
import { digitsLoss, digitsNetwork } from "../../reference/functions/digits-loss.ts";
import { digitsDifferences, rowsOfLayer } from "../../reference/jobs/digits-differences.ts";
import { byTurns, median, ratio } from "../rounds.ts";
import type { Row } from "../row.ts";
import { checkByHand } from "./by-hand.ts";

type Matrix = number[][];
type Measure = (loss: (P: Matrix) => number, P: Matrix, eps: number) => Matrix;

const SEED = 1;
const STEP = 2 ** -10;
/** The calls that `--deep` makes: layer, first row, rows. */
const PARTS: readonly (readonly [layer: number, first: number, count: number])[] = [
  ...Array.from({ length: 196 }, (_, k) => [1, 4 * k, 4] as const),
  [1, 784, 1],
  [2, 0, 100],
  [2, 100, 1],
];

/** A copy of the matrix for every loss, with one entry moved. */
const copied: Measure = (loss, P, eps) => {
  const moved = (row: number, col: number, by: number): Matrix =>
    P.map((entries, i) => entries.map((p, j) => (i === row && j === col ? p + by : p)));
  return P.map((entries, i) =>
    entries.map((_, j) => (loss(moved(i, j, eps)) - loss(moved(i, j, -eps))) / (2 * eps)),
  );
};

/** One entry after the other moved where it stands. */
const inPlace: Measure = (loss, P, eps) =>
  P.map((row) =>
    row.map((p, j) => {
      row[j] = p + eps;
      const up = loss(P);
      row[j] = p - eps;
      const down = loss(P);
      row[j] = p;
      return (up - down) / (2 * eps);
    }),
  );

const allBy = (measure: Measure): number[] => {
  const { network } = digitsNetwork(SEED);
  return PARTS.flatMap(([layer, first, count]) =>
    measure(
      digitsLoss(SEED, layer, first),
      rowsOfLayer(network, network.P, layer, first, count),
      STEP,
    ).flat(),
  );
};

const work = (run: () => unknown) => (): number => {
  const before = process.cpuUsage().user;
  run();
  return (process.cpuUsage().user - before) / 1000;
};

/** Rows of the table, in processor time. */
export async function measuredGradientRows(): Promise<readonly Row[]> {
  const { network, labels } = digitsNetwork(SEED);
  const { P, X, n } = network;
  /** Another step each time: what was measured last is kept. */
  let step = STEP;
  const right = (): number[][][] => {
    step *= 1 + 2 ** -40;
    return PARTS.map(([layer, first, count]) => digitsDifferences([SEED, layer, first], count, step));
  };
  const summed = checkByHand({ P, X, labels }, STEP, n).map((g) => n * g);
  for (const [q, g] of right().flat(2).entries())
    if (!(Math.abs(summed[q]! - g) < 1e-9)) throw new Error(`the loop by hand does other work at ${q}`);
  const measured = await byTurns(
    {
      right: work(right),
      hand: work(() => checkByHand({ P, X, labels }, STEP, n)),
      copied: work(() => allBy(copied)),
      inPlace: work(() => allBy(inPlace)),
    },
    9,
  );
  return [
    {
      what: "ex50 by 79,510, right quotients, to by hand",
      measured: ratio(measured.right, measured.hand),
      unit: "×",
      target: { is: "at most", bound: 1.2 },
    },
    { what: "ex50 by 79,510, right quotients", measured: median(measured.right), unit: " ms" },
    { what: "ex50 by 79,510, by a student who copies", measured: median(measured.copied), unit: " ms" },
    { what: "ex50 by 79,510, who moves in place", measured: median(measured.inPlace), unit: " ms" },
  ];
}
