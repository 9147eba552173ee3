type Vector = number[];

export function softplus(z: number): number {
  // The exponent is never positive; log1p keeps the digits of a small exponential.
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

export function bceWithLogits(yTrue: Vector, z: Vector): number {
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += softplus(z[i]!) - yTrue[i]! * z[i]!;
  return sum / z.length;
}
