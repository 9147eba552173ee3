type Vector = number[];

/** The vector with entry i moved. */
const moved = (x: Vector, i: number, by: number): Vector => x.map((xj, j) => (j === i ? xj + by : xj));

export function numericalGradient(f: (x: Vector) => number, x: Vector, h: number = 1e-5): Vector {
  return x.map((_, i) => (f(moved(x, i, h)) - f(moved(x, i, -h))) / (2 * h));
}

export function gradientStep(x: Vector, grad: Vector, lr: number): Vector {
  return x.map((xi, i) => xi - lr * grad[i]!);
}

export function minimize(gradF: (x: Vector) => Vector, x0: Vector, lr: number, steps: number): Vector[] {
  const points = [[...x0]];
  let x = x0;
  for (let t = 0; t < steps; t++) {
    x = gradientStep(x, gradF(x), lr);
    points.push(x);
  }
  return points;
}
