// Grade with: npm run grade ex38

type Vector = number[];
type Matrix = number[][];
type ActName = "identity" | "relu" | "leakyRelu" | "sigmoid" | "tanh";
type Layer = { kind: "linear"; W: Matrix; b: Vector } | { kind: "activation"; name: ActName };

/**
 * Passes a batch through all layers in a row, and keeps what each of them gives.
 *
 *     A₀ = X,  Aₖ = fₖ(Aₖ₋₁)
 *
 * @param layers the layers, in the order in which they are passed, L records
 * @param X inputs, one example a row, shape [n, m]
 * @returns the outputs of the model and of its layers
 *   output: what the last layer gives; X where there are no layers, shape [n, w]
 *   outputs: what each layer gives, in their order, L of n × w
 */
export function sequentialForward(layers: Layer[], X: Matrix): { output: Matrix; outputs: Matrix[] } {
  throw new Error("not implemented: sequentialForward");
}
