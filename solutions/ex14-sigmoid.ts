export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function sigmoidPrime(z: number): number {
  // σ′ is even; of −|z| the exponential cannot overflow.
  const e = Math.exp(-Math.abs(z));
  return e / (1 + e) ** 2;
}

export function sigmoidPrimeFromOutput(a: number): number {
  return a * (1 - a);
}
