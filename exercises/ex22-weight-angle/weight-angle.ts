// Grade with: npm run grade ex22

type Vector = number[];

/**
 * The angle between two vectors, in degrees. It is NaN only where one of them is 0 or has a NaN.
 *
 *     θ = arccos ((u·v)/(‖u‖ ‖v‖)) in degrees
 *
 * @param u a vector, shape [m]
 * @param v another one, shape [m]
 * @returns angle in degrees, from 0 to 180
 */
export function calculateAngle(u: Vector, v: Vector): number {
  throw new Error("not implemented: calculateAngle");
}

/**
 * The weights after a missed example of class 1. The bias is left aside.
 *
 *     w + η x
 *
 * @param w weights, shape [m]
 * @param input the example x, shape [m]
 * @param lr learning rate η, 0 or more
 * @returns new weights, shape [m]
 */
export function updateWeights(w: Vector, input: Vector, lr: number): Vector {
  throw new Error("not implemented: updateWeights");
}
