type Vector = number[];
type Matrix = number[][];

export function minMaxScale(X: Matrix): Matrix {
  const scaled = X.map((row) => row.map(() => 0));
  for (let j = 0; j < X[0]!.length; j++) {
    const column = X.map((row) => row[j]!);
    const low = Math.min(...column);
    const width = Math.max(...column) - low;
    // A constant column stays 0.
    if (width === 0) continue;
    for (let i = 0; i < X.length; i++) scaled[i]![j] = (column[i]! - low) / width;
  }
  return scaled;
}

export function predictProba(X: Matrix, w: Vector, b: number): Vector {
  return X.map((x) => {
    let z = b;
    for (let j = 0; j < w.length; j++) z += w[j]! * x[j]!;
    return 1 / (1 + Math.exp(-z));
  });
}

export function predictClass(p: Vector, threshold: number = 0.5): number[] {
  return p.map((pi) => (pi >= threshold ? 1 : 0));
}

export function decisionLine(w: Vector, b: number, x1: number): number {
  return -(w[0]! * x1 + b) / w[1]!;
}
