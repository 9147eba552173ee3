// Grade with: npm run grade ex05

type Fn = (x: number) => number;

/**
 * A function of the sum of two inputs.
 *
 *     f(x, y) = σ(x + y)
 *
 * @param x first input
 * @param y second input
 * @param sigma function of one number, σ
 * @returns σ(x + y)
 */
export function multipleInputsAdd(x: number, y: number, sigma: Fn): number {
  throw new Error("not implemented: multipleInputsAdd");
}

/**
 * How a function of the sum of two inputs follows either of them.
 *
 *     ∂f/∂x, ∂f/∂y of f(x, y) = σ(x + y)
 *
 * @param x first input
 * @param y second input
 * @param sigma function of one number, σ
 * @returns both partial derivatives, [∂f/∂x, ∂f/∂y], [number, number]
 */
export function multipleInputsAddBackward(x: number, y: number, sigma: Fn): [number, number] {
  throw new Error("not implemented: multipleInputsAddBackward");
}
