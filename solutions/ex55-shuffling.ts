export function permutation(n: number, rng: () => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

export function shuffleTogether<TX, TY>(X: TX[], y: TY[], order: number[]): [TX[], TY[]] {
  return [order.map((place) => X[place]!), order.map((place) => y[place]!)];
}
