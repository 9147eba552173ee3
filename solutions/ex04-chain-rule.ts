type Fn = (x: number) => number;

const deriv = (f: Fn, x: number, h: number): number => (f(x + h) - f(x - h)) / (2 * h);

export function chainDeriv2(chain: [Fn, Fn], x: number, h: number = 1e-3): number {
  const [f1, f2] = chain;
  return deriv(f1, x, h) * deriv(f2, f1(x), h);
}

export function chainDeriv3(chain: [Fn, Fn, Fn], x: number, h: number = 1e-3): number {
  const [f1, f2, f3] = chain;
  const u1 = f1(x);
  const u2 = f2(u1);
  return deriv(f1, x, h) * deriv(f2, u1, h) * deriv(f3, u2, h);
}

export function chainDeriv(chain: Fn[], x: number, h: number = 1e-3): number {
  let slope = 1;
  let u = x;
  for (const f of chain) {
    slope *= deriv(f, u, h);
    u = f(u);
  }
  return slope;
}
