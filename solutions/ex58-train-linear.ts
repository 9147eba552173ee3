type Vector = number[];
type Matrix = number[][];

export function trainLinear(
  X: Matrix,
  y: Vector,
  w0: Vector,
  b0: number,
  opts: { lr: number; batchSize: number; nIter: number; orders: number[][] },
): { w: Vector; b: number; losses: number[] } {
  const { lr, batchSize, nIter, orders } = opts;
  if (batchSize < 1) throw new RangeError(`batchSize is 1 or more, got ${batchSize}`);
  const w = [...w0];
  let b = b0;
  const losses: number[] = [];
  let pass = 0;
  let start = 0;
  for (let k = 0; k < nIter; k++) {
    if (start >= X.length) {
      start = 0;
      pass++;
    }
    const batch = orders[pass]!.slice(start, start + batchSize);
    start += batchSize;
    let squares = 0;
    const dw = w.map(() => 0);
    let db = 0;
    for (const i of batch) {
      let error = y[i]! - b;
      for (let j = 0; j < w.length; j++) error -= w[j]! * X[i]![j]!;
      for (let j = 0; j < w.length; j++) dw[j]! += error * X[i]![j]!;
      db += error;
      squares += error ** 2;
    }
    losses.push(squares / batch.length);
    const step = (2 * lr) / batch.length;
    for (let j = 0; j < w.length; j++) w[j]! += step * dw[j]!;
    b += step * db;
  }
  return { w, b, losses };
}
