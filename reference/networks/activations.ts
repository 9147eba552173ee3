/**
 * Activation functions by name, entry by entry: "identity", "relu", "leakyRelu", "sigmoid", "tanh".
 *
 * At a kink the slope is that of the left branch: relu′(0) = 0, leakyRelu′(0) = 0.2.
 */
import { sigmoid } from "../linear-models/sigmoid.ts";
import { dot, type Num } from "../numbers/num.ts";

type Matrix = readonly (readonly Num[])[];

export const ACTIVATIONS = {
  identity: (z) => z,
  relu: (z) => z.relu(),
  leakyRelu: (z) => (z.value > 0 ? z : z.times(0.2)),
  sigmoid,
  tanh: (z) => z.tanh(),
} satisfies Record<string, (z: Num) => Num>;

/**
 * What a layer gives on.
 *
 *     A = g(Z)
 *
 * @param name one of ACTIVATIONS
 * @param Z net inputs, shape [n, k]
 * @returns shape [n, k]
 * @see Building FeedForward Networks with Pytorch, class ReLU and class Sigmoid
 */
export function activated(name: string, Z: Matrix): Num[][] {
  const g = ACTIVATIONS[name as keyof typeof ACTIVATIONS];
  return Z.map((row) => row.map((z) => g(z)));
}

/**
 * A sum of activations in which each counts as much as the loss follows it.
 *
 *     Σ_i Σ_j d_ij · g(z_ij)
 *
 * Its derivatives by Z are the loss's own, D ⊙ g′(Z), as long as D holds the loss's derivatives by A.
 *
 * @param D weights, shape [n, k]
 */
export const weightedActivation = (name: string, Z: Matrix, D: Matrix): Num =>
  dot(activated(name, Z).flat(), D.flat());
