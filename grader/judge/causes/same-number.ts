/**
 * When two numbers that were reckoned by different programs count as one: by what share of a scale they may differ.
 *
 * A wrong formula has no error analysis of its own, so that the share is fixed, and the scale is what the numbers were
 * reckoned from: the largest term or entry.
 */

/** 2⁻³⁰ ≈ 1e-9: wide enough for a few hundred operations, far too narrow to agree by chance on all cases. */
export const RECOGNITION = 2 ** -30;

/** 2⁻⁴⁰ ≈ 1e-12: of programs that reckon the same way. Two steps of a difference quotient lie further apart. */
export const AGREEMENT = 2 ** -40;

/** NaN is near nothing, and an infinity neither: they are compared elsewhere, where they say something. */
export const isNear = (a: number, b: number, scale: number, share = RECOGNITION): boolean =>
  Math.abs(a - b) <= share * scale;
