/**
 * Softmax and its logarithm, row by row, in the form that does not overflow.
 */
import { type Num, sum } from "../numbers/num.ts";

/**
 * ln Σ_k e^(z_k), shifted by the largest logit so that no term exceeds 1.
 *
 *     LSE(z) = M + ln Σ_k e^(z_k − M),   M = max_k z_k
 *
 * M is a constant here: the value does not depend on the shift, so neither does the gradient.
 *
 * @param z logits, shape [C]
 */
export function logSumExp(z: readonly Num[]): Num {
  const shift = Math.max(...z.map((zk) => zk.value));
  return sum(z.map((zk) => zk.minus(shift).exp()))
    .log()
    .plus(shift);
}

/**
 * ln of softmax.
 *
 *     ln ς(z)_c = z_c − LSE(z)
 *
 * @param Z logits, one example a row, shape [n×C]
 * @returns shape [n×C]
 */
export const logSoftmax = (Z: readonly (readonly Num[])[]): Num[][] =>
  Z.map((row) => {
    const total = logSumExp(row);
    return row.map((z) => z.minus(total));
  });

/**
 * Softmax: positive entries that sum to 1 in every row.
 *
 *     ς(z)_c = e^(z_c) / Σ_k e^(z_k) = e^(z_c − LSE(z))
 *
 * The second form has the error of both usual routes: that of a plain e^z and that of a shifted one.
 *
 * @param Z logits, one example a row, shape [n×C]
 * @returns shape [n×C]
 * @see 01 build and train feedforward nn, 1.3.2
 */
export const softmax = (Z: readonly (readonly Num[])[]): Num[][] =>
  logSoftmax(Z).map((row) => row.map((l) => l.exp()));
