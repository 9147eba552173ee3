import { normal, random } from "../randomness/random.ts";

/**
 * Seeded stand-in for `radio-sales`, which the document does not print: spending of 0 … 50, sales around a line.
 *
 *     y = 0.2 x + 9.3 + ε,   ε ~ N(0, 4²), rounded to tenths
 *
 * @returns inputs and targets, shape [200] each
 */
export function salesData(seed: number): { readonly x: Float64Array; readonly y: Float64Array } {
  const rng = random(seed, "radio-sales");
  const x = Float64Array.from({ length: 200 }, () => Math.round(500 * rng()) / 10);
  const y = x.map((each) => Math.max(1, Math.round(10 * (0.2 * each + 9.3 + 4 * normal(rng))) / 10));
  return { x, y };
}
