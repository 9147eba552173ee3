// Grade with: npm run grade ex13

type Vector = number[];
type Matrix = number[][];

/**
 * Mean and standard deviation of each column. The variance divides by n.
 *
 *     μⱼ = (1/n) Σᵢ xᵢⱼ, σⱼ = √((1/n) Σᵢ (xᵢⱼ − μⱼ)²)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @returns what the columns are standardised by
 *   mean: means of the columns, shape [m]
 *   std: their standard deviations, over n, shape [m]
 */
export function fitStandardizer(X: Matrix): { mean: Vector; std: Vector } {
  throw new Error("not implemented: fitStandardizer");
}

/**
 * Data standardised by the mean and standard deviation that were found before. A constant column, of
 * standard deviation 0, stays as it is after centring: 0.
 *
 *     zᵢⱼ = (xᵢⱼ − μⱼ)/σⱼ
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param s what fitStandardizer found in the training data
 *   mean: means, shape [m]
 *   std: standard deviations, shape [m]
 * @returns the standardised inputs, shape [n, m]
 */
export function standardize(X: Matrix, s: { mean: Vector; std: Vector }): Matrix {
  throw new Error("not implemented: standardize");
}

/**
 * Predictions of a linear model, as in ex12.
 *
 *     P = X W + B
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param weights the weights of the model, as in ex12
 *   W: weights, in × out, shape [m, 1]
 *   B: bias, added to every row, shape [1, 1]
 * @returns predictions, a column, shape [n, 1]
 */
export function predict(X: Matrix, weights: { W: Matrix; B: Matrix }): Matrix {
  throw new Error("not implemented: predict");
}

/**
 * Mean squared error of predictions.
 *
 *     (1/n) Σᵢ (yᵢ − ŷᵢ)²
 *
 * @param yTrue targets, shape [n]
 * @param yPred predictions, shape [n]
 * @returns the error, at least 0
 */
export function meanSquaredError(yTrue: Vector, yPred: Vector): number {
  throw new Error("not implemented: meanSquaredError");
}

/**
 * The share of the targets' variance that predictions explain. For targets that are all equal it is 1
 * where the predictions are exact, and else NaN.
 *
 *     R² = 1 − (Σᵢ (yᵢ − ŷᵢ)²)/(Σᵢ (yᵢ − ȳ)²)
 *
 * @param yTrue targets, shape [n]
 * @param yPred predictions, shape [n]
 * @returns R², at most 1
 */
export function r2Score(yTrue: Vector, yPred: Vector): number {
  throw new Error("not implemented: r2Score");
}

/**
 * The weights and the intercept with the smallest mean squared error. Throws a RangeError if the
 * columns do not settle them.
 *
 *     θ^(*) = (Aᵀ A)⁻¹ Aᵀ y, A = (X 1)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param y targets, shape [n]
 * @returns one weight an input, then the intercept, shape [m + 1]
 */
export function normalEquations(X: Matrix, y: Vector): Vector {
  throw new Error("not implemented: normalEquations");
}
