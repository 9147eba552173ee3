/**
 * The functions that the last line of a derivation may claim to be, by the name that the page writes below it:
 *
 *     ends: mseLoss(x, y, w, b) by w
 */

import { linePoints, saddleHeight } from "./data/generated.ts";
import { adamStep, rmspropStep } from "./differentiation/adam.ts";
import { numericalGradient, stepped } from "./differentiation/descent.ts";
import { relativeError } from "./differentiation/gradient-check.ts";
import { ofProduct, ofSum, totalOfProduct } from "./differentiation/many-inputs.ts";
import { momentumStep, movedBy, velocityStep } from "./differentiation/momentum.ts";
import { adalineLoss, adalineStep } from "./linear-models/adaline.ts";
import { angleBetween } from "./linear-models/angle.ts";
import { binaryCrossEntropy, likelihood, logLikelihood } from "./linear-models/likelihood.ts";
import { mseLoss } from "./linear-models/line.ts";
import { lineStep } from "./linear-models/line-descent.ts";
import { linearForward as linearRegression } from "./linear-models/linear-regression.ts";
import { bceWithLogits, decisionLine, predictProba } from "./linear-models/logistic.ts";
import { logisticLoss, logisticStep } from "./linear-models/logistic-descent.ts";
import { hingeLoss, perceptronLoss } from "./linear-models/margin-losses.ts";
import { classOf, movedToward, type Neuron, netInputs, thresholdToBias } from "./linear-models/neuron.ts";
import { leastSquares } from "./linear-models/normal-equations.ts";
import { perceptronUpdate } from "./linear-models/perceptron.ts";
import { planeHeight, signedDistance } from "./linear-models/plane.ts";
import { meanSquaredError, r2Score } from "./linear-models/scores.ts";
import { sigmoid, sigmoidSlope, softplus } from "./linear-models/sigmoid.ts";
import { signedStep } from "./linear-models/signed-perceptron.ts";
import { weightedActivation } from "./networks/activations.ts";
import { crossEntropy as classCrossEntropy, crossEntropyLogits } from "./networks/cross-entropy.ts";
import { columnForward, linearForward, weightedNets } from "./networks/dense-layer.ts";
import { lossToFirstOrder } from "./networks/hidden-layer.ts";
import { boxMuller, uniformWithin, xavierLimit } from "./networks/initialisation.ts";
import { accuracy } from "./networks/labels.ts";
import { layerActivations } from "./networks/layered-network.ts";
import { sigmoidOutputLoss } from "./networks/output-layer.ts";
import { regressionForward } from "./networks/regression-network.ts";
import { exampleLoss } from "./networks/sigmoid-network.ts";
import { logSoftmax, softmax } from "./networks/softmax.ts";
import { summedCrossEntropy, weightedShares } from "./networks/softmax-gradient.ts";
import { crossEntropy, forward } from "./networks/softmax-network.ts";
import { euclideanDistance, manhattanDistance } from "./numbers/distances.ts";
import { transpose } from "./numbers/matrix.ts";
import { dot, mean, type Num, num } from "./numbers/num.ts";
import { gradient } from "./numbers/tracked.ts";
import { centred, covarianceMatrix } from "./unsupervised/covariance.ts";
import { decomposition } from "./unsupervised/eigen-bounds.ts";
import { eigenvalues2x2 } from "./unsupervised/eigen-small.ts";
import { updateCentroids, wcss } from "./unsupervised/k-means.ts";
import { minMaxScale } from "./unsupervised/min-max.ts";
import { powerIteration, rayleigh } from "./unsupervised/power-iteration.ts";
import { explainedVarianceRatio, reconstruct, truncate } from "./unsupervised/reconstruction.ts";
import { standardise } from "./unsupervised/standardise.ts";

type Vector = readonly Num[];
type Matrix = readonly Vector[];

/** Softmax of one row of logits. */
const softmaxOf = (z: Vector): Vector => softmax([z])[0] ?? [];

/** ln of softmax of one row of logits. */
const logSoftmaxOf = (z: Vector): Vector => logSoftmax([z])[0] ?? [];

/** Binary cross-entropy of logistic regression, L(w, b) for z_i = x_i·w + b. */
const bce = (X: Matrix, y: Vector, w: Vector, b: Num): Num => logisticLoss(X, y, { w, b });

/** The best weights; no numbers where there is no one best. */
function bestWeights(A: Matrix, y: Vector): Vector {
  try {
    return leastSquares(A, y);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return (A[0] as Vector).map(() => num(Number.NaN));
  }
}

