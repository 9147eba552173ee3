/**
 * Gradients of functions of vectors, measured; and descent along gradients.
 */
import { type FunctionName, formulaOf } from "../functions/known.ts";
import { type Num, num } from "../numbers/num.ts";
import { entrywise, type Tracked } from "../numbers/tracked.ts";

type Vector = readonly Num[];

/** The step of a numerical gradient where none is given. */
export const GRADIENT_STEP = 1e-5;

/** The vector with one entry moved. */
const moved = (x: Vector, i: number, by: Num): Num[] => x.map((xj, j) => (j === i ? xj.plus(by) : xj));

/**
 * The gradient of a known function by central differences, one entry moved at a time.
 *
 *     g_i = (f(x + h·e_i) − f(x − h·e_i)) / (2h)
 *
 * It is this quotient with the given h, not the gradient: they differ by h²/6 times a third derivative.
 */
export function numericalGradient(f: FunctionName, x: Vector, h: Num | number = GRADIENT_STEP): Num[] {
  const [value, step] = [formulaOf(f) as (x: Vector) => Num, num(h)];
  return x.map((_, i) =>
    value(moved(x, i, step))
      .minus(value(moved(x, i, step.negated())))
      .over(step.times(2)),
  );
}

/** x − η·g, entry by entry, for structures of one form. */
export const stepped = <T extends Tracked>(x: T, g: T, lr: Num): T =>
  entrywise((xi: Num, gi: Num) => xi.minus(lr.times(gi)), x, g);

/**
 * The start and the points after each step of x ← x − η·∇f(x).
 *
 * @param gradF the gradient, as a known function
 */
export function descent(gradF: FunctionName, x0: Vector, lr: Num, steps: number): Num[][] {
  const gradient = formulaOf(gradF) as (x: Vector) => Num[];
  const points = [[...x0]];
  for (let t = 0; t < steps; t++) {
    const x = points[t] as Num[];
    points.push(stepped(x, gradient(x), lr));
  }
  return points;
}
