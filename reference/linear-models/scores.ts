/**
 * How good predictions are.
 */
import { mean, Num, sum } from "../numbers/num.ts";

type Vector = readonly Num[];

/** (1/n) Σ_i (y_i − ŷ_i)² */
export const meanSquaredError = (yTrue: Vector, yPred: Vector): Num =>
  mean(yTrue.map((yi, i) => yi.minus(yPred[i] as Num).squared()));

/**
 * The coefficient of determination.
 *
 *     R² = 1 − Σ_i (y_i − ŷ_i)² / Σ_i (y_i − ȳ)²
 *
 * @returns at most 1; for targets that are all equal 1 where they are predicted exactly, and else NaN
 */
export function r2Score(yTrue: Vector, yPred: Vector): Num {
  const centre = mean(yTrue);
  const left = sum(yTrue.map((yi, i) => yi.minus(yPred[i] as Num).squared()));
  const total = sum(yTrue.map((yi) => yi.minus(centre).squared()));
  if (total.value === 0) return new Num(left.value === 0 ? 1 : Number.NaN);
  return new Num(1).minus(left.over(total));
}
