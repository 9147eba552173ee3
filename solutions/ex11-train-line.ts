type Vector = number[];

function loss(x: Vector, y: Vector, w: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (y[i]! - (w * x[i]! + b)) ** 2;
  return sum / x.length;
}

export function updateWAndB(
  x: Vector,
  y: Vector,
  w: number,
  b: number,
  learningRate: number,
): [number, number] {
  let dw = 0;
  let db = 0;
  for (let i = 0; i < x.length; i++) {
    const residual = y[i]! - (w * x[i]! + b);
    dw -= (2 / x.length) * x[i]! * residual;
    db -= (2 / x.length) * residual;
  }
  return [w - learningRate * dw, b - learningRate * db];
}

export function trainLine(
  x: Vector,
  y: Vector,
  w0: number,
  b0: number,
  learningRate: number,
  epochs: number,
): { w: number; b: number; losses: Vector } {
  let [w, b] = [w0, b0];
  const losses = [loss(x, y, w, b)];
  for (let epoch = 0; epoch < epochs; epoch++) {
    [w, b] = updateWAndB(x, y, w, b, learningRate);
    losses.push(loss(x, y, w, b));
    if (!Number.isFinite(losses[epoch + 1])) throw new RangeError(`the loss is ${losses[epoch + 1]}`);
  }
  return { w, b, losses };
}

export function generateErrorRange(
  x: Vector,
  y: Vector,
  N: number,
  wMax: number,
  bMax: number,
): { w: Vector; b: Vector; error: Vector } {
  const grid: { w: Vector; b: Vector; error: Vector } = { w: [], b: [], error: [] };
  for (let k = 0; k < N; k++) {
    for (let j = 0; j < N; j++) {
      const [w, b] = [(j * wMax) / N, (k * bMax) / N];
      grid.w.push(w);
      grid.b.push(b);
      grid.error.push(loss(x, y, w, b));
    }
  }
  return grid;
}
