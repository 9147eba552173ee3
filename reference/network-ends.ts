/** Functions of layers and networks that derivations end in, by name, in the form in which pages call them. */
import { stepped } from "./differentiation/descent.ts";
import { meanSquaredError } from "./linear-models/scores.ts";
import { sigmoid } from "./linear-models/sigmoid.ts";
import { activated, weightedActivation } from "./networks/activations.ts";
import { crossEntropy as classCrossEntropy, crossEntropyLogits } from "./networks/cross-entropy.ts";
import { layerGradientNorms, residualForward, weightedResidual } from "./networks/deep-network.ts";
import { columnForward, denseForward, linearForward, weightedNets } from "./networks/dense-layer.ts";
import { lossToFirstOrder } from "./networks/hidden-layer.ts";
import { boxMuller, uniformWithin, xavierLimit } from "./networks/initialisation.ts";
import { accuracy, argmaxRows } from "./networks/labels.ts";
import { layerActivations } from "./networks/layered-network.ts";
import { sigmoidOutputLoss } from "./networks/output-layer.ts";
import { layerParameters, networkParameters } from "./networks/parameter-count.ts";
import { regressionForward } from "./networks/regression-network.ts";
import { exampleLoss } from "./networks/sigmoid-network.ts";
import { logSoftmax, softmax } from "./networks/softmax.ts";
import { summedCrossEntropy, weightedShares } from "./networks/softmax-gradient.ts";
import { crossEntropy, forward } from "./networks/softmax-network.ts";
import { product, transpose } from "./numbers/matrix.ts";
import { dot, mean, type Num, num } from "./numbers/num.ts";
import { gradient } from "./numbers/tracked.ts";

type Vector = readonly Num[];
type Matrix = readonly Vector[];

/** The column of the 1 in each row. */
export const labelsOf = (R: Matrix): number[] => argmaxRows(R.map((row) => row.map(({ value }) => value)));

/** Softmax of one row of logits. */
const softmaxOf = (z: Vector): Vector => softmax([z])[0] ?? [];

/** ln of softmax of one row of logits. */
const logSoftmaxOf = (z: Vector): Vector => logSoftmax([z])[0] ?? [];

/** Squared error of a network with one hidden layer, for one example; weights out×in. */
const networkLoss = (x: Vector, y: Vector, W1: Matrix, b1: Vector, W2: Matrix, b2: Vector): Num =>
  exampleLoss(x, y, { W1, b1, W2, b2 });

/** Summed cross-entropy of a network with one hidden layer; weights in×out, biases of one row. */
const softmaxNetworkLoss = (X: Matrix, Y: Matrix, Wh: Matrix, bh: Matrix, Wo: Matrix, bo: Matrix): Num =>
  crossEntropy(X, Y, { Wh, bh, Wo, bo });

const softmaxNetworkShares = (X: Matrix, Wh: Matrix, bh: Matrix, Wo: Matrix, bo: Matrix): Matrix =>
  forward(X, { Wh, bh, Wo, bo }).yHat;

/** The loss to first order around the present errors; output weights in×out. */
const hiddenLoss = (Z: Matrix, W: Matrix, delta: Matrix): Num => lossToFirstOrder(Z, transpose(W), delta);

/** X·W + b, with the biases as a matrix of one row. */
const affine = (X: Matrix, W: Matrix, b: Matrix): Num[][] => denseForward(X, W, b[0] as Vector);

/** The same for a hidden layer X·W_h + b_h, weights in×out. */
const hiddenWeightLoss = (X: Matrix, Wh: Matrix, bh: Matrix, Wo: Matrix, delta: Matrix): Num =>
  hiddenLoss(affine(X, Wh, bh), Wo, delta);

/** What the last of three sigmoid layers gives; weights out×in. */
const layeredOutputs = (X: Matrix, ...[W1, b1, W2, b2, W3, b3]: readonly Matrix[]): Num[][] =>
  layerActivations(
    X,
    [W1, W2, W3] as Matrix[],
    [b1, b2, b3].map((b) => b?.[0] as Vector),
  )[3] as Num[][];

const layeredLoss = (X: Matrix, Y: Matrix, ...parameters: readonly Matrix[]): Num =>
  mean(
    layeredOutputs(X, ...parameters).flatMap((row, i) =>
      row.map((a, j) => (Y[i] as Vector)[j]!.minus(a).squared()),
    ),
  );

/** The first layer's weights after a step of descent. */
const updatedWeights = (
  ...all: [...of: [Matrix, Matrix, Matrix, Matrix, Matrix, Matrix, Matrix, Matrix], lr: Num]
): Matrix => {
  const [X, Y, W1, b1, W2, b2, W3, b3, lr] = all;
  return stepped(W1, gradient(layeredLoss(X, Y, W1, b1, W2, b2, W3, b3), W1) as Matrix, lr);
};

