type Vector = number[];
type Matrix = number[][];

export function lossGradient(yHat: Matrix, yTrue: Matrix): Matrix {
  return yHat.map((row, i) => row.map((p, c) => p - yTrue[i]![c]!));
}

export function softmaxJacobian(z: Vector): Matrix {
  const s = softmax(z);
  return s.map((si, i) => s.map((sj, j) => si * ((i === j ? 1 : 0) - sj)));
}

export function softmaxBackward(P: Matrix, dP: Matrix): Matrix {
  return P.map((row, i) => {
    const mean = row.reduce((sum, p, c) => sum + p * dP[i]![c]!, 0);
    return row.map((p, c) => p * (dP[i]![c]! - mean));
  });
}

/** Softmax of one row, shifted by its largest logit. */
function softmax(z: Vector): Vector {
  const top = Math.max(...z);
  const e = z.map((zc) => Math.exp(zc - top));
  const total = e.reduce((sum, ec) => sum + ec, 0);
  return e.map((ec) => ec / total);
}
