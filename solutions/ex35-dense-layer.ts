type Vector = number[];
type Matrix = number[][];

export function denseForward(X: Matrix, W: Matrix, b: Vector): Matrix {
  return X.map((row) => {
    if (row.length !== W.length) throw new RangeError("an example has another number of inputs than W");
    if (b.length !== W[0]!.length) throw new RangeError("there is not one bias a unit");
    return b.map((bj, j) => {
      let entry = bj;
      for (let l = 0; l < row.length; l++) entry += row[l]! * W[l]![j]!;
      return entry;
    });
  });
}

export function linearForward(X: Matrix, W: Matrix, b: Vector): Matrix {
  if (b.length !== W.length) throw new RangeError("there is not one bias a unit");
  return X.map((row) =>
    W.map((weights, j) => {
      if (row.length !== weights.length)
        throw new RangeError("an example has another number of inputs than W");
      let entry = b[j]!;
      for (let l = 0; l < row.length; l++) entry += row[l]! * weights[l]!;
      return entry;
    }),
  );
}

export function columnForward(W: Matrix, x: Matrix, b: Matrix): Matrix {
  const row = x.map(([xl]) => xl!);
  const biases = b.map(([bj]) => bj!);
  return linearForward([row], W, biases)[0]!.map((z) => [z]);
}
