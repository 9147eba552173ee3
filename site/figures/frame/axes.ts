/** The frame of a plot: ticks, names of the axes, and zero lines. */
import { brief } from "./numbers.ts";
import type { Scale } from "./scale.ts";
import { group, type Mark, mark, rounded, text } from "./scene.ts";

export interface Axes {
  readonly x: Scale;
  readonly y: Scale;
  readonly xName: string;
  readonly yName: string;
  readonly xTicks?: readonly number[];
  readonly yTicks?: readonly number[];
  /** How ticks are written. */
  readonly xText?: (value: number) => string;
  readonly yText?: (value: number) => string;
  /** Lines at zero, where zero is on the axis. */
  readonly zeros?: boolean;
}

/** Ticks are short lines outside of the plot; the plot itself has no box. */
export function axes(of: Axes): Mark {
  const { x, y, xName, yName, xText = brief, yText = brief, zeros = true } = of;
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const xTicks = of.xTicks ?? x.ticks();
  const yTicks = of.yTicks ?? y.ticks();
  const ticks = [
    ...xTicks.map((t) => `M${rounded(x.to(t))} ${rounded(bottom)}v4`),
    ...yTicks.map((t) => `M${rounded(left)} ${rounded(y.to(t))}h-4`),
  ].join("");
  const isInside = ({ domain: [low, high] }: Scale): boolean => low < 0 && high > 0;
  return group(
    "axes",
    mark("path", {
      class: "axis",
      d: `M${rounded(left)} ${rounded(top)}V${rounded(bottom)}H${rounded(right)}${ticks}`,
    }),
    zeros &&
      isInside(x) &&
      mark("path", { class: "zero", d: `M${rounded(x.to(0))} ${rounded(top)}V${rounded(bottom)}` }),
    zeros &&
      isInside(y) &&
      mark("path", { class: "zero", d: `M${rounded(left)} ${rounded(y.to(0))}H${rounded(right)}` }),
    ...xTicks.map((t) => text(x.to(t), bottom + 15, xText(t), { class: "tick middle" })),
    ...yTicks.map((t) => text(left - 7, y.to(t) + 3.5, yText(t), { class: "tick end" })),
    text(right, bottom + 30, xName, { class: "name end" }),
    text(left, top - 8, yName, { class: "name middle" }),
  );
}

/** A region that marks can be clipped to; refer to it by `clip-path="url(#id)"`. */
export const clip = (id: string, x: Scale, y: Scale): Mark =>
  mark(
    "clipPath",
    { id },
    mark("rect", {
      x: x.range[0],
      y: y.range[1],
      width: x.range[1] - x.range[0],
      height: y.range[0] - y.range[1],
    }),
  );
