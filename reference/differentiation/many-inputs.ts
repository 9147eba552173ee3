/**
 * Functions of several inputs, of vectors and of matrices: the inputs are put together, and σ is taken of the result.
 */
import { apply } from "../functions/apply.ts";
import type { FunctionName } from "../functions/known.ts";
import { product } from "../numbers/matrix.ts";
import { type Num, sum } from "../numbers/num.ts";
import type { Call } from "./measured.ts";

type Matrix = readonly (readonly Num[])[];

/**
 * σ(x + y)
 *
 * @see 09.1 Deep Learning – Neural Network, 1.2.6
 */
export const ofSum = (x: Num, y: Num, sigma: FunctionName, call: Call = apply): Num => call(sigma, x.plus(y));

/**
 * S = σ(X·W), σ entry by entry.
 *
 * @param X shape [n, m]
 * @param W shape [m, k]
 * @returns shape [n, k]
 * @see 09.1 Deep Learning – Neural Network, 1.2.7 and 1.2.8
 */
export const ofProduct = (X: Matrix, W: Matrix, sigma: FunctionName, call: Call = apply): Num[][] =>
  product(X, W).map((row) => row.map((net) => call(sigma, net)));

/**
 * Λ(S) = Σ_i Σ_j s_ij, the sum of all entries of S = σ(X·W).
 *
 * @see 09.1 Deep Learning – Neural Network, 1.2.8
 */
export const totalOfProduct = (X: Matrix, W: Matrix, sigma: FunctionName, call: Call = apply): Num =>
  sum(ofProduct(X, W, sigma, call).flat());
