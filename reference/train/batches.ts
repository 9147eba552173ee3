/**
 * Training of a network by mini-batches, in plain numbers here and on the GPU elsewhere.
 */
import { networkOf } from "../dense/network.ts";
import { layersOf, type NetworkShape } from "../dense/network-shape.ts";
import { descend, descendWithMomentum } from "../dense/updates.ts";
import { cutsOf } from "../mini-batches.ts";
import type { Training } from "./training.ts";

export interface NetworkBatches {
  readonly shape: NetworkShape;
  /** Live parameters, in the order of the shape. */
  readonly P: Float64Array;
  /** Shape [n, in] and [n, out]. */
  readonly X: Float64Array;
  readonly Y: Float64Array;
  readonly n: number;
  readonly learningRate: number;
  readonly momentum: number;
  /** Live; V ← μ V + G,   P ← P − η V. Left out without momentum. */
  readonly V?: Float64Array;
  /** The velocity in the other way of writing it, M = −η V: M ← μ M − η G,   P ← P + M. */
  readonly M?: Float64Array;
  /** Examples of a batch; n for the full batch. */
  readonly batch: number;
  /** Whether the examples behind the last whole batch are left out. */
  readonly dropsLast?: boolean;
  /** The order of the examples in an epoch, from its number alone, so that a run can go on from any of them. */
  readonly order?: (epoch: number) => readonly number[];
  /** Epochs done so far, as a live array of one. */
  readonly epochs: Float64Array;
}

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
