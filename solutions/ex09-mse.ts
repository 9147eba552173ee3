type Vector = number[];

export function predictLine(x: Vector, w: number, b: number): Vector {
  return x.map((xi) => w * xi + b);
}

export function mseLoss(x: Vector, y: Vector, w: number, b: number): number {
  if (x.length === 0) throw new RangeError("mseLoss: at least one example, got none");
  const prediction = predictLine(x, w, b);
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += (y[i]! - prediction[i]!) ** 2;
  return sum / y.length;
}
