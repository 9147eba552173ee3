/**
 * Derivatives of softmax, and what a loss behind it is as a function of the logits.
 */
import { dot, Num, num, sum } from "../numbers/num.ts";
import { logSumExp, softmax } from "./softmax.ts";

type Vector = readonly Num[];
type Matrix = readonly Vector[];

/** e^−800 is 0. */
const LOGIT_OF_NOTHING = -800;

/**
 * Logits whose softmax has the given rows, as fresh leaves: z = ln p, and −800 for p = 0.
 *
 * @param P rows that sum to 1, shape [n, C]
 */
export const logitsOf = (P: Matrix): Num[][] =>
  P.map((row) => row.map((p) => new Num(p.value === 0 ? LOGIT_OF_NOTHING : Math.log(p.value))));

/**
 * The Jacobian of softmax.
 *
 *     ∂s_i/∂z_j = s_i·(δ_ij − s_j)
 *
 * @param z logits, shape [C]
 * @returns shape [C, C]
 */
export function softmaxJacobian(z: Vector): Num[][] {
  const s = softmax([z])[0] as Num[];
  return s.map((si, i) => s.map((sj, j) => si.times(num(i === j ? 1 : 0).minus(sj))));
}

/**
 * Summed cross-entropy as a function of the logits.
 *
 *     J = Σ_i Σ_c y_ic · (LSE(z_i) − z_ic)
 *
 * @param Y one-hot rows, or soft labels, shape [n, C]
 */
export const summedCrossEntropy = (Z: Matrix, Y: Matrix): Num =>
  sum(
    Z.map((z, i) => {
      const total = logSumExp(z);
      return dot(
        Y[i] as Vector,
        z.map((zc) => total.minus(zc)),
      );
    }),
  );

/**
 * A loss to first order around the present probabilities, as a function of the logits.
 *
 *     F(Z) = Σ_i Σ_c g_ic · ς(Z)_ic
 *
 * Its derivatives by Z are the loss's own, as long as G holds the loss's derivatives by the probabilities.
 */
export const weightedShares = (Z: Matrix, G: Matrix): Num =>
  sum(softmax(Z).map((s, i) => dot(s, G[i] as Vector)));
