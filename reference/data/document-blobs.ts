import { numpyRandom } from "../randomness/mersenne-twister.ts";
import { twoBlobs } from "./document-data.ts";

/** Points, shape [n 2] row-major, and labels 0 or 1, shape [n]. */
export interface Blobs {
  readonly points: Float64Array;
  readonly labels: Uint8Array;
}

const packed = (X: readonly (readonly number[])[], y: readonly number[]): Blobs => ({
  points: Float64Array.from(X.flat()),
  labels: Uint8Array.from(y),
});

/** The thousand points of two clouds. Seed 42 gives the document's. */
export function documentBlobs(seed = 42): Blobs {
  const { X, y } = twoBlobs(seed);
  return packed(X, y);
}

/**
 * The same points, 670 to train with and 330 to test with, in the way of scikit-learn's `train_test_split`.
 *
 * @see Building FeedForward Networks with Pytorch, Introducing the multilayer neural network
 */
export function splitBlobs(seed = 42): { readonly train: Blobs; readonly test: Blobs } {
  const { X, y } = twoBlobs(seed);
  const order = numpyRandom(seed).shuffled(X.length);
  const some = (places: readonly number[]): Blobs =>
    packed(
      places.map((i) => X[i]!),
      places.map((i) => y[i]!),
    );
  return { train: some(order.slice(330)), test: some(order.slice(0, 330)) };
}
