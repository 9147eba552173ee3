// Grade with: npm run grade ex35

type Vector = number[];
type Matrix = number[][];

/**
 * The layer with weights in × out. Throws where lengths do not fit.
 *
 *     Z = X W + b
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param W weights, in × out: row l belongs to input l, shape [m, k]
 * @param b biases, one a unit, added to every row, shape [k]
 * @returns Z, net inputs, one example a row, shape [n, k]
 */
export function denseForward(X: Matrix, W: Matrix, b: Vector): Matrix {
  throw new Error("not implemented: denseForward");
}

/**
 * The layer with weights out × in, as in PyTorch. Throws where lengths do not fit.
 *
 *     Z = X Wᵀ + b
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param W weights, out × in: row j belongs to unit j, shape [k, m]
 * @param b biases, one a unit, added to every row, shape [k]
 * @returns Z, net inputs, one example a row, shape [n, k]
 */
export function linearForward(X: Matrix, W: Matrix, b: Vector): Matrix {
  throw new Error("not implemented: linearForward");
}

/**
 * The layer with weights out × in for one example, in columns. Throws where lengths do not fit.
 *
 *     z = W x + b
 *
 * @param W weights, out × in: row j belongs to unit j, shape [k, m]
 * @param x inputs of one example, as a column, shape [m, 1]
 * @param b biases, one a unit, as a column, shape [k, 1]
 * @returns z, net inputs, as a column, shape [k, 1]
 */
export function columnForward(W: Matrix, x: Matrix, b: Matrix): Matrix {
  throw new Error("not implemented: columnForward");
}
