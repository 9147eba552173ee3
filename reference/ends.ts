/**
 * The functions that the last line of a derivation may claim to be, by the name that the page writes below it:
 *
 *     ends: mseLoss(x, y, w, b) by w
 */

import { linePoints, saddleHeight } from "./data/generated.ts";
import { adamStep, rmspropStep } from "./differentiation/adam.ts";
import { numericalGradient, stepped } from "./differentiation/descent.ts";
import { relativeError } from "./differentiation/gradient-check.ts";
import { lossSlice } from "./differentiation/loss-slice.ts";
import { ofProduct, ofSum, totalOfProduct } from "./differentiation/many-inputs.ts";
import { momentumStep, movedBy, velocityStep } from "./differentiation/momentum.ts";
import { formulaOf } from "./functions/known.ts";
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
import { r2Score } from "./linear-models/scores.ts";
import { sigmoid, sigmoidSlope, softplus } from "./linear-models/sigmoid.ts";
import { signedStep } from "./linear-models/signed-perceptron.ts";
import { labelsOf, networkEnds } from "./network-ends.ts";
import { euclideanDistance, manhattanDistance } from "./numbers/distances.ts";
import { mean, type Num, num } from "./numbers/num.ts";
import { allSpaced } from "./numbers/spaced.ts";
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

export const ends = {
  ...networkEnds,
  angleBetween,
  /** Of w₁² + 2w₂² + 3w₃²; as many points on a side as there are offsets. */
  bowlSlice: (w: Vector, radius: Num, offsets: Vector): Matrix =>
    lossSlice({ fn: "steepBowl" }, w, [0, 1], radius, offsets.length),
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
  centred,
  clusterMeans,
  covarianceMatrix,
  decisionLine,
  differencesOfCubes: (P: Matrix, h: Num): Matrix => numericalGradient({ fn: "sumOfCubes" }, P, h),
  /** Of a symmetric matrix, largest first. */
  eigenSymmetricValues: (A: Matrix): Vector => decomposition(A).values,
  eigenvalues2x2,
  euclideanDistance,
  explainedVarianceRatio,
  gradientStep: (x: Vector, g: Vector, lr: Num): Vector =>
    stepped(x as readonly Num[], g as readonly Num[], lr),
  /** 1 where p·x + q·y + c is above 0, at each y and in it at each x. */
  halves: (x: Vector, y: Vector, p: Num, q: Num, c: Num): Matrix => {
    const score = { fn: "linear", args: [p.value, q.value, c.value] };
    const predict = formulaOf({ fn: "argmaxOf", args: [{ fn: "constant", args: [0] }, score] });
    return y.map((yb) => x.map((xa) => predict([xa, yb]) as Num));
  },
  hingeLoss,
  interceptAfterStep: (x: Vector, y: Vector, w: Num, b: Num, lr: Num): Num => lineStep(x, y, w, b, lr).b,
  linearLoss,
  /** s + t(e − s), without noise. */
  linePoint: (s: Vector, e: Vector, t: Num): Vector => linePoints(1, s, e, t, () => 0)[0]!,
  likelihood,
  logLikelihood,
  logisticBias,
  logisticWeights,
  manhattanDistance,
  /** Over two batches as one list. */
  meanOfBoth: (a: Vector, b: Vector): Num => mean([...a, ...b]),
  minMaxScale,
  momentumStep: (M: Vector, g: Vector, mu: Num, lr: Num): Vector =>
    momentumStep(M as readonly Num[], g as readonly Num[], mu, lr),
  movedBy: (theta: Vector, M: Vector): Vector => movedBy(theta as readonly Num[], M as readonly Num[]),
  movedToward,
  mseLoss,
  netInputs,
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
  relativeError,
  sigmoid,
  sigmoidOfSum: (x: Num, y: Num): Num => ofSum(x, y, SIGMOID),
  sigmoidOfWeightedSum,
  sigmoidSlope,
  saddleHeight,
  signedBias: (x: Vector, y: Num, w: Vector, b: Num, lr: Num): Num => signedStep({ w, b }, x, y.value, lr).b,
  signedDistance,
  signedWeights: (x: Vector, y: Num, w: Vector, b: Num, lr: Num): Vector =>
    signedStep({ w, b }, x, y.value, lr).w,
  slopeAfterStep: (x: Vector, y: Vector, w: Num, b: Num, lr: Num): Num => lineStep(x, y, w, b, lr).w,
  softplus,
  /** As many numbers as there are in `like`. */
  spaced: (from: Num, to: Num, like: Vector): Vector => allSpaced([from, to], like.length),
  standardise,
  thresholdToBias,
  totalOfSigmoids: (X: Matrix, W: Matrix): Num => totalOfProduct(X, W, SIGMOID),
  velocityParameters: (theta: Vector, v: Vector, g: Vector, mu: Num, lr: Num): Vector =>
    velocityStep(theta as readonly Num[], v as readonly Num[], g as readonly Num[], mu, lr).p,
  weightsAfterEach: (X: Matrix, y: Vector, w: Vector, b: Num, lr: Num): Matrix =>
    afterEach(X, y, { w, b }, lr).map((after) => after.w),
  /** Indices count from 1 on a page. */
  truncate: (P: Matrix, k: Num): Matrix => truncate(P, k.value),
  withinClusters,
};
