// Grade with: npm run grade ex63

type Vector = number[];
type Matrix = number[][];

/** A network of two sigmoid layers, trained on one-hot targets. */
export class NeuralNetMLP {
  /** A network at its start: small random weights made of `rng`, biases 0. */
  constructor(numFeatures: number, numHidden: number, numClasses: number, rng: () => number) {}

  /** What both layers give for images, one a row. */
  forward(X: Matrix): { aH: Matrix; aOut: Matrix } {
    throw new Error("not implemented: forward");
  }

  /** Derivatives of the loss by all parameters, in their shapes. */
  backward(
    X: Matrix,
    aH: Matrix,
    aOut: Matrix,
    y: Vector,
  ): { dWout: Matrix; dbOut: Vector; dWh: Matrix; dbH: Vector } {
    throw new Error("not implemented: backward");
  }
}

interface History {
  /** the loss over all examples at the end of each epoch */
  lossTrain: Vector;
  /** the share of hits at the end of each epoch */
  accuracyTrain: Vector;
}

/** Trains a network by descent on mini-batches, and measures it at the end of each epoch. */
export function trainMlp(
  model: NeuralNetMLP,
  X: Matrix,
  y: Vector,
  opts: { lr: number; epochs: number; batchSize: number; orders: number[][] },
): History {
  throw new Error("not implemented: trainMlp");
}
