type Vector = number[];
type Matrix = number[][];

export function fitStandardizer(X: Matrix): { mean: Vector; std: Vector } {
  const mean: Vector = [];
  const std: Vector = [];
  for (let j = 0; j < X[0]!.length; j++) {
    let sum = 0;
    for (const row of X) sum += row[j]!;
    mean.push(sum / X.length);
    let squares = 0;
    for (const row of X) squares += (row[j]! - mean[j]!) ** 2;
    std.push(Math.sqrt(squares / X.length));
  }
  return { mean, std };
}

export function standardize(X: Matrix, s: { mean: Vector; std: Vector }): Matrix {
  return X.map((row) => row.map((x, j) => (s.std[j] === 0 ? 0 : (x - s.mean[j]!) / s.std[j]!)));
}

export function predict(X: Matrix, weights: { W: Matrix; B: Matrix }): Matrix {
  return X.map((row) => {
    let prediction = weights.B[0]![0]!;
    for (let j = 0; j < row.length; j++) prediction += row[j]! * weights.W[j]![0]!;
    return [prediction];
  });
}

export function meanSquaredError(yTrue: Vector, yPred: Vector): number {
  let sum = 0;
  for (let i = 0; i < yTrue.length; i++) sum += (yTrue[i]! - yPred[i]!) ** 2;
  return sum / yTrue.length;
}

export function r2Score(yTrue: Vector, yPred: Vector): number {
  let mean = 0;
  for (const y of yTrue) mean += y / yTrue.length;
  let left = 0;
  let total = 0;
  for (let i = 0; i < yTrue.length; i++) {
    left += (yTrue[i]! - yPred[i]!) ** 2;
    total += (yTrue[i]! - mean) ** 2;
  }
  if (total === 0) return left === 0 ? 1 : Number.NaN;
  return 1 - left / total;
}

export function normalEquations(X: Matrix, y: Vector): Vector {
  const A = X.map((row) => [...row, 1]);
  const k = A[0]!.length;
  const G: Matrix = [];
  const h: Vector = [];
  for (let p = 0; p < k; p++) {
    G.push(new Array<number>(k).fill(0));
    h.push(0);
    for (let i = 0; i < A.length; i++) {
      for (let l = 0; l < k; l++) G[p]![l]! += A[i]![p]! * A[i]![l]!;
      h[p]! += A[i]![p]! * y[i]!;
    }
  }
  const atFirst = G.map((row, p) => row[p]!);
  for (let p = 0; p < k; p++) {
    const pivot = G[p]![p]!;
    if (pivot <= 1e-10 * atFirst[p]!) throw new RangeError("normalEquations: independent columns");
    G[p] = G[p]!.map((g) => g / pivot);
    h[p]! /= pivot;
    for (let q = 0; q < k; q++) {
      if (q === p) continue;
      const times = G[q]![p]!;
      for (let l = 0; l < k; l++) G[q]![l]! -= times * G[p]![l]!;
      h[q]! -= times * h[p]!;
    }
  }
  return h;
}
