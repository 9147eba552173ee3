/** Second right answers to the exercises on linear regression, by other routes: they agree at every seed. */
import { describe, expect, it } from "vitest";
import ex11 from "../../exercises/ex11-train-line/exercise.ts";
import ex12 from "../../exercises/ex12-linear-regression/exercise.ts";
import ex13 from "../../exercises/ex13-least-squares/exercise.ts";
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

/** One pass: mean and sum of squares are moved on with each example. */
function fitStandardizer(X: Matrix): { mean: Vector; std: Vector } {
  const moments = transposed(X).map((entries) => {
    let [mean, squares] = [0, 0];
    entries.forEach((x, i) => {
      const before = x - mean;
      mean += before / (i + 1);
      squares += before * (x - mean);
    });
    return { mean, std: Math.sqrt(squares / entries.length) };
  });
  return { mean: moments.map(({ mean }) => mean), std: moments.map(({ std }) => std) };
}

const standardize = (X: Matrix, { mean, std }: { mean: Vector; std: Vector }): Matrix =>
  transposed(transposed(X).map((entries, j) => entries.map((x) => (1 / (std[j]! || 1)) * (x - mean[j]!))));

const predict = (X: Matrix, weights: Weights): Matrix =>
  forward(
    X,
    X.map(() => [0]),
    weights,
  ).info.P;

const meanSquaredError = (yTrue: Vector, yPred: Vector): number => {
  const far = Math.hypot(...yTrue.map((y, i) => y - yPred[i]!));
  return (far * far) / yTrue.length;
};

/** The sum of the squared distances from the mean by those of all pairs. */
function r2Score(yTrue: Vector, yPred: Vector): number {
  const pairs = sum(yTrue.flatMap((a) => yTrue.map((b) => (a - b) ** 2))) / (2 * yTrue.length);
  return (pairs - yTrue.length * meanSquaredError(yTrue, yPred)) / pairs;
}

/** Orthogonal columns by Gram and Schmidt, twice each, and no product of A with itself. */
function normalEquations(X: Matrix, y: Vector): Vector {
  const columns = [...transposed(X), X.map(() => 1)];
  const basis: Matrix = [];
  const R = columns.map((a, k) => {
    const along: Vector = new Array(columns.length).fill(0);
    let rest = [...a];
    for (const _ of [1, 2])
      basis.forEach((q, p) => {
        const part = product(q, rest);
        along[p]! += part;
        rest = rest.map((r, i) => r - part * q[i]!);
      });
    along[k] = Math.hypot(...rest);
    basis.push(rest.map((r) => r / along[k]!));
    return along;
  });
  const theta: Vector = new Array(columns.length).fill(0);
  for (let k = columns.length - 1; k >= 0; k--) {
    const known = sum(theta.map((t, l) => (l > k ? t * R[l]![k]! : 0)));
    theta[k] = (product(basis[k]!, y) - known) / R[k]![k]!;
  }
  return theta;
}

describe("another right answer", () => {
  it.each([
    ["updateWAndB, from sums of the data", ex11.functions.updateWAndB!, updateWAndB],
    ["trainLine, by recursion", ex11.functions.trainLine!, trainLine],
    ["generateErrorRange, in one loop", ex11.functions.generateErrorRange!, generateErrorRange],
    ["forward, by rows and columns", ex12.functions.forward!, forward],
    ["lossGradients, which predicts anew", ex12.functions.lossGradients!, lossGradients],
    ["fitStandardizer, in one pass", ex13.functions.fitStandardizer!, fitStandardizer],
    ["standardize, by columns", ex13.functions.standardize!, standardize],
    ["predict, by the forward pass", ex13.functions.predict!, predict],
    ["meanSquaredError, by a length", ex13.functions.meanSquaredError!, meanSquaredError],
    ["r2Score, by the distances of all pairs", ex13.functions.r2Score!, r2Score],
    ["normalEquations, by orthogonal columns", ex13.functions.normalEquations!, normalEquations],
  ] as [string, Parameters<typeof worstOf>[0], Answering][])(
    "%s, agrees with seeds 1 to 20",
    (_, fn, answer) => {
      for (const seed of SEEDS) expect(worstOf(fn, answer, seed), `seed ${seed}`).toBeLessThanOrEqual(1);
    },
  );
});
