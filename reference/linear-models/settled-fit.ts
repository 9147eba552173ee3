/**
 * The best weights of data that settle them to their last digits.
 */
import { transpose } from "../numbers/matrix.ts";
import { lift } from "../numbers/tracked.ts";
import { linearFit } from "./normal-equations.ts";

type Matrix = readonly (readonly number[])[];

/** Whether columns are alike in size and spread: elsewhere the fit loses digits that a gradient does not. */
const isEven = (X: Matrix): boolean =>
  transpose(X).every(
    (column) => Math.max(...column.map(Math.abs)) <= 50 && Math.max(...column) - Math.min(...column) >= 0.05,
  );

/** Weights and bias of least squares; nothing where the columns of X do not settle them. */
export function settledFit(
  X: Matrix,
  y: readonly number[],
): { readonly w: number[]; readonly b: number } | undefined {
  if (!isEven(X)) return undefined;
  try {
    const theta = linearFit(lift(X), lift(y)).map(({ value }) => value);
    return { w: theta.slice(0, -1), b: theta.at(-1) as number };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