/** Mean squared error of linear regression; weights in×out, biases of one row. */
const linearLoss = (X: Matrix, y: Matrix, W: Matrix, B: Matrix): Num => linearRegression(X, y, { W, B }).loss;

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

/** X·W + b, the biases b of one row added to every row. */
const affine = (X: Matrix, W: Matrix, b: Matrix): Num[][] =>
  X.map((row) => transpose(W).map((w, k) => dot(row, w).plus(b[0]?.[k] as Num)));

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

/** The weights of logistic regression after one step of descent. */
const logisticWeights = (X: Matrix, y: Vector, w: Vector, b: Num, lr: Num): Vector =>
  logisticStep(X, y, { w, b }, lr).w;

const logisticBias = (X: Matrix, y: Vector, w: Vector, b: Num, lr: Num): Num =>
  logisticStep(X, y, { w, b }, lr).b;

/** Adaline after a step for each example by itself, all from the same place. */
const afterEach = (X: Matrix, y: Vector, at: Neuron, lr: Num): Neuron[] =>
  X.map((x, i) => adalineStep([x], [y[i] as Num], at, lr));

/** The perceptron's weights after one step. */
const perceptronWeights = (x: Vector, y: Num, w: Vector, b: Num, lr: Num): Vector =>
  perceptronUpdate({ w, b }, x, y.value, lr).w;

/** The column of the 1 in each row. */
const labelsOf = (R: Matrix): number[] => R.map((row) => row.findIndex(({ value }) => value === 1));

/** Within-cluster sum of squares; memberships as one-hot rows. */
const withinClusters = (X: Matrix, C: Matrix, R: Matrix): Num => wcss(X, C, labelsOf(R));

const clusterMeans = (X: Matrix, C: Matrix, R: Matrix): Matrix => updateCentroids(X, labelsOf(R), C);

const SIGMOID = { fn: "sigmoid" };

/** σ(X·w) for one row X and one column w. */
const sigmoidOfWeightedSum = (X: Matrix, w: Vector): Num =>
  ofProduct(
    X,
    w.map((weight) => [weight]),
    SIGMOID,
  )[0]?.[0] as Num;

const asColumn = (x: Vector): Matrix => x.map((entry) => [entry]);
const columnNets = (W: Matrix, x: Vector, b: Vector): Vector =>
  columnForward(W, asColumn(x), asColumn(b)).flat();

