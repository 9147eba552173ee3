// Grade with: npm run grade ex44

type Vector = number[];
type Matrix = number[][];

/** A network with sigmoid units: W1 d×m, b1 d, W2 t×d, b2 t; row i of a weight matrix belongs to unit i. */
type Net2 = { W1: Matrix; b1: Vector; W2: Matrix; b2: Vector };

/**
 * Derivative of the loss by one output weight, for one example.
 *
 *     ∂L/∂W2[j][i]  of  L = (1/t) Σ_j (y_j − a_j)²
 *
 *     a^h = σ(W1·x + b1),  a = σ(W2·a^h + b2)
 *
 * The mean over the t outputs stays in the derivative. Indices count from 0.
 *
 * @param x one example, shape [m]
 * @param y its targets, shape [t]
 * @param p parameters of the network
 * @param j output unit
 * @param i hidden unit
 * @returns one number
 */
export function outputWeightGradient(x: Vector, y: Vector, p: Net2, j: number, i: number): number {
  throw new Error("not implemented: outputWeightGradient");
}

/**
 * Derivative of the loss by one hidden weight, for one example.
 *
 *     ∂L/∂W1[i][k]  of  L = (1/t) Σ_j (y_j − a_j)²
 *
 * The weight reaches the loss through every output unit. Indices count from 0.
 *
 * @param x one example, shape [m]
 * @param y its targets, shape [t]
 * @param p parameters of the network
 * @param i hidden unit
 * @param k input
 * @returns one number
 */
export function hiddenWeightGradient(x: Vector, y: Vector, p: Net2, i: number, k: number): number {
  throw new Error("not implemented: hiddenWeightGradient");
}
