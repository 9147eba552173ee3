/** The functions of the figure, their slopes and quotients, and what these are wrong by. */

import { functionOf } from "../../../reference/functions/known.ts";
import { digits } from "../frame/numbers.ts";
import { linear, logarithmic } from "../frame/scale.ts";
import { centralQuotient, forwardQuotient, sideSlopes } from "./differences.ts";

export const WIDTH = 360;
export const HEIGHT = 310;
export const PLOT = { left: 46, right: 348, top: 62, bottom: 264 };

export const FUNCTIONS = { cube: "x³", square: "x²", sigmoid: "sigmoid", abs: "|x|", relu: "ReLU" } as const;
export type Name = keyof typeof FUNCTIONS;
/** How far each function is seen upwards and downwards. */
export const HEIGHTS: Readonly<Record<Name, readonly [number, number]>> = {
  cube: [-20, 40],
  square: [-3, 12],
  sigmoid: [-0.25, 1.25],
  abs: [-1, 4],
  relu: [-1, 4],
};
export const SMALLEST = 1e-12;
export const X = linear([-4, 4], [PLOT.left, PLOT.right]);
export const H = logarithmic([SMALLEST, 1], [PLOT.left, PLOT.right]);
export const E = logarithmic([1e-16, 100], [PLOT.bottom, PLOT.top]);

export interface Errors {
  readonly h: number;
  readonly central: number;
  readonly forward: number;
}
export function errorsAt(f: Name, a: number, h: number, exact: number): Errors {
  const central = Math.abs(centralQuotient({ fn: f }, a, h) - exact);
  return { h, central, forward: Math.abs(forwardQuotient({ fn: f }, a, h) - exact) };
}

export function exactSlope(f: Name, a: number): number | undefined {
  const { left, right } = sideSlopes({ fn: f }, a);
  // Slopes of two neighbours differ by rounding; those on two sides of a kink here by 1 or 2.
  return Math.abs(left - right) > 0.5 ? undefined : functionOf({ fn: f }).slope(a);
}

/** Ten digits, as many as show the error of a good step; fewer where there is no room. */
export function slopeText(slope: number, count = 10): string {
  const short = Number(slope.toPrecision(count));
  if (short !== 0 && (Math.abs(short) < 1e-4 || Math.abs(short) >= 1e9)) return digits(slope, count - 4);
  return String(short).replace("-", "−");
}
