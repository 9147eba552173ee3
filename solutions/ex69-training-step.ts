declare class Tensor {
  data: Matrix;
  constructor(data: Matrix);
  backward(): void;
}
declare class Module {
  forward(x: Tensor): Tensor;
}
declare function crossEntropyLossT(logits: Tensor, labels: number[]): Tensor;

type Matrix = number[][];

/** One step of training; gives the loss before the update. */
export function trainStep(
  model: Module,
  lossFn: (p: Tensor) => Tensor,
  X: Tensor,
  optimizer: { zeroGrad(): void; step(): void },
): number {
  optimizer.zeroGrad();
  const loss = lossFn(model.forward(X));
  loss.backward();
  optimizer.step();
  return loss.data[0]![0]!;
}

/** Mean cross-entropy and accuracy of a model that gives logits, without any gradients. */
export function evaluate(model: Module, X: Matrix, y: number[]): { loss: number; accuracy: number } {
  const logits = model.forward(new Tensor(X));
  const loss = crossEntropyLossT(logits, y).data[0]![0]!;
  let hits = 0;
  logits.data.forEach((row, i) => {
    const largest = Math.max(...row);
    if (row.indexOf(largest) === y[i]) hits++;
  });
  return { loss, accuracy: hits / y.length };
}
