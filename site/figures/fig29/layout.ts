/** The three ways in which books store one layer: where its matrices stand, and how they lie. */
import type { Matrix, Network, Sizes } from "./two-layers.ts";

export const LAYOUTS = {
  pytorch: "Z = XWᵀ + b, weights out × in",
  inout: "Z = XW + b, weights in × out",
  column: "z = Wx + b, an example in a column",
} as const;
export type LayoutName = keyof typeof LAYOUTS;

/** A matrix as it is stored. */
export interface Stored {
  readonly name: string;
  readonly rows: Matrix;
  /** What is lit for the chosen example and unit: a row, a column, or one entry. */
  readonly lit: (row: number, column: number) => boolean;
  /** The sign behind it: "·", "+" or "=". */
  readonly sign: string;
}

const turned = (rows: Matrix): Matrix => (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] as number));

/** The matrices of the first layer from left to right. */
export function storedIn(
  layout: LayoutName,
  { X, W, b, Z }: Pick<Network, "X" | "W" | "b" | "Z">,
  i: number,
  j: number,
): readonly Stored[] {
  if (layout === "column")
    return [
      { name: "W", rows: W, lit: (row) => row === j, sign: "·" },
      { name: "x", rows: turned(X), lit: (_, column) => column === i, sign: "+" },
      { name: "b", rows: turned([b]), lit: (row) => row === j, sign: "=" },
      { name: "z", rows: turned(Z), lit: (row, column) => row === j && column === i, sign: "" },
    ];
  const isTurned = layout === "inout";
  return [
    { name: "X", rows: X, lit: (row) => row === i, sign: "·" },
    {
      name: "W",
      rows: isTurned ? turned(W) : W,
      lit: (row, column) => (isTurned ? column : row) === j,
      sign: "+",
    },
    { name: "b", rows: [b], lit: (_, column) => column === j, sign: "=" },
    { name: "Z", rows: Z, lit: (row, column) => row === i && column === j, sign: "" },
  ];
}

/** Rows and columns of each matrix on the way through both layers, as this layout has them. */
export function shapesIn(layout: LayoutName, { n, m, d, t }: Sizes) {
  const of = (rows: number, columns: number) => (layout === "column" ? [columns, rows] : [rows, columns]);
  const weights = (out: number, inp: number) => (layout === "inout" ? [inp, out] : [out, inp]);
  return { X: of(n, m), W1: weights(d, m), Z1: of(n, d), W2: weights(t, d), Z2: of(n, t) } as const;
}
