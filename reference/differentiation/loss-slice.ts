/** A loss over a square of two of its parameters, around where it is. */
import { type FunctionName, formulaOf } from "../functions/known.ts";
import type { Num } from "../numbers/num.ts";
import { allSpaced } from "../numbers/spaced.ts";

/**
 * A slice of a loss.
 *
 *     S_ba = L(w + α_a·e_i + β_b·e_j),   α and β from −r to r in n equal steps
 *
 * The row belongs to the second parameter. Offsets are added to w, once.
 *
 * @param n points on a side; the only one is w itself
 * @returns shape [n, n]
 * @see Machine Learning Visualized, 0.6.2 and 0.7.12
 */
export function lossSlice(
  loss: FunctionName,
  w: readonly Num[],
  [i, j]: readonly [number, number],
  radius: Num,
  n: number,
): Num[][] {
  const at = formulaOf(loss) as unknown as (w: readonly Num[]) => Num;
  const offsets = n === 1 ? [radius.times(0)] : allSpaced([radius.negated(), radius], n);
  const moved = (k: number, alpha: Num, beta: Num): Num => {
    const first = k === i ? (w[k] as Num).plus(alpha) : (w[k] as Num);
    return k === j ? first.plus(beta) : first;
  };
  return offsets.map((beta) => offsets.map((alpha) => at(w.map((_, k) => moved(k, alpha, beta)))));
}
