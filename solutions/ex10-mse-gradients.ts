type Vector = number[];

export function mseLossDw(x: Vector, y: Vector, w: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * (y[i]! - (w * x[i]! + b));
  return (-2 / x.length) * sum;
}

export function mseLossDb(x: Vector, y: Vector, w: number, b: number): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += y[i]! - (w * x[i]! + b);
  return (-2 / x.length) * sum;
}
