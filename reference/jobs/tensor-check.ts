import type { LayerShape } from "../dense/network-shape.ts";

/** How well two gradients agree on one layer's weights or biases. */
export interface TensorCheck {
  /** W1, b1, W2 … */
  readonly name: string;
  readonly shape: readonly number[];
  /** ‖numerical − gradient‖ / ‖gradient‖, without parameters on a kink. */
  readonly relative: number;
  /**
   * The largest |numerical − gradient| / max(|gradient|, rms of the tensor): relative to the entry, or to the
   * tensor where the entry is smaller than usual, since a small entry is a sum of large terms with their roundings.
   */
  readonly worst: number;
  /** Where: the index of each axis. */
  readonly at: readonly number[];
  /** Parameters on a kink, which count for nothing above. */
  readonly kinks: number;
}

/** One result for each layer's weights and biases, in the order of the parameters. */
export const tensorChecks = (
  layers: readonly LayerShape[],
  numerical: Float64Array,
  gradient: Float64Array,
  kinks: Uint8Array,
): readonly TensorCheck[] =>
  layers.flatMap(({ inputs, outputs, W, b }, l) => {
    const check = (name: string, shape: readonly number[], from: number, to: number): TensorCheck => ({
      name: `${name}${l + 1}`,
      shape,
      ...compare(numerical.subarray(from, to), gradient.subarray(from, to), kinks.subarray(from, to), shape),
    });
    return [check("W", [inputs, outputs], W, b), check("b", [outputs], b, b + outputs)];
  });

function compare(
  numerical: Float64Array,
  gradient: Float64Array,
  kinks: Uint8Array,
  shape: readonly number[],
): Omit<TensorCheck, "name" | "shape"> {
  let [off, all, kinked] = [0, 0, 0];
  for (let q = 0; q < gradient.length; q++) {
    if (kinks[q] === 1) {
      kinked++;
      continue;
    }
    off += (numerical[q]! - gradient[q]!) ** 2;
    all += gradient[q]! ** 2;
  }
  const rms = Math.sqrt(all / Math.max(1, gradient.length - kinked));
  let worst = 0;
  let place = 0;
  for (let q = 0; q < gradient.length; q++) {
    if (kinks[q] === 1) continue;
    const error = Math.abs(numerical[q]! - gradient[q]!);
    // 0/0 where all of a tensor is 0 on both sides: they agree.
    const share = error === 0 ? 0 : error / Math.max(Math.abs(gradient[q]!), rms);
    // NaN is as bad as it gets.
    if (share > worst || Number.isNaN(share)) {
      worst = Number.isNaN(share) ? Number.POSITIVE_INFINITY : share;
      place = q;
    }
  }
  const at = shape.length === 1 ? [place] : [Math.floor(place / shape[1]!), place % shape[1]!];
  const relative = off === 0 ? 0 : Math.sqrt(off / all);
  return { relative: Number.isNaN(relative) ? Number.POSITIVE_INFINITY : relative, worst, at, kinks: kinked };
}
