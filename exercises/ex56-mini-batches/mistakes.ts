/** Mistakes of a loader that several of its uses show. */
import { OneIterator, Shrinking } from "./loaders.ts";

export const shrinking = {
  with: { DataLoader: Shrinking },
  step: 6,
  says: "A short batch makes batchSize smaller for good: the next pass begins with the small one. Keep the size of a batch apart from the size that was asked for.",
};
export const oneIterator = {
  with: { DataLoader: OneIterator },
  step: 7,
  says: "All loops share one iterator: what one has taken, the others do not see, and a second pass finds nothing. [Symbol.iterator]() makes a new one at each call.",
};
