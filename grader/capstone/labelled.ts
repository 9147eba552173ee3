/** Points of a plane that belong to one of two classes, and what is drawn of them. */
import { along, spanOf } from "./numbers.ts";
import type { Layer, Plot, Point, Span } from "./picture.ts";

type Rows = readonly (readonly number[])[];

export interface Labelled {
  /** A point a row. */
  readonly X: Rows;
  /** Classes, 0 or 1. */
  readonly y: readonly number[];
}

/** The first two numbers of a row; what is not there is no number. */
export const pointOf = (X: Rows, i: number): Point => [X[i]?.[0] ?? Number.NaN, X[i]?.[1] ?? Number.NaN];

export const pointsOf = ({ X, y }: Labelled, label: number): Point[] =>
  y.flatMap((yi, i) => (yi === label ? [pointOf(X, i)] : []));

/** A layer a class, the crosses of class 1 below the dots of class 0. */
export const classLayers = (data: Labelled, names: readonly [of0: string, of1: string]): Layer[] =>
  ([1, 0] as const).map((label) => ({
    kind: "points",
    name: names[label],
    class: label,
    points: pointsOf(data, label),
  }));

/** Axes that hold all the points. */
export const axesOf = (
  X: Rows,
  [x, y]: readonly [string, string],
  margin?: number,
): Pick<Plot, "x" | "y"> => ({
  x: {
    label: x,
    span: spanOf(
      X.map((_, i) => pointOf(X, i)[0]),
      margin,
    ),
  },
  y: {
    label: y,
    span: spanOf(
      X.map((_, i) => pointOf(X, i)[1]),
      margin,
    ),
  },
});

/** The middles of a grid's cells over a plot, row by row from the top left: what an area is asked about. */
export function cellsOver({ x, y }: Pick<Plot, "x" | "y">, width: number): number[][] {
  const middles = ([from, to]: Span): number[] => {
    const half = (to - from) / width / 2;
    return along([from + half, to - half], width);
  };
  return middles(y.span)
    .reverse()
    .flatMap((b) => middles(x.span).map((a) => [a, b]));
}
