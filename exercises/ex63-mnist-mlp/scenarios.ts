/** What is done with the network: both passes, and a training run. Generic in the number. */

interface Layers<N> {
  aH: N[][];
  aOut: N[][];
}
interface Gradients<N> {
  dWout: N[][];
  dbOut: N[];
  dWh: N[][];
  dbH: N[];
}
interface Model<N> {
  forward(X: N[][]): Layers<N>;
  backward(X: N[][], aH: N[][], aOut: N[][], y: number[]): Gradients<N>;
}
interface History<N> {
  lossTrain: N[];
  accuracyTrain: N[];
}

export interface Made<N> {
  readonly NeuralNetMLP: new (
    numFeatures: number,
    numHidden: number,
    numClasses: number,
    rng: () => number,
  ) => Model<N>;
  readonly trainMlp: (
    model: Model<N>,
    X: N[][],
    y: number[],
    opts: { lr: N; epochs: number; batchSize: number; orders: number[][] },
  ) => History<N>;
}

/** What both layers of a new network give. */
export function forward<N>(
  { NeuralNetMLP }: Made<N>,
  numFeatures: number,
  numHidden: number,
  numClasses: number,
  rng: () => number,
  X: N[][],
): Layers<N> {
  const model = new NeuralNetMLP(numFeatures, numHidden, numClasses, rng);
  // A network of its own: what it holds is none of the other one's.
  new NeuralNetMLP(numFeatures, numHidden, numClasses, () => 0.5);
  return model.forward(X);
}

/** The gradients of a new network. */
export function backward<N>(
  { NeuralNetMLP }: Made<N>,
  numFeatures: number,
  numHidden: number,
  numClasses: number,
  rng: () => number,
  X: N[][],
  y: number[],
): Gradients<N> {
  const model = new NeuralNetMLP(numFeatures, numHidden, numClasses, rng);
  const { aH, aOut } = model.forward(X);
  return model.backward(X, aH, aOut, y);
}

/** The history of a training run, and what the network gives after it. */
export function train<N>(
  { NeuralNetMLP, trainMlp }: Made<N>,
  numFeatures: number,
  numHidden: number,
  numClasses: number,
  rng: () => number,
  X: N[][],
  y: number[],
  lr: N,
  epochs: number,
  batchSize: number,
  orders: number[][],
): { lossTrain: N[]; accuracyTrain: N[]; aOut: N[][] } {
  const model = new NeuralNetMLP(numFeatures, numHidden, numClasses, rng);
  const { lossTrain, accuracyTrain } = trainMlp(model, X, y, { lr, epochs, batchSize, orders });
  return { lossTrain, accuracyTrain, aOut: model.forward(X).aOut };
}
