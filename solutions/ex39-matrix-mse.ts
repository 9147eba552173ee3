type Matrix = number[][];

/** Prediction less target, entry by entry. */
function misses(yTrue: Matrix, yPred: Matrix): Matrix {
  if (yTrue.length !== yPred.length) throw new RangeError("not as many predictions as targets");
  return yPred.map((row, i) => {
    if (row.length !== yTrue[i]!.length) throw new RangeError(`row ${i} has another length than its target`);
    return row.map((p, j) => p - yTrue[i]![j]!);
  });
}

export function mse(yTrue: Matrix, yPred: Matrix): number {
  const all = misses(yTrue, yPred).flat();
  let total = 0;
  for (const miss of all) total += miss ** 2;
  return total / all.length;
}

export function msePrime(yTrue: Matrix, yPred: Matrix): Matrix {
  const entries = yTrue.flat().length;
  return misses(yTrue, yPred).map((row) => row.map((miss) => (2 * miss) / entries));
}
