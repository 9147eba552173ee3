/** Slices of the loss over the first two weights of a neuron, all other numbers as they are. */
import type { Layer } from "../../../reference/train/mlp.ts";

/** The source's radius, and places on a side: odd, so that the middle is one of them. */
export const RADIUS = 5;
export const SIDE = 9;
const MIDDLE = (SIDE - 1) / 2;

/** Mean squared errors S_ba, row by row: the first weight moves along a row, the second from row to row. */
export interface Landscape {
  /** From 0; the layer's and the neuron's. */
  readonly layer: number;
  readonly neuron: number;
  readonly S: readonly number[];
  readonly least: number;
  /** Offsets at which it is least. */
  readonly at: readonly [number, number];
}

export const offset = (place: number): number => (RADIUS * (place - MIDDLE)) / MIDDLE;

interface Asked {
  readonly net: readonly Layer[];
  /** What comes in and what each layer gives, one array a layer. */
  readonly values: readonly Float64Array[];
  readonly targets: Float64Array;
}

/**
 * The loss with w₁ + o_a and w₂ + o_b in place of w₁ and w₂; `times` 2 adds the weights once more, as the source does.
 *
 * What comes into the layer is known already, and so are its other neurons: only what follows is worked out anew.
 */
export function landscapeOf(
  { net, values, targets }: Asked,
  layer: number,
  neuron: number,
  times: 1 | 2,
): Landscape {
  const { inputs, outputs, W, b, activation } = net[layer] as Layer;
  const [before, own] = [values[layer], values[layer + 1]] as [Float64Array, Float64Array];
  const n = targets.length;
  const row = neuron * inputs;
  const [w1, w2] = [times * W[row]!, times * W[row + 1]!];
  const rest = Float64Array.from({ length: n }, (_, i) => {
    let z = b[neuron]!;
    for (let j = 2; j < inputs; j++) z += W[row + j]! * before[inputs * i + j]!;
    return z;
  });
  const bends = activation === "tanh";
  const behind = outputOf(net.slice(layer + 1));
  const given = new Float64Array(outputs);
  const S = Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [p, q] = [w1 + offset(at % SIDE), w2 + offset(Math.floor(at / SIDE))];
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const z = p * before[inputs * i]! + q * before[inputs * i + 1]! + rest[i]!;
      for (let k = 0; k < outputs; k++) given[k] = own[outputs * i + k]!;
      given[neuron] = bends ? Math.tanh(z) : z;
      const e = behind(given) - targets[i]!;
      sum += e * e;
    }
    return sum / n;
  });
  const least = Math.min(...S);
  const found = S.indexOf(least);
  return { layer, neuron, S, least, at: [offset(found % SIDE), offset(Math.floor(found / SIDE))] };
}

/** What the last of some layers gives, all of them tanh but the last; written out, since it is asked a million times. */
function outputOf(layers: readonly Layer[]): (given: Float64Array) => number {
  const [Ws, bs] = [layers.map(({ W }) => W), layers.map(({ b }) => b)];
  const rooms = bs.map(({ length }) => new Float64Array(length));
  const last = layers.length - 1;
  return (given) => {
    let from = given;
    for (let l = 0; l <= last; l++) {
      const [W, b, to] = [Ws[l]!, bs[l]!, rooms[l]!];
      const inputs = from.length;
      for (let k = 0, q = 0; k < to.length; k++) {
        let z = b[k]!;
        for (let j = 0; j < inputs; j++, q++) z += W[q]! * from[j]!;
        to[k] = l < last ? Math.tanh(z) : z;
      }
      from = to;
    }
    return from[0]!;
  };
}

/** Slices are taken over each fifth of the examples: it is done for every frame. */
export const EVERY = 5;

/** Two neurons of each layer, and the only one of the last. */
export const landscapesOf = (asked: Asked, times: 1 | 2): readonly Landscape[] =>
  asked.net.flatMap(({ outputs }, l) =>
    Array.from({ length: Math.min(2, outputs) }, (_, k) => landscapeOf(asked, l, k, times)),
  );
