// Grade with: npm run grade ex28

type Vector = number[];

/**
 * Distance straight across: the root of the sum of the squared differences. Throws if one point has
 * more coordinates than the other.
 *
 *     √(Σₖ (pₖ − qₖ)²)
 *
 * @param p1 a point, its coordinates in a list, shape [m]
 * @param p2 another point, shape [m]
 * @returns the distance, at least 0
 */
export function euclideanDistance(p1: Vector, p2: Vector): number {
  throw new Error("not implemented: euclideanDistance");
}

/**
 * Distance along the axes: the sum of the absolute differences. Throws if one point has more
 * coordinates than the other.
 *
 *     Σₖ |pₖ − qₖ|
 *
 * @param p1 a point, its coordinates in a list, shape [m]
 * @param p2 another point, shape [m]
 * @returns the distance, at least 0
 */
export function manhattanDistance(p1: Vector, p2: Vector): number {
  throw new Error("not implemented: manhattanDistance");
}
