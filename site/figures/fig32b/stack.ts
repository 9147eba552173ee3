/** The three layers of the page, and the errors of each by reverse mode. */
import {
  atActivations,
  layerActivations,
  lossAtActivations,
} from "../../../reference/networks/layered-network.ts";
import type { Num } from "../../../reference/numbers/num.ts";
import { gradient, lift } from "../../../reference/numbers/tracked.ts";
import { rowsOf } from "../matrix-bars.ts";

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

export type Setting = Readonly<Record<keyof typeof PAGE, readonly number[]>> & {
  /** Added to both biases of the second layer. */
  readonly shift: number;
};

export interface Stack {
  /** Of the three layers, out × in. */
  readonly weights: readonly Matrix[];
  /** What each layer gives, the inputs first: layer, example, unit. */
  readonly A: readonly Matrix[];
  /** The errors of the three layers. */
  readonly deltas: readonly Matrix[];
  readonly loss: number;
}

const plain = (rows: readonly (readonly Num[])[]): number[][] =>
  rows.map((row) => row.map(({ value }) => value));

export function stackOf(setting: Setting): Stack {
  const of = (matrix: Matrix): Num[][] => lift(matrix.map((row) => [...row])) as Num[][];
  const given = (name: keyof typeof PAGE): Matrix =>
    rowsOf(setting[name], PAGE[name].flat(), PAGE[name][0]?.length ?? 1);
  const weights = [given("W_1"), given("W_2"), given("W_3")];
  const shifted = given("b_2").map((row) => row.map((b) => b + setting.shift));
  const Ws = weights.map(of);
  const A = layerActivations(
    of(given("X")),
    Ws,
    [given("b_1"), shifted, given("b_3")].map((b) => of(b)[0] as Num[]),
  );
  const at = atActivations(A, of(given("Y")), Ws);
  const loss = lossAtActivations(at);
  const deltas = gradient(loss, at.Ds) as unknown as Num[][][];
  return { weights, A: A.map(plain), deltas: deltas.map(plain), loss: loss.value };
}

/** The largest error of a layer, whichever its sign. */
export const largest = (delta: Matrix): number => Math.max(...delta.flat().map(Math.abs));
