// Grade with: npm run grade ex61

type Vector = number[];
type Matrix = number[][];

/**
 * Mean squared error and accuracy of a classifier over a data set, batch by batch. All examples count,
 * and the size of the batches changes nothing.
 *
 *     mse = (1/(n t)) Σᵢ Σₖ (Yᵢₖ − Pᵢₖ)²,  acc = (1/n) Σᵢ [arg maxₖ Pᵢₖ = yᵢ]
 *
 * @param predict takes a batch, one example a row, gives numLabels numbers for each
 * @param X inputs, one example a row, shape [n, d]
 * @param y labels, whole numbers from 0 to numLabels − 1, shape [n], 0, 1, 2, …
 * @param numLabels number of classes, t, whole
 * @param batchSize examples of a batch, whole
 * @returns how the classifier does on the data set
 *   mse: mean of the squares over all n·t entries
 *   acc: share of the examples whose largest output is at the label, from 0 to 1
 */
export function computeMseAndAcc(
  predict: (X: Matrix) => Matrix,
  X: Matrix,
  y: Vector,
  numLabels: number,
  batchSize: number,
): { mse: number; acc: number } {
  throw new Error("not implemented: computeMseAndAcc");
}
