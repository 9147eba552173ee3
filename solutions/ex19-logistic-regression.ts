type Vector = number[];
type Matrix = number[][];

function logitOf(x: Vector, w: Vector, b: number): number {
  let z = b;
  for (let j = 0; j < w.length; j++) z += w[j]! * x[j]!;
  return z;
}

export function logisticStep(X: Matrix, y: Vector, w: Vector, b: number, lr: number): [Vector, number] {
  const n = X.length;
  const dw = w.map(() => 0);
  let db = 0;
  for (let i = 0; i < n; i++) {
    const error = 1 / (1 + Math.exp(-logitOf(X[i]!, w, b))) - y[i]!;
    for (let j = 0; j < w.length; j++) dw[j]! += (X[i]![j]! * error) / n;
    db += error / n;
  }
  return [w.map((wj, j) => wj - lr * dw[j]!), b - lr * db];
}

/** The mean loss, from the logits: it stays finite however large they are. */
function meanLoss(X: Matrix, y: Vector, w: Vector, b: number): number {
  let sum = 0;
  for (let i = 0; i < X.length; i++) {
    const z = logitOf(X[i]!, w, b);
    sum += Math.max(z, 0) - y[i]! * z + Math.log1p(Math.exp(-Math.abs(z)));
  }
  return sum / X.length;
}

export function fitLogistic(
  X: Matrix,
  y: Vector,
  w0: Vector,
  b0: number,
  lr: number,
  epochs: number,
  mode: "batch" | "sample" = "batch",
): { w: Vector; b: number; losses: number[] } {
  let w = [...w0];
  let b = b0;
  const losses = [meanLoss(X, y, w, b)];
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (mode === "batch") [w, b] = logisticStep(X, y, w, b, lr);
    else for (let i = 0; i < X.length; i++) [w, b] = logisticStep([X[i]!], [y[i]!], w, b, lr);
    losses.push(meanLoss(X, y, w, b));
  }
  return { w, b, losses };
}
