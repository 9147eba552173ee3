type Vector = number[];
type Matrix = number[][];

export function sgdUpdate(
  w: Vector,
  b: number,
  x: Vector,
  target: number,
  lr: number,
): { w: Vector; b: number; loss: number } {
  let z = b;
  for (let j = 0; j < w.length; j++) z += w[j]! * x[j]!;
  const error = target - z;
  return {
    w: w.map((wj, j) => wj + 2 * lr * error * x[j]!),
    b: b + 2 * lr * error,
    loss: error ** 2,
  };
}

export function fitAdalineSGD(
  X: Matrix,
  y: Vector,
  w0: Vector,
  b0: number,
  lr: number,
  nIter: number,
  orders: number[][],
): { w: Vector; b: number; losses: number[] } {
  let w = [...w0];
  let b = b0;
  const losses: number[] = [];
  for (let k = 0; k < nIter; k++) {
    let sum = 0;
    for (const i of orders[k]!) {
      const after = sgdUpdate(w, b, X[i]!, y[i]!, lr);
      w = after.w;
      b = after.b;
      sum += after.loss;
    }
    losses.push(sum / X.length);
  }
  return { w, b, losses };
}

export function partialFit(
  state: { w: Vector; b: number },
  X: Matrix,
  y: Vector,
  lr: number,
): { w: Vector; b: number } {
  let w = [...state.w];
  let b = state.b;
  for (let i = 0; i < X.length; i++) {
    const after = sgdUpdate(w, b, X[i]!, y[i]!, lr);
    w = after.w;
    b = after.b;
  }
  return { w, b };
}