export const ends = {
  /** Of classes as one-hot rows. */
  accuracy: (R: Matrix, Y: Matrix): Num => accuracy(labelsOf(R), labelsOf(Y)),
  angleBetween,
  /** Parameters after step t of Adam. */
  adamParameters: (
    theta: Vector,
    m: Vector,
    v: Vector,
    g: Vector,
    t: Num,
    lr: Num,
    beta1: Num,
    beta2: Num,
    eps: Num,
  ): Vector => {
    const rates = { lr: lr.value, beta1: beta1.value, beta2: beta2.value, eps: eps.value };
    return adamStep({ t: t.value - 1, m, v }, theta, g, rates).p;
  },
  adalineBias: (X: Matrix, y: Vector, w: Vector, b: Num, lr: Num): Num => adalineStep(X, y, { w, b }, lr).b,
  adalineLoss: (X: Matrix, y: Vector, w: Vector, b: Num): Num => adalineLoss(X, y, { w, b }),
  adalineWeights: (X: Matrix, y: Vector, w: Vector, b: Num, lr: Num): Vector =>
    adalineStep(X, y, { w, b }, lr).w,
  bce,
  biasAfterEach: (X: Matrix, y: Vector, w: Vector, b: Num, lr: Num): Vector =>
    afterEach(X, y, { w, b }, lr).map((after) => after.b),
  bceWithLogits,
  bestWeights,
  binaryCrossEntropy,
  boxMuller,
  centred,
  clusterMeans,
  /** One example as a column, weights out×in. */
  columnNets,
  columnLoss: (W: Matrix, x: Vector, b: Vector, d: Vector): Num => dot(columnNets(W, x, b), d),
  covarianceMatrix,
  crossEntropy: classCrossEntropy,
  /** True classes as one-hot rows. */
  crossEntropyLogits: (Z: Matrix, Y: Matrix): Num => crossEntropyLogits(Z, labelsOf(Y)),
  decisionLine,
  differencesOfCubes: (P: Matrix, h: Num): Matrix => numericalGradient({ fn: "sumOfCubes" }, P, h),
  /** Of a symmetric matrix, largest first. */
  eigenSymmetricValues: (A: Matrix): Vector => decomposition(A).values,
  eigenvalues2x2,
  euclideanDistance,
  explainedVarianceRatio,
  gradientStep: (x: Vector, g: Vector, lr: Num): Vector =>
    stepped(x as readonly Num[], g as readonly Num[], lr),
  hiddenLoss,
  hingeLoss,
  hiddenWeightLoss,
  interceptAfterStep: (x: Vector, y: Vector, w: Num, b: Num, lr: Num): Num => lineStep(x, y, w, b, lr).b,
  linearForward,
  layeredLoss,
  layeredOutputs,
  linearLoss,
  /** s + t(e − s), without noise. */
  linePoint: (s: Vector, e: Vector, t: Num): Vector => linePoints(1, s, e, t, () => 0)[0]!,
  likelihood,
  logLikelihood,
  logisticBias,
  logisticWeights,
  logSoftmax: logSoftmaxOf,
  manhattanDistance,
  matrixMse: (Y: Matrix, A: Matrix): Num => meanSquaredError(Y.flat(), A.flat()),
  /** Over two batches as one list. */
  meanOfBoth: (a: Vector, b: Vector): Num => mean([...a, ...b]),
  minMaxScale,
  momentumStep: (M: Vector, g: Vector, mu: Num, lr: Num): Vector =>
    momentumStep(M as readonly Num[], g as readonly Num[], mu, lr),
  movedBy: (theta: Vector, M: Vector): Vector => movedBy(theta as readonly Num[], M as readonly Num[]),
  movedToward,
  mseLoss,
  netInputs,
  netOutputs,
  networkLoss,
  outputLayerLoss,
  perceptronLoss,
  perceptronWeights,
  /** The vector after one step of power iteration. */
  powerStep: (A: Matrix, v: Vector): Vector => powerIteration(A, v, 1).vector,
  planeHeight,
  predictProba,
  predictStep: (X: Matrix, w: Vector, b: Num, threshold: Num): Vector =>
    X.map((x) => num(classOf({ w, b }, x, threshold))),
  r2Score,
  rmspropParameters: (theta: Vector, v: Vector, g: Vector, lr: Num, alpha: Num, eps: Num): Vector =>
    rmspropStep(v, theta, g, { lr: lr.value, alpha: alpha.value, eps: eps.value }).p,
  rayleigh,
  reconstruct,
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
  relativeError,
  sigmoid,
  sigmoidOfSum: (x: Num, y: Num): Num => ofSum(x, y, SIGMOID),
  sigmoidOfWeightedSum,
  sigmoidOutputLoss,
  sigmoidSlope,
  saddleHeight,
  signedBias: (x: Vector, y: Num, w: Vector, b: Num, lr: Num): Num => signedStep({ w, b }, x, y.value, lr).b,
  signedDistance,
  signedWeights: (x: Vector, y: Num, w: Vector, b: Num, lr: Num): Vector =>
    signedStep({ w, b }, x, y.value, lr).w,
  slopeAfterStep: (x: Vector, y: Vector, w: Num, b: Num, lr: Num): Num => lineStep(x, y, w, b, lr).w,
  softmax: softmaxOf,
  softmaxNetworkLoss,
  softmaxNetworkShares,
  softplus,
  standardise,
  summedCrossEntropy,
  thresholdToBias,
  totalOfSigmoids: (X: Matrix, W: Matrix): Num => totalOfProduct(X, W, SIGMOID),
  weightedLayer: (X: Matrix, W: Matrix, b: Vector, D: Matrix): Num => weightedNets(linearForward(X, W, b), D),
  weightedTanh: (N: Matrix, D: Matrix): Num => weightedActivation("tanh", N, D),
  uniformWithin,
  velocityParameters: (theta: Vector, v: Vector, g: Vector, mu: Num, lr: Num): Vector =>
    velocityStep(theta as readonly Num[], v as readonly Num[], g as readonly Num[], mu, lr).p,
  weightsAfterEach: (X: Matrix, y: Vector, w: Vector, b: Num, lr: Num): Matrix =>
    afterEach(X, y, { w, b }, lr).map((after) => after.w),
  tanh: (z: Num): Num => z.tanh(),
  updatedWeights,
  weightedShares,
  /** Indices count from 1 on a page. */
  truncate: (P: Matrix, k: Num): Matrix => truncate(P, k.value),
  withinClusters,
  xavierWeight: (u: Num, inp: Num, out: Num): Num => uniformWithin(xavierLimit(out, inp), u),
};
