/** What is done with the optimizer: a step, several steps in a row, two optimizers in turn. Generic in the number. */

type Layer<N> = [weights: N[][], bias: N[][]];

export interface Made<N> {
  readonly GradientDescentOptimizer: new (
    learningRate: N,
  ) => { backward(weights: N[][], weightsGradient: N[][], bias: N[][], outputGradient: N[][]): Layer<N> };
}

export interface Stepping<N> {
  readonly sgdStep: (
    params: { [name: string]: N[][] },
    grads: { [name: string]: N[][] },
    lr: N,
  ) => { [name: string]: N[][] };
}

/** A step of a network of two layers, whose matrices have other names. */
export function twoLayers<N>(
  { sgdStep }: Stepping<N>,
  hidden: N[][],
  output: N[][],
  hiddenGradient: N[][],
  outputGradient: N[][],
  learningRate: N,
): { hidden: N[][]; output: N[][] } {
  const after = sgdStep({ hidden, output }, { hidden: hiddenGradient, output: outputGradient }, learningRate);
  return { hidden: after.hidden!, output: after.output! };
}

/** One step of one layer. */
export function backward<N>(
  { GradientDescentOptimizer }: Made<N>,
  learningRate: N,
  weights: N[][],
  weightsGradient: N[][],
  bias: N[][],
  outputGradient: N[][],
): Layer<N> {
  const optimizer = new GradientDescentOptimizer(learningRate);
  return optimizer.backward(weights, weightsGradient, bias, outputGradient);
}

/** Several steps of one layer, each from where the one before arrived. */
export function steps<N>(
  { GradientDescentOptimizer }: Made<N>,
  learningRate: N,
  weights: N[][],
  bias: N[][],
  gradients: readonly [weightsGradient: N[][], outputGradient: N[][]][],
): Layer<N> {
  const optimizer = new GradientDescentOptimizer(learningRate);
  let [W, b] = [weights, bias];
  for (const [dW, db] of gradients) [W, b] = optimizer.backward(W, dW, b, db);
  return [W, b];
}

/** Two optimizers from the same layer; then the first goes on from where the second arrived. */
export function twoOptimizers<N>(
  { GradientDescentOptimizer }: Made<N>,
  learningRate: N,
  otherRate: N,
  weights: N[][],
  weightsGradient: N[][],
  bias: N[][],
  outputGradient: N[][],
): { first: Layer<N>; second: Layer<N>; third: Layer<N> } {
  const one = new GradientDescentOptimizer(learningRate);
  const two = new GradientDescentOptimizer(otherRate);
  const first = one.backward(weights, weightsGradient, bias, outputGradient);
  const second = two.backward(weights, weightsGradient, bias, outputGradient);
  const [W, b] = second;
  const third = one.backward(W, weightsGradient, b, outputGradient);
  return { first, second, third };
}
