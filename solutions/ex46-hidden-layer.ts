type Vector = number[];
type Matrix = number[][];

/**
 * Error of the hidden layer: derivatives of the loss by its net inputs Z, where H = σ(Z).
 *
 *     δ_h = ∂J/∂Z_h  from  δ_o = ∂J/∂Z_o  and  Z_o = H·W_o + b_o
 *
 * The weights are in×out: row k leads from hidden unit k. H is behind the sigmoid already.
 *
 * @param H hidden activations, shape [n, d]
 * @param outWeights output weights, shape [d, t]
 * @param lossGrad derivatives of the loss by the output net inputs, shape [n, t]
 * @returns δ_h, shape [n, d]
 */
export function hiddenLayerGradient(H: Matrix, outWeights: Matrix, lossGrad: Matrix): Matrix {
  return H.map((row, i) =>
    row.map((h, k) => {
      let back = 0;
      for (let j = 0; j < lossGrad[i]!.length; j++) back += lossGrad[i]![j]! * outWeights[k]![j]!;
      return h * (1 - h) * back;
    }),
  );
}

/**
 * Gradients of the hidden layer: its error, and the derivatives by its weights and biases.
 *
 *     δ = ∂L/∂Z_1,  dW = ∂L/∂W_1,  db = ∂L/∂b_1
 *
 *     Z_1 = X·W_1ᵀ + b_1,  A_1 = σ(Z_1),  Z_out = A_1·W_outᵀ + b_out
 *
 * The weights are out×in here, and so is dW. Means over examples are in deltaOut already.
 *
 * @param X inputs, shape [n, m]
 * @param A1 hidden activations, shape [n, d]
 * @param Wout output weights before any update, shape [t, d]
 * @param deltaOut ∂L/∂Z_out, shape [n, t]
 * @returns delta of shape [n, d], dW of shape [d, m], db of shape [d]
 */
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
