import { normal, permutation, random } from "../randomness/random.ts";

/**
 * Two Gaussian clouds of equal size in random order, with the document's centres and spread.
 *
 *     x = c_y + ε,   c_0 = (−2.5, 9), c_1 = (4.6, 2),   ε ~ N(0, 2.5²) a coordinate
 *
 * @returns points, shape [n 2] row-major, and labels 0 or 1, shape [n]
 */
export function blobsData(
  seed: number,
  n = 1000,
): { readonly points: Float64Array; readonly labels: Uint8Array } {
  const rng = random(seed, "blobs");
  const labels = Uint8Array.from(permutation(rng, n), (at) => at % 2);
  const points = new Float64Array(2 * n);
  labels.forEach((label, i) => {
    points[2 * i] = (label === 1 ? 4.6 : -2.5) + 2.5 * normal(rng);
    points[2 * i + 1] = (label === 1 ? 2 : 9) + 2.5 * normal(rng);
  });
  return { points, labels };
}
