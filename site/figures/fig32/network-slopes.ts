/**
 * The slope of a network's loss by one weight, measured by moving that weight.
 */

import { exampleLoss, type SigmoidNetwork } from "../../../reference/networks/sigmoid-network.ts";
import { Num } from "../../../reference/numbers/num.ts";
import type { WeightName } from "./paths.ts";

/**
 * Central difference of L by a weight, or by a bias.
 *
 * @param x one example, shape [m]
 * @param y its targets, shape [t]
 * @param h step, > 0
 */
export function measuredBy(
  name: WeightName,
  x: readonly Num[],
  y: readonly Num[],
  p: SigmoidNetwork,
  h: number,
): number {
  const at = (by: number): number => exampleLoss(x, y, moved(p, name, by)).value;
  return (at(h) - at(-h)) / (2 * h);
}

/** The network with one of its numbers moved. */
function moved(p: SigmoidNetwork, { layer, to, from }: WeightName, by: number): SigmoidNetwork {
  const add = (one: Num): Num => new Num(one.value + by);
  const inVector = (b: readonly Num[]): Num[] => b.map((bi, i) => (i === to ? add(bi) : bi));
  const inMatrix = (W: readonly (readonly Num[])[]): Num[][] =>
    W.map((row, i) => row.map((w, k) => (i === to && k === from ? add(w) : w)));
  if (layer === 1) return from === undefined ? { ...p, b1: inVector(p.b1) } : { ...p, W1: inMatrix(p.W1) };
  return from === undefined ? { ...p, b2: inVector(p.b2) } : { ...p, W2: inMatrix(p.W2) };
}
