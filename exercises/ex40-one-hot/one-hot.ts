// Grade with: npm run grade ex40

type Vector = number[];
type Matrix = number[][];

/**
 * A row for each label, with a 1 at the label's place and 0 elsewhere. Throws where a label is none of
 * the classes.
 *
 *     Yᵢₖ = 1 for k = yᵢ, else 0
 *
 * @param y labels, whole numbers from 0 to numLabels − 1, shape [n], 0, 1, 2, …
 * @param numLabels number of classes, whole
 * @returns one-hot rows, one an example, shape [n, numLabels], a single 1 a row, else 0
 */
export function intToOnehot(y: Vector, numLabels: number): Matrix {
  throw new Error("not implemented: intToOnehot");
}

/**
 * The class with the largest score for each example, counted from 0; of equal scores the first.
 *
 *     ŷᵢ = arg maxₖ Pᵢₖ
 *
 * @param P scores or probabilities, one example a row, shape [n, k]
 * @returns classes, one an example, shape [n], 0, 1, 2, …
 */
export function argmaxRows(P: Matrix): Vector {
  throw new Error("not implemented: argmaxRows");
}

/**
 * The share of the predictions that are right. Throws where there are none.
 *
 *     (1/n) Σᵢ [ŷᵢ = yᵢ]
 *
 * @param predicted classes that were predicted, one an example, shape [n], 0, 1, 2, …
 * @param y classes that are right, shape [n], 0, 1, 2, …
 * @returns from 0 to 1
 */
export function accuracy(predicted: Vector, y: Vector): number {
  throw new Error("not implemented: accuracy");
}
