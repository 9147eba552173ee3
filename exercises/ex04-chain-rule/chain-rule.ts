// Grade with: npm run grade ex04

type Fn = (x: number) => number;

/**
 * Derivative of f₂(f₁(x)) by the chain rule, with central differences for the slopes of the links.
 *
 * @param chain f₁ and f₂, the inner function first
 * @param x what the first function gets
 * @param h step of every central difference, above 0; 0.001 where it is left out
 * @returns slope of f₂(f₁(x)) by x
 */
export function chainDeriv2(chain: [Fn, Fn], x: number, h: number = 1e-3): number {
  throw new Error("not implemented: chainDeriv2");
}

/**
 * Derivative of f₃(f₂(f₁(x))) by the chain rule, with central differences for the slopes of the links.
 *
 * @param chain f₁, f₂ and f₃, the innermost function first
 * @param x what the first function gets
 * @param h step of every central difference, above 0; 0.001 where it is left out
 * @returns slope of f₃(f₂(f₁(x))) by x
 */
export function chainDeriv3(chain: [Fn, Fn, Fn], x: number, h: number = 1e-3): number {
  throw new Error("not implemented: chainDeriv3");
}

/**
 * Derivative of f_n(… f₂(f₁(x))) by the chain rule, with central differences for the slopes of the
 * links.
 *
 * @param chain f₁, …, f_n, the innermost function first, n ≥ 1
 * @param x what the first function gets
 * @param h step of every central difference, above 0; 0.001 where it is left out
 * @returns slope of f_n(… f₂(f₁(x))) by x, for a chain of any length from 1
 */
export function chainDeriv(chain: Fn[], x: number, h: number = 1e-3): number {
  throw new Error("not implemented: chainDeriv");
}
