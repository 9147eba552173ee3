/** What the functions of ex13 share. */
import { type Draw, matrix } from "../../grader/exercise/form.ts";
import { mean } from "../../reference/numbers/plain.ts";

export type Vector = number[];
export type Matrix = number[][];
export type Standardizer = { mean: Vector; std: Vector };

export const squares = (terms: Vector): Vector => terms.map((term) => term * term);
/** Distances from the mean. */
export function centred(terms: Vector): Vector {
  const centre = mean(terms);
  return terms.map((term) => term - centre);
}
export const variance = (terms: Vector): number => mean(squares(centred(terms)));

/** Columns of different scale and place: without standardising, one input outweighs the others. */
export const X = matrix("n m", "inputs, one example a row", {
  draw: (draw: Draw) => {
    const columns = draw.list(draw.size("m"), () => [draw.pick([1, 2, 4]), draw.integer(-4, 4)] as const);
    return draw.list(draw.size("n"), () => columns.map(([scale, place]) => scale * draw.real() + place));
  },
});
export const isConstant = (terms: Vector): boolean => terms.every((term) => term === terms[0]);
