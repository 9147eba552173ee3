/**
 * Activation functions by name, entry by entry: "identity", "relu", "leakyRelu", "sigmoid", "tanh".
 *
 * At a kink the slope is that of the left branch: relu′(0) = 0, leakyRelu′(0) = 0.2.
 */
import { formulaOf } from "../functions/known.ts";
import { dot, type Num } from "../numbers/num.ts";

type Matrix = readonly (readonly Num[])[];

/**
 * What a layer gives on.
 *
 *     A = g(Z)
 *
 * @param Z net inputs, shape [n, k]
 * @returns shape [n, k]
 * @see Building FeedForward Networks with Pytorch, class ReLU and class Sigmoid
 */
export function activated(name: string, Z: Matrix): Num[][] {
  const g = formulaOf({ fn: name }) as (z: Num) => Num;
  return Z.map((row) => row.map(g));
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
