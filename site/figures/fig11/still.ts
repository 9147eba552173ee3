/** What does not move with z: the function, its slope, and the errors of all forms. */

import { axes, clip } from "../frame/axes.ts";
import { superscript } from "../frame/numbers.ts";
import { remembered } from "../frame/remembered.ts";
import { linear, logarithmic, type Scale } from "../frame/scale.ts";
import { type Mark, mark, pathThrough, text } from "../frame/scene.ts";
import { contestOf, type Line, type Name } from "./contest.ts";
import { type Activation, activations, relativeError } from "./slope-forms.ts";

export const WIDTH = 360;
export const HEIGHT = 330;
export const PLOT = { left: 46, right: 348, top: 84, bottom: 284 };
export const NEAR = 10;
export const FAR = 1000;
export const X = linear([-NEAR, NEAR], [PLOT.left, PLOT.right]);
/** Even near 0 and by powers of ten far from it, so that the rounding at 1 and the overflow at 709 are both seen. */
export const WIDE = arcsinh([-FAR, FAR], [PLOT.left, PLOT.right]);
export const E = logarithmic([1e-17, 1], [PLOT.bottom, PLOT.top + 28]);
/** Where results stand that are no numbers. */
export const NONE = PLOT.top;

function arcsinh(domain: readonly [number, number], ends: readonly [number, number]): Scale {
  const inner = linear([Math.asinh(domain[0]), Math.asinh(domain[1])], ends);
  return {
    to: (value) => inner.to(Math.asinh(value)),
    from: (place) => Math.sinh(inner.from(place)),
    domain,
    range: ends,
    ticks: () => [-1000, -100, -10, 0, 10, 100, 1000],
  };
}

export const placeOfError = (error: number | undefined): number =>
  error === undefined ? NONE : E.to(Math.max(1e-17, Math.min(1, error)));

/** The errors of some ways to compute a number, over z: what does not move with it. */
export function errorsStill(lines: readonly Line[], right: (z: number) => number): readonly Mark[] {
  const places = Array.from({ length: 303 }, (_, i) => WIDE.from(PLOT.left + i));
  const power = (value: number): string =>
    value === 1 ? "1" : `10${superscript(Math.round(Math.log10(value)))}`;
  const errorCurve = ({ of, className }: Line): Mark =>
    mark("path", {
      class: `line ${className}${className === "error" ? "" : " thin"}`,
      d: pathThrough(places.map((z) => [WIDE.to(z), placeOfError(relativeError(of(z), right(z)))] as const)),
    });
  return [
    axes({
      x: WIDE,
      y: E,
      xName: "z",
      yName: "",
      yTicks: [1e-16, 1e-12, 1e-8, 1e-4, 1],
      yText: power,
      zeros: false,
    }),
    text(PLOT.left - 7, NONE - 1, "no", { class: "tick end" }),
    text(PLOT.left - 7, NONE + 10, "number", { class: "tick end" }),
    ...lines.map(errorCurve),
  ];
}

/** What does not move with z. */
export const still = remembered((f: Name, what: "slope" | "value") => {
  const a: Activation = activations[f];
  const contest = contestOf(f, what);
  const y = linear(f === "relu" ? [-1.5, 10] : f === "tanh" ? [-1.2, 1.2] : [-0.1, 1.1], [
    PLOT.bottom,
    PLOT.top,
  ]);
  const curve = (of: (z: number) => number): string =>
    pathThrough(
      Array.from({ length: 201 }, (_, i) => -NEAR + i / 10).map((z) => [X.to(z), y.to(of(z))] as const),
    );
  return {
    y,
    contest,
    plane: [
      clip("fig11-clip", X, y),
      axes({ x: X, y, xName: "z", yName: "value" }),
      mark(
        "g",
        { "clip-path": "url(#fig11-clip)" },
        mark("path", { class: "line data heavy", d: curve(a.value.of) }),
        mark("path", { class: "line gradient", d: curve(a.stable.of) }),
      ),
    ],
    errors: errorsStill(contest.lines, contest.right.of),
  };
});
