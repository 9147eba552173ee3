/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's method.
 */

export interface Eigen {
  /** Descending. */
  readonly values: readonly number[];
  /** One unit vector a column, in the order of the values. */
  readonly vectors: readonly (readonly number[])[];
}

/** Convergence is quadratic: a handful of sweeps is enough, and 30 is far beyond any of them. */
const SWEEPS = 30;

/** Rounded operations behind an entry after all sweeps: each rotation touches it with at most 4. */
export const roundingsOfJacobi = (m: number): number => 4 * SWEEPS * ((m * (m - 1)) / 2);

/**
 * Solves A v = λ v.
 *
 * Each rotation in a plane (p, q) makes the entry a_pq zero, with the smaller of the two possible angles:
 *
 *     t = tan φ = sign(τ)/(|τ| + √(τ² + 1)),   τ = (a_qq − a_pp)/(2 a_pq)
 *
 * The off-diagonal entries shrink until they are lost beside the diagonal. The method is backward stable: the
 * result is exact for A + ΔA with ‖ΔA‖ a small multiple of the unit roundoff times ‖A‖.
 *
 * @param A symmetric, shape [m, m]
 * @returns values, shape [m]; vectors in columns, shape [m, m], each with its largest entry positive
 * @see Golub and Van Loan, Matrix Computations, 8.5
 */
export function eigenSymmetric(A: readonly (readonly number[])[]): Eigen {
  const m = A.length;
  const a = A.map((row) => [...row]);
  const v = A.map((_, i) => A.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < m - 1; p++) {
      for (let q = p + 1; q < m; q++) rotated = rotate(a, v, p, q) || rotated;
    }
    if (!rotated) break;
  }
  const order = a.map((_, k) => k).sort((j, k) => at(a, k, k) - at(a, j, j));
  const signs = order.map((k) => signOf(v.map((row) => row[k] as number)));
  return {
    values: order.map((k) => at(a, k, k)),
    vectors: v.map((row) => order.map((k, i) => (row[k] as number) * (signs[i] as number))),
  };
}

const at = (a: readonly (readonly number[])[], i: number, j: number): number =>
  (a[i] as number[])[j] as number;

/** Makes a_pq zero; false if it is already lost beside the diagonal. */
function rotate(a: number[][], v: number[][], p: number, q: number): boolean {
  const apq = at(a, p, q);
  const [app, aqq] = [Math.abs(at(a, p, p)), Math.abs(at(a, q, q))];
  if (apq === 0 || (app + Math.abs(apq) === app && aqq + Math.abs(apq) === aqq)) return false;
  const tau = (at(a, q, q) - at(a, p, p)) / (2 * apq);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(tau, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of [...a, ...v]) turn(row, p, q, c, s);
  const [rp, rq] = [a[p] as number[], a[q] as number[]];
  for (let j = 0; j < rp.length; j++) {
    const [x, y] = [rp[j] as number, rq[j] as number];
    rp[j] = c * x - s * y;
    rq[j] = s * x + c * y;
  }
  rp[q] = 0;
  rq[p] = 0;
  return true;
}

function turn(row: number[], p: number, q: number, c: number, s: number): void {
  const [x, y] = [row[p] as number, row[q] as number];
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}

/** Entries that differ by less are taken as equally large, so that rounding does not choose the sign. */
const AS_LARGE = 1 - 1e-6;

/** 1 or −1: the sign of the largest entry, of several the first. */
export function signOf(vector: readonly number[]): number {
  const largest = Math.max(...vector.map(Math.abs));
  return (vector.find((x) => Math.abs(x) >= largest * AS_LARGE) ?? 0) < 0 ? -1 : 1;
}
