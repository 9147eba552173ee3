type Matrix = number[][];

export function trainNetwork(
  X: Matrix,
  Y: Matrix,
  params: Matrix[],
  iterations: number,
  lr: number,
  mf: number,
): { params: Matrix[]; losses: number[] } {
  let theta = params.map((A) => A.map((row) => row.slice()));
  let Ms = params.map((A) => A.map((row) => row.map(() => 0)));
  const losses = [lossOf(X, Y, theta)];
  for (let k = 0; k < iterations; k++) {
    const gradients = gradientsOf(X, Y, theta);
    Ms = entrywise(Ms, gradients, (m, g) => mf * m - lr * g);
    theta = entrywise(theta, Ms, (x, m) => x + m);
    losses.push(lossOf(X, Y, theta));
  }
  return { params: theta, losses };
}

export function predictClasses(X: Matrix, params: Matrix[]): number[] {
  return forward(X, params).yHat.map((row) => {
    let best = 0;
    for (let c = 1; c < row.length; c++) if (row[c]! > row[best]!) best = c;
    return best;
  });
}

/** The forward pass of ex48. */
function forward(X: Matrix, [Wh, bh, Wo, bo]: Matrix[]): { H: Matrix; yHat: Matrix } {
  const H = affine(X, Wh!, bh!).map((row) => row.map((z) => 1 / (1 + Math.exp(-z))));
  return { H, yHat: affine(H, Wo!, bo!).map(softmax) };
}

/** −Σ ln ŷ of the class that each example has. */
function lossOf(X: Matrix, Y: Matrix, params: Matrix[]): number {
  const { yHat } = forward(X, params);
  return Y.reduce((J, y, i) => J - Math.log(yHat[i]![y.indexOf(1)]!), 0);
}

/** The gradients of ex48, as a list. */
function gradientsOf(X: Matrix, Y: Matrix, params: Matrix[]): Matrix[] {
  const { H, yHat } = forward(X, params);
  const Wo = params[2]!;
  const deltaO = yHat.map((row, i) => row.map((y, c) => y - Y[i]![c]!));
  const deltaH = H.map((row, i) => row.map((h, k) => h * (1 - h) * dot(deltaO[i]!, Wo[k]!)));
  return [transposedTimes(X, deltaH), [columnSums(deltaH)], transposedTimes(H, deltaO), [columnSums(deltaO)]];
}

/** f of the entries at each place of two lists of matrices. */
const entrywise = (As: Matrix[], Bs: Matrix[], f: (a: number, b: number) => number): Matrix[] =>
  As.map((A, k) => A.map((row, i) => row.map((a, j) => f(a, Bs[k]![i]![j]!))));

/** X·W + b. */
const affine = (X: Matrix, W: Matrix, b: Matrix): Matrix =>
  X.map((row) => b[0]!.map((bk, k) => row.reduce((z, x, l) => z + x * W[l]![k]!, bk)));

/** e^z over its sum, after a shift that makes the largest z zero. */
function softmax(z: number[]): number[] {
  const largest = Math.max(...z);
  const e = z.map((zc) => Math.exp(zc - largest));
  const total = e.reduce((s, ec) => s + ec, 0);
  return e.map((ec) => ec / total);
}

/** Aᵀ·B. */
const transposedTimes = (A: Matrix, B: Matrix): Matrix =>
  A[0]!.map((_, l) => B[0]!.map((_, k) => A.reduce((s, row, i) => s + row[l]! * B[i]![k]!, 0)));

const columnSums = (A: Matrix): number[] => A[0]!.map((_, k) => A.reduce((s, row) => s + row[k]!, 0));

const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i]!, 0);
