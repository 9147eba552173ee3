/** What the functions take: a layer with as many units as inputs. */
import { type ArgsOf, args, matrix, rows, vector } from "../../grader/exercise/form.ts";

export type Vector = number[];
export type Matrix = number[][];
export type Gradients = { dX: Matrix; dW: Matrix; db: Vector };

const layer = {
  X: matrix("n m", "inputs of the layer, one example a row", { between: [-2, 2] }),
  W: matrix("m m", "weights, **out × in**: row j belongs to unit j", { between: [-1, 1] }),
  b: vector("m", "biases, one a unit", { between: [-1, 1] }),
};
const dY = matrix("n m", "∂L/∂Y, how the loss follows what the layer gives");
const drawing = { sizes: { n: [3, 5], m: [2, 4] } } as const;

export const forward = args(layer, drawing);
export const backward = args({ ...layer, dY }, drawing);
export type Forward = ArgsOf<typeof forward>;
export type Backward = ArgsOf<typeof backward>;

export const each = (A: Matrix, f: (a: number, i: number, j: number) => number): Matrix =>
  A.map((row, i) => row.map((a, j) => f(a, i, j)));
/** XWᵀ + b in plain numbers. */
export const netsOf = ({ X, W, b }: Forward): Matrix =>
  X.map((x) => W.map((w, j) => w.reduce((sum, wl, l) => sum + wl * (x[l] ?? Number.NaN), 0) + b[j]!));
export const exchanged = <T>([first, second, ...rest]: readonly T[]): T[] => [second!, first!, ...rest];

/** The net inputs are 0 and 1. */
export const shown = { X: rows([1, 2]), W: rows([2, -1], [0, 1]), b: [0, -1] };
export const more = {
  X: rows([1, -0.5, 2], [0.25, 1, -1]),
  W: rows([1, 0, 0.5], [0.5, -1, 0.25]),
  b: [0.5, 0],
};
export const zeros = (size: number): { W: Matrix; b: Vector } => ({
  W: Array.from({ length: size }, () => new Array<number>(size).fill(0)),
  b: new Array<number>(size).fill(0),
});
