/**
 * The random data sets of the source documents, drawn again from their seeds.
 */
import { type Num, num, unrecorded } from "../numbers/num.ts";
import { numpyRandom } from "../randomness/mersenne-twister.ts";
import { blobPoints, linePoints } from "./generated.ts";

/** Points and their classes, 0 or 1. */
export interface Labelled {
  readonly X: readonly (readonly [number, number])[];
  readonly y: readonly (0 | 1)[];
}

/**
 * Two clouds of equal size in random order, in the way of scikit-learn's `make_blobs`.
 *
 *     x = c_y + ε,   c ~ U[−10, 10)² for each class,   ε ~ N(0, spread²) a coordinate
 *
 * Seed 42 gives the document's points.
 *
 * @see Building FeedForward Networks with Pytorch, Perceptron
 */
export function twoBlobs(seed: number, n = 1000, spread = 2.5): Labelled {
  const rng = numpyRandom(seed);
  const coordinate = (): number => 20 * rng.uniform() - 10;
  const centres = [0, 1].map(() => [num(coordinate()), num(coordinate())]);
  const { X, y } = unrecorded(() => blobPoints(n, centres, num(spread), () => rng.normal()));
  const order = rng.shuffled(n);
  return {
    X: order.map((i) => X[i]!.map(({ value }) => value) as [number, number]),
    y: order.map((i) => y[i] as 0 | 1),
  };
}

/** Size of the k-means picture, in its own units. */
export const WIDTH = 1200;
export const HEIGHT = 675;

/**
 * Points and starting centroids of the k-means run: whole numbers, uniform in a rectangle of 1200 × 675.
 *
 * The document draws colours first, then all first coordinates, then all second ones. Seed 0 gives its numbers.
 *
 * @see Machine Learning Visualized, 0.2.1 and 0.2.3
 */
export function scatteredPoints(
  seed: number,
  n = 100,
  K = 12,
): { readonly X: readonly (readonly number[])[]; readonly starts: readonly (readonly number[])[] } {
  const rng = numpyRandom(seed);
  for (let i = 0; i < 3 * K; i++) rng.uniform();
  const drawn = (count: number): number[][] => {
    const xs = Array.from({ length: count }, () => rng.integer(WIDTH));
    return xs.map((x) => [x, rng.integer(HEIGHT)]);
  };
  return { X: drawn(n), starts: drawn(K) };
}

/**
 * A noisy line through space, from the middle of one half of a cube's diagonal to the middle of the other.
 *
 *     x_i = (−1, −1, −1) + 2t_i·(1, 1, 1) + ε,   t from `noise` to 1 − `noise` in equal steps,   ε ~ N(0, noise²)
 *
 * The noise shortens the line as well. Seed 0 and noise 0.25 give the document's points.
 *
 * @returns shape [n, 3]
 * @see Machine Learning Visualized, 0.3.1
 */
export function noisyLine(seed: number, noise = 0.25, n = 200): readonly (readonly number[])[] {
  const rng = numpyRandom(seed);
  const corner = (x: number): Num[] => [0, 1, 2].map(() => num(x));
  const points = unrecorded(() => linePoints(n, corner(-1), corner(1), num(noise), () => rng.normal()));
  return points.map((point) => point.map(({ value }) => value));
}
