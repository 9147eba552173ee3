type Vector = number[];
type Matrix = number[][];

export function explainedVarianceRatio(eigVals: Vector): Vector {
  let sum = 0;
  for (const value of eigVals) sum += Math.max(value, 0);
  return eigVals.map((value) => Math.max(value, 0) / sum);
}

export function truncate(projected: Matrix, k: number): Matrix {
  return projected.map((row) => row.map((p, j) => (j < k ? p : 0)));
}

export function reconstruct(truncated: Matrix, eigVecs: Matrix): Matrix {
  return truncated.map((p) =>
    eigVecs.map((v) => {
      let sum = 0;
      for (let l = 0; l < p.length; l++) sum += p[l]! * v[l]!;
      return sum;
    }),
  );
}
