/**
 * Planes: their height over a grid, and the distance from them.
 */
import { dot, type Num, norm, num } from "../numbers/num.ts";

type Vector = readonly Num[];

/**
 * Height of the plane through 0 with a given normal.
 *
 *     z = −(n_1 x + n_2 y)/n_3
 *
 * @param normal shape [3], n_3 ≠ 0
 */
export const planeHeight = (normal: Vector, x: Num, y: Num): Num =>
  dot([x, y], normal)
    .negated()
    .over(normal[2] as Num);

/**
 * That plane over a grid of [−1, 1]²: x grows along a row, y from row to row.
 *
 * @param size points on a side, 2 or more
 * @throws RangeError if n_3 is 0: the plane is upright
 * @see Machine Learning Visualized, 0.5.2, generate_hyperplane
 */
export function planeGrid(size: number, normal: Vector): { xx: Num[][]; yy: Num[][]; zz: Num[][] } {
  if (normal[2]?.value === 0) throw new RangeError("planeGrid: a normal with n_3 ≠ 0, got 0");
  const side = Array.from({ length: size }, (_, k) => num(-1).plus(num(2 * k).over(size - 1)));
  return {
    xx: side.map(() => [...side]),
    yy: side.map((y) => side.map(() => y)),
    zz: side.map((y) => side.map((x) => planeHeight(normal, x, y))),
  };
}

/**
 * Distance of a point from the plane w·x + b = 0, with the sign of its side.
 *
 *     d = (w·x + b)/‖w‖
 */
export const signedDistance = (x: Vector, w: Vector, b: Num): Num => dot(w, x).plus(b).over(norm(w));
