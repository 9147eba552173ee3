/**
 * Losses of one example with a label of −1 or 1, by its margin y·(w·x + b).
 *
 * They are written by cases, so that reverse mode gives the slopes that the course takes at the kinks.
 */
import { dot, type Num, num } from "../numbers/num.ts";

type Vector = readonly Num[];

/** y·(w·x + b): positive on the right side of the boundary. */
export const marginOf = (w: Vector, x: Vector, b: Num, y: Num): Num => y.times(dot(w, x).plus(b));

/** The side that costs nothing. A slope measured there is held against 1, the size of the slope on the other side. */
const free = (margin: Num): Num => margin.through(0, 0, 0, 1);

/**
 * The perceptron loss; its slope by the margin is −1 at 0, so that training can start from w = 0.
 *
 *     L = max(0, −y z),   z = w·x + b
 *
 * @param x one example, shape [m]
 * @param y its label, −1 or 1
 * @see Machine Learning Visualized, 0.5.3, where it is called the hinge loss
 */
export function perceptronLoss(w: Vector, x: Vector, b: Num, y: Num): Num {
  const margin = marginOf(w, x, b, y);
  return margin.value > 0 ? free(margin) : num(0).minus(margin);
}

/**
 * The hinge loss; its slope by the margin is 0 at 1.
 *
 *     H = max(0, 1 − y z),   z = w·x + b
 */
export function hingeLoss(w: Vector, x: Vector, b: Num, y: Num): Num {
  const margin = marginOf(w, x, b, y);
  return margin.value >= 1 ? free(margin) : num(1).minus(margin);
}
