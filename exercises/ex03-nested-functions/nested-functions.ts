// Grade with: npm run grade ex03

type Fn = (x: number) => number;

/**
 * A number through a chain of two functions.
 *
 *     f₂(f₁(x))
 *
 * @param chain f₁ and f₂, the inner function first
 * @param x what the first function gets
 * @returns f₂(f₁(x))
 */
export function chainLength2(chain: [Fn, Fn], x: number): number {
  throw new Error("not implemented: chainLength2");
}

/**
 * A number through a chain of three functions.
 *
 *     f₃(f₂(f₁(x)))
 *
 * @param chain f₁, f₂ and f₃, the innermost function first
 * @param x what the first function gets
 * @returns f₃(f₂(f₁(x)))
 */
export function chainLength3(chain: [Fn, Fn, Fn], x: number): number {
  throw new Error("not implemented: chainLength3");
}

/**
 * A number through a chain of any length.
 *
 *     fₙ(… f₂(f₁(x)))
 *
 * @param chain f₁, …, f_n, the innermost function first, n ≥ 0
 * @param x what the first function gets
 * @returns f_n(… f₂(f₁(x))), and x for an empty chain
 */
export function composeChain(chain: Fn[], x: number): number {
  throw new Error("not implemented: composeChain");
}
