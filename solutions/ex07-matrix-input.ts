type Fn = (x: number) => number;
type Matrix = number[][];

const deriv = (f: Fn, x: number, h = 1e-3): number => (f(x + h) - f(x - h)) / (2 * h);

const transpose = (A: Matrix): Matrix => A[0]!.map((_, j) => A.map((row) => row[j]!));

function product(A: Matrix, B: Matrix): Matrix {
  return A.map((row) =>
    B[0]!.map((_, j) => {
      let entry = 0;
      for (let l = 0; l < row.length; l++) {
        entry += row[l]! * B[l]![j]!;
      }
      return entry;
    }),
  );
}

/** The slopes of σ at all entries of X·W. */
const slopes = (X: Matrix, W: Matrix, sigma: Fn): Matrix =>
  product(X, W).map((row) => row.map((net) => deriv(sigma, net)));

export function matrixForwardSum(X: Matrix, W: Matrix, sigma: Fn): number {
  let total = 0;
  for (const row of product(X, W)) {
    for (const net of row) {
      total += sigma(net);
    }
  }
  return total;
}

export function matrixBackwardSumX(X: Matrix, W: Matrix, sigma: Fn): Matrix {
  return product(slopes(X, W, sigma), transpose(W));
}

export function matrixBackwardSumW(X: Matrix, W: Matrix, sigma: Fn): Matrix {
  return product(transpose(X), slopes(X, W, sigma));
}
