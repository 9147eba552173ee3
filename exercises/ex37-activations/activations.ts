// Grade with: npm run grade ex37

type Matrix = number[][];
type ActName = "identity" | "relu" | "leakyRelu" | "sigmoid" | "tanh";

/**
 * The activation of every entry. No entry may give NaN but NaN itself.
 *
 *     A = g(Z)
 *
 * @param name name of the activation g, text
 * @param Z net inputs, one example a row, shape [n, k]
 * @returns A, in the shape of Z, shape [n, k]
 */
export function activation(name: ActName, Z: Matrix): Matrix {
  throw new Error("not implemented: activation");
}

/**
 * The derivative of the activation at every entry. At 0 the slope of ReLU is 0, that of leaky ReLU
 * 0.2.
 *
 *     g′(Z)
 *
 * @param name name of the activation g, text
 * @param Z net inputs, one example a row, shape [n, k]
 * @returns g′ at each entry of Z, shape [n, k]
 */
export function activationPrime(name: ActName, Z: Matrix): Matrix {
  throw new Error("not implemented: activationPrime");
}

/**
 * How the loss follows the net inputs, from how it follows the activations.
 *
 *     ∂L/∂Z from ∂L/∂A,  A = g(Z)
 *
 * @param name name of the activation g, text
 * @param Z net inputs, one example a row, shape [n, k]
 * @param dA ∂L/∂A, how the loss follows what the layer passes on, shape [n, k]
 * @returns ∂L/∂Z, in the shape of Z, shape [n, k]
 */
export function activationBackward(name: ActName, Z: Matrix, dA: Matrix): Matrix {
  throw new Error("not implemented: activationBackward");
}
