/** The measure of the heavy pieces: 784-100-10 with sigmoid and softmax, 256 digits. */

import { digitData } from "../../reference/data/digits.ts";
import { networkOf } from "../../reference/dense/network.ts";
import { countOf, type NetworkShape } from "../../reference/dense/network-shape.ts";
import { normal, random } from "../../reference/randomness/random.ts";
import { oneHot } from "../../reference/train/batches.ts";

export const shape: NetworkShape = {
  sizes: [784, 100, 10],
  activations: ["sigmoid", "identity"],
  loss: "crossEntropy",
  over: "mean",
};
export const n = 256;
export const RATE = 0.1;

export interface Subject {
  readonly P: Float64Array;
  readonly X: Float64Array;
  readonly Y: Float64Array;
  readonly labels: Uint8Array;
}

/** @param ink "digits" as drawn, four of five pixels empty, or "noise" with no pixel empty */
export function subjectOf(ink: "digits" | "noise"): Subject {
  const rng = random(1, "bench/network");
  const { images, labels } = digitData(1, n);
  const X = new Float64Array(784 * n);
  images.forEach((image, i) => {
    X.set(ink === "digits" ? image : image.map(() => rng()), 784 * i);
  });
  const P = Float64Array.from({ length: countOf(shape) }, () => 0.1 * normal(rng));
  return { P, X, Y: oneHot(labels, 10), labels };
}

/** The reference's loss and gradient, which the others are held to before they are measured. */
export function gradientOf({ P, X, Y }: Subject): { readonly loss: number; readonly G: Float64Array } {
  const G = new Float64Array(P.length);
  return { loss: networkOf(shape, n).gradient(G, P, X, Y), G };
}
