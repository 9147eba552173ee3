/**
 * Gradients of functions of vectors, measured; and descent along gradients.
 */
import { type FunctionName, formulaOf } from "../functions/known.ts";
import { type Num, num } from "../numbers/num.ts";
import { entrywise, mapNums, type Tracked } from "../numbers/tracked.ts";

type Vector = readonly Num[];

/** The step of a numerical gradient where none is given. */
export const GRADIENT_STEP = 1e-5;

/** The structure with one of its numbers moved, by its place in reading order. */
function moved<T extends Tracked>(x: T, place: number, by: Num): T {
  let at = 0;
  return mapNums(x, (entry) => (at++ === place ? entry.plus(by) : entry)) as T;
}

/**
 * The gradient of a known function by central differences, one number moved at a time: a vector, a matrix, or the
 * parameters of a network, in the form of what it gets.
 *
 *     g_i = (f(x + h·e_i) − f(x − h·e_i)) / (2h)
 *
 * It is this quotient with the given h, not the gradient: they differ by h²/6 times a third derivative.
 */
export function numericalGradient<T extends Tracked>(
  f: FunctionName,
  x: T,
  h: Num | number = GRADIENT_STEP,
): T {
  const [value, step] = [formulaOf(f) as (x: T) => Num, num(h)];
  let at = 0;
  return mapNums(x, () => {
    const place = at++;
    return value(moved(x, place, step))
      .minus(value(moved(x, place, step.negated())))
      .over(step.times(2));
  }) as T;
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
