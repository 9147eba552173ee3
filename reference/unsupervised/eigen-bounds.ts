/**
 * Eigenvalues and eigenvectors of a symmetric matrix with what an error of the matrix makes of them.
 */
import { Num } from "../numbers/num.ts";
import { eigenSymmetric, roundingsOfJacobi } from "./eigen.ts";

type Matrix = readonly (readonly Num[])[];

/** An error bound of a symmetric matrix as a whole: magnitude · roundings · u bounds ‖ΔC‖. */
export interface Uncertainty {
  readonly magnitude: number;
  readonly roundings: number;
}

const frobenius = (C: Matrix, of: (entry: Num) => number): number => Math.hypot(...C.flat().map(of));

/**
 * How far from C a matrix can be whose decomposition is right.
 *
 * Two errors add up: that of C itself, k roundings of size ‖m(C)‖, and the backward error of an iterative solver,
 * s roundings of size ‖C‖. One pair says both: k + s roundings of their weighted mean.
 */
export function uncertaintyOf(C: Matrix): Uncertainty {
  const k = Math.max(1, ...C.flat().map((entry) => entry.roundings));
  const s = roundingsOfJacobi(C.length);
  const size = frobenius(C, (entry) => entry.value);
  const magnitude = (k * frobenius(C, (entry) => entry.magnitude) + s * size) / (k + s);
  return { magnitude, roundings: k + s };
}

/**
 * Solves C v = λ v.
 *
 * An error ΔC moves an eigenvalue by at most ‖ΔC‖ (Weyl), and turns an eigenvector by an angle of at most
 * ‖ΔC‖/gap, where gap is the distance of its eigenvalue from the nearest other (Davis and Kahan); the difference of two unit
 * vectors is at most √2 times the sine. The magnitude of an eigenvector's entries therefore grows with 1/gap, and
 * is infinite for equal eigenvalues: there only the subspace is defined.
 *
 * @param C symmetric, shape [m, m]
 * @returns values descending, shape [m]; vectors in columns, shape [m, m], largest entry positive
 */
export function decomposition(C: Matrix): { values: Num[]; vectors: Num[][] } {
  const { values, vectors } = eigenSymmetric(C.map((row) => row.map((entry) => entry.value)));
  const { magnitude, roundings } = uncertaintyOf(C);
  const turn = gapsOf(values).map((gap) => (Math.SQRT2 * magnitude) / gap);
  return {
    values: values.map((value) => new Num(value, magnitude, roundings)),
    vectors: vectors.map((row) =>
      row.map((v, k) => new Num(v, Math.abs(v) + (turn[k] as number), roundings)),
    ),
  };
}

/** Distance of each value from the nearest other; Infinity where there is no other. */
export const gapsOf = (values: readonly number[]): readonly number[] =>
  values.map((a, k) => Math.min(...values.filter((_, l) => l !== k).map((b) => Math.abs(a - b))));
