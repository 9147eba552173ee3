type Matrix = number[][];

export function updateMomentum(Ms: Matrix[], grads: Matrix[], momentum: number, lr: number): Matrix[] {
  return Ms.map((M, k) => M.map((row, i) => row.map((m, j) => momentum * m - lr * grads[k]![i]![j]!)));
}

export function updateParams(params: Matrix[], Ms: Matrix[]): Matrix[] {
  return params.map((P, k) => P.map((row, i) => row.map((x, j) => x + Ms[k]![i]![j]!)));
}

export function torchMomentumStep(
  p: Matrix,
  v: Matrix,
  g: Matrix,
  mu: number,
  lr: number,
): { p: Matrix; v: Matrix } {
  const velocity = v.map((row, i) => row.map((old, j) => mu * old + g[i]![j]!));
  return { p: p.map((row, i) => row.map((x, j) => x - lr * velocity[i]![j]!)), v: velocity };
}
