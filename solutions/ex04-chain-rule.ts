type Fn = (x: number) => number;

const deriv = (f: Fn, x: number, h: number): number => (f(x + h) - f(x - h)) / (2 * h);

/**
 * Derivative of f₂(f₁(x)) by the chain rule, with central differences for the slopes of the links.
 *
 * @param chain [f₁, f₂], the inner function first
 * @param x where
 * @param h step of each central difference, > 0; 0.001 if it is left out
 * @returns one number
 */
export function chainDeriv2(chain: [Fn, Fn], x: number, h: number = 1e-3): number {
  const [f1, f2] = chain;
  return deriv(f1, x, h) * deriv(f2, f1(x), h);
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
  const [f1, f2, f3] = chain;
  const u1 = f1(x);
  const u2 = f2(u1);
  return deriv(f1, x, h) * deriv(f2, u1, h) * deriv(f3, u2, h);
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
  let slope = 1;
  let u = x;
  for (const f of chain) {
    slope *= deriv(f, u, h);
    u = f(u);
  }
  return slope;
}
