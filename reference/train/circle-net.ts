import { sigmoid, softplus } from "../numbers/sigmoid.ts";

/**
 * Parameters of the 2-3-2 network in one array of 17, weights [in×out]:
 * Wh at 0 (2×3), bh at 6 (3), Wo at 9 (3×2), bo at 15 (2).
 */
export type CircleParameters = Float64Array;

const atBh = 6;
const atWo = 9;
const atBo = 15;

/**
 * Summed cross-entropy of the network, and its gradient where `gradient` is given.
 *
 *     H = σ(X Wh + bh),   Ŷ = softmax(H Wo + bo),   J = −Σ_i log ŷ_{i, y_i}
 *     δo = Ŷ − Y,   δh = (δo Woᵀ) ⊙ H ⊙ (1 − H)
 *     dWo = Hᵀ δo,   dbo = Σ_i δo,   dWh = Xᵀ δh,   dbh = Σ_i δh
 *
 * The sum over the examples, not the mean. With two classes, softmax is σ of the difference of the two scores.
 *
 * @param points shape [n 2] row-major
 * @param labels 0 or 1, shape [n]
 * @param gradient shape [17], overwritten
 * @see 01 build and train feedforward nn, 1.3 to 1.6
 */
export function circleLoss(
  p: CircleParameters,
  points: Float64Array,
  labels: Uint8Array,
  gradient?: Float64Array,
): number {
  const n = labels.length;
  const g = gradient ?? new Float64Array(17);
  g.fill(0);
  const h = new Float64Array(3);
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const x1 = points[2 * i]!;
    const x2 = points[2 * i + 1]!;
    // How much the wrong class scores above the right one.
    let z = p[atBo + 1]! - p[atBo]!;
    for (let j = 0; j < 3; j++) {
      h[j] = sigmoid(x1 * p[j]! + x2 * p[3 + j]! + p[atBh + j]!);
      z += h[j]! * (p[atWo + 2 * j + 1]! - p[atWo + 2 * j]!);
    }
    if (labels[i] === 1) z = -z;
    loss += softplus(z);
    if (gradient === undefined) continue;
    const wrong = sigmoid(z);
    const d0 = labels[i] === 1 ? wrong : -wrong;
    g[atBo]! += d0;
    g[atBo + 1]! -= d0;
    for (let j = 0; j < 3; j++) {
      g[atWo + 2 * j]! += h[j]! * d0;
      g[atWo + 2 * j + 1]! -= h[j]! * d0;
      const dh = d0 * (p[atWo + 2 * j]! - p[atWo + 2 * j + 1]!) * h[j]! * (1 - h[j]!);
      g[j]! += x1 * dh;
      g[3 + j]! += x2 * dh;
      g[atBh + j]! += dh;
    }
  }
  return loss;
}

/**
 * The gradient alone, as `circleLoss` writes it but for the last digits: sums in registers and no logarithm make it
 * twice as fast.
 */
export function circleGradient(
  p: CircleParameters,
  points: Float64Array,
  labels: Uint8Array,
  gradient: Float64Array,
): void {
  // Wh by columns, bh, and how much more each hidden unit gives to class 1 than to class 0.
  const [u0, u1, u2, v0, v1, v2, c0, c1, c2] = p as unknown as readonly number[] as NineNumbers;
  const w0 = p[atWo + 1]! - p[atWo]!;
  const w1 = p[atWo + 3]! - p[atWo + 2]!;
  const w2 = p[atWo + 5]! - p[atWo + 4]!;
  const b = p[atBo + 1]! - p[atBo]!;
  let [du0, du1, du2, dv0, dv1, dv2] = [0, 0, 0, 0, 0, 0];
  let [dc0, dc1, dc2, dw0, dw1, dw2, db] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < labels.length; i++) {
    const x = points[2 * i]!;
    const y = points[2 * i + 1]!;
    const h0 = sigmoid(x * u0 + y * v0 + c0);
    const h1 = sigmoid(x * u1 + y * v1 + c1);
    const h2 = sigmoid(x * u2 + y * v2 + c2);
    // ŷ_1 − y_1
    const d = sigmoid(b + h0 * w0 + h1 * w1 + h2 * w2) - labels[i]!;
    db += d;
    dw0 += h0 * d;
    dw1 += h1 * d;
    dw2 += h2 * d;
    const d0 = d * w0 * h0 * (1 - h0);
    const d1 = d * w1 * h1 * (1 - h1);
    const d2 = d * w2 * h2 * (1 - h2);
    du0 += x * d0;
    du1 += x * d1;
    du2 += x * d2;
    dv0 += y * d0;
    dv1 += y * d1;
    dv2 += y * d2;
    dc0 += d0;
    dc1 += d1;
    dc2 += d2;
  }
  gradient.set([du0, du1, du2, dv0, dv1, dv2, dc0, dc1, dc2]);
  gradient.set([-dw0, dw0, -dw1, dw1, -dw2, dw2, -db, db], atWo);
}

type NineNumbers = readonly [number, number, number, number, number, number, number, number, number];

/** Share of the points on the right side. */
export function circleAccuracy(p: CircleParameters, points: Float64Array, labels: Uint8Array): number {
  let right = 0;
  for (let i = 0; i < labels.length; i++) {
    let z = p[atBo + 1]! - p[atBo]!;
    for (let j = 0; j < 3; j++)
      z +=
        sigmoid(points[2 * i]! * p[j]! + points[2 * i + 1]! * p[3 + j]! + p[atBh + j]!) *
        (p[atWo + 2 * j + 1]! - p[atWo + 2 * j]!);
    if (z > 0 === (labels[i] === 1)) right++;
  }
  return right / labels.length;
}

/**
 * One step of gradient descent with momentum, in place.
 *
 *     M ← μ M − η dJ/dP,   P ← P + M
 */
export function momentumStep(
  p: Float64Array,
  velocity: Float64Array,
  gradient: Float64Array,
  learningRate: number,
  momentum: number,
): void {
  for (let k = 0; k < p.length; k++) {
    velocity[k] = momentum * velocity[k]! - learningRate * gradient[k]!;
    p[k]! += velocity[k]!;
  }
}
