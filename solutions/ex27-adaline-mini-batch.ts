type Vector = number[];
type Matrix = number[][];

export function fitAdalineMiniBatch(
  X: Matrix,
  y: Vector,
  w0: Vector,
  b0: number,
  lr: number,
  batchSize: number,
  orders: number[][],
): { w: Vector; b: number; losses: number[] } {
  if (batchSize < 1) throw new RangeError(`batchSize is 1 or more, got ${batchSize}`);
  const w = [...w0];
  let b = b0;
  const losses: number[] = [];
  for (const order of orders) {
    let squares = 0;
    for (let start = 0; start < order.length; start += batchSize) {
      const batch = order.slice(start, start + batchSize);
      const dw = w.map(() => 0);
      let db = 0;
      for (const i of batch) {
        let error = y[i]! - b;
        for (let j = 0; j < w.length; j++) error -= w[j]! * X[i]![j]!;
        for (let j = 0; j < w.length; j++) dw[j]! += error * X[i]![j]!;
        db += error;
        squares += error ** 2;
      }
      const step = (2 * lr) / batch.length;
      for (let j = 0; j < w.length; j++) w[j]! += step * dw[j]!;
      b += step * db;
    }
    losses.push(squares / X.length);
  }
  return { w, b, losses };
}
