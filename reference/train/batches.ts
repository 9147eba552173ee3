/**
 * Training of a network by mini-batches, in plain numbers here and on the GPU elsewhere.
 */

import { cutsOf } from "../data/mini-batches.ts";
import { networkOf } from "../dense/network.ts";
import { layersOf, type NetworkShape } from "../dense/network-shape.ts";
import { descend, descendWithMomentum } from "../dense/updates.ts";
import type { NetworkBatches } from "./network-batches.ts";
import type { Training } from "./training.ts";

/** Where the batches of an epoch begin and end. */
export const cuts = ({ n, batch, dropsLast }: NetworkBatches): readonly (readonly [number, number])[] =>
  cutsOf(n, batch, dropsLast);

/**
 * Steps of one epoch each.
 *
 * @param labels the right class of each example, for the accuracy
 */
export function byBatches(
  batches: NetworkBatches,
  labels?: ArrayLike<number>,
): Pick<Training, "step" | "state" | "loss" | "accuracy" | "batches"> {
  const { shape, P, X, Y, n, V, epochs } = batches;
  const [m, c] = [shape.sizes[0]!, shape.sizes.at(-1)!];
  const G = new Float64Array(P.length);
  const networks = new Map<number, ReturnType<typeof networkOf>>();
  const of = (rows: number): ReturnType<typeof networkOf> => {
    const made = networks.get(rows) ?? networkOf(shape, rows);
    networks.set(rows, made);
    return made;
  };
  const [x, y] = [new Float64Array(batches.batch * m), new Float64Array(batches.batch * c)];
  const training = {
    step() {
      const order = batches.order?.(epochs[0]!);
      for (const [first, last] of cuts(batches)) {
        for (let t = first; t < last; t++) {
          const i = order?.[t] ?? t;
          x.set(X.subarray(i * m, (i + 1) * m), (t - first) * m);
          y.set(Y.subarray(i * c, (i + 1) * c), (t - first) * c);
        }
        of(last - first).gradient(G, P, x, y);
        if (V === undefined) descend(P, G, batches.learningRate);
        else descendWithMomentum(P, V, G, batches);
      }
      epochs[0]!++;
    },
    state: { P, ...(V === undefined ? {} : { V }), epochs },
    loss: () => of(n).loss(P, X, Y),
    batches,
  };
  if (labels === undefined) return training;
  const accuracy = (): number => {
    const out = of(n).forward(P, X);
    let right = 0;
    for (let i = 0; i < n; i++) {
      let best = 0;
      for (let k = 1; k < c; k++) if (out[i * c + k]! > out[i * c + best]!) best = k;
      if (best === labels[i]) right++;
    }
    return right / n;
  };
  return { ...training, accuracy };
}

/** Rows with a 1 at the label. */
export function oneHot(labels: ArrayLike<number>, classes: number): Float64Array {
  const Y = new Float64Array(labels.length * classes);
  for (let i = 0; i < labels.length; i++) Y[i * classes + labels[i]!] = 1;
  return Y;
}

/** Parameters of a network, drawn layer by layer: weights first, in the order in which they lie, then biases. */
export function drawParameters(
  shape: NetworkShape,
  draw: (layer: number, isBias: boolean) => number,
): Float64Array {
  const layers = layersOf(shape);
  return Float64Array.from(
    layers.flatMap(({ inputs, outputs }, l) =>
      Array.from({ length: (inputs + 1) * outputs }, (_, q) => draw(l, q >= inputs * outputs)),
    ),
  );
}
