/**
 * Sums of rows, of columns and of all entries. All matrices are row-major [rows, columns].
 */

export interface Shape {
  readonly rows: number;
  readonly columns: number;
  /** A factor of the sums; 1 unless told. */
  readonly scale?: number;
}

/** Σ_i a_i times `scale`, from left to right. */
export function sumOf(A: Float64Array, scale = 1): number {
  let sum = 0;
  for (const a of A) sum += a;
  return scale * sum;
}

/** s_j = scale Σ_i a_ij; `s` is [columns], overwritten. */
export function columnSums(s: Float64Array, A: Float64Array, { rows, columns, scale = 1 }: Shape): void {
  s.fill(0, 0, columns);
  for (let i = 0, at = 0; i < rows; i++) for (let j = 0; j < columns; j++, at++) s[j]! += A[at]!;
  for (let j = 0; j < columns; j++) s[j]! *= scale;
}

/** s_i = scale Σ_j a_ij; `s` is [rows], overwritten. */
export function rowSums(s: Float64Array, A: Float64Array, { rows, columns, scale = 1 }: Shape): void {
  for (let i = 0, at = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < columns; j++, at++) sum += A[at]!;
    s[i] = scale * sum;
  }
}
