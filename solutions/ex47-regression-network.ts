type Matrix = number[][];

/** Weights in×out: W1 m×h, B1 1×h, W2 h×1, B2 1×1. */
type Weights = { W1: Matrix; B1: Matrix; W2: Matrix; B2: Matrix };
type Info = { M1: Matrix; N1: Matrix; O1: Matrix; M2: Matrix; P: Matrix };

export function forwardNet(X: Matrix, y: Matrix, w: Weights): { info: Info; loss: number } {
  const M1 = times(X, w.W1);
  const N1 = plusRow(M1, w.B1);
  const O1 = N1.map((row) => row.map((z) => 1 / (1 + Math.exp(-z))));
  const M2 = times(O1, w.W2);
  const P = plusRow(M2, w.B2);
  const loss = P.reduce((sum, row, i) => sum + (y[i]![0]! - row[0]!) ** 2, 0) / P.length;
  return { info: { M1, N1, O1, M2, P }, loss };
}

export function lossGradientsNet(X: Matrix, y: Matrix, w: Weights): Weights {
  const { O1, P } = forwardNet(X, y, w).info;
  const dP = P.map((row, i) => [(2 / P.length) * (row[0]! - y[i]![0]!)]);
  const dN1 = O1.map((row, i) => row.map((o, k) => dP[i]![0]! * w.W2[k]![0]! * o * (1 - o)));
  return {
    W1: transposedTimes(X, dN1),
    B1: columnSums(dN1),
    W2: transposedTimes(O1, dP),
    B2: columnSums(dP),
  };
}

/** A·B. */
const times = (A: Matrix, B: Matrix): Matrix =>
  A.map((row) => B[0]!.map((_, k) => row.reduce((sum, a, j) => sum + a * B[j]![k]!, 0)));

/** Aᵀ·B. */
const transposedTimes = (A: Matrix, B: Matrix): Matrix =>
  A[0]!.map((_, j) => B[0]!.map((__, k) => A.reduce((sum, row, i) => sum + row[j]! * B[i]![k]!, 0)));

/** The row b added to every row. */
const plusRow = (A: Matrix, b: Matrix): Matrix => A.map((row) => row.map((a, k) => a + b[0]![k]!));

/** The sum of each column, as a matrix of one row. */
const columnSums = (A: Matrix): Matrix => [A[0]!.map((_, k) => A.reduce((sum, row) => sum + row[k]!, 0))];
