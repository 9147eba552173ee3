/**
 * Logistic function, without overflow on either side.
 *
 *     σ(z) = 1 / (1 + e^(−z))
 */
export const sigmoid = (z: number): number => {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
};

/**
 * Softplus, the negative logarithm of σ(−z).
 *
 *     log(1 + e^z) = max(z, 0) + log(1 + e^(−|z|))
 */
export const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
