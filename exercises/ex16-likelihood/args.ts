/** Labels and probabilities, and wrong formulas made of their terms. */
import { vector } from "../../grader/exercise/form.ts";

export type Vector = readonly number[];

export const labels = vector("n", "labels y; a share in between is a soft label", { domain: "binary" });
export const sizes = { n: [3, 7] } as const;

export const product = (factors: Vector): number => factors.reduce((all, factor) => all * factor, 1);

/** Of each example, something of its label and its probability. */
export const each = (y: Vector, p: Vector, of: (y: number, p: number) => number): number[] =>
  p.map((pi, i) => of(y[i]!, pi));

/** p^y·(1 − p)^(1−y). */
export const chance = (y: number, p: number): number => p ** y * (1 - p) ** (1 - y);
/** y ln p + (1 − y) ln(1 − p). */
export const logChance = (y: number, p: number): number => y * Math.log(p) + (1 - y) * Math.log(1 - p);

export const mirrored = (list: Vector): number[] => list.map((x) => 1 - x);
/** The list with another first entry. */
export const firstAs = (first: number, [, ...others]: Vector): number[] => [first, ...others];
