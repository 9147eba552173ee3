type Vector = number[];
type Matrix = number[][];

export function grid(x0: number, x1: number, y0: number, y1: number, n: number): Matrix {
  return along(y0, y1, n).flatMap((y) => along(x0, x1, n).map((x) => [x, y]));
}

export function decisionRegions(
  predict: (x: Vector) => number,
  x0: number,
  x1: number,
  y0: number,
  y1: number,
  n: number,
): number[][] {
  return along(y0, y1, n).map((y) => along(x0, x1, n).map((x) => predict([x, y])));
}

export function hiddenProjection(X: Matrix, Wh: Matrix, bh: Vector): Matrix {
  return X.map((x) =>
    Wh.map((w, k) => {
      const z = w.reduce((sum, wj, j) => sum + wj * x[j]!, bh[k]!);
      return 1 / (1 + Math.exp(-z));
    }),
  );
}

/** n numbers from one to the other in equal steps. */
const along = (from: number, to: number, n: number): Vector =>
  Array.from({ length: n }, (_, k) => (n === 1 ? from : from + (k * (to - from)) / (n - 1)));
