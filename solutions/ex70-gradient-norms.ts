type Vector = number[];
type Matrix = number[][];
type ActName = "identity" | "relu" | "leakyRelu" | "sigmoid" | "tanh";

export function layerGradientNorms(
  net: { Ws: Matrix[]; bs: Vector[] },
  act: ActName,
  X: Matrix,
  Y: Matrix,
  residual?: boolean,
): Vector {
  const inputs: Matrix[] = [];
  const nets: Matrix[] = [];
  let A = X;
  for (const [l, W] of net.Ws.entries()) {
    const Z = A.map((row) => W.map((w, k) => dot(w, row) + net.bs[l]![k]!));
    inputs.push(A);
    nets.push(Z);
    const given = Z.map((row) => row.map((z) => value(act, z)));
    A = residual && isSquare(W) ? plus(given, A) : given;
  }

  const outputs = Y.length * Y[0]!.length;
  let back = A.map((row, i) => row.map((a, j) => (2 * (a - Y[i]![j]!)) / outputs));
  const norms: Vector = [];
  for (let l = net.Ws.length - 1; l >= 0; l--) {
    const W = net.Ws[l]!;
    const delta = back.map((row, i) => row.map((d, k) => d * slope(act, nets[l]![i]![k]!)));
    const dW = product(transpose(delta), inputs[l]!);
    norms.unshift(Math.sqrt(dW.flat().reduce((sum, d) => sum + d * d, 0)));
    back = residual && isSquare(W) ? plus(product(delta, W), back) : product(delta, W);
  }
  return norms;
}

function value(act: ActName, z: number): number {
  if (act === "relu") return Math.max(0, z);
  if (act === "leakyRelu") return Math.max(0.2 * z, z);
  if (act === "sigmoid") return 1 / (1 + Math.exp(-z));
  return act === "tanh" ? Math.tanh(z) : z;
}

function slope(act: ActName, z: number): number {
  const a = value(act, z);
  if (act === "relu") return z > 0 ? 1 : 0;
  if (act === "leakyRelu") return z > 0 ? 1 : 0.2;
  if (act === "sigmoid") return a * (1 - a);
  return act === "tanh" ? 1 - a * a : 1;
}

const isSquare = (W: Matrix): boolean => W.length === W[0]!.length;

const plus = (A: Matrix, B: Matrix): Matrix => A.map((row, i) => row.map((a, j) => a + B[i]![j]!));

const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

const transpose = (A: Matrix): Matrix => A[0]!.map((_, k) => A.map((row) => row[k]!));

/** A·B. */
const product = (A: Matrix, B: Matrix): Matrix =>
  A.map((row) => transpose(B).map((column) => dot(row, column)));
