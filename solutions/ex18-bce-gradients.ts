type Vector = number[];
type Matrix = number[][];

export function bceDw(X: Matrix, yTrue: Vector, yPred: Vector): Vector {
  const n = X.length;
  const dw: Vector = X[0]!.map(() => 0);
  for (let i = 0; i < n; i++) {
    const error = yPred[i]! - yTrue[i]!;
    for (let j = 0; j < dw.length; j++) dw[j]! += (X[i]![j]! * error) / n;
  }
  return dw;
}

export function bceDb(yTrue: Vector, yPred: Vector): number {
  let sum = 0;
  for (let i = 0; i < yTrue.length; i++) sum += yPred[i]! - yTrue[i]!;
  return sum / yTrue.length;
}
