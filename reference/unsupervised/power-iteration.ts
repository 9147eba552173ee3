/**
 * The largest eigenvalue by repeated products.
 */
import { dot, Num } from "../numbers/num.ts";

type Vector = readonly Num[];
type Matrix = readonly Vector[];

const through = (A: Matrix, v: Vector): Num[] => A.map((row) => dot(row, v));

/** Divided by a power of two, which is exact, so that no number of steps overflows. */
function scaled(w: Vector): Num[] {
  const by = 2 ** -Math.floor(Math.log2(Math.max(...w.map(({ value }) => Math.abs(value)))));
  if (!(by > 0 && by < Number.POSITIVE_INFINITY)) return [...w];
  return w.map(({ value, magnitude, roundings }) => new Num(value * by, magnitude * by, roundings));
}

/**
 * w/‖w‖. The magnitude is that of the first-order error, (m(w_i) + |v_i| Σ_j |v_j| m(w_j))/‖w‖. The numbers keep no
 * operands.
 */
export function unitVector(w: Vector): Num[] {
  const length = Math.hypot(...w.map(({ value }) => value));
  const v = w.map(({ value }) => value / length);
  const along = w.reduce((total, { magnitude }, j) => total + Math.abs(v[j] as number) * magnitude, 0);
  const roundings = Math.max(0, ...w.map((wi) => wi.roundings)) + w.length + 2;
  return v.map((vi, i) => {
    const { magnitude } = w[i] as Num;
    return new Num(vi, (magnitude + Math.abs(vi) * along) / length, roundings);
  });
}

/** vᵀAv, the eigenvalue of a unit vector that is an eigenvector. */
export const rayleigh = (A: Matrix, v: Vector): Num => dot(v, through(A, v));

/**
 * Power iteration from v₀.
 *
 *     v ← A v/‖A v‖,   λ = vᵀA v at the end
 *
 * All steps but the last division go without one: A^k v₀ has the direction of the last v, and its error is that of
 * products alone.
 *
 * @param A shape [m, m]
 * @param v0 not 0, of any length, shape [m]
 * @param steps products with A
 * @returns vector of length 1, shape [m]
 */
export function powerIteration(A: Matrix, v0: Vector, steps: number): { value: Num; vector: Num[] } {
  let w = [...v0];
  for (let k = 0; k < steps; k++) w = scaled(through(A, w));
  const vector = unitVector(w);
  return { value: rayleigh(A, vector), vector };
}
