// Grade with: npm run grade ex49

type Vector = number[];
type Matrix = number[][];

/**
 * What each layer gives, the inputs first: every layer is sigmoid. Net inputs of ±1000 must not give
 * NaN.
 *
 *     A⁰ = X,  Aˡ = σ(Aˡ⁻¹(Wˡ)ᵀ + bˡ)
 *
 * @param X inputs, one example a row, shape [n, m]
 * @param Ws weights of each layer, out × in: row k belongs to unit k, L of u × v
 * @param bs biases of each layer, one a unit, L of u
 * @returns A⁰ = X, A¹ … Aᴸ, L + 1 of n × w
 */
export function forwardAll(X: Matrix, Ws: Matrix[], bs: Vector[]): Matrix[] {
  throw new Error("not implemented: forwardAll");
}

/**
 * Errors of all layers, and the derivatives of the loss by all weights and biases. The loss is the
 * mean over all n·t entries, and all layers are sigmoid.
 *
 *     ∇L of L = (1/(n t)) Σᵢ Σⱼ (Yᵢⱼ − Aᵢⱼᴸ)²
 *
 * @param As what each layer gives, A⁰ = X first, L + 1 of n × w
 * @param Y targets, from 0 to 1, shape [n, t]
 * @param Ws weights of each layer, out × in: row k belongs to unit k, L of u × v
 * @returns the errors and both kinds of gradients, each with one entry a layer
 *   deltas: δ of each layer, the derivatives by its net inputs; the first layer first, L of n × u
 *   dWs: derivatives by the weights, out × in as these are, L of u × v
 *   dbs: derivatives by the biases, L of u
 */
export function backwardAll(
  As: Matrix[],
  Y: Matrix,
  Ws: Matrix[],
): { deltas: Matrix[]; dWs: Matrix[]; dbs: Vector[] } {
  throw new Error("not implemented: backwardAll");
}

/**
 * One step of descent for the weights and biases of all layers.
 *
 *     Wˡ − η ∂L/∂Wˡ,  bˡ − η ∂L/∂bˡ
 *
 * @param Ws weights of each layer, out × in: row k belongs to unit k, L of u × v
 * @param bs biases of each layer, one a unit, L of u
 * @param dWs derivatives of the loss by Ws, L of u × v
 * @param dbs derivatives of the loss by bs, L of u
 * @param lr learning rate η
 * @returns all parameters after the step; those handed over stay as they are
 *   Ws: the weights after the step, L of u × v
 *   bs: the biases after the step, L of u
 */
export function updateAll(
  Ws: Matrix[],
  bs: Vector[],
  dWs: Matrix[],
  dbs: Vector[],
  lr: number,
): { Ws: Matrix[]; bs: Vector[] } {
  throw new Error("not implemented: updateAll");
}
