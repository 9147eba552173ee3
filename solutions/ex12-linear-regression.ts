type Matrix = number[][];
type Weights = { W: Matrix; B: Matrix };
type Info = { X: Matrix; N: Matrix; P: Matrix; y: Matrix };

export function forward(X: Matrix, y: Matrix, weights: Weights): { info: Info; loss: number } {
  const { W, B } = weights;
  const n = X.length;
  if (n === 0) throw new RangeError("forward: one example at least");
  if (y.length !== n) throw new RangeError(`forward: y of ${n} rows, got ${y.length}`);
  const N: Matrix = [];
  const P: Matrix = [];
  let loss = 0;
  for (let i = 0; i < n; i++) {
    if (W.length !== X[i]!.length)
      throw new RangeError(`forward: W of ${X[i]!.length} rows, got ${W.length}`);
    let net = 0;
    for (let j = 0; j < W.length; j++) net += X[i]![j]! * W[j]![0]!;
    N.push([net]);
    P.push([net + B[0]![0]!]);
    loss += (y[i]![0]! - P[i]![0]!) ** 2 / n;
  }
  return { info: { X, N, P, y }, loss };
}

export function lossGradients(info: Info, weights: Weights): Weights {
  const { X, P, y } = info;
  const dW = weights.W.map(() => [0]);
  let dB = 0;
  for (let i = 0; i < X.length; i++) {
    const slope = (-2 / X.length) * (y[i]![0]! - P[i]![0]!);
    for (let j = 0; j < dW.length; j++) dW[j]![0]! += X[i]![j]! * slope;
    dB += slope;
  }
  return { W: dW, B: [[dB]] };
}
