/** What the functions of ex13 share. */
import { type Draw, matrix } from "../../grader/exercise/form.ts";

export type Vector = number[];
export type Matrix = number[][];
export type Standardizer = { mean: Vector; std: Vector };

export const meanOf = (terms: Vector): number =>
  terms.reduce((total, term) => total + term, 0) / terms.length;
export const columnsOf = (X: Matrix): Matrix => X[0]!.map((_, j) => X.map((row) => row[j]!));
export const squares = (terms: Vector): Vector => terms.map((term) => term * term);

/** Columns of different scale and place: without standardising, one input outweighs the others. */
export const X = matrix("n m", "inputs, one example a row", {
  draw: (draw: Draw) => {
    const columns = draw.list(draw.size("m"), () => [draw.pick([1, 2, 4]), draw.integer(-4, 4)] as const);
    return draw.list(draw.size("n"), () => columns.map(([scale, place]) => scale * draw.real() + place));
  },
});
export const isConstant = (terms: Vector): boolean => terms.every((term) => term === terms[0]);
