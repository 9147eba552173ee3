/** What the arguments of ex51 share, and a layer to show. */
import { matrix, rows, scalar } from "../../grader/exercise/form.ts";

export type Matrix = number[][];

export const rate = (says: string) =>
  scalar(says, {
    // Not 1, where a rate that is forgotten does not show.
    draw: (draw) =>
      draw.family === "quarters" ? draw.pick([0.25, 0.5, 0.75, 1.5]) : draw.between(0.02, 0.9),
  });
export const weights = (says: string) => matrix("k d", says);
export const bias = (says: string) => matrix("k 1", says);

export const W = rows([1, -2], [0.5, 3]);
export const b = [[1], [-1]];
export const dW = rows([2, 4], [-1, 0]);
export const db = [[0.5], [-2]];
