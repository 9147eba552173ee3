/**
 * Central differences of some units' weights, by the network's structure and without subtracting losses.
 *
 *     g_q = (L(P + h e_q) − L(P − h e_q)) / (2h)
 *
 * The formulas are those of reference/dense/central-difference.ts, in loops that make no arrays: example by example,
 * then weight by weight, so that what lies above a unit is looked up once for all its weights.
 */
import { type Activation, LEAK } from "../dense/activations.ts";
import { type Batch, statesOf } from "../dense/central-difference.ts";
import { type LayerShape, layersOf, type NetworkShape, scaleOf } from "../dense/network-shape.ts";
import { riseOf } from "./loss-rise.ts";
import { expm1 } from "./small-changes.ts";

export interface DifferencesSetup extends Batch {
  readonly shape: NetworkShape;
  /** The step; smaller ones are tried where a kink lies within it. */
  readonly h: number;
}

/** The weights into units first … last−1 of a layer, their biases last; differences summed over some examples. */
export interface Units {
  readonly layer: number;
  readonly first: number;
  readonly last: number;
  readonly examples: { readonly first: number; readonly last: number };
}

export interface UnitDifferences {
  /** One row a unit: its weights by input, then its bias; shape [last − first, inputs + 1]. */
  readonly numerical: Float64Array;
  /** Same shape: 1 where a kink lies within the smallest step as well, so that there may be no derivative. */
  readonly kinks: Uint8Array;
}

/** Whether all weights of a unit share what lies above it: one layer, whose values the loss takes as they are. */
export const isNextToLoss = (layers: readonly LayerShape[], l: number): boolean =>
  l === layers.length - 2 && layers[l]!.activation !== "softmax" && layers[l + 1]!.activation === "identity";

/** The step is divided by this where a unit crosses its kink within it, at most twice. */
const FINER = 2 ** 10;

