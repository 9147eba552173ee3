/**
 * The eigenvalues of two rows and two columns, by their quadratic equation.
 */
import { atLeast, doubt, isShort } from "../numbers/ambiguous.ts";
import { type Num, num } from "../numbers/num.ts";

/**
 * Both eigenvalues, the larger first; NaN where they are not real.
 *
 *     λ = t/2 ± √(t²/4 − d),   t = a₁₁ + a₂₂,   d = a₁₁ a₂₂ − a₁₂ a₂₁
 *
 * @param A any matrix, shape [2, 2]
 * @throws Ambiguous if rounding could turn real ones into others
 * @see Machine Learning Visualized, 0.3.2
 */
export function eigenvalues2x2(A: readonly (readonly Num[])[]): [Num, Num] {
  const [a, b, c, d] = A.flat() as [Num, Num, Num, Num];
  const half = a.plus(d).over(2);
  const radicand = half.squared().minus(a.times(d).minus(b.times(c)));
  const isReal = atLeast(radicand, num(0));
  if (radicand.value === 0) {
    if (![a, b, c, d].every(isShort)) doubt("a root of what may be rounding");
    return [half, half];
  }
  const root = isReal ? radicand.sqrt() : num(Number.NaN);
  return [half.plus(root), half.minus(root)];
}
