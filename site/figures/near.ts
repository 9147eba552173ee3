/** How far outside of a drawing its marks may lie, in its units: far enough to be out of sight. */
const FAR = 3000;

/** A place, or the nearest to it that a drawing can hold: what diverges leaves the picture and stays outside. */
export const near = (place: number): number => Math.max(-FAR, Math.min(FAR, place));
