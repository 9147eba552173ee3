import { normal, random } from "../randomness/random.ts";

/**
 * Two noisy circles around the origin: class 0 on the unit circle, class 1 on the one of radius `factor`.
 *
 *     x = r (cos φ, sin φ) + ε,   φ evenly spaced, ε ~ N(0, noise²) a coordinate
 *
 * @param n examples, half of each class; class 0 comes first
 * @returns points, shape [n 2] row-major, and labels, shape [n]
 */
export function circlesData(
  seed: number,
  n = 2000,
  factor = 0.1,
  noise = 0.1,
): { readonly points: Float64Array; readonly labels: Uint8Array } {
  const rng = random(seed, "circles");
  const outside = Math.floor(n / 2);
  const points = new Float64Array(2 * n);
  const labels = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const inside = i >= outside;
    const angle = inside ? (2 * Math.PI * (i - outside)) / (n - outside) : (2 * Math.PI * i) / outside;
    const radius = inside ? factor : 1;
    points[2 * i] = radius * Math.cos(angle) + noise * normal(rng);
    points[2 * i + 1] = radius * Math.sin(angle) + noise * normal(rng);
    labels[i] = inside ? 1 : 0;
  }
  return { points, labels };
}
