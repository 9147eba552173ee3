/** What the functions of ex11 share: the data, and how the loss of a line bends. */
import { vector } from "../../grader/exercise/form.ts";
import { mean } from "../../reference/numbers/plain.ts";

export type Vector = number[];

export const x = vector("n", "inputs, one number an example");
export const y = vector("n", "targets, one number an example");

export const meanSquare = (x: Vector): number => mean(x.map((xi) => xi * xi));

/** ∂L/∂w and ∂L/∂b in plain numbers. */
export function slopesAt(x: Vector, y: Vector, w: number, b: number): { w: number; b: number } {
  const residuals = y.map((yi, i) => yi - (w * x[i]! + b));
  return { w: -2 * mean(residuals.map((e, i) => e * x[i]!)), b: -2 * mean(residuals) };
}

/**
 * The larger eigenvalue λ of H = 2·[mean x², x̄; x̄, 1], the second derivatives of the loss, and its unit eigenvector.
 * None stands out where the mean of x is 0 and that of x² is 1; then it is the direction of b.
 */
export function steepest(x: Vector): {
  readonly curvature: number;
  readonly along: { w: number; b: number };
} {
  const [centre, square] = [mean(x), meanSquare(x)];
  const curvature = square + 1 + Math.hypot(square - 1, 2 * centre);
  // Either row of (H − λ)·v = 0 gives v; the one with the larger entries loses fewer digits.
  const v = square > 1 ? { w: curvature / 2 - 1, b: centre } : { w: centre, b: curvature / 2 - square };
  const length = Math.hypot(v.w, v.b);
  return { curvature, along: length === 0 ? { w: 0, b: 1 } : { w: v.w / length, b: v.b / length } };
}
