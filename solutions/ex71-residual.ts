type Vector = number[];
type Matrix = number[][];

export function residualForward(X: Matrix, W: Matrix, b: Vector): Matrix {
  const T = branch(X, W, b);
  return X.map((row, i) => row.map((x, j) => x + T[i]![j]!));
}

export function residualBackward(
  X: Matrix,
  W: Matrix,
  b: Vector,
  dY: Matrix,
): { dX: Matrix; dW: Matrix; db: Vector } {
  const T = branch(X, W, b);
  const delta = dY.map((row, i) => row.map((d, j) => d * (1 - T[i]![j]! ** 2)));
  const dX = dY.map((row) => [...row]);
  const dW = W.map((row) => row.map(() => 0));
  const db = b.map(() => 0);
  for (const [i, x] of X.entries()) {
    for (const [j, w] of W.entries()) {
      const d = delta[i]![j]!;
      db[j]! += d;
      for (let l = 0; l < x.length; l++) {
        dX[i]![l]! += d * w[l]!;
        dW[j]![l]! += d * x[l]!;
      }
    }
  }
  return { dX, dW, db };
}

/** What the weights make of X, tanh(XWᵀ + b). */
function branch(X: Matrix, W: Matrix, b: Vector): Matrix {
  if (W.length !== W[0]!.length) throw new RangeError("A residual layer has as many units as inputs.");
  return X.map((x) => W.map((w, j) => Math.tanh(w.reduce((sum, wl, l) => sum + wl * x[l]!, b[j]!))));
}
