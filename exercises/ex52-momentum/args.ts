/** What the arguments of ex52 share. */
import { list, matrix, scalar } from "../../grader/exercise/form.ts";

export type Matrix = number[][];

export const rate = scalar("learning rate η", {
  // Not 1, where a rate that is forgotten does not show.
  draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.75, 1.5]) : draw.between(0.02, 0.9)),
});
export const mu = scalar("momentum μ, how much is kept of what was", {
  // Not ½, where μ and 1 − μ are one.
  draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.75]) : draw.between(0.55, 0.95)),
});

/** As a network has them: weights of k rows, then their bias in one row, and so on. */
export const matrices = (says: string) =>
  list(matrix("k d", "a matrix"), "m", says, {
    draw: (draw) =>
      draw.list(draw.size("m"), (i) => draw.matrix(i % 2 === 0 ? draw.size("k") : 1, draw.size("d"))),
  });

/** The same as an answer: each matrix has the shape of its own. */
export const answered = (says: string) => list(matrix("a b", "a matrix"), "m", says);

export const sizes = { m: [2, 4], k: [2, 3], d: [2, 4] } as const;

/** A formula of the entries that stand at one place. */
export const entries =
  (f: (...at: number[]) => number) =>
  (first: Matrix, ...others: Matrix[]): Matrix =>
    first.map((row, i) => row.map((x, j) => f(x, ...others.map((other) => other[i]![j]!))));

/** The same for each matrix of lists. */
export const inEach =
  (f: (...at: number[]) => number) =>
  (first: Matrix[], ...others: Matrix[][]): Matrix[] =>
    first.map((X, k) => entries(f)(X, ...others.map((other) => other[k]!)));
