type Fn = (x: number) => number;
type Matrix = number[][];

const deriv = (f: Fn, x: number, h = 1e-3): number => (f(x + h) - f(x - h)) / (2 * h);

/** The product of a row and a column. */
function weightedSum(X: Matrix, W: Matrix): number {
  const x = X[0]!;
  if (x.length !== W.length) throw new RangeError(`${x.length} inputs and ${W.length} weights`);
  let net = 0;
  for (let i = 0; i < x.length; i++) {
    net += x[i]! * W[i]![0]!;
  }
  return net;
}

export function matrixForwardExtra(X: Matrix, W: Matrix, sigma: Fn): Matrix {
  return [[sigma(weightedSum(X, W))]];
}

export function matrixFunctionBackward1(X: Matrix, W: Matrix, sigma: Fn): Matrix {
  const slope = deriv(sigma, weightedSum(X, W));
  return [W.map((row) => slope * row[0]!)];
}
