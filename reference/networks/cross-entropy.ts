/**
 * Cross-entropy of several classes: summed, from probabilities; and as a mean, from logits.
 */
import { dot, mean, type Num, num, sum } from "../numbers/num.ts";
import { logSumExp } from "./softmax.ts";

type Matrix = readonly (readonly Num[])[];

/** The least probability that counts where none is told. */
export const EPS = 1e-12;

/** max(p, eps); NaN stays. */
const floored = (p: Num, eps: Num): Num => (p.value < eps.value ? eps : p);

/**
 * Cross-entropy of probabilities, a sum over the examples.
 *
 *     J = −Σ_i Σ_c y_ic · ln max(p_ic, eps)
 *
 * @param P probabilities of the classes, one example a row, shape [n, C]
 * @param Y one-hot rows, or soft labels, shape [n, C]
 * @see 01 build and train feedforward nn, 1.3.4
 */
export const crossEntropy = (P: Matrix, Y: Matrix, eps: Num = num(EPS)): Num =>
  sum(
    P.map((row, i) =>
      dot(
        Y[i] as Num[],
        row.map((p) => floored(p, eps).log()),
      ),
    ),
  ).negated();

/**
 * Cross-entropy of logits, a mean over the examples.
 *
 *     L = (1/n) Σ_i (LSE(z_i) − z_(i, y_i))
 *
 * @param Z logits, one example a row, shape [n, C]
 * @param y classes 0 … C − 1, shape [n]
 * @see Building FeedForward Networks with Pytorch, nn.CrossEntropyLoss
 */
export const crossEntropyLogits = (Z: Matrix, y: readonly number[]): Num =>
  mean(Z.map((z, i) => logSumExp(z).minus(z[y[i] as number] as Num)));
