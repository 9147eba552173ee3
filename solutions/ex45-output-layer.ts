type Vector = number[];
type Matrix = number[][];

export function outputDelta(Aout: Matrix, Y: Matrix): Matrix {
  const entries = Y.length * Y[0]!.length;
  return Aout.map((row, i) => row.map((a, j) => (2 / entries) * (a - Y[i]![j]!) * a * (1 - a)));
}

export function outputGradients(
  A1: Matrix,
  Aout: Matrix,
  Y: Matrix,
): { delta: Matrix; dW: Matrix; db: Vector } {
  const delta = outputDelta(Aout, Y);
  const dW = Y[0]!.map((_, j) => A1[0]!.map((__, k) => sum(delta.map((row, i) => row[j]! * A1[i]![k]!))));
  const db = Y[0]!.map((_, j) => sum(delta.map((row) => row[j]!)));
  return { delta, dW, db };
}

const sum = (terms: Vector): number => terms.reduce((total, term) => total + term, 0);
