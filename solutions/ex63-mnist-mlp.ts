type Vector = number[];
type Matrix = number[][];

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** The next normal number with standard deviation 0.1. */
function weight(rng: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - rng()));
  return 0.1 * radius * Math.cos(2 * Math.PI * rng());
}

const weights = (out: number, inp: number, rng: () => number): Matrix =>
  Array.from({ length: out }, () => Array.from({ length: inp }, () => weight(rng)));

/** Activations of a layer, one example a row. */
function layer(X: Matrix, W: Matrix, b: Vector): Matrix {
  return X.map((x) =>
    W.map((w, k) => {
      let z = b[k]!;
      for (let j = 0; j < x.length; j++) z += w[j]! * x[j]!;
      return sigmoid(z);
    }),
  );
}

/** Errors of a layer to derivatives by its weights, δᵀA, and by its biases. */
function gradientsOf(delta: Matrix, A: Matrix): { dW: Matrix; db: Vector } {
  const dW = delta[0]!.map(() => new Array<number>(A[0]!.length).fill(0));
  const db = new Array<number>(delta[0]!.length).fill(0);
  for (let i = 0; i < delta.length; i++) {
    for (let k = 0; k < db.length; k++) {
      db[k]! += delta[i]![k]!;
      for (let j = 0; j < A[i]!.length; j++) dW[k]![j]! += delta[i]![k]! * A[i]![j]!;
    }
  }
  return { dW, db };
}

interface Params {
  Wh: Matrix;
  bH: Vector;
  Wout: Matrix;
  bOut: Vector;
}

/** A network of two sigmoid layers, trained on one-hot targets. */
export class NeuralNetMLP {
  _params: Params;

  /** A network at its start: small random weights made of `rng`, biases 0. */
  constructor(numFeatures: number, numHidden: number, numClasses: number, rng: () => number) {
    this._params = {
      Wh: weights(numHidden, numFeatures, rng),
      bH: new Array<number>(numHidden).fill(0),
      Wout: weights(numClasses, numHidden, rng),
      bOut: new Array<number>(numClasses).fill(0),
    };
  }

  /** What both layers give for images, one a row. */
  forward(X: Matrix): { aH: Matrix; aOut: Matrix } {
    const { Wh, bH, Wout, bOut } = this._params;
    const aH = layer(X, Wh, bH);
    return { aH, aOut: layer(aH, Wout, bOut) };
  }

  /** Derivatives of the loss by all parameters, in their shapes. */
  backward(
    X: Matrix,
    aH: Matrix,
    aOut: Matrix,
    y: Vector,
  ): { dWout: Matrix; dbOut: Vector; dWh: Matrix; dbH: Vector } {
    const { Wout } = this._params;
    const t = Wout.length;
    for (const label of y) {
      if (!Number.isInteger(label) || label < 0 || label >= t)
        throw new RangeError(`backward: labels from 0 to ${t - 1}, got ${label}`);
    }
    const deltaOut = aOut.map((row, i) =>
      row.map((a, k) => (2 / (X.length * t)) * (a - (k === y[i] ? 1 : 0)) * a * (1 - a)),
    );
    const deltaH = aH.map((row, i) =>
      row.map((a, k) => {
        let back = 0;
        for (let j = 0; j < t; j++) back += deltaOut[i]![j]! * Wout[j]![k]!;
        return back * a * (1 - a);
      }),
    );
    const { dW: dWout, db: dbOut } = gradientsOf(deltaOut, aH);
    const { dW: dWh, db: dbH } = gradientsOf(deltaH, X);
    return { dWout, dbOut, dWh, dbH };
  }
}

interface History {
  /** the loss over all examples at the end of each epoch */
  lossTrain: Vector;
  /** the share of hits at the end of each epoch */
  accuracyTrain: Vector;
}

const movedVector = (x: Vector, g: Vector, lr: number): Vector => x.map((xi, i) => xi - lr * g[i]!);
const moved = (X: Matrix, G: Matrix, lr: number): Matrix => X.map((row, i) => movedVector(row, G[i]!, lr));

/** Trains a network by descent on mini-batches, and measures it at the end of each epoch. */
export function trainMlp(
  model: NeuralNetMLP,
  X: Matrix,
  y: Vector,
  opts: { lr: number; epochs: number; batchSize: number; orders: number[][] },
): History {
  const { lr, epochs, batchSize, orders } = opts;
  const history: History = { lossTrain: [], accuracyTrain: [] };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = orders[epoch]!;
    for (let start = 0; start < order.length; start += batchSize) {
      const places = order.slice(start, start + batchSize);
      const images = places.map((i) => X[i]!);
      const labels = places.map((i) => y[i]!);
      const { aH, aOut } = model.forward(images);
      const { dWout, dbOut, dWh, dbH } = model.backward(images, aH, aOut, labels);
      const { Wh, bH, Wout, bOut } = model._params;
      model._params = {
        Wh: moved(Wh, dWh, lr),
        bH: movedVector(bH, dbH, lr),
        Wout: moved(Wout, dWout, lr),
        bOut: movedVector(bOut, dbOut, lr),
      };
    }
    let squares = 0;
    let hits = 0;
    const { aOut } = model.forward(X);
    for (let i = 0; i < y.length; i++) {
      const row = aOut[i]!;
      let best = 0;
      for (let k = 0; k < row.length; k++) {
        const miss = (k === y[i] ? 1 : 0) - row[k]!;
        squares += miss * miss;
        if (row[k]! > row[best]!) best = k;
      }
      if (best === y[i]) hits++;
    }
    history.lossTrain.push(squares / (y.length * aOut[0]!.length));
    history.accuracyTrain.push(hits / y.length);
  }
  return history;
}
