type Matrix = number[][];
type Params = Record<string, Matrix>;

/** X − lr·G, entry by entry. */
function moved(X: Matrix, G: Matrix | undefined, lr: number): Matrix {
  if (G?.length !== X.length) throw new RangeError("the gradient is missing, or has not as many rows");
  return X.map((row, i) => {
    if (G[i]!.length !== row.length)
      throw new RangeError(`row ${i} of the gradient has ${G[i]!.length} entries`);
    return row.map((x, j) => {
      const slope = G[i]![j]!;
      if (Number.isNaN(slope)) throw new RangeError(`the gradient is NaN at [${i}][${j}]`);
      return x - lr * slope;
    });
  });
}

export function sgdStep(params: Params, grads: Params, lr: number): Params {
  return Object.fromEntries(Object.entries(params).map(([key, X]) => [key, moved(X, grads[key], lr)]));
}

/** Takes the steps of one learning rate, for any number of layers. */
export class GradientDescentOptimizer {
  readonly #learningRate: number;

  /** The learning rate of all its steps. */
  constructor(learningRate: number) {
    this.#learningRate = learningRate;
  }

  /** The weights and the bias of a layer after one step: `[weights, bias]`, in new matrices. */
  backward(weights: Matrix, weightsGradient: Matrix, bias: Matrix, outputGradient: Matrix): [Matrix, Matrix] {
    return [
      moved(weights, weightsGradient, this.#learningRate),
      moved(bias, outputGradient, this.#learningRate),
    ];
  }
}
