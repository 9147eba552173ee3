type Vector = number[];
type Matrix = number[][];

export function eigenvalues2x2(A: Matrix): [number, number] {
  const half = (A[0]![0]! + A[1]![1]!) / 2;
  const det = A[0]![0]! * A[1]![1]! - A[0]![1]! * A[1]![0]!;
  const root = Math.sqrt(half * half - det);
  return [half + root, half - root];
}

function times(A: Matrix, v: Vector): Vector {
  return A.map((row) => {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += row[j]! * v[j]!;
    return sum;
  });
}

function toLengthOne(v: Vector): Vector {
  let squares = 0;
  for (const x of v) squares += x * x;
  return v.map((x) => x / Math.sqrt(squares));
}

export function powerIteration(A: Matrix, v0: Vector, steps: number): { value: number; vector: Vector } {
  let v = toLengthOne(v0);
  for (let step = 0; step < steps; step++) v = toLengthOne(times(A, v));
  let value = 0;
  for (const [i, x] of times(A, v).entries()) value += v[i]! * x;
  return { value, vector: v };
}

/** More rounds than are needed: each squares the entries off the diagonal, or nearly. */
const ROUNDS = 12;

/** Turns the columns p and q of X. */
function turnColumns(X: Matrix, p: number, q: number, angle: number): void {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  for (const row of X) {
    const [x, y] = [row[p]!, row[q]!];
    row[p] = c * x + s * y;
    row[q] = c * y - s * x;
  }
}

/** Turns the rows p and q of X. */
function turnRows(X: Matrix, p: number, q: number, angle: number): void {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  for (let k = 0; k < X.length; k++) {
    const [x, y] = [X[p]![k]!, X[q]![k]!];
    X[p]![k] = c * x + s * y;
    X[q]![k] = c * y - s * x;
  }
}

export function eigenSymmetric(A: Matrix): { values: Vector; vectors: Matrix } {
  const m = A.length;
  const D = A.map((row) => row.slice());
  const V: Matrix = A.map((_, i) => A.map((_, j) => (i === j ? 1 : 0)));
  for (let round = 0; round < ROUNDS; round++) {
    for (let p = 0; p < m; p++) {
      for (let q = p + 1; q < m; q++) {
        const angle = 0.5 * Math.atan2(2 * D[p]![q]!, D[p]![p]! - D[q]![q]!);
        turnColumns(D, p, q, angle);
        turnColumns(V, p, q, angle);
        turnRows(D, p, q, angle);
      }
    }
  }
  const order = D.map((_, k) => k).sort((j, k) => D[k]![k]! - D[j]![j]!);
  return {
    values: order.map((k) => D[k]![k]!),
    vectors: V.map((row) => order.map((k) => row[k]!)),
  };
}
