type Vector = number[];
type Matrix = number[][];

export function computeMseAndAcc(
  predict: (X: Matrix) => Matrix,
  X: Matrix,
  y: Vector,
  numLabels: number,
  batchSize: number,
): { mse: number; acc: number } {
  let squares = 0;
  let hits = 0;
  for (let start = 0; start < X.length; start += batchSize) {
    const P = predict(X.slice(start, start + batchSize));
    for (let i = 0; i < P.length; i++) {
      const label = y[start + i]!;
      let best = 0;
      for (let k = 0; k < numLabels; k++) {
        const miss = (k === label ? 1 : 0) - P[i]![k]!;
        squares += miss * miss;
        if (P[i]![k]! > P[i]![best]!) best = k;
      }
      if (best === label) hits++;
    }
  }
  return { mse: squares / (X.length * numLabels), acc: hits / X.length };
}