export function preparedDifferences(setup: DifferencesSetup): (units: Units) => UnitDifferences {
  const { shape, P, Y, n, h } = setup;
  const layers = layersOf(shape);
  const ends = layers.length - 1;
  const { inputs, from, last } = statesOf(shape, setup);
  const rise = riseOf(shape.loss, last, Y, shape.sizes.at(-1)!);
  const changes = layers.map(({ outputs }) => new Float64Array(outputs));
  let crossed = false;

  /** g(z + d) − g(z) of a unit whose state is s. */
  const moved = (name: Activation, s: number, d: number): number => {
    switch (name) {
      case "identity":
        return d;
      case "sigmoid": {
        const E = expm1(d);
        return (s * (1 - s) * E) / (1 + s * E);
      }
      case "tanh": {
        const E = expm1(2 * d);
        return (((1 - s * s) / 2) * E) / (1 + ((1 + s) / 2) * E);
      }
      default: {
        const left = name === "relu" ? 0 : LEAK;
        const z = s + d;
        if (z > 0 === s > 0 && s !== 0) return s > 0 ? d : left * d;
        crossed ||= d !== 0;
        return (z > 0 ? z : left * z) - (s > 0 ? s : left * s);
      }
    }
  };
  /** All outputs of a layer for example i, whose changes of z become changes of a. */
  const moveAll = (u: Float64Array, l: number, i: number): void => {
    const { activation, outputs } = layers[l]!;
    const states = from[l]!;
    const at = i * outputs;
    if (activation === "identity") return;
    if (activation !== "softmax") {
      for (let c = 0; c < outputs; c++) u[c] = moved(activation, states[at + c]!, u[c]!);
      return;
    }
    let S = 0;
    for (let c = 0; c < outputs; c++) S += states[at + c]! * expm1(u[c]!);
    for (let c = 0; c < outputs; c++) u[c] = (states[at + c]! * (expm1(u[c]!) - S)) / (1 + S);
  };
  /** The loss of example i where unit k of layer l gets d more. */
  const riseBy = (i: number, l: number, k: number, d: number): number => {
    const { activation, outputs } = layers[l]!;
    let above = l;
    let u = changes[l]!;
    if (activation === "softmax") {
      u.fill(0);
      u[k] = d;
      moveAll(u, l, i);
    } else {
      const a = moved(activation, from[l]![i * outputs + k]!, d);
      if (l === ends) return rise.one(i, k, a);
      const next = layers[++above]!;
      const row = next.W + k * next.outputs;
      u = changes[above]!;
      for (let c = 0; c < next.outputs; c++) u[c] = a * P[row + c]!;
      moveAll(u, above, i);
    }
    while (above < ends) {
      const { outputs: below } = layers[above]!;
      const next = layers[++above]!;
      const v = changes[above]!;
      v.fill(0);
      for (let j = 0; j < below; j++) {
        const each = u[j]!;
        if (each === 0) continue;
        const row = next.W + j * next.outputs;
        for (let c = 0; c < next.outputs; c++) v[c]! += each * P[row + c]!;
      }
      moveAll(v, above, i);
      u = v;
    }
    return rise.all(i, u);
  };

  return ({ layer: l, first, last: end, examples }) => {
    const { inputs: m, outputs, activation } = layers[l]!;
    const X = inputs[l]!;
    const next = isNextToLoss(layers, l) ? layers[ends]! : undefined;
    const numerical = new Float64Array((end - first) * (m + 1));
    const kinks = new Uint8Array(numerical.length);
    // Of one example: the inputs that are not 0, how far each moves a unit, and the loss's rises, up first, then down.
    const places = new Int32Array(m + 1);
    const steps = new Float64Array(m + 1);
    const rises = new Float64Array(2 * (m + 1));
    for (let i = examples.first; i < examples.last; i++) {
      let count = 0;
      for (let j = 0, at = i * m; j <= m; j++, at++) {
        // The bias is the weight of an input that is 1.
        const d = j === m ? h : h * X[at]!;
        if (d === 0) continue;
        places[count] = j;
        steps[count++] = d;
      }
      for (let k = first; k < end; k++) {
        const at = (k - first) * (m + 1);
        const state = from[l]![i * outputs + k]!;
        for (let q = 0; q < count; q++) {
          const d = steps[q]!;
          crossed = false;
          if (next === undefined) {
            rises[q] = riseBy(i, l, k, d);
            rises[count + q] = riseBy(i, l, k, -d);
          } else {
            rises[q] = moved(activation as Activation, state, d);
            rises[count + q] = moved(activation as Activation, state, -d);
          }
          if (crossed) kinks[at + places[q]!] = 1;
        }
        if (next !== undefined) rise.alongRow(i, P, next.W + k * next.outputs, rises, 2 * count);
        for (let q = 0; q < count; q++) numerical[at + places[q]!]! += rises[q]! - rises[count + q]!;
      }
    }
    const scale = scaleOf(shape, n) / (2 * h);
    for (let q = 0; q < numerical.length; q++) {
      numerical[q]! *= scale;
      if (kinks[q] === 0) continue;
      const [value, isKink] = finer(l, first + Math.floor(q / (m + 1)), q % (m + 1), examples);
      numerical[q] = value;
      kinks[q] = isKink ? 1 : 0;
    }
    return { numerical, kinks };
  };

  /** The same difference with smaller steps, since a kink lay within the first one; whether one still does. */
  function finer(l: number, k: number, j: number, examples: Units["examples"]): readonly [number, boolean] {
    const { inputs: m } = layers[l]!;
    const X = inputs[l]!;
    let sum = 0;
    let anyCrossed = false;
    for (const step of [h / FINER, h / FINER / FINER]) {
      anyCrossed = false;
      sum = 0;
      for (let i = examples.first; i < examples.last; i++) {
        const d = step * (j === m ? 1 : X[i * m + j]!);
        if (d === 0) continue;
        crossed = false;
        sum += riseBy(i, l, k, d) - riseBy(i, l, k, -d);
        anyCrossed ||= crossed;
      }
      sum *= scaleOf(shape, n) / (2 * step);
      if (!anyCrossed) break;
    }
    return [sum, anyCrossed];
  }
}
