type Vector = number[];

export function likelihood(y: Vector, p: Vector): number {
  let product = 1;
  for (let i = 0; i < y.length; i++) product *= p[i]! ** y[i]! * (1 - p[i]!) ** (1 - y[i]!);
  return product;
}

export function logLikelihood(y: Vector, p: Vector): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    // 0·ln 0 would be NaN.
    if (y[i]! > 0) sum += y[i]! * Math.log(p[i]!);
    if (y[i]! < 1) sum += (1 - y[i]!) * Math.log(1 - p[i]!);
  }
  return sum;
}

export function bce(yTrue: Vector, yPred: Vector, eps: number = 1e-12): number {
  const clipped = yPred.map((p) => Math.min(Math.max(p, eps), 1 - eps));
  return -logLikelihood(yTrue, clipped) / yTrue.length;
}
