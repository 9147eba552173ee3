/** How many numbers a network of dense layers learns. */
import { type Num, num, sum } from "../numbers/num.ts";

/** One layer: a weight for each pair of an input and a unit, and a bias for each unit, k·m + k. */
export const layerParameters = (k: Num | number, m: Num | number): Num => num(k).times(m).plus(k);

/**
 * Layers in a row.
 *
 *     #θ = Σ_k (d_k · d_(k−1) + d_k)
 *
 * @param widths the number of inputs, and the number of units of each layer, d_0 … d_L
 * @see 01 build and train feedforward nn, 1.12
 */
export const networkParameters = (widths: readonly number[]): Num =>
  sum(widths.slice(1).map((k, l) => layerParameters(k, widths[l] as number)));
