/** Layers to show, in all layouts, and wrong layers in plain numbers. */
import { matrix, rows, vector } from "../../grader/exercise/form.ts";
import { transpose } from "../../reference/numbers/matrix.ts";

export type Matrix = readonly (readonly number[])[];

export const sizes = { n: [3, 5], m: [2, 4], k: [2, 4] } as const;
export const X = matrix("n m", "inputs, one example a row");
export const inOut = matrix("m k", "weights, **in × out**: row l belongs to input l");
export const outIn = matrix("k m", "weights, **out × in**: row j belongs to unit j");
export const b = vector("k", "biases, one a unit, added to every row");

/** Two inputs, three units. */
export const W = rows([1, 0, 2], [-1, 3, 1]);
export const shown = { X: rows([2, 1], [0, -1]), W, b: [10, 20, 30] };
export const shownOutIn = { ...shown, W: transpose(W) };

export const square = rows([1, 2], [-3, 0.5]);

/** What a wrong layer does with a weighted sum. */
export const each = (A: Matrix, f: (a: number, i: number, j: number) => number): number[][] =>
  A.map((row, i) => row.map((a, j) => f(a, i, j)));

export const lengths = {
  inner: "An example has as many inputs as the weights have for each unit; this one does not.",
  bias: "There is one bias a unit. As many as there are examples would be added without a sound, the wrong ones.",
};
