// Grade with: npm run grade ex72

type Vector = number[];
type Matrix = number[][];

/**
 * The loss over a square of two parameters, around where they are. The others rest.
 *
 *     S_(b a) = L(w + αₐ eᵢ + β_b eⱼ)
 *
 * @param loss takes all parameters, gives the loss
 * @param w where the parameters are, shape [d]
 * @param i the parameter that moves along a row, from 0, whole
 * @param j the parameter that moves from row to row, from 0, whole
 * @param radius how far each of them moves to either side, above 0
 * @param n points on a side of the square, at least 1, whole
 * @returns S: a row for each offset of parameter j, from −radius on; in it the offsets of parameter i,
 *   shape [n, n]
 */
export function lossSlice(
  loss: (w: Vector) => number,
  w: Vector,
  i: number,
  j: number,
  radius: number,
  n: number,
): Matrix {
  throw new Error("not implemented: lossSlice");
}
