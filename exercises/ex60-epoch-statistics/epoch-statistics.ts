// Grade with: npm run grade ex60

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

/**
 * Mean loss and accuracy over all examples of an epoch, from its batches. Throws a RangeError if there
 * is no batch.
 *
 *     L̄ = Σₖ nₖ Lₖ/(Σₖ nₖ),  accuracy = Σₖ cₖ/(Σₖ nₖ)
 *
 * @param batches the batches of an epoch, m records
 * @returns both, over all examples
 *   loss: mean loss of the examples
 *   accuracy: share of the examples that were met, from 0 to 1
 */
export function epochStats(batches: { loss: number; correct: number; size: number }[]): {
  loss: number;
  accuracy: number;
} {
  throw new Error("not implemented: epochStats");
}

/** Trains for some epochs, with a validation after each: the history of both. */
export function trainWithValidation(
  step: (X: Matrix, y: number[]) => { loss: number; correct: number },
  evaluate: () => { loss: number; accuracy: number },
  loader: () => Iterable<Batch>,
  epochs: number,
): History {
  throw new Error("not implemented: trainWithValidation");
}
