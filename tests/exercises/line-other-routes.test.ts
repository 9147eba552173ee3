/** Second right answers to the exercises on linear regression, by other routes: they agree at every seed. */
import { describe, expect, it } from "vitest";
import ex11 from "../../exercises/ex11-train-line/exercise.ts";
import ex12 from "../../exercises/ex12-linear-regression/exercise.ts";
import { type Answering, worstOf } from "./agreement.ts";

type Vector = number[];
type Matrix = number[][];
type Weights = { W: Matrix; B: Matrix };
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const sum = (terms: Vector): number => terms.reduceRight((total, term) => term + total, 0);
const product = (a: Vector, b: Vector): number => sum(a.map((ai, i) => ai * b[i]!));

/** The sums of the data alone, which is all that a step needs: Σx, Σx², Σy, Σxy. */
function updateWAndB(x: Vector, y: Vector, w: number, b: number, rate: number): Vector {
  const [half, n] = [2 * rate, x.length];
  return [
    w + (half * (product(x, y) - w * product(x, x) - b * sum(x))) / n,
    b + (half * (sum(y) - w * sum(x) - b * n)) / n,
  ];
}

/** The squares multiplied out. */
const loss = (x: Vector, y: Vector, w: number, b: number): number =>
  (product(y, y) + w * w * product(x, x)) / x.length +
  b * b +
  (2 * (w * b * sum(x) - w * product(x, y) - b * sum(y))) / x.length;

/** By recursion, from the end. */
function trainLine(x: Vector, y: Vector, w0: number, b0: number, rate: number, epochs: number) {
  const first = loss(x, y, w0, b0);
  if (epochs === 0) return { w: w0, b: b0, losses: [first] };
  const [w, b] = updateWAndB(x, y, w0, b0, rate) as [number, number];
  const rest: { w: number; b: number; losses: Vector } = trainLine(x, y, w, b, rate, epochs - 1);
  return { w: rest.w, b: rest.b, losses: [first, ...rest.losses] };
}

/** One loop over all N² places. */
function generateErrorRange(x: Vector, y: Vector, N: number, wMax: number, bMax: number) {
  const w = Array.from({ length: N * N }, (_, place) => (place % N) * (wMax / N));
  const b = w.map((_, place) => Math.floor(place / N) * (bMax / N));
  return { w, b, error: w.map((slope, place) => loss(x, y, slope, b[place]!)) };
}

const column = (A: Matrix): Vector => A.flat();
const transposed = (A: Matrix): Matrix => A[0]!.map((_, j) => A.map((row) => row[j]!));

/** By rows and columns, each a list. */
function forward(X: Matrix, y: Matrix, { W, B }: Weights) {
  const N = X.map((row) => [product(row, column(W))]);
  const P = N.map(([net]) => [net! + B[0]![0]!]);
  return { info: { X, N, P, y }, loss: sum(P.map(([p], i) => (p! - y[i]![0]!) ** 2)) / y.length };
}

/** Predicts anew, and does not look at P. */
function lossGradients({ X, y }: { X: Matrix; y: Matrix }, weights: Weights): Weights {
  const tooMuch = column(forward(X, y, weights).info.P).map((p, i) => p - y[i]![0]!);
  const slope = (input: Vector): number => (2 * product(input, tooMuch)) / X.length;
  return { W: transposed(X).map((input) => [slope(input)]), B: [[slope(X.map(() => 1))]] };
}

describe("another right answer", () => {
  it.each([
    ["updateWAndB, from sums of the data", ex11.functions.updateWAndB!, updateWAndB],
    ["trainLine, by recursion", ex11.functions.trainLine!, trainLine],
    ["generateErrorRange, in one loop", ex11.functions.generateErrorRange!, generateErrorRange],
    ["forward, by rows and columns", ex12.functions.forward!, forward],
    ["lossGradients, which predicts anew", ex12.functions.lossGradients!, lossGradients],
  ] as [string, Parameters<typeof worstOf>[0], Answering][])(
    "%s, agrees with seeds 1 to 20",
    (_, fn, answer) => {
      for (const seed of SEEDS) expect(worstOf(fn, answer, seed), `seed ${seed}`).toBeLessThanOrEqual(1);
    },
  );
});
