import { normal, permutation, random } from "../randomness/random.ts";
import { scaleToUnit } from "./scale.ts";

/** Two features of n examples, labels 0 and 1. */
export interface TwoFeatures {
  readonly x1: Float64Array;
  readonly x2: Float64Array;
  readonly y: Float64Array;
}

/**
 * Seeded stand-in for the two features of `breast-cancer-2`: 212 malignant (0), 357 benign (1), scaled to [0, 1].
 *
 * Each class is a tilted Gaussian cloud with about the means and spreads of the real features.
 *
 * @returns features and labels, shape [569] each
 */
export function tumourData(seed: number): TwoFeatures {
  const rng = random(seed, "breast-cancer-2");
  const order = permutation(rng, 569);
  const x1 = new Float64Array(569);
  const x2 = new Float64Array(569);
  const y = new Float64Array(569);
  for (const at of order) {
    const malignant = at < 212;
    const common = normal(rng);
    const own = normal(rng);
    x1[at] = (malignant ? 0.182 : 0.074) + (malignant ? 0.046 : 0.036) * common;
    x2[at] = (malignant ? 141 : 87) + (malignant ? 29 : 13.5) * (0.6 * common + 0.8 * own);
    y[at] = malignant ? 0 : 1;
  }
  const shuffled = (of: Float64Array): Float64Array => Float64Array.from(order, (at) => of[at]!);
  return { x1: scaleToUnit(shuffled(x1)), x2: scaleToUnit(shuffled(x2)), y: shuffled(y) };
}
