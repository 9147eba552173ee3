type Vector = number[];

function dot(u: Vector, v: Vector): number {
  let sum = 0;
  for (let j = 0; j < u.length; j++) sum += u[j]! * v[j]!;
  return sum;
}

export function calculateAngle(u: Vector, v: Vector): number {
  const cosine = dot(u, v) / (Math.sqrt(dot(u, u)) * Math.sqrt(dot(v, v)));
  // Rounding can carry it beyond 1. NaN stays.
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
}

export function updateWeights(w: Vector, input: Vector, lr: number): Vector {
  return w.map((wj, j) => wj + lr * input[j]!);
}
