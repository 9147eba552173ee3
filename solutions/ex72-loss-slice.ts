type Vector = number[];
type Matrix = number[][];

export function lossSlice(
  loss: (w: Vector) => number,
  w: Vector,
  i: number,
  j: number,
  radius: number,
  n: number,
): Matrix {
  const offsets: Vector = [];
  for (let k = 0; k < n; k++) offsets.push(n === 1 ? 0 : -radius + (2 * radius * k) / (n - 1));
  return offsets.map((beta) =>
    offsets.map((alpha) => {
      const moved = [...w];
      moved[i]! += alpha;
      moved[j]! += beta;
      return loss(moved);
    }),
  );
}
