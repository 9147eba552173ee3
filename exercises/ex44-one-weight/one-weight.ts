// Grade with: npm run grade ex44

type Vector = number[];
type Matrix = number[][];

/** A network with sigmoid units: W1 d×m, b1 d, W2 t×d, b2 t; row i of a weight matrix belongs to unit i. */
type Net2 = { W1: Matrix; b1: Vector; W2: Matrix; b2: Vector };

/**
 * Derivative of the loss by one output weight, for one example. Its mean over the t outputs stays.
 *
 *     ∂L/∂W₂[j][i] of L = (1/t) Σⱼ (yⱼ − aⱼ)²,  a = σ(W₂ σ(W₁ x + b₁) + b₂)
 *
 * @param x one example, shape [m]
 * @param y its targets, one an output unit, shape [t]
 * @param p parameters of the network
 *   W1: hidden weights, one row a hidden unit, shape [d, m]
 *   b1: hidden biases, shape [d]
 *   W2: output weights, one row an output unit, shape [t, d]
 *   b2: output biases, shape [t]
 * @param j output unit, 0 … t − 1, whole
 * @param i hidden unit, 0 … d − 1, whole
 * @returns ∂L/∂W2[j][i]
 */
export function outputWeightGradient(x: Vector, y: Vector, p: Net2, j: number, i: number): number {
  throw new Error("not implemented: outputWeightGradient");
}

/**
 * Derivative of the loss by one hidden weight, for one example. The weight reaches the loss through
 * every output unit.
 *
 *     ∂L/∂W₁[i][k] of L = (1/t) Σⱼ (yⱼ − aⱼ)²,  a = σ(W₂ σ(W₁ x + b₁) + b₂)
 *
 * @param x one example, shape [m]
 * @param y its targets, one an output unit, shape [t]
 * @param p parameters of the network
 *   W1: hidden weights, one row a hidden unit, shape [d, m]
 *   b1: hidden biases, shape [d]
 *   W2: output weights, one row an output unit, shape [t, d]
 *   b2: output biases, shape [t]
 * @param i hidden unit, 0 … d − 1, whole
 * @param k input, 0 … m − 1, whole
 * @returns ∂L/∂W1[i][k]
 */
export function hiddenWeightGradient(x: Vector, y: Vector, p: Net2, i: number, k: number): number {
  throw new Error("not implemented: hiddenWeightGradient");
}
