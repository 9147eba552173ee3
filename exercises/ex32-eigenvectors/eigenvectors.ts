// Grade with: npm run grade ex32

type Vector = number[];
type Matrix = number[][];

/**
 * The eigenvalues of a matrix of two rows and two columns, the larger first. Where they are not real,
 * [NaN, NaN] or an exception.
 *
 *     λ = t/2 ± √(t²/4 − q),  t = a₁₁ + a₂₂, q = a₁₁ a₂₂ − a₁₂ a₂₁
 *
 * @param A any matrix with two rows and two columns, shape [2, 2]
 * @returns both eigenvalues, the larger first, [number, number]
 */
export function eigenvalues2x2(A: Matrix): [number, number] {
  throw new Error("not implemented: eigenvalues2x2");
}

/**
 * Power iteration: steps times a product with A, brought to length 1. The value is vᵀAv of the last
 * vector. The vector may be replaced by its negative.
 *
 *     v ← A v/(‖A v‖),  λ = vᵀ A v
 *
 * @param A any square matrix, shape [m, m]
 * @param v0 vector to start from, not 0, of any length, shape [m]
 * @param steps number of products with A, whole
 * @returns where the steps lead
 *   value: vᵀAv, an eigenvalue as far as v is an eigenvector
 *   vector: v, of length 1, shape [m]
 */
export function powerIteration(A: Matrix, v0: Vector, steps: number): { value: number; vector: Vector } {
  throw new Error("not implemented: powerIteration");
}

/**
 * All eigenvalues of a symmetric matrix, and their eigenvectors, of length 1 and at right angles to
 * each other. Each vector may be replaced by its negative.
 *
 *     A V = V Λ,  Vᵀ V = I
 *
 * @param A symmetric matrix, shape [m, m]
 * @returns eigenvalues and eigenvectors
 *   values: the eigenvalues, largest first, shape [m]
 *   vectors: their eigenvectors, of length 1, one a column, in the same order, shape [m, m]
 */
export function eigenSymmetric(A: Matrix): { values: Vector; vectors: Matrix } {
  throw new Error("not implemented: eigenSymmetric");
}
