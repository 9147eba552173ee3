/**
 * What a feed-forward network is, without its numbers.
 *
 *     A_l = g_l(A_{l−1}·W_l + 1·b_l),   A_0 = X
 *
 * Its parameters lie in one array: W_1 [in, out] row-major, b_1 [out], W_2, b_2 and so on.
 */
import type { RowActivation } from "./layer.ts";
import type { LossName } from "./losses.ts";

export interface NetworkShape {
  /** Inputs, units of each layer: [784, 100, 10]. */
  readonly sizes: readonly number[];
  /** One for each layer; a loss of logits asks for "identity" in the last. */
  readonly activations: readonly RowActivation[];
  readonly loss: LossName;
  /** The loss of a batch: mean over the examples, or their sum. */
  readonly over: "mean" | "sum";
}

/** A layer, with the places of its parameters. */
export interface LayerShape {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: RowActivation;
  /** Where its weights and biases begin. */
  readonly W: number;
  readonly b: number;
}

/** @throws RangeError if the shape is none */
export function layersOf({ sizes, activations, loss }: NetworkShape): readonly LayerShape[] {
  if (sizes.length < 2 || !sizes.every((size) => Number.isInteger(size) && size > 0))
    throw new RangeError(`network: sizes of at least two layers expected, got ${sizes.join("-")}`);
  if (activations.length !== sizes.length - 1)
    throw new RangeError(`network: ${sizes.length - 1} activations expected, got ${activations.length}`);
  const last = activations.at(-1);
  if ((loss === "crossEntropy" || loss === "bceLogits") && last !== "identity")
    throw new RangeError(`network: ${loss} takes logits, so the last activation is identity, not ${last}`);
  let at = 0;
  return activations.map((activation, l) => {
    const [inputs, outputs] = [sizes[l]!, sizes[l + 1]!];
    const W = at;
    const b = W + inputs * outputs;
    at = b + outputs;
    return { inputs, outputs, activation, W, b };
  });
}

/** How many parameters a network has. */
export const countOf = (shape: NetworkShape): number =>
  layersOf(shape).reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);

/** The factor of the summed loss. */
export const scaleOf = ({ over }: NetworkShape, n: number): number => (over === "sum" ? 1 : 1 / n);
