type Vector = number[];
type Matrix = number[][];

interface Batch {
  X: Matrix;
  y: number[];
}

interface History {
  lossTrain: Vector;
  accuracyTrain: Vector;
  lossValid: Vector;
  accuracyValid: Vector;
}

export function epochStats(batches: { loss: number; correct: number; size: number }[]): {
  loss: number;
  accuracy: number;
} {
  if (batches.length === 0) throw new RangeError("an epoch has at least one batch");
  let loss = 0;
  let correct = 0;
  let n = 0;
  for (const batch of batches) {
    loss += batch.loss * batch.size;
    correct += batch.correct;
    n += batch.size;
  }
  return { loss: loss / n, accuracy: correct / n };
}

/** Trains for some epochs, with a validation after each: the history of both. */
export function trainWithValidation(
  step: (X: Matrix, y: number[]) => { loss: number; correct: number },
  evaluate: () => { loss: number; accuracy: number },
  loader: () => Iterable<Batch>,
  epochs: number,
): History {
  const history: History = { lossTrain: [], accuracyTrain: [], lossValid: [], accuracyValid: [] };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const batches = [];
    for (const { X, y } of loader()) batches.push({ ...step(X, y), size: y.length });
    const train = epochStats(batches);
    const valid = evaluate();
    history.lossTrain.push(train.loss);
    history.accuracyTrain.push(train.accuracy);
    history.lossValid.push(valid.loss);
    history.accuracyValid.push(valid.accuracy);
  }
  return history;
}
