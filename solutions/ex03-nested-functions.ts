type Fn = (x: number) => number;

export function chainLength2(chain: [Fn, Fn], x: number): number {
  requireLength(chain, 2);
  const [f1, f2] = chain;
  return f2(f1(x));
}

export function chainLength3(chain: [Fn, Fn, Fn], x: number): number {
  requireLength(chain, 3);
  const [f1, f2, f3] = chain;
  return f3(f2(f1(x)));
}

export function composeChain(chain: Fn[], x: number): number {
  let u = x;
  for (const f of chain) {
    u = f(u);
  }
  return u;
}

/** A chain of another length is a mistake of the caller. */
function requireLength(chain: Fn[], length: number): void {
  if (chain.length !== length) throw new RangeError(`a chain of ${length} functions, got ${chain.length}`);
}
