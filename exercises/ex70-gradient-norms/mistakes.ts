/** Wrong lengths, and lengths of wrong gradients, in plain numbers. */
import type { Mistakes } from "../../grader/exercise/form.ts";
import { type Activation, activations } from "../../reference/dense/activations.ts";
import { total } from "../../reference/numbers/plain.ts";
import { type Depth, isSquare, layer, type Matrix, type Vector } from "./args.ts";

const square = (a: number): number => a * a;
const length = (A: Matrix): number => Math.hypot(...A.flat());

interface Ways {
  /** The slope of the activation by its own value. */
  readonly slope?: (a: number) => number;
  readonly isLastLinear?: boolean;
  /** Of the last layer. */
  readonly lastSlope?: (a: number) => number;
  /** Whether the error behind the slope goes back along a skip. */
  readonly slopeOnSkip?: boolean;
  /** Of all layers but the last. */
  readonly hiddenSlope?: (a: number) => number;
  /** Whether slopes are taken of what the layers pass on, skips included. */
  readonly atPassed?: boolean;
  /** Whether skips are there forward, and on the way back. */
  readonly skips?: readonly [forward: boolean, back: boolean];
  /** What is reported of a layer. */
  readonly of?: (dW: Matrix, delta: Matrix) => number;
}

/** The way back, with what may be wrong on it. */
function backward({ net: { Ws, bs }, act, X, Y, residual = false }: Depth, ways: Ways = {}): Vector {
  const { slope = activations[act as Activation].slope, of = length } = ways;
  const { hiddenSlope = slope, lastSlope = slope, slopeOnSkip = false, skips = [residual, residual] } = ways;
  const isLinear = (l: number): boolean => ways.isLastLinear === true && l === Ws.length - 1;
  const given: Matrix[] = [];
  const passed = [X];
  for (const [l, W] of Ws.entries()) {
    const A = passed[l]!;
    given.push(layer(isLinear(l) ? "identity" : act, A, W, bs[l]!));
    passed.push(
      skips[0] && isSquare(W) ? given[l]!.map((row, i) => row.map((g, j) => g + A[i]![j]!)) : given[l]!,
    );
  }
  const entries = Y.flat().length;
  let back = passed.at(-1)!.map((row, i) => row.map((a, j) => (2 / entries) * (a - Y[i]![j]!)));
  return Ws.map((_, r) => {
    const l = Ws.length - 1 - r;
    const W = Ws[l]!;
    const own = isLinear(l) ? () => 1 : l === Ws.length - 1 ? lastSlope : hiddenSlope;
    const delta = back.map((row, i) =>
      row.map((d, k) => d * own((ways.atPassed ? passed[l + 1]! : given[l]!)[i]![k]!)),
    );
    const dW = W.map((row, k) => row.map((_, j) => total(delta.map((d, i) => d[k]! * passed[l]![i]![j]!))));
    const skipped = slopeOnSkip ? delta : back;
    back = delta.map((d, i) =>
      W[0]!.map(
        (_, j) => total(d.map((dk, k) => dk * W[k]![j]!)) + (skips[1] && isSquare(W) ? skipped[i]![j]! : 0),
      ),
    );
    return of(dW, delta);
  }).reverse();
}

export const mistakes: Mistakes<Depth, Vector> = {
  "squared-norm": {
    is: ({ right }) => right.map(square),
    step: 3,
    says: "These are the sums of squares. The length of a gradient is the square root of its sum.",
  },
  "mean-absolute-value": {
    is: (at) => backward(at, { of: (dW) => total(dW.flat().map(Math.abs)) / dW.flat().length }),
    step: 3,
    says: "These are means of absolute values. The length is the square root of the sum of squares, and nothing is divided: a layer of more weights is moved further.",
  },
  "sum-of-absolute-values": {
    is: (at) => backward(at, { of: (dW) => total(dW.flat().map(Math.abs)) }),
    step: 3,
    says: "These are sums of absolute values. The length is the square root of the sum of squares.",
  },
  "root-mean-square": {
    is: (at) => backward(at, { of: (dW) => length(dW) / Math.sqrt(dW.flat().length) }),
    step: 3,
    says: "These are roots of mean squares. The length is the root of the sum, and nothing is divided: a layer of more weights is moved further.",
  },
  "largest-entry": {
    is: (at) => backward(at, { of: (dW) => Math.max(...dW.flat().map(Math.abs)) }),
    step: 3,
    says: "These are the largest entries. All entries have a part in the length: the square root of the sum of their squares.",
  },
  "norm-of-the-weights": {
    is: ({ net }) => net.Ws.map(length),
    step: 3,
    says: "These are the lengths of the weights. Asked for is how long the gradients of the loss by them are.",
  },
  "norm-of-the-errors": {
    is: (at) => backward(at, { of: (_, delta) => length(delta) }),
    step: 3,
    says: "These are the lengths of the errors δ. The gradient by a layer's weights is δᵀ times what comes into the layer, and that is what moves them.",
  },
  "biases-included": {
    is: (at) =>
      backward(at, {
        of: (dW, delta) => length([...dW, delta[0]!.map((_, k) => total(delta.map((row) => row[k]!)))]),
      }),
    step: 3,
    says: "The gradients of the biases are in it, too. Asked for is the length of the gradient by the weights alone.",
  },
  "last-layer-first": {
    is: ({ right }) => right.toReversed(),
    step: 3,
    says: "The list begins with the last layer, in the order in which the way back meets them. It begins with the first.",
  },
  "hidden-slopes-forgotten": {
    is: (at) => backward(at, { hiddenSlope: () => 1 }),
    step: 2,
    says: "The slopes g′ of the hidden layers are missing. On its way back the error passes the activation of every layer.",
  },
  "last-slope-forgotten": {
    is: (at) => backward(at, { lastSlope: () => 1 }),
    step: 2,
    says: "The slope g′ of the last layer is missing on the way back. All layers have the activation, the last one too.",
  },
  "slope-on-the-skip": {
    is: (at) => backward(at, { slopeOnSkip: true }),
    step: 7,
    says: "The error behind the slope goes back along the skip. The skip goes around the activation: the error of what the layer gives goes back as it is.",
  },
  "last-layer-linear": {
    is: (at) => backward(at, { isLastLinear: true }),
    step: 1,
    says: "The last layer has no activation. Here all layers have the same one, the last one too.",
  },
  "sigmoid-slope-for-all": {
    is: (at) => backward(at, { slope: (a) => a * (1 - a) }),
    step: 2,
    says: "The slope is A(1 − A) for every activation. That is the sigmoid's; tanh has 1 − A², and the others have their own.",
  },
  "slope-at-the-activation": {
    is: (at) => {
      const { of, slope } = activations[at.act as Activation];
      return backward(at, { slope: (a) => slope(of(a)), atPassed: true });
    },
    step: 2,
    says: "The slopes are taken at A, what the layer gives, so that g is applied twice. They belong at Z, which goes into g.",
  },
  "residual-ignored": {
    is: (at) => backward(at, { skips: [false, false] }),
    step: 6,
    says: "residual makes no difference. With it a layer that has as many units as inputs gives A + g(AWᵀ + b), where A is what comes in.",
  },
  "skip-forward-only": {
    is: (at) => backward(at, { skips: [at.residual === true, false] }),
    step: 7,
    says: "The layers add their inputs, but on the way back only the branch through the weights counts. The error also goes back along the skip, as it is, and both are added.",
  },
};
