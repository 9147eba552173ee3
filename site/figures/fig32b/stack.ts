/** The three layers of the page, and the errors of each by reverse mode. */
import {
  atActivations,
  layerActivations,
  lossAtActivations,
} from "../../../reference/networks/layered-network.ts";
import type { Num } from "../../../reference/numbers/num.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";

type Matrix = readonly (readonly number[])[];

/** Weights out × in. */
export const PAGE = {
  X: [
    [1, 2],
    [0, -1],
  ],
  Y: [
    [0, 1, 0],
    [1, 0.5, 0],
  ],
  W_1: [
    [2, -1],
    [0, 1],
  ],
  W_2: [
    [2, 1],
    [-1, 0],
  ],
  W_3: [
    [1, 0],
    [2, -1],
    [0, 4],
  ],
  b_1: [[0, -1]],
  b_2: [[0, 1]],
  b_3: [[0, 0, -1]],
};
export const WEIGHTS: readonly Matrix[] = [PAGE.W_1, PAGE.W_2, PAGE.W_3];

export interface Stack {
  /** What each layer gives, the inputs first: layer, example, unit. */
  readonly A: readonly Matrix[];
  /** The errors of the three layers. */
  readonly deltas: readonly Matrix[];
  readonly loss: number;
}

const plain = (rows: readonly (readonly Num[])[]): number[][] =>
  rows.map((row) => row.map(({ value }) => value));

/** @param shift added to both biases of the second layer */
export function stackOf(shift: number): Stack {
  const of = (matrix: Matrix): Num[][] => lift(matrix.map((row) => [...row])) as Num[][];
  const Ws = WEIGHTS.map(of);
  const biases = [PAGE.b_1, PAGE.b_2.map((row) => row.map((b) => b + shift)), PAGE.b_3];
  const A = layerActivations(
    of(PAGE.X),
    Ws,
    biases.map((b) => of(b)[0] as Num[]),
  );
  const at = atActivations(A, of(PAGE.Y), Ws);
  const loss = lossAtActivations(at);
  const deltas = gradient(loss, at.Ds) as unknown as Num[][][];
  return { A: A.map(plain), deltas: deltas.map(plain), loss: loss.value };
}

/** The largest error of a layer, whichever its sign. */
export const largest = (delta: Matrix): number => Math.max(...delta.flat().map(Math.abs));
