/** What fig09 computes: the examples, your line, the best one, and how good each of them is. */
import { salesData } from "../../../reference/data/sales.ts";
import { predictLine } from "../../../reference/linear-models/line.ts";
import { linearFit } from "../../../reference/linear-models/normal-equations.ts";
import { r2Score } from "../../../reference/linear-models/scores.ts";
import { mean, Num, sum } from "../../../reference/numbers/num.ts";
import { rowsOf } from "../matrix-bars.ts";

/** Three flats: rooms and rent in hundreds of euros. */
export const FLATS = [1, 3, 2, 5, 4, 9];
/** One more example beside 200. */
export const EXTRA = [45, 4];

export type Source = "flats" | "sales";

/** What is seen, and how far examples can be moved. */
export const WINDOWS = {
  flats: { x: 6, y: 14 },
  sales: { x: 50, y: 30 },
} as const;

export interface Setting {
  readonly data: Source;
  readonly w: number;
  readonly b: number;
  readonly points: readonly number[];
  readonly extra: readonly number[];
  readonly seed: number;
}

/** A line and what it leaves over. */
export interface Fit {
  readonly w: number;
  readonly b: number;
  readonly residuals: readonly number[];
  /** Σ r², and R²: undefined where all targets are equal and missed. */
  readonly squares: number;
  readonly score: number | undefined;
  /** Σ r and Σ x·r, both 0 for the best line. */
  readonly sums: readonly [number, number];
}

export interface Fits {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly yours: Fit;
  /** undefined where all inputs are equal: then many lines are best. */
  readonly best: Fit | undefined;
  /** The mean of the targets as a prediction of all. */
  readonly flat: Fit;
}

/** The points that the reader can drag, within what is seen. */
export function movable({ data, points, extra }: Setting): readonly (readonly [number, number])[] {
  const { x, y } = WINDOWS[data];
  const rows = data === "flats" ? rowsOf(points, FLATS, 2) : rowsOf(extra, EXTRA, 2);
  return rows.map(([a = 0, c = 0]) => [Math.min(x, a), Math.min(y, c)] as const);
}

export function fitsOf(setting: Setting): Fits {
  const own = movable(setting);
  const sales = setting.data === "sales" ? salesData(setting.seed) : { x: [], y: [] };
  const x = [...sales.x, ...own.map(([xi]) => xi)];
  const y = [...sales.y, ...own.map(([, yi]) => yi)];
  const [X, Y] = [x.map((xi) => new Num(xi)), y.map((yi) => new Num(yi))];
  const fitOf = (w: number, b: number): Fit => {
    const predicted = predictLine(X, new Num(w), new Num(b));
    const residuals = Y.map((yi, i) => yi.minus(predicted[i] as Num));
    const score = r2Score(Y, predicted).value;
    return {
      w,
      b,
      residuals: residuals.map(({ value }) => value),
      squares: sum(residuals.map((r) => r.squared())).value,
      score: Number.isNaN(score) ? undefined : score,
      sums: [sum(residuals).value, sum(residuals.map((r, i) => r.times(X[i] as Num))).value],
    };
  };
  return {
    x,
    y,
    yours: fitOf(setting.w, setting.b),
    best: bestOf(X, Y, fitOf),
    flat: fitOf(0, mean(Y).value),
  };
}

function bestOf(X: readonly Num[], Y: readonly Num[], fitOf: (w: number, b: number) => Fit): Fit | undefined {
  try {
    const [w, b] = linearFit(
      X.map((xi) => [xi]),
      Y,
    ) as [Num, Num];
    return fitOf(w.value, b.value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
