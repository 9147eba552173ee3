type Vector = number[];
type Matrix = number[][];

/** Class of an example: 1 where w·x + b ≥ 0. */
function classOf(w: Vector, b: number, x: Vector): 0 | 1 {
  let z = b;
  for (let j = 0; j < w.length; j++) z += w[j]! * x[j]!;
  return z >= 0 ? 1 : 0;
}

export function perceptronUpdate(
  w: Vector,
  b: number,
  x: Vector,
  target: 0 | 1,
  lr: number,
): [Vector, number] {
  const step = lr * (target - classOf(w, b, x));
  return [w.map((wj, j) => wj + step * x[j]!), b + step];
}

export function fitPerceptron(
  X: Matrix,
  y: (0 | 1)[],
  w0: Vector,
  b0: number,
  lr: number,
  nIter: number,
): { w: Vector; b: number; errors: number[] } {
  let w = w0.slice();
  let b = b0;
  const errors: number[] = [];
  for (let pass = 0; pass < nIter; pass++) {
    let missed = 0;
    for (let i = 0; i < X.length; i++) {
      if (classOf(w, b, X[i]!) !== y[i]) missed++;
      [w, b] = perceptronUpdate(w, b, X[i]!, y[i]!, lr);
    }
    errors.push(missed);
  }
  return { w, b, errors };
}
