/**
 * The data sets that the source documents make by a formula and normal numbers, whoever draws these: the course's
 * figures and training runs take them from here, and so does what a student's answer is compared with.
 */
import { type Num, num } from "../numbers/num.ts";
import { gridPoints, spaced } from "../numbers/spaced.ts";

type Vector = readonly Num[];
type Normal = () => number;

/** Whether exactly one coordinate is above ½. */
export const isXor = (x: number, y: number): boolean => x > 0.5 !== y > 0.5;

/** z = y² − x², a hyperbolic paraboloid. */
export const saddleHeight = (x: Num, y: Num): Num => y.squared().minus(x.squared());

/**
 * A hyperbolic paraboloid over a grid on [−1, 1]², x running fastest.
 *
 *     z = y² − x²
 *
 * @returns features, shape [dims², 2], and labels, shape [dims²]
 * @see Machine Learning Visualized, 0.7.1
 */
export function saddleGrid(dims: number): { features: Num[][]; labels: Num[] } {
  const [low, high] = [num(-1), num(1)];
  const features = gridPoints([low, high], [low, high], dims);
  return { features, labels: features.map(([x, y]) => saddleHeight(x!, y!)) };
}

/** A point with normal noise on each coordinate, drawn in their order. */
const scattered = (point: Vector, noise: Num, normal: Normal): Num[] =>
  point.map((x) => x.plus(noise.times(normal())));

/**
 * Two noisy circles: ⌊n/2⌋ points of class 0 on the unit circle, then the others, class 1, on that of radius `factor`.
 *
 *     x = r (cos φ, sin φ) + ε,   φ evenly spaced from 0, ε ~ N(0, noise²) a coordinate
 *
 * @returns points, shape [n, 2], and their classes
 * @see 01 build and train feedforward nn, 1.2
 */
export function circlePoints(
  n: number,
  factor: Num,
  noise: Num,
  normal: Normal,
): { X: Num[][]; y: number[] } {
  const outside = Math.floor(n / 2);
  const circle = (count: number, radius: Num): Num[][] =>
    Array.from({ length: count }, (_, i) => {
      const angle = num(2 * Math.PI)
        .times(i)
        .over(count);
      const [cos, sin] = [Math.cos(angle.value), Math.sin(angle.value)];
      const around = [angle.through(cos, -sin, Math.abs(cos)), angle.through(sin, cos, Math.abs(sin))];
      return scattered(
        around.map((x) => radius.times(x)),
        noise,
        normal,
      );
    });
  return {
    X: [...circle(outside, num(1)), ...circle(n - outside, factor)],
    y: Array.from({ length: n }, (_, i) => (i < outside ? 0 : 1)),
  };
}

/**
 * Clouds of points, class by class; the first n mod K classes have one point more.
 *
 *     x = c + ε,   ε ~ N(0, std²) a coordinate
 *
 * @param centers shape [K, d]
 * @returns points, shape [n, d], and their classes
 */
export function blobPoints(
  n: number,
  centers: readonly Vector[],
  std: Num,
  normal: Normal,
): { X: Num[][]; y: number[] } {
  const K = centers.length;
  const y = centers.flatMap((_, c) =>
    Array.from({ length: Math.floor(n / K) + (c < n % K ? 1 : 0) }, () => c),
  );
  return { X: y.map((c) => scattered(centers[c] as Vector, std, normal)), y };
}

/**
 * A noisy line. The noise shortens it as well.
 *
 *     x = s + t·(e − s) + ε,   t from `noise` to 1 − `noise` in equal steps,   ε ~ N(0, noise²) a coordinate
 *
 * @returns shape [n, as many as start has]
 * @see Machine Learning Visualized, 0.3.1
 */
export const linePoints = (n: number, start: Vector, end: Vector, noise: Num, normal: Normal): Num[][] =>
  Array.from({ length: n }, (_, i) => {
    const t = spaced(noise, num(1).minus(noise), i, n);
    const point = start.map((s, k) => s.plus(t.times((end[k] as Num).minus(s))));
    return scattered(point, noise, normal);
  });
