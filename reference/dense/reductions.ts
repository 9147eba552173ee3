/**
 * Sums of rows, of columns and of all entries, and the smallest entries. All matrices are row-major [rows, columns].
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

/** The place of the smallest entry, the first of equals; 0 for none. */
export function argmin(A: Float64Array): number {
  let place = 0;
  for (let i = 1; i < A.length; i++) if (A[i]! < A[place]!) place = i;
  return place;
}

/** place_i = argmin_j a_ij, the first of equals, and value_i = min_j a_ij; both [rows], overwritten. */
export function argminRows(
  { place, value }: { readonly place: Float64Array; readonly value: Float64Array },
  A: Float64Array,
  { rows, columns }: Shape,
): void {
  for (let i = 0; i < rows; i++) {
    place[i] = argmin(A.subarray(i * columns, (i + 1) * columns));
    value[i] = A[i * columns + place[i]!]!;
  }
}
