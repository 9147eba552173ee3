// Grade with: npm run grade ex01

/**
 * A number times itself.
 *
 *     x²
 *
 * @param x any number
 * @returns x times x
 */
export function square(x: number): number {
  throw new Error("not implemented: square");
}

/**
 * The rectified linear unit: what is negative becomes 0.
 *
 *     max(x, 0)
 *
 * @param x any number
 * @returns x where it is positive, and 0 elsewhere
 */
export function relu(x: number): number {
  throw new Error("not implemented: relu");
}

/**
 * ReLU that lets a share of what is negative through.
 *
 *     x if x > 0, else α x
 *
 * @param x any number
 * @param slope slope on the left of 0, between 0 and 1; 0.2 where it is left out
 * @returns x where it is positive, and slope times x elsewhere
 */
export function leakyRelu(x: number, slope = 0.2): number {
  throw new Error("not implemented: leakyRelu");
}
