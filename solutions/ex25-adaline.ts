type Vector = number[];
type Matrix = number[][];

function netInput(x: Vector, w: Vector, b: number): number {
  let z = b;
  for (let j = 0; j < w.length; j++) z += w[j]! * x[j]!;
  return z;
}

export function adalineLoss(X: Matrix, y: Vector, w: Vector, b: number): number {
  let sum = 0;
  for (let i = 0; i < X.length; i++) sum += (y[i]! - netInput(X[i]!, w, b)) ** 2;
  return sum / X.length;
}

export function adalineGradient(X: Matrix, y: Vector, w: Vector, b: number): { dw: Vector; db: number } {
  const dw = w.map(() => 0);
  let db = 0;
  for (let i = 0; i < X.length; i++) {
    const slope = (-2 / X.length) * (y[i]! - netInput(X[i]!, w, b));
    for (let j = 0; j < w.length; j++) dw[j]! += slope * X[i]![j]!;
    db += slope;
  }
  return { dw, db };
}

export function fitAdalineGD(
  X: Matrix,
  y: Vector,
  w0: Vector,
  b0: number,
  lr: number,
  nIter: number,
): { w: Vector; b: number; losses: number[] } {
  let w = [...w0];
  let b = b0;
  const losses: number[] = [];
  for (let k = 0; k < nIter; k++) {
    const loss = adalineLoss(X, y, w, b);
    if (!Number.isFinite(loss)) throw new RangeError(`the loss is ${loss}`);
    losses.push(loss);
    const { dw, db } = adalineGradient(X, y, w, b);
    w = w.map((wj, j) => wj - lr * dw[j]!);
    b -= lr * db;
  }
  return { w, b, losses };
}

export function adalinePredict(X: Matrix, w: Vector, b: number, threshold = 0.5): (0 | 1)[] {
  return X.map((x) => (netInput(x, w, b) >= threshold ? 1 : 0));
}