/** A network with one hidden layer and one linear output; weights in×out. */
const regression = (X: Matrix, y: Vector, W1: Matrix, B1: Matrix, v: Vector, b: Num) =>
  regressionForward(
    X,
    y.map((yi) => [yi]),
    { W1, B1, W2: v.map((vk) => [vk]), B2: [[b]] },
  );

/** Mean squared error of a layer of sigmoid units; weights out×in. */
const outputLayerLoss = (A: Matrix, W: Matrix, b: Matrix, Y: Matrix): Num =>
  sigmoidOutputLoss(affine(A, transpose(W), b), Y);

/** Output net inputs σ(X·W_h + b_h)·W_o + b_o. */
const netOutputs = (X: Matrix, Wh: Matrix, bh: Matrix, Wo: Matrix, bo: Matrix): Num[][] =>
  affine(
    affine(X, Wh, bh).map((row) => row.map(sigmoid)),
    Wo,
    bo,
  );

/** Length of the gradient by the first layer's weights; two layers, both tanh. */
const firstGradientNorm = (X: Matrix, Y: Matrix, W1: Matrix, b1: Matrix, W2: Matrix, b2: Matrix): Num =>
  layerGradientNorms("tanh", X, Y, { Ws: [W1, W2], bs: [b1[0]!, b2[0]!] }, false)[0]!;

const asColumn = (x: Vector): Matrix => x.map((entry) => [entry]);
const columnNets = (W: Matrix, x: Vector, b: Vector): Vector =>
  columnForward(W, asColumn(x), asColumn(b)).flat();

export const networkEnds = {
  /** Of classes as one-hot rows. */
  accuracy: (R: Matrix, Y: Matrix): Num => accuracy(labelsOf(R), labelsOf(Y)),
  boxMuller,
  /** One example as a column, weights out×in. */
  columnNets,
  columnLoss: (W: Matrix, x: Vector, b: Vector, d: Vector): Num => dot(columnNets(W, x, b), d),
  crossEntropy: classCrossEntropy,
  /** True classes as one-hot rows. */
  crossEntropyLogits: (Z: Matrix, Y: Matrix): Num => crossEntropyLogits(Z, labelsOf(Y)),
  firstGradientNorm,
  hiddenLoss,
  hiddenWeightLoss,
  linearForward,
  layerParameters,
  layeredLoss,
  layeredOutputs,
  logSoftmax: logSoftmaxOf,
  matrixMse: (Y: Matrix, A: Matrix): Num => meanSquaredError(Y.flat(), A.flat()),
  netOutputs,
  networkLoss,
  outputLayerLoss,
  regressionLoss: (X: Matrix, y: Vector, W1: Matrix, B1: Matrix, v: Vector, b: Num): Num =>
    regression(X, y, W1, B1, v, b).loss,
  regressionPredictions: (X: Matrix, W1: Matrix, B1: Matrix, v: Vector, b: Num): Vector =>
    regression(
      X,
      X.map(() => num(0)),
      W1,
      B1,
      v,
      b,
    ).info.P.flat(),
  residualForward: (X: Matrix, W: Matrix, b: Matrix): Num[][] => residualForward("tanh", X, W, b[0]!),
  residualLoss: (X: Matrix, W: Matrix, b: Matrix, D: Matrix): Num => weightedResidual("tanh", X, W, b[0]!, D),
  sigmoidLayer: (X: Matrix, W: Matrix, b: Matrix): Num[][] =>
    activated("sigmoid", linearForward(X, W, b[0]!)),
  sigmoidOutputLoss,
  softmax: softmaxOf,
  softmaxNetworkLoss,
  softmaxNetworkShares,
  summedCrossEntropy,
  /** m inputs, k units, t units. */
  twoLayerParameters: (m: Num, k: Num, t: Num): Num => networkParameters([m.value, k.value, t.value]),
  weightedLayer: (X: Matrix, W: Matrix, b: Vector, D: Matrix): Num => weightedNets(linearForward(X, W, b), D),
  weightedProduct: (A: Matrix, B: Matrix, D: Matrix): Num => weightedNets(product(A, B), D),
  weightedSquare: (P: Matrix, D: Matrix): Num => weightedNets(product(P, P), D),
  weightedTanh: (N: Matrix, D: Matrix): Num => weightedActivation("tanh", N, D),
  uniformWithin,
  tanh: (z: Num): Num => z.tanh(),
  updatedWeights,
  weightedShares,
  xavierWeight: (u: Num, inp: Num, out: Num): Num => uniformWithin(xavierLimit(out, inp), u),
};
