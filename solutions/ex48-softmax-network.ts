type Matrix = number[][];

/** Weights in×out: Wh m×h, bh 1×h, Wo h×c, bo 1×c. */
type Network = { Wh: Matrix; bh: Matrix; Wo: Matrix; bo: Matrix };

export function forwardProp(X: Matrix, p: Network): { H: Matrix; yHat: Matrix } {
  const H = affine(X, p.Wh, p.bh).map((row) => row.map((z) => 1 / (1 + Math.exp(-z))));
  return { H, yHat: affine(H, p.Wo, p.bo).map(softmax) };
}

export function computeGradients(X: Matrix, Y: Matrix, p: Network): Network {
  const { H, yHat } = forwardProp(X, p);
  const deltaO = yHat.map((row, i) => row.map((y, c) => y - Y[i]![c]!));
  const deltaH = H.map((row, i) => row.map((h, k) => h * (1 - h) * dot(deltaO[i]!, p.Wo[k]!)));
  return {
    Wh: transposedTimes(X, deltaH),
    bh: [columnSums(deltaH)],
    Wo: transposedTimes(H, deltaO),
    bo: [columnSums(deltaO)],
  };
}

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
