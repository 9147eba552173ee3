/** What does not move with h: the curve, and the errors of all steps with the laws that they follow. */

import { functionOf } from "../../../reference/functions/known.ts";
import { axes, clip } from "../frame/axes.ts";
import { superscript } from "../frame/numbers.ts";
import { remembered } from "../frame/remembered.ts";
import { linear } from "../frame/scale.ts";
import { group, type Mark, mark, pathThrough, text } from "../frame/scene.ts";
import { errorLaws } from "./differences.ts";
import {
  E,
  type Errors,
  errorsAt,
  exactSlope,
  H,
  HEIGHTS,
  type Name,
  PLOT,
  SMALLEST,
  X,
} from "./quotients.ts";

/** Steps of the curves of errors: eight a decade, as many as the slider has and a few more. */
const STEPS = Array.from({ length: 97 }, (_, i) => SMALLEST * 10 ** (i / 8));

export interface Still {
  readonly plane: readonly Mark[];
  readonly errors: readonly Mark[];
}

/** What does not move with h: the curves, made once for each function and place. */
export const still = remembered((f: Name, a: number): Still => {
  const y = linear(HEIGHTS[f], [PLOT.bottom, PLOT.top]);
  const { value } = functionOf({ fn: f });
  const curve = Array.from({ length: 201 }, (_, i) => {
    const x = -4 + i / 25;
    return [X.to(x), y.to(value(x))] as const;
  });
  const exact = exactSlope(f, a);
  return {
    plane: [
      clip("fig02-clip", X, y),
      axes({ x: X, y, xName: "x", yName: "f(x)", xTicks: [-4, -2, 0, 2, 4] }),
      mark("path", { class: "line data heavy", d: pathThrough(curve), "clip-path": "url(#fig02-clip)" }),
    ],
    errors: [
      clip("fig02-errors-clip", H, E),
      axes({
        x: H,
        y: E,
        xName: "step h",
        yName: "error",
        xTicks: [1e-12, 1e-9, 1e-6, 1e-3, 1],
        yTicks: [1e-15, 1e-10, 1e-5, 1],
        xText: power,
        yText: power,
      }),
      ...(exact === undefined ? [] : errorCurves(f, a, exact)),
    ],
  };
});

function errorCurves(f: Name, a: number, exact: number): readonly Mark[] {
  const errors = STEPS.map((h) => errorsAt(f, a, h, exact));
  const { truncation, rounding } = errorLaws({ fn: f }, a);
  const atNamed = errorsAt(f, a, 1e-3, exact);
  const law = (of: (h: number) => number): string =>
    pathThrough([SMALLEST, 1].map((h) => [H.to(h), placeOfLaw(of(h))] as const));
  return [
    group(
      "laws",
      truncation > 0 && mark("path", { class: "guide ink", d: law((h) => truncation * h * h) }),
      rounding > 0 && mark("path", { class: "guide ink", d: law((h) => rounding / h) }),
    ),
    mark("path", { class: "thin gradient", d: errorPath(errors, "forward") }),
    mark("path", { class: "thin prediction", d: errorPath(errors, "central") }),
    group(
      "names",
      truncation > 0 && named(1e-3, truncation * 1e-6, 8, 10, "like h²", "prediction"),
      rounding > 0 && named(1e-4, rounding * 1e4, 4, -5, "rounding, like 1/h", "soft"),
      atNamed.forward > 1e-7 && named(1e-3, atNamed.forward, -6, -4, "like h", "gradient end"),
    ),
  ].map((one) => ({ ...one, attributes: { ...one.attributes, "clip-path": "url(#fig02-errors-clip)" } }));
}

/** A name beside the line of a law. */
const named = (h: number, error: number, dx: number, dy: number, name: string, className: string): Mark =>
  text(H.to(h) + dx, placeOfLaw(error) + dy, name, { class: `words small ${className}` });

/** A line of a law goes on below the plot, where it is cut. */
const placeOfLaw = (value: number): number => {
  const decade = (E.range[1] - E.range[0]) / 18;
  return E.range[0] + (Math.log10(value) + 16) * decade;
};
const errorPath = (errors: readonly Errors[], kind: "central" | "forward"): string =>
  pathThrough(errors.map((each) => [H.to(each.h), placeOfError(each[kind])] as const));
/** An error of 0 lies on the lower edge. */
export const placeOfError = (error: number): number => E.to(Math.min(100, Math.max(1e-16, error)));

const power = (value: number): string =>
  value === 1 ? "1" : `10${superscript(Math.round(Math.log10(value)))}`;
