/**
 * A chain of functions, the first one innermost, and the chain rule with numerical slopes.
 */
import { apply } from "../functions/apply.ts";
import type { FunctionName } from "../functions/known.ts";
import { Num } from "../numbers/num.ts";
import { centralDifference, DEFAULT_STEP } from "./central-difference.ts";

/**
 * What each link gets, and at the end what the chain gives.
 *
 *     u_0 = x,   u_k = f_k(u_{k−1})
 *
 * @param chain links f_1 … f_n, shape [n]
 * @returns u_0 … u_n, shape [n+1]
 */
export function throughChain(chain: readonly FunctionName[], x: Num): Num[] {
  const values = [x];
  for (const link of chain) values.push(apply(link, values[values.length - 1] as Num));
  return values;
}

/**
 * What the chain gives at its end.
 *
 *     u_n = f_n(… f_2(f_1(x)))
 *
 * @param chain links f_1 … f_n, the innermost first, shape [n]; none give x
 */
export const endOfChain = (chain: readonly FunctionName[], x: Num): Num =>
  throughChain(chain, x)[chain.length] as Num;

/**
 * Product of the links' central differences, each at what its link gets.
 *
 *     Π_k D_h f_k(u_{k−1})
 *
 * @param chain links f_1 … f_n, shape [n]
 * @param h step of every difference, > 0
 * @returns one number; 1 for an empty chain
 * @see 09.1 Deep Learning – Neural Network, 1.2.4 and 1.2.5
 */
export function chainDerivative(chain: readonly FunctionName[], x: Num, h: number = DEFAULT_STEP): Num {
  const inner = throughChain(chain, x);
  return chain
    .map((link, k) => centralDifference(link, inner[k] as Num, h))
    .reduce(productOfSlopes, new Num(1));
}

/** Rounding in units of the magnitude, rounded up. */
const RELATIVE_ERROR = 2 ** -42;

/**
 * a·b for slopes with a magnitude far above their value: of size |f|/h.
 *
 * Num.times multiplies magnitudes and so gives (|f|/h)² for two slopes. But the error of each is small beside it,
 * e_a = ε·m(a), and that of the product is
 *
 *     |a|·e_b + |b|·e_a + e_a·e_b,   hence   m = |a|·m(b) + |b|·m(a) + ε·m(a)·m(b)
 */
function productOfSlopes(a: Num, b: Num): Num {
  const exact = a.times(b);
  const magnitude =
    Math.abs(a.value) * b.magnitude +
    Math.abs(b.value) * a.magnitude +
    RELATIVE_ERROR * a.magnitude * b.magnitude;
  return exact.bounded(magnitude, Math.max(a.roundings, b.roundings) + 1);
}
