/**
 * A deep classifier of the plane whose parameters stand in one list: layers of two tanh units, and one sigmoid unit
 * behind them. It learns two classes, 0 and 1.
 */
import { meanSquaredError } from "../linear-models/scores.ts";
import { type Num, num } from "../numbers/num.ts";
import { activated } from "./activations.ts";
import { deepOutputs } from "./deep-network.ts";
import { linearForward } from "./dense-layer.ts";

type Vector = readonly Num[];

/** Two weights for each of two units, and their biases. */
const PER_LAYER = 6;

/**
 * p = σ(w·A + c) for each point, where A is what the layers give.
 *
 * @param w for each layer W₁₁, W₁₂, W₂₁, W₂₂, b₁, b₂; after the last layer the two weights and the bias of the output
 * @param X points, shape [n, 2]
 * @returns shape [n]
 */
export function deepClassifier(residual: boolean, w: Vector, X: readonly Vector[]): Num[] {
  const starts = Array.from({ length: Math.floor(w.length / PER_LAYER) }, (_, l) => PER_LAYER * l);
  const A = deepOutputs(
    "tanh",
    X,
    {
      Ws: starts.map((at) => [w.slice(at, at + 2), w.slice(at + 2, at + 4)]),
      bs: starts.map((at) => w.slice(at + 4, at + PER_LAYER)),
    },
    residual,
  );
  const [first, second, bias] = w.slice(PER_LAYER * starts.length) as [Num, Num, Num];
  return activated("sigmoid", linearForward(A, [[first, second]], [bias])).flat();
}

/** Mean squared error of that classifier on points of classes 0 and 1. */
export const deepClassifierLoss = (
  residual: boolean,
  w: Vector,
  X: readonly Vector[],
  y: readonly number[],
): Num => meanSquaredError(y.map(num), deepClassifier(residual, w, X));
