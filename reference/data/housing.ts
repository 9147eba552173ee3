import { normal, random } from "../randomness/random.ts";

/** Weights of the 13 features: those that the document prints, and five for those that are cut there. */
const WEIGHTS = [-0.9, 0.9, 0.3, 0.7, -1.6, 2.87, -0.28, -2.91, 2.12, -1.34, -1.91, 1.15, -4.01];
/** How much of each feature a common cause makes: the features belong together, as those of towns do. */
const CAUSES = [0.6, -0.5, 0.7, 0.1, 0.8, -0.4, 0.6, -0.7, 0.6, 0.7, 0.4, -0.4, 0.6];

/**
 * Seeded stand-in for `housing-13`, which the document does not print: features of mean 0 and variance 1 that hang
 * together, and prices around a plane, from 0 to 51.
 *
 *     y = 22 + x·w + ε,   ε ~ N(0, 4.7²)
 *
 * @returns features, one example a row, shape [506, 13], and prices, shape [506]
 */
export function housingData(seed: number): { readonly X: readonly Float64Array[]; readonly y: Float64Array } {
  const rng = random(seed, "housing-13");
  const raw = Array.from({ length: 506 }, () => {
    const common = normal(rng);
    return Float64Array.from(CAUSES, (share) => share * common + Math.sqrt(1 - share * share) * normal(rng));
  });
  const ends = CAUSES.map((_, j) => {
    const mean = raw.reduce((sum, row) => sum + row[j]!, 0) / raw.length;
    const variance = raw.reduce((sum, row) => sum + (row[j]! - mean) ** 2, 0) / raw.length;
    return { mean, deviation: Math.sqrt(variance) };
  });
  const X = raw.map((row) => row.map((x, j) => (x - ends[j]!.mean) / ends[j]!.deviation));
  const y = Float64Array.from(X, (row) => {
    const price = row.reduce((sum, x, j) => sum + x * WEIGHTS[j]!, 22) + 4.7 * normal(rng);
    return Math.min(51, Math.max(0, Math.round(10 * price) / 10));
  });
  return { X, y };
}
