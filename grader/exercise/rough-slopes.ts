/** Slopes of σ that are measured too roughly: mistakes of every gradient through a function of which values are known. */
import type { Plain } from "../../reference/numbers/tracked.ts";

type Values = (x: number) => number;
/** A slope of a function at x. */
export type SlopeOf = (f: Values, x: number) => number;

/** As this course measures it: to both sides, by a step of 0.001. */
export const courseSlope: SlopeOf = (f, x) => (f(x + 1e-3) - f(x - 1e-3)) / 2e-3;

/** By the step that is right for both sides. */
const oneSided: SlopeOf = (f, x) => (f(x + 1e-3) - f(x)) / 1e-3;
/** By a step that is too large. */
const coarse: SlopeOf = (f, x) => (f(x + 1e-2) - f(x - 1e-2)) / 2e-2;

/**
 * Both mistakes of a gradient.
 *
 * @param step of the derivation, where the slope of σ comes in
 * @param by the gradient with slopes that are measured so
 */
export const roughSlopes = <C>(step: number, by: (given: C, slopeOf: SlopeOf) => Plain) => ({
  "one-sided-slope": {
    is: (given: C) => by(given, oneSided),
    step,
    says: "The slope of σ is measured to one side, (σ(z + h) − σ(z))/h. Its error goes with h, that of a central difference with h²: measure to both sides.",
  },
  "coarse-slope": {
    is: (given: C) => by(given, coarse),
    step,
    says: "The slope of σ is measured with a step of 0.01. The error of a central difference goes with h², and a step of 0.001 is near enough.",
  },
});
