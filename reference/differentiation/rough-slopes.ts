/** Slopes that are measured too roughly, as students measure them where only values are known. */
type Values = (x: number) => number;

/** As this course measures it: to both sides, by a step of 0.001. */
export const courseSlope = (f: Values, x: number): number => coarseSlope(f, x, 1e-3);

/** To one side, by the step that is right for both. */
export const oneSidedSlope = (f: Values, x: number, h = 1e-3): number => (f(x + h) - f(x)) / h;

/** To both sides, by a step that is too large. */
export const coarseSlope = (f: Values, x: number, h = 1e-2): number => (f(x + h) - f(x - h)) / (2 * h);

/** What is wrong with them, wherever they stand. */
export const roughly = {
  oneSided:
    "The slope of σ is measured to one side, (σ(z + h) − σ(z))/h. Its error goes with h, that of a central difference with h²: measure to both sides.",
  coarse:
    "The slope of σ is measured with a step of 0.01. The error of a central difference goes with h², and a step of 0.001 is near enough.",
};
