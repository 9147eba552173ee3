type Vector = number[];
type Matrix = number[][];

/** Columns with mean 0 and variance 1 (over n); a constant column becomes 0. */
function standardise(X: Matrix): Matrix {
  const n = X.length;
  const Z = X.map((row) => row.slice());
  for (let j = 0; j < X[0]!.length; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += X[i]![j]!;
    const mean = sum / n;
    let squares = 0;
    for (let i = 0; i < n; i++) squares += (X[i]![j]! - mean) ** 2;
    const std = Math.sqrt(squares / n);
    for (let i = 0; i < n; i++) Z[i]![j] = std === 0 ? 0 : (X[i]![j]! - mean) / std;
  }
  return Z;
}

/** ZᵀZ/(n − 1), which is the covariance since the columns of Z have mean 0. */
function covariance(Z: Matrix): Matrix {
  const m = Z[0]!.length;
  const C = Array.from({ length: m }, () => new Array<number>(m).fill(0));
  for (let j = 0; j < m; j++) {
    for (let k = 0; k < m; k++) {
      let sum = 0;
      for (const z of Z) sum += z[j]! * z[k]!;
      C[j]![k] = sum / (Z.length - 1);
    }
  }
  return C;
}

/** More sweeps than are felt: each squares the off-diagonal entries, or nearly. */
const SWEEPS = 12;

/** Jacobi rotations; vectors in columns, not sorted. */
function jacobi(C: Matrix): { values: Vector; vectors: Matrix } {
  const m = C.length;
  const A = C.map((row) => row.slice());
  const V: Matrix = C.map((_, i) => C.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < m; p++) {
      for (let q = p + 1; q < m; q++) {
        const angle = 0.5 * Math.atan2(2 * A[p]![q]!, A[p]![p]! - A[q]![q]!);
        const c = Math.cos(angle);
        const s = Math.sin(angle);
        for (let k = 0; k < m; k++) {
          const [x, y] = [A[k]![p]!, A[k]![q]!];
          A[k]![p] = c * x + s * y;
          A[k]![q] = c * y - s * x;
        }
        for (let k = 0; k < m; k++) {
          const [x, y] = [A[p]![k]!, A[q]![k]!];
          A[p]![k] = c * x + s * y;
          A[q]![k] = c * y - s * x;
          const [v, u] = [V[k]![p]!, V[k]![q]!];
          V[k]![p] = c * v + s * u;
          V[k]![q] = c * u - s * v;
        }
      }
    }
  }
  return { values: A.map((row, i) => row[i]!), vectors: V };
}

export function pca(
  X: Matrix,
  dims: number,
): { eigVals: Vector; eigVecs: Matrix; projected: Matrix; variances: Vector } {
  const n = X.length;
  if (n < 2) throw new RangeError(`pca: at least 2 examples, got ${n}`);
  const m = X[0]!.length;
  if (dims > m) throw new RangeError(`pca: dims at most ${m}, got ${dims}`);

  const Z = standardise(X);
  const { values, vectors } = jacobi(covariance(Z));
  const order = values.map((_, k) => k).sort((j, k) => values[k]! - values[j]!);
  const eigVals = order.map((k) => values[k]!);

  const signs = order.map((k) => {
    let largest = 0;
    for (const row of vectors) if (Math.abs(row[k]!) > Math.abs(largest)) largest = row[k]!;
    return Math.sign(largest);
  });
  const eigVecs = vectors.map((row) => order.map((k, i) => signs[i]! * row[k]!));

  const projected = Z.map((z) => {
    const p = new Array<number>(dims).fill(0);
    for (let k = 0; k < dims; k++) for (let j = 0; j < m; j++) p[k]! += z[j]! * eigVecs[j]![k]!;
    return p;
  });
  const variances = Array.from({ length: dims }, (_, k) => {
    let squares = 0;
    for (const p of projected) squares += p[k]! ** 2;
    return squares / n;
  });
  return { eigVals, eigVecs, projected, variances };
}
