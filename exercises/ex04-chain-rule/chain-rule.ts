// Grade with: npm run grade ex04

type Fn = (x: number) => number;

/**
 * Derivative of f₂(f₁(x)) by the chain rule, with central differences for the slopes of the links.
 *
 * @param chain [f₁, f₂], the inner function first
 * @param x where
 * @param h step of each central difference, > 0; 0.001 if it is left out
 * @returns one number
 */
export function chainDeriv2(chain: [Fn, Fn], x: number, h: number = 1e-3): number {
  throw new Error("not implemented: chainDeriv2");
}

/**
 * Derivative of f₃(f₂(f₁(x))) by the chain rule, with central differences for the slopes of the links.
 *
 * @param chain [f₁, f₂, f₃], the innermost function first
 * @param x where
 * @param h step of each central difference, > 0; 0.001 if it is left out
 * @returns one number
 */
export function chainDeriv3(chain: [Fn, Fn, Fn], x: number, h: number = 1e-3): number {
  throw new Error("not implemented: chainDeriv3");
}

/**
 * Derivative of f_n(… f₂(f₁(x))) by the chain rule, with central differences for the slopes of the links.
 *
 * @param chain [f₁, …, f_n], the innermost function first, n ≥ 1
 * @param x where
 * @param h step of each central difference, > 0; 0.001 if it is left out
 * @returns one number
 */
export function chainDeriv(chain: Fn[], x: number, h: number = 1e-3): number {
  throw new Error("not implemented: chainDeriv");
}
