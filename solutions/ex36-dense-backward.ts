type Vector = number[];
type Matrix = number[][];

export function linearBackward(X: Matrix, W: Matrix, dZ: Matrix): { dW: Matrix; db: Vector; dX: Matrix } {
  const dW = W.map((weights) => weights.map(() => 0));
  const db = W.map(() => 0);
  const dX = X.map((row) => row.map(() => 0));
  for (const [i, row] of X.entries()) {
    for (const [j, weights] of W.entries()) {
      const d = dZ[i]![j]!;
      db[j]! += d;
      for (let l = 0; l < row.length; l++) {
        dW[j]![l]! += d * row[l]!;
        dX[i]![l]! += d * weights[l]!;
      }
    }
  }
  return { dW, db, dX };
}

export function columnBackward(W: Matrix, x: Matrix, dz: Matrix): { dW: Matrix; db: Matrix; dx: Matrix } {
  const row = x.map(([xl]) => xl!);
  const { dW, db, dX } = linearBackward([row], W, [dz.map(([d]) => d!)]);
  return { dW, db: db.map((d) => [d]), dx: dX[0]!.map((d) => [d]) };
}
