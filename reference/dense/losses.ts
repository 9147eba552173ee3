/**
 * Losses of a batch, one number an example, with their slopes by the network's last values.
 *
 * A loss of the batch is `scale` times the sum over the examples: 1/n for a mean, 1 for a sum. The slopes are those
 * of that scaled sum.
 */
import { sigmoid, softplus } from "../numbers/sigmoid.ts";

/** `Y` and `D` are [n, c]; the result is [n], one loss an example, not scaled. */
export type BatchLoss = (
  rows: Float64Array,
  D: Float64Array,
  Z: Float64Array,
  Y: Float64Array,
  sizes: { readonly n: number; readonly c: number; readonly scale: number },
) => void;

/** Squared error: ℓ_i = Σ_c (y − z)²,   ∂/∂z = −2 scale (y − z). */
const squared: BatchLoss = (rows, D, Z, Y, { n, c, scale }) => {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = i * c; j < (i + 1) * c; j++) {
      const e = Y[j]! - Z[j]!;
      sum += e * e;
      D[j] = -2 * scale * e;
    }
    rows[i] = sum;
  }
};

/** Binary cross-entropy of probabilities: ℓ_i = −Σ y ln p + (1 − y) ln(1 − p),   ∂/∂p = scale (p − y) / (p (1 − p)). */
const bce: BatchLoss = (rows, D, P, Y, { n, c, scale }) => {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = i * c; j < (i + 1) * c; j++) {
      const y = Y[j]!;
      const p = P[j]!;
      sum -= (y === 0 ? 0 : y * Math.log(p)) + (y === 1 ? 0 : (1 - y) * Math.log1p(-p));
      D[j] = (scale * (p - y)) / (p * (1 - p));
    }
    rows[i] = sum;
  }
};

/** Binary cross-entropy of logits: ℓ_i = Σ softplus(z) − y z,   ∂/∂z = scale (σ(z) − y). */
const bceLogits: BatchLoss = (rows, D, Z, Y, { n, c, scale }) => {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = i * c; j < (i + 1) * c; j++) {
      sum += softplus(Z[j]!) - Y[j]! * Z[j]!;
      D[j] = scale * (sigmoid(Z[j]!) - Y[j]!);
    }
    rows[i] = sum;
  }
};

/** Cross-entropy of logits with one-hot rows: ℓ_i = ln Σ e^z − Σ y z,   ∂/∂z = scale (softmax(z) − y). */
const crossEntropy: BatchLoss = (rows, D, Z, Y, { n, c, scale }) => {
  for (let i = 0; i < n; i++) {
    const from = i * c;
    let most = Number.NEGATIVE_INFINITY;
    for (let j = from; j < from + c; j++) most = Math.max(most, Z[j]!);
    let sum = 0;
    let right = 0;
    for (let j = from; j < from + c; j++) {
      sum += Math.exp(Z[j]! - most);
      right += Y[j]! * (Z[j]! - most);
    }
    rows[i] = Math.log(sum) - right;
    for (let j = from; j < from + c; j++) D[j] = scale * (Math.exp(Z[j]! - most) / sum - Y[j]!);
  }
};

export const losses = { squared, bce, bceLogits, crossEntropy } as const;

export type LossName = keyof typeof losses;
