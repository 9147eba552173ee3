/**
 * The same work as one would write it by hand for this one network: plain loops over arrays, nothing general.
 */
import { n, type Subject } from "./subject.ts";

const [IN, HID, OUT] = [784, 100, 10] as const;
const [B1, W2, B2] = [IN * HID, IN * HID + HID, IN * HID + HID + HID * OUT] as const;

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** Forward pass by triple loops. */
function forward(P: Float64Array, X: Float64Array, count = n) {
  const Z1 = new Float64Array(count * HID);
  const A = new Float64Array(count * HID);
  const Z2 = new Float64Array(count * OUT);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < HID; k++) {
      let z = P[B1 + k]!;
      for (let j = 0; j < IN; j++) z += X[i * IN + j]! * P[j * HID + k]!;
      Z1[i * HID + k] = z;
      A[i * HID + k] = sigmoid(z);
    }
    for (let c = 0; c < OUT; c++) {
      let z = P[B2 + c]!;
      for (let k = 0; k < HID; k++) z += A[i * HID + k]! * P[W2 + k * OUT + c]!;
      Z2[i * OUT + c] = z;
    }
  }
  return { Z1, A, Z2 };
}

/** Gradient by loops in the order of the formulas. */
export function gradientByHand({ P, X, labels }: Subject, G: Float64Array): void {
  const { A, Z2 } = forward(P, X);
  G.fill(0);
  const d2 = new Float64Array(OUT);
  for (let i = 0; i < n; i++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < OUT; c++) most = Math.max(most, Z2[i * OUT + c]!);
    let sum = 0;
    for (let c = 0; c < OUT; c++) sum += Math.exp(Z2[i * OUT + c]! - most);
    for (let c = 0; c < OUT; c++) {
      d2[c] = (Math.exp(Z2[i * OUT + c]! - most) / sum - (labels[i] === c ? 1 : 0)) / n;
      G[B2 + c]! += d2[c]!;
    }
    for (let k = 0; k < HID; k++) {
      const a = A[i * HID + k]!;
      let back = 0;
      for (let c = 0; c < OUT; c++) {
        back += d2[c]! * P[W2 + k * OUT + c]!;
        G[W2 + k * OUT + c]! += a * d2[c]!;
      }
      const d1 = back * a * (1 - a);
      G[B1 + k]! += d1;
      for (let j = 0; j < IN; j++) G[j * HID + k]! += X[i * IN + j]! * d1;
    }
  }
}

/** One step of descent. */
export function stepByHand(subject: Subject, G: Float64Array, rate: number): void {
  gradientByHand(subject, G);
  for (let q = 0; q < G.length; q++) subject.P[q]! -= rate * G[q]!;
}

/**
 * The complete check by the network's structure: a weight of the first layer moves one hidden unit, one of the second
 * layer one score; the loss of an example is then the logarithm of ten exponentials again. Empty pixels are skipped.
 */
export function checkByHand(
  { P, X, labels }: Pick<Subject, "P" | "X"> & { readonly labels: ArrayLike<number> },
  h: number,
  count = n,
): Float64Array {
  const { Z1, A, Z2 } = forward(P, X, count);
  const numerical = new Float64Array(P.length);
  const scores = new Float64Array(OUT);
  /** The loss of example i where unit k has the value a. */
  const lossWith = (i: number, k: number, a: number): number => {
    const d = a - A[i * HID + k]!;
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < OUT; c++) {
      const z = Z2[i * OUT + c]! + d * P[W2 + k * OUT + c]!;
      scores[c] = z;
      if (z > most) most = z;
    }
    let sum = 0;
    for (let c = 0; c < OUT; c++) sum += Math.exp(scores[c]! - most);
    return Math.log(sum) + most - scores[labels[i]!]!;
  };
  /** The loss of example i where score c is d more. */
  const lossMoved = (i: number, c: number, d: number): number => {
    let most = Number.NEGATIVE_INFINITY;
    for (let o = 0; o < OUT; o++) {
      scores[o] = Z2[i * OUT + o]! + (o === c ? d : 0);
      most = Math.max(most, scores[o]!);
    }
    let sum = 0;
    for (let o = 0; o < OUT; o++) sum += Math.exp(scores[o]! - most);
    return Math.log(sum) + most - scores[labels[i]!]!;
  };
  const scale = 1 / (2 * h * count);
  for (let k = 0; k < HID; k++)
    for (let i = 0; i < count; i++) {
      const z = Z1[i * HID + k]!;
      for (let j = 0; j <= IN; j++) {
        const x = j === IN ? 1 : X[i * IN + j]!;
        if (x === 0) continue;
        const rise = lossWith(i, k, sigmoid(z + h * x)) - lossWith(i, k, sigmoid(z - h * x));
        numerical[j === IN ? B1 + k : j * HID + k]! += scale * rise;
      }
    }
  for (let k = 0; k <= HID; k++)
    for (let c = 0; c < OUT; c++) {
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const a = k === HID ? 1 : A[i * HID + k]!;
        sum += lossMoved(i, c, h * a) - lossMoved(i, c, -h * a);
      }
      numerical[k === HID ? B2 + c : W2 + k * OUT + c] = scale * sum;
    }
  return numerical;
}
