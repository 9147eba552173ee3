type Matrix = number[][];

export function center(X: Matrix): Matrix {
  const means = X[0]!.map((_, j) => {
    let sum = 0;
    for (const row of X) sum += row[j]!;
    return sum / X.length;
  });
  return X.map((row) => row.map((x, j) => x - means[j]!));
}

export function covarianceMatrix(X: Matrix): Matrix {
  const n = X.length;
  if (n < 2) throw new RangeError(`covarianceMatrix: at least 2 examples, got ${n}`);
  const D = center(X);
  const m = X[0]!.length;
  const C = Array.from({ length: m }, () => new Array<number>(m).fill(0));
  for (let j = 0; j < m; j++) {
    for (let k = 0; k < m; k++) {
      let sum = 0;
      for (const d of D) sum += d[j]! * d[k]!;
      C[j]![k] = sum / (n - 1);
    }
  }
  return C;
}
