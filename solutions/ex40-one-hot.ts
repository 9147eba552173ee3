type Vector = number[];
type Matrix = number[][];

export function intToOnehot(y: Vector, numLabels: number): Matrix {
  return y.map((label) => {
    if (!Number.isInteger(label) || label < 0 || label >= numLabels) {
      throw new RangeError(`a label from 0 to ${numLabels - 1}, got ${label}`);
    }
    const row = new Array<number>(numLabels).fill(0);
    row[label] = 1;
    return row;
  });
}

export function argmaxRows(P: Matrix): Vector {
  return P.map((row) => {
    let best = 0;
    for (let k = 1; k < row.length; k++) {
      if (row[k]! > row[best]!) best = k;
    }
    return best;
  });
}

export function accuracy(predicted: Vector, y: Vector): number {
  if (y.length === 0) throw new RangeError("no examples");
  let hits = 0;
  for (let i = 0; i < y.length; i++) {
    if (predicted[i] === y[i]) hits++;
  }
  return hits / y.length;
}
