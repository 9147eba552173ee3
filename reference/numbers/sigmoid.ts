/**
 * The sigmoid and the softplus of plain numbers, without overflow on either side: the one formula that tracked
 * numbers, large arrays, training runs and figures share.
 */

/**
 * Logistic function.
 *
 *     σ(z) = 1/(1 + e^(−z)) = e^z/(1 + e^z)
 *
 * The exponent is never positive, so that no exponential overflows, and a small σ keeps all its digits.
 */
export const sigmoid = (z: number): number => {
  const small = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : small) / (1 + small);
};

/**
 * Softplus, the negative logarithm of σ(−z).
 *
 *     ln(1 + e^z) = max(z, 0) + ln(1 + e^(−|z|))
 */
export const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
