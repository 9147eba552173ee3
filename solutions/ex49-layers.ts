type Vector = number[];
type Matrix = number[][];

export function forwardAll(X: Matrix, Ws: Matrix[], bs: Vector[]): Matrix[] {
  const As = [X];
  for (let l = 0; l < Ws.length; l++) {
    As.push(As[l]!.map((row) => Ws[l]!.map((w, k) => 1 / (1 + Math.exp(-dot(w, row) - bs[l]![k]!)))));
  }
  return As;
}

export function backwardAll(
  As: Matrix[],
  Y: Matrix,
  Ws: Matrix[],
): { deltas: Matrix[]; dWs: Matrix[]; dbs: Vector[] } {
  const entries = Y.length * Y[0]!.length;
  const deltas: Matrix[] = [];
  let delta = As.at(-1)!.map((row, i) => row.map((a, j) => (2 / entries) * (a - Y[i]![j]!) * a * (1 - a)));
  for (let l = Ws.length - 1; l >= 0; l--) {
    deltas.unshift(delta);
    delta = As[l]!.map((row, i) => {
      const back = (k: number): number => Ws[l]!.reduce((sum, w, j) => sum + deltas[0]![i]![j]! * w[k]!, 0);
      return row.map((a, k) => back(k) * a * (1 - a));
    });
  }
  return {
    deltas,
    dWs: deltas.map((d, l) => product(transpose(d), As[l]!)),
    dbs: deltas.map((d) => transpose(d).map((column) => column.reduce((sum, one) => sum + one, 0))),
  };
}

export function updateAll(
  Ws: Matrix[],
  bs: Vector[],
  dWs: Matrix[],
  dbs: Vector[],
  lr: number,
): { Ws: Matrix[]; bs: Vector[] } {
  const step = (row: Vector, slopes: Vector): Vector => row.map((x, j) => x - lr * slopes[j]!);
  return {
    Ws: Ws.map((W, l) => W.map((row, k) => step(row, dWs[l]![k]!))),
    bs: bs.map((b, l) => step(b, dbs[l]!)),
  };
}

const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

const transpose = (A: Matrix): Matrix => A[0]!.map((_, k) => A.map((row) => row[k]!));

/** A·B. */
const product = (A: Matrix, B: Matrix): Matrix =>
  A.map((row) => transpose(B).map((column) => dot(row, column)));
