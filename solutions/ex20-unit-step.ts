type Vector = number[];
type Matrix = number[][];

export function netInput(X: Matrix, w: Vector, b: number): Vector {
  return X.map((x) => {
    let z = b;
    for (let j = 0; j < w.length; j++) z += w[j]! * x[j]!;
    return z;
  });
}

export function unitStep(z: number, threshold: number = 0): 0 | 1 {
  return z >= threshold ? 1 : 0;
}

export function thresholdToBias(threshold: number): number {
  return -threshold;
}

export function predictStep(X: Matrix, w: Vector, b: number, threshold: number = 0): (0 | 1)[] {
  return netInput(X, w, b).map((z) => unitStep(z, threshold));
}
