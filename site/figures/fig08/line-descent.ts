/**
 * Gradient descent on the error of a line in plain numbers, for pictures: its path, and what decides its speed.
 *
 * The error is a parabola in w and b whose coefficients are five means of the data, so that thousands of epochs
 * cost no more than a few passes over the data. Tests hold it to mseLoss of line.ts and to its gradient.
 */
import { levelEllipse } from "../level-ellipse.ts";

/** A line ŷ = w·x + b. */
export interface Line {
  readonly w: number;
  readonly b: number;
}

/** Means over the examples: of x, of y, and of their products. */
export interface Moments {
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

export function momentsOf(x: readonly number[], y: readonly number[]): Moments {
  const mean = (of: (i: number) => number): number => x.reduce((sum, _, i) => sum + of(i), 0) / x.length;
  const [at, to] = [(i: number): number => x[i] as number, (i: number): number => y[i] as number];
  return {
    x: mean(at),
    y: mean(to),
    xx: mean((i) => at(i) ** 2),
    xy: mean((i) => at(i) * to(i)),
    yy: mean((i) => to(i) ** 2),
  };
}

/**
 * Mean squared error of a line.
 *
 *     L = mean(y²) − 2w·mean(xy) − 2b·mean(y) + w²·mean(x²) + 2wb·mean(x) + b²
 */
export const errorOf = (m: Moments, { w, b }: Line): number =>
  m.yy - 2 * w * m.xy - 2 * b * m.y + w * w * m.xx + 2 * w * b * m.x + b * b;

/**
 * The gradient of the error.
 *
 *     ∂L/∂w = 2(w·mean(x²) + b·mean(x) − mean(xy)),   ∂L/∂b = 2(w·mean(x) + b − mean(y))
 */
export const slopeOf = (m: Moments, { w, b }: Line): Line => ({
  w: 2 * (w * m.xx + b * m.x - m.xy),
  b: 2 * (w * m.x + b - m.y),
});

/** How the error bends around its minimum. */
export interface Curvature {
  /** Eigenvalues of the Hessian 2·[mean(x²) mean(x); mean(x) 1], the larger one first. */
  readonly values: readonly [number, number];
  /** Unit eigenvectors (w, b) in the same order. */
  readonly vectors: readonly [readonly [number, number], readonly [number, number]];
  /** κ = λ₁/λ₂ ≥ 1: of the error, how much steeper it is one way than the other. */
  readonly condition: number;
  /** 2/λ₁: with a larger learning rate full-batch descent diverges. */
  readonly largestRate: number;
}

/**
 * Curvature of the error, which the inputs alone decide.
 *
 *     λ₁ = mean(x²) + 1 + √((mean(x²) − 1)² + 4·mean(x)²),   λ₁λ₂ = 4·var(x)
 *
 * @param x inputs, not all equal
 */
export function curvatureOf(x: readonly number[]): Curvature {
  const mean = x.reduce((sum, xi) => sum + xi, 0) / x.length;
  // By deviations: the difference of mean(x²) and mean(x)² would lose digits.
  const variance = x.reduce((sum, xi) => sum + (xi - mean) ** 2, 0) / x.length;
  const square = variance + mean * mean;
  const first = square + 1 + Math.hypot(square - 1, 2 * mean);
  const second = (4 * variance) / first;
  const angle = Math.atan2(2 * mean, square - 1) / 2;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return {
    values: [first, second],
    vectors: [
      [c, s],
      [-s, c],
    ],
    condition: first / second,
    largestRate: 2 / first,
  };
}

/** Lines whose error is `rise` above its least value. */
export const levelLine = (curvature: Curvature, best: Line, rise: number, points: number): readonly Line[] =>
  levelEllipse(curvature, rise, points).map(([w, b]) => ({ w: best.w + w, b: best.b + b }));

/**
 * The line after each epoch of full-batch descent.
 *
 *     w ← w − η ∂L/∂w,   b ← b − η ∂L/∂b
 *
 * Both from the old line, `together`; or b from the new w, `in-turn`, as the document's code does.
 *
 * @param limit the run ends with the first line whose error is not below it: it diverges
 * @returns the start and at most `epochs` further lines
 * @see Machine Learning Visualized, 0.1.6 and 0.1.8
 */
export function descentOf(
  m: Moments,
  start: Line,
  rate: number,
  epochs: number,
  order: "together" | "in-turn",
  limit: number,
): readonly Line[] {
  const lines = [start];
  let now = start;
  for (let e = 0; e < epochs; e++) {
    const slope = slopeOf(m, now);
    const w = now.w - rate * slope.w;
    const b = now.b - rate * (order === "together" ? slope.b : slopeOf(m, { w, b: now.b }).b);
    now = { w, b };
    lines.push(now);
    // Also where the error is no number any more.
    if (!(errorOf(m, now) < limit)) break;
  }
  return lines;
}
