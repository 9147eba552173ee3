import { numpyRandom } from "../randomness/mersenne-twister.ts";

/**
 * Two noisy circles in random order and a start for the network, in the way of scikit-learn's `make_circles`.
 *
 *     x = r (cos φ, sin φ) + ε,   r = 1 for class 0, 0.1 for class 1,   φ evenly spaced,   ε ~ N(0, 0.1²)
 *
 * Seed 42 gives the document's 50,000 points, its parameters and so its losses. One set of 17 parameters is drawn
 * before, for the document's own gradient check.
 *
 * @returns points, shape [n 2] row-major, labels, shape [n], start, shape [17]
 * @see 01 build and train feedforward nn, 1.2 and 1.8
 */
export function documentCircles(seed: number, n = 50_000) {
  const rng = numpyRandom(seed);
  const half = n / 2;
  const points = new Float64Array(2 * n);
  const labels = new Uint8Array(n);
  for (const [to, from] of rng.shuffled(n).entries()) {
    const inside = from >= half;
    const angle = (2 * Math.PI * (from % half)) / half;
    points[2 * to] = (inside ? 0.1 : 1) * Math.cos(angle);
    points[2 * to + 1] = (inside ? 0.1 : 1) * Math.sin(angle);
    labels[to] = inside ? 1 : 0;
  }
  for (let k = 0; k < 2 * n; k++) points[k]! += 0.1 * rng.normal();
  const draw = (): Float64Array => Float64Array.from({ length: 17 }, () => rng.normal());
  draw();
  return { points, labels, start: draw() };
}
