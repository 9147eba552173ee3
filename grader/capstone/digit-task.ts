/** Digits to be learned and digits that nobody has learned, and how well outputs read them. */
import { coarse } from "../../reference/data/coarse-digits.ts";
import { digitData } from "../../reference/data/digits.ts";
import { permutation, random } from "../../reference/randomness/random.ts";
import type { Matrix } from "./two-layers.ts";

export const CLASSES = 10;
export const [LEARNED, UNSEEN] = [120, 60];
export const BATCH = 10;
const EPOCHS = 10;

export interface Digits {
  readonly images: readonly Float64Array[];
  readonly X: Matrix;
  readonly y: number[];
}

export interface Task {
  readonly learned: Digits;
  readonly unseen: Digits;
  /** The order of the learned digits in each epoch. */
  readonly orders: number[][];
}

export function taskOf(seed: number): Task {
  const { images, labels } = digitData(seed, LEARNED + UNSEEN);
  const part = (from: number, to: number): Digits => ({
    images: images.slice(from, to),
    X: images.slice(from, to).map(coarse),
    y: [...labels.slice(from, to)],
  });
  const rng = random(seed, "capstone-10");
  return {
    learned: part(0, LEARNED),
    unseen: part(LEARNED, LEARNED + UNSEEN),
    orders: Array.from({ length: EPOCHS }, () => permutation(rng, LEARNED)),
  };
}

export const oneHot = (y: readonly number[]): Matrix =>
  y.map((yi) => Array.from({ length: CLASSES }, (_, c) => (c === yi ? 1 : 0)));

/** Mean squared error over all outputs. */
export const lossOf = (P: Matrix, y: readonly number[]): number =>
  oneHot(y)
    .flatMap((row, i) => row.map((t, c) => (t - (P[i]?.[c] ?? Number.NaN)) ** 2))
    .reduce((sum, square) => sum + square / (CLASSES * y.length), 0);

export const hitsIn = (P: Matrix, y: readonly number[]): number =>
  classesOf(P).filter((c, i) => c === y[i]).length;

/** The class with the largest output of each row; the first of equal ones, and −1 where there is no number. */
export const classesOf = (P: Matrix): number[] =>
  P.map((row) => row.reduce((best, p, c) => (p > (row[best] ?? Number.NEGATIVE_INFINITY) ? c : best), -1));
