type Vector = number[];

/** How far an example is on the right side: y·(w·x + b). */
function margin(w: Vector, x: Vector, b: number, y: number): number {
  let z = b;
  for (let j = 0; j < w.length; j++) z += w[j]! * x[j]!;
  return y * z;
}

export function perceptronLoss(w: Vector, x: Vector, b: number, y: 1 | -1): number {
  return Math.max(0, -margin(w, x, b, y));
}

export function hingeLoss(w: Vector, x: Vector, b: number, y: 1 | -1): number {
  return Math.max(0, 1 - margin(w, x, b, y));
}

export function perceptronLossDw(w: Vector, x: Vector, b: number, y: 1 | -1): Vector {
  return x.map((xj) => (margin(w, x, b, y) <= 0 ? -y * xj : 0));
}

export function perceptronLossDb(w: Vector, x: Vector, b: number, y: 1 | -1): number {
  return margin(w, x, b, y) <= 0 ? -y : 0;
}

export function hingeLossDw(w: Vector, x: Vector, b: number, y: 1 | -1): Vector {
  return x.map((xj) => (margin(w, x, b, y) < 1 ? -y * xj : 0));
}

export function hingeLossDb(w: Vector, x: Vector, b: number, y: 1 | -1): number {
  return margin(w, x, b, y) < 1 ? -y : 0;
}
