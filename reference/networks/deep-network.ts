/**
 * A network of any number of layers with one activation, weights out×in, with or without residual connections; and how
 * long the gradient of each layer's weights is.
 */
import { meanSquaredError } from "../linear-models/scores.ts";
import { Num } from "../numbers/num.ts";
import { gradient } from "../numbers/tracked.ts";
import { activated } from "./activations.ts";
import { linearForward, weightedNets } from "./dense-layer.ts";

type Vector = readonly Num[];
type Matrix = readonly Vector[];

/** One entry a layer, the first layer first. */
export interface DeepNetwork {
  readonly Ws: readonly Matrix[];
  readonly bs: readonly Vector[];
}

/**
 * A layer with a residual connection.
 *
 *     Y = X + g(X·Wᵀ + b)
 *
 * @param X shape [n, m]
 * @param W as many units as inputs, shape [m, m]
 * @throws RangeError if W is not square
 * @see Machine Learning Visualized, 0.6.6
 */
export function residualForward(name: string, X: Matrix, W: Matrix, b: Vector): Num[][] {
  if (!isSquare(W)) throw new RangeError(`residualForward: square weights, got ${W.length} rows`);
  return activated(name, linearForward(X, W, b)).map((row, i) => row.map((a, j) => a.plus(X[i]?.[j] as Num)));
}

/**
 * A sum of a residual layer's outputs in which each counts as much as the loss follows it: its derivatives by X, W and
 * b are the loss's own.
 */
export const weightedResidual = (name: string, X: Matrix, W: Matrix, b: Vector, dY: Matrix): Num =>
  weightedNets(residualForward(name, X, W, b), dY);

const isSquare = (W: Matrix): boolean => W.every((row) => row.length === W.length);

/**
 * What the last layer gives. With `residual` every layer that has as many units as inputs adds its input.
 *
 * @param X shape [n, d⁰]
 */
export const deepOutputs = (name: string, X: Matrix, { Ws, bs }: DeepNetwork, residual: boolean): Matrix =>
  Ws.reduce<Matrix>((A, W, l) => {
    const b = bs[l] as Vector;
    return residual && isSquare(W) ? residualForward(name, A, W, b) : activated(name, linearForward(A, W, b));
  }, X);

/** Mean squared error over all entries of the output. */
export const deepLoss = (name: string, X: Matrix, Y: Matrix, net: DeepNetwork, residual: boolean): Num =>
  meanSquaredError(Y.flat(), deepOutputs(name, X, net, residual).flat());

/**
 * ‖∂L/∂W^l‖ of each layer, the first layer first.
 *
 * @param X shape [n, d⁰]
 * @param Y targets, shape [n, t]
 */
export const layerGradientNorms = (
  name: string,
  X: Matrix,
  Y: Matrix,
  net: DeepNetwork,
  residual: boolean,
): Num[] => (gradient(deepLoss(name, X, Y, net, residual), net.Ws as Num[][][]) as Num[][][]).map(lengthOf);

/** Squares of what is smaller than 10⁻¹⁵⁴ underflow: this much of magnitude makes room for it. */
const UNDERFLOW = 2 ** -463;

/** √(Σ a²), at 0 too, where the square root has no slope: an error of an entry counts with its own size at most. */
export function lengthOf(A: Matrix): Num {
  const entries = A.flat();
  const roundings = entries.reduce((most, a) => Math.max(most, a.roundings), 0);
  return new Num(
    Math.hypot(...entries.map(({ value }) => value)),
    Math.hypot(...entries.map(({ magnitude }) => magnitude)) + UNDERFLOW,
    roundings + entries.length + 2,
  );
}
