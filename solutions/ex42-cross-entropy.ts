type Matrix = number[][];

export function crossEntropy(P: Matrix, Y: Matrix, eps: number = 1e-12): number {
  let loss = 0;
  for (let i = 0; i < P.length; i++) {
    for (let c = 0; c < P[i]!.length; c++) loss -= Y[i]![c]! * Math.log(Math.max(P[i]![c]!, eps));
  }
  return loss;
}

export function crossEntropyLogits(Z: Matrix, y: number[]): number {
  const losses = Z.map((row, i) => {
    const top = Math.max(...row);
    const total = row.reduce((sum, z) => sum + Math.exp(z - top), 0);
    return top + Math.log(total) - row[y[i]!]!;
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / Z.length;
}
