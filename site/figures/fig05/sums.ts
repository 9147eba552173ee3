/** What fig05 computes: Σ σ(XW), forward and back, and what one entry's change comes to. */
import { ofProduct, totalOfProduct } from "../../../reference/differentiation/many-inputs.ts";
import { functionOf } from "../../../reference/functions/known.ts";
import type { Num } from "../../../reference/numbers/num.ts";
import { gradient, lift, plainOf, type Tracked } from "../../../reference/numbers/tracked.ts";
import { rowsOf } from "../matrix-bars.ts";

export type Matrix = readonly (readonly number[])[];

export const CASES = {
  page: {
    label: "two applicants, two scores",
    X: [
      [1, 0],
      [2, 1],
    ],
    W: [
      [1, -1],
      [0, 2],
    ],
  },
  /** @see 09.1 Deep Learning – Neural Network, 1.2.8: NumPy's seed 190204 */
  source: {
    label: "those of the source",
    X: [
      [-1.5775281559147785, -0.6664228010084432, 0.6391040609558614],
      [-0.561522179654433, 0.7372995933385904, -1.4230782121020191],
      [-1.443484289955704, -0.39128028896512757, 0.15393220380036676],
    ],
    W: [
      [0.7551081807377564, 0.25562492142607196],
      [-0.5610927053715519, -0.9750484066622127],
      [0.9809847829813684, -0.9587077635861763],
    ],
  },
} as const satisfies Record<string, { label: string; X: Matrix; W: Matrix }>;

export const FUNCTIONS = { sigmoid: "sigmoid", square: "square", identity: "none" } as const;

export interface Setting {
  readonly data: keyof typeof CASES;
  /** The entries of the page's matrices, row by row. */
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly f: keyof typeof FUNCTIONS;
  readonly h: number;
  /** 0 for X or 1 for W, row, column. */
  readonly entry: readonly number[];
}

/** The pressed entry, within its matrix. */
export interface Entry {
  readonly of: "X" | "W";
  readonly row: number;
  readonly column: number;
}

export interface Through {
  readonly N: Matrix;
  readonly S: Matrix;
  readonly L: number;
}

const numbers = (tracked: unknown): Matrix => plainOf(tracked as Tracked) as unknown as Matrix;
const tracked = (matrix: Matrix): Num[][] => lift(matrix.map((row) => [...row])) as unknown as Num[][];

function through(X: Matrix, W: Matrix, f: Setting["f"]): Through {
  const [x, w] = [tracked(X), tracked(W)];
  return {
    N: numbers(ofProduct(x, w, { fn: "identity" })),
    S: numbers(ofProduct(x, w, { fn: f })),
    L: totalOfProduct(x, w, { fn: f }).value,
  };
}

const nudged = (matrix: Matrix, { row, column }: Entry, h: number): Matrix =>
  matrix.map((cells, i) => cells.map((cell, j) => (i === row && j === column ? cell + h : cell)));

function matricesOf({ data, x, w }: Setting): { X: Matrix; W: Matrix } {
  const { X, W } = CASES[data];
  return data === "page" ? { X: rowsOf(x, X.flat(), 2), W: rowsOf(w, W.flat(), 2) } : { X, W };
}

export function dataOf(setting: Setting) {
  const {
    f,
    h,
    entry: [which = 1, i = 0, j = 0],
  } = setting;
  const { X, W } = matricesOf(setting);
  const matrix = which === 0 ? X : W;
  const entry: Entry = {
    of: which === 0 ? "X" : "W",
    row: Math.min(i, matrix.length - 1),
    column: Math.min(j, (matrix[0]?.length ?? 1) - 1),
  };
  const now = through(X, W, f);
  const [after, x, w] = [
    entry.of === "X" ? through(nudged(X, entry, h), W, f) : through(X, nudged(W, entry, h), f),
    tracked(X),
    tracked(W),
  ];
  const [byX, byW] = gradient(totalOfProduct(x, w, { fn: f }), [x, w]) as unknown as [Tracked, Tracked];
  const { slope } = functionOf({ fn: f });
  return {
    X,
    W,
    entry,
    now,
    after,
    delta: now.N.map((row) => row.map(slope)) as Matrix,
    byX: numbers(byX),
    byW: numbers(byW),
  };
}
export type Data = ReturnType<typeof dataOf>;

/** The factors that meet in the pressed entry's slope: what stands beside it, and δ there. */
export const meeting = ({
  X,
  W,
  delta,
  entry: { of, row, column },
}: Data): readonly (readonly [number, number])[] =>
  of === "W"
    ? X.map((cells, i) => [cells[row] as number, delta[i]?.[column] as number] as const)
    : (W[column] ?? []).map((weight, j) => [weight, delta[row]?.[j] as number] as const);
