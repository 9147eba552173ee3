type Matrix = number[][];

declare class Tensor {
  data: Matrix;
  sub(other: Tensor): Tensor;
  mul(other: Tensor): Tensor;
  mean(): Tensor;
  static node(
    data: Matrix,
    operands: readonly Tensor[],
    back: (adjoint: Matrix) => readonly Matrix[],
  ): Tensor;
}

/** Mean squared error over all entries, 1×1. */
export function mseLossT(pred: Tensor, target: Tensor): Tensor {
  const miss = pred.sub(target);
  return miss.mul(miss).mean();
}

/** Cross-entropy of logits, a mean over the examples, 1×1; labels are classes 0 … C − 1. */
export function crossEntropyLossT(logits: Tensor, labels: number[]): Tensor {
  const Z = logits.data;
  let loss = 0;
  const gradient = Z.map((row, i) => {
    const label = labels[i]!;
    const top = Math.max(...row);
    const e = row.map((z) => Math.exp(z - top));
    const total = e.reduce((sum, ec) => sum + ec, 0);
    loss += (top + Math.log(total) - row[label]!) / Z.length;
    return e.map((ec, c) => (ec / total - (c === label ? 1 : 0)) / Z.length);
  });
  return Tensor.node([[loss]], [logits], (adjoint) => [
    gradient.map((row) => row.map((g) => g * adjoint[0]![0]!)),
  ]);
}
