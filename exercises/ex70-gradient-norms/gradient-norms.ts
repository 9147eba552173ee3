// Grade with: npm run grade ex70

type Vector = number[];
type Matrix = number[][];
type ActName = "identity" | "relu" | "leakyRelu" | "sigmoid" | "tanh";

/**
 * How long the gradient of the loss by each layer's weights is. The loss is the mean of the squared
 * errors over all n·t entries; all layers, the last one too, have the activation g.
 *
 *     ‖∂L/∂Wˡ‖ for each layer l,  Aˡ = g(Aˡ⁻¹(Wˡ)ᵀ + bˡ), with +Aˡ⁻¹ where it is residual
 *
 * @param net the network, one entry a layer, the first layer first
 *   Ws: weights of each layer, out × in: row k belongs to unit k, L of u × v
 *   bs: biases of each layer, one a unit, L of u
 * @param act name of the activation g of all layers, as in ex37, text
 * @param X inputs, one example a row, shape [n, m]
 * @param Y targets, one example a row, shape [n, t]
 * @param residual whether layers add their inputs to what they give, true or false; false where it is
 *   left out
 * @returns the length of each gradient, the first layer first, shape [L]
 */
export function layerGradientNorms(
  net: { Ws: Matrix[]; bs: Vector[] },
  act: ActName,
  X: Matrix,
  Y: Matrix,
  residual?: boolean,
): Vector {
  throw new Error("not implemented: layerGradientNorms");
}
