/**
 * What fig08 computes: the data, the error over w and b, and the way of descent through it.
 */

import { salesData } from "../../../reference/data/sales.ts";
import { leastSquaresLine } from "../../../reference/linear-models/least-squares.ts";
import { Num } from "../../../reference/numbers/num.ts";
import { paceOf } from "../pace.ts";
import { prepared } from "../prepared.ts";
import {
  type Curvature,
  curvatureOf,
  descentOf,
  errorOf,
  type Line,
  type Moments,
  momentsOf,
} from "./line-descent.ts";

export const EPOCHS = 4000;
/** The epoch that each frame shows. */
export const PACE = paceOf(EPOCHS, 200);
export const LAST = PACE.length - 1;

/** A run whose error has grown this much has diverged; what it would do further is of no interest. */
const HOPELESS = 1e6;

/** The inputs that descent sees: x, x − μ or (x − μ)/σ. */
export type Inputs = "raw" | "centred" | "standardised";

export interface Settings {
  readonly inputs: Inputs;
  readonly rate: number;
  readonly order: "together" | "in-turn";
  readonly w0: number;
  readonly b0: number;
  readonly seed: number;
}

export interface Run {
  /** As the source plots them. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** x = offset + unit·z for the inputs z that descent sees. */
  readonly offset: number;
  readonly unit: number;
  readonly moments: Moments;
  readonly curvature: Curvature;
  readonly best: Line;
  readonly leastError: number;
  /** The line after each epoch; fewer than EPOCHS + 1 where it diverges. */
  readonly lines: readonly Line[];
  /** Error after each epoch. */
  readonly errors: readonly number[];
  readonly diverges: boolean;
  /** The same run with the other order of updates. */
  readonly otherLines: readonly Line[];
}

export function runOf({ inputs, rate, order, w0, b0, seed }: Settings): Run {
  const sales = salesData(seed);
  const [x, y] = [[...sales.x], [...sales.y]];
  const { Z, offset, unit } = prepared(
    x.map((xi) => [new Num(xi)]),
    { centre: inputs !== "raw", scale: inputs === "standardised" },
  );
  const z = Z.map(([zi]) => (zi as Num).value);
  const moments = momentsOf(z, y);
  const best = leastSquaresLine(z, y);
  const start = startOf(w0, b0, unit[0] as number);
  const limit = HOPELESS * Math.max(errorOf(moments, start), 1);
  const inOrder = (of: Settings["order"]): readonly Line[] =>
    descentOf(moments, start, rate, EPOCHS, of, limit);
  const lines = inOrder(order);
  return {
    x,
    y,
    offset: offset[0] as number,
    unit: unit[0] as number,
    moments,
    curvature: curvatureOf(z),
    best,
    leastError: errorOf(moments, best),
    lines,
    errors: lines.map((line) => errorOf(moments, line)),
    diverges: lines.length <= EPOCHS,
    otherLines: inOrder(order === "together" ? "in-turn" : "together"),
  };
}

/** A slope is in units of x for the reader, and in those of the inputs for descent. */
export const startOf = (w0: number, b0: number, unit: number): Line => ({ w: w0 * unit, b: b0 });

/** The epoch that a frame shows; a run that has diverged stays at its end. */
export const epochAt = ({ lines }: Run, frame: number): number =>
  Math.min(PACE[frame] as number, lines.length - 1);

/** The same line for x as the document plots it. */
export const inPlot = ({ offset, unit }: Pick<Run, "offset" | "unit">, { w, b }: Line): Line => ({
  w: w / unit,
  b: b - (w * offset) / unit,
});
