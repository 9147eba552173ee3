/** A network of two dense layers in whole numbers, so that a reader can do the sums. */

import { linearForward } from "../../../reference/networks/dense-layer.ts";
import { layerOutputs } from "../../../reference/networks/sequential.ts";
import type { Num } from "../../../reference/numbers/num.ts";
import { unrecorded } from "../../../reference/numbers/num.ts";
import { lift } from "../../../reference/numbers/tracked.ts";
import { integer, random } from "../../../reference/randomness/random.ts";

import { rowsOf } from "../matrix-bars.ts";

export type Matrix = readonly (readonly number[])[];
export const MOST = 4;

/** The numbers of the page: two examples, three units with two inputs, two units behind them. */
export const PAGE = {
  X: [
    [2, 1],
    [0, -1],
  ],
  W: [
    [1, -1],
    [0, 3],
    [2, 1],
  ],
  b: [10, 20, 30],
  A: [
    [1, 0, -1],
    [0.5, 2, 0],
  ],
  c: [1, -1],
};

/** The given numbers, and beyond them others that are always the same. */
function numbers(name: string, rows: number, columns: number, given: Matrix): number[][] {
  const rng = random(29, name);
  const all = Array.from({ length: MOST }, () =>
    Array.from({ length: MOST }, () => integer(rng, 1, 3) * (rng() < 0.4 ? -1 : 1)),
  );
  return all.slice(0, rows).map((row, i) => row.slice(0, columns).map((drawn, j) => given[i]?.[j] ?? drawn));
}

export interface Sizes {
  readonly n: number;
  readonly m: number;
  readonly d: number;
  readonly t: number;
}

export interface Setting extends Sizes {
  /** The numbers of the page's network, or those of a reader: matrices row by row. */
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly b: readonly number[];
  readonly a: readonly number[];
  readonly c: readonly number[];
}

/** Weights out × in, as they are stored in one of the layouts. */
export interface Network {
  readonly X: Matrix;
  readonly W: Matrix;
  readonly b: readonly number[];
  /** Net inputs of the first layer. */
  readonly Z: Matrix;
  /** What the second layer gives. */
  readonly Y: Matrix;
}

export function networkOf({ n, m, d, t, ...own }: Setting): Network {
  const X = numbers("X", n, m, rowsOf(own.x, PAGE.X.flat(), 2));
  const W = numbers("W", d, m, rowsOf(own.w, PAGE.W.flat(), 2));
  const [b = []] = numbers("b", 1, d, rowsOf(own.b, PAGE.b, 3));
  const A = numbers("A", t, d, rowsOf(own.a, PAGE.A.flat(), 3));
  const [c = []] = numbers("c", 1, t, rowsOf(own.c, PAGE.c, 2));
  const given = lift({ X, W, b, A, c }) as unknown as {
    readonly X: Num[][];
    readonly W: Num[][];
    readonly b: Num[];
    readonly A: Num[][];
    readonly c: Num[];
  };
  const plain = (rows: readonly (readonly Num[])[]): number[][] =>
    rows.map((row) => row.map(({ value }) => value));
  return unrecorded(() => {
    const layers = [
      { kind: "linear", W: given.W, b: given.b },
      { kind: "activation", name: "sigmoid" },
      { kind: "linear", W: given.A, b: given.c },
    ] as const;
    return {
      X,
      W,
      b,
      Z: plain(linearForward(given.X, given.W, given.b)),
      Y: plain(layerOutputs(layers as never, given.X).at(-1) as Num[][]),
    };
  });
}
