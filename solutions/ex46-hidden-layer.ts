type Vector = number[];
type Matrix = number[][];

export function hiddenLayerGradient(H: Matrix, outWeights: Matrix, lossGrad: Matrix): Matrix {
  return H.map((row, i) =>
    row.map((h, k) => {
      let back = 0;
      for (let j = 0; j < lossGrad[i]!.length; j++) back += lossGrad[i]![j]! * outWeights[k]![j]!;
      return h * (1 - h) * back;
    }),
  );
}

export function hiddenGradients(
  X: Matrix,
  A1: Matrix,
  Wout: Matrix,
  deltaOut: Matrix,
): { delta: Matrix; dW: Matrix; db: Vector } {
  const d = A1[0]!.length;
  const m = X[0]!.length;
  const delta = A1.map(() => new Array<number>(d).fill(0));
  const dW = Array.from({ length: d }, () => new Array<number>(m).fill(0));
  const db = new Array<number>(d).fill(0);
  for (let i = 0; i < X.length; i++) {
    for (let k = 0; k < d; k++) {
      let back = 0;
      for (let j = 0; j < Wout.length; j++) back += deltaOut[i]![j]! * Wout[j]![k]!;
      const error = back * A1[i]![k]! * (1 - A1[i]![k]!);
      delta[i]![k] = error;
      db[k]! += error;
      for (let l = 0; l < m; l++) dW[k]![l]! += error * X[i]![l]!;
    }
  }
  return { delta, dW, db };
}
