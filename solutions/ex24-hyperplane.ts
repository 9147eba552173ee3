type Vector = number[];
type Matrix = number[][];

function dot(u: Vector, v: Vector): number {
  let sum = 0;
  for (let j = 0; j < u.length; j++) sum += u[j]! * v[j]!;
  return sum;
}

export function generateHyperplane(scaling: number, normal: Vector): { xx: Matrix; yy: Matrix; zz: Matrix } {
  const [n1, n2, n3] = normal as [number, number, number];
  if (n3 === 0) throw new RangeError("the plane is upright: n3 is 0");
  const xx: Matrix = [];
  const yy: Matrix = [];
  const zz: Matrix = [];
  for (let i = 0; i < scaling; i++) {
    const y = -1 + (2 * i) / (scaling - 1);
    xx.push([]);
    yy.push([]);
    zz.push([]);
    for (let j = 0; j < scaling; j++) {
      const x = -1 + (2 * j) / (scaling - 1);
      xx[i]!.push(x);
      yy[i]!.push(y);
      zz[i]!.push(-(n1 * x + n2 * y) / n3);
    }
  }
  return { xx, yy, zz };
}

export function signedDistance(x: Vector, w: Vector, b: number): number {
  return (dot(w, x) + b) / Math.sqrt(dot(w, w));
}

export function fitPerceptronPm(
  X: Matrix,
  y: (1 | -1)[],
  w0: Vector,
  b0: number,
  lr: number,
  epochs: number,
): { w: Vector; b: number; losses: number[] } {
  let w = w0.slice();
  let b = b0;
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    let total = 0;
    for (let i = 0; i < X.length; i++) {
      const margin = y[i]! * (dot(w, X[i]!) + b);
      if (margin > 0) continue;
      total -= margin;
      const step = lr * y[i]!;
      w = w.map((wj, j) => wj + step * X[i]![j]!);
      b += step;
    }
    losses.push(total / X.length);
  }
  return { w, b, losses };
}
