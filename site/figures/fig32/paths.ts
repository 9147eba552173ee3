/**
 * A weight's gradient in a network with one hidden layer, path by path.
 */

import { sigmoidSlope } from "../../../reference/linear-models/sigmoid.ts";
import { activations, type SigmoidNetwork } from "../../../reference/networks/sigmoid-network.ts";
import { Num } from "../../../reference/numbers/num.ts";

/** A weight by where it ends: of layer 1, hidden unit i from input k; of layer 2, output j from hidden unit i. */
export interface WeightName {
  readonly layer: 1 | 2;
  readonly to: number;
  /** The bias where it is left out. */
  readonly from?: number;
}

/** One way from the loss back to a weight. */
export interface Path {
  /** The output unit that it goes through. */
  readonly output: number;
  /** Slopes on the way, from the loss on. */
  readonly factors: readonly Num[];
  readonly product: Num;
}

/**
 * The paths from L = (1/t) Σ_j (y_j − a_j)² to a weight. Their products add up to ∂L/∂w.
 *
 *     layer 2:  (2/t)(a_j − y_j) · a_j(1 − a_j) · h_i
 *     layer 1:  (2/t)(a_j − y_j) · a_j(1 − a_j) · w_ji · h_i(1 − h_i) · x_k,   one for each output j
 *
 * The last factor of a bias is 1.
 *
 * @param x one example, shape [m]
 * @param y its targets, shape [t]
 * @see Building FeedForward Networks with Pytorch, Full Back Propagation
 */
export function pathsTo(
  { layer, to, from }: WeightName,
  x: readonly Num[],
  y: readonly Num[],
  p: SigmoidNetwork,
): readonly Path[] {
  const { hidden, output } = activations(x, p);
  const before = layer === 1 ? x : hidden;
  const last = from === undefined ? new Num(1) : (before[from] as Num);
  const through = (j: number): Path => {
    const a = output[j] as Num;
    const factors = [a.minus(y[j] as Num).times(2 / y.length), sigmoidSlope(a)];
    if (layer === 1) factors.push(p.W2[j]?.[to] as Num, sigmoidSlope(hidden[to] as Num));
    factors.push(last);
    return { output: j, factors, product: factors.reduce((total, factor) => total.times(factor)) };
  };
  return layer === 2 ? [through(to)] : y.map((_, j) => through(j));
}
