/** The derivative as the slope that secants tend to, and as far as a program can follow them. */

import { functionOf } from "../../reference/functions/known.ts";
import { centralQuotient, forwardQuotient, sideSlopes } from "./fig02/differences.ts";
import {
  errorsAt,
  exactSlope,
  FUNCTIONS,
  H,
  HEIGHT,
  HEIGHTS,
  PLOT,
  SMALLEST,
  slopeText,
  WIDTH,
  X,
} from "./fig02/quotients.ts";
import { placeOfError, type Still, still } from "./fig02/still.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits } from "./frame/numbers.ts";
import { linear, type Scale } from "./frame/scale.ts";
import { group, handle, type Mark, mark, pathThrough, rounded, text } from "./frame/scene.ts";

interface Data {
  readonly value: number;
  /** undefined at a kink */
  readonly exact: number | undefined;
  readonly left: number;
  readonly right: number;
  readonly central: number;
  readonly forward: number;
  readonly y: Scale;
  readonly still: Still;
}

const controls = {
  f: choice({ label: "Function", options: FUNCTIONS, value: "cube" }),
  a: range({ label: "Place a", symbol: "x", min: -3, max: 3, step: 0.01, value: 2 }),
  h: range({ label: "Step h", symbol: "h", min: SMALLEST, max: 1, step: 0.125, value: 1, log: true }),
};

export const fig02 = defineFigure({
  id: "fig02",
  title: "The slope that secants tend to",
  question:
    "Both secants turn into the tangent as h shrinks. How much faster is the one across a, and what happens when h becomes very small?",
  controls,
  compute({ f, a, h }): Data {
    const name = { fn: f };
    return {
      value: functionOf(name).value(a),
      exact: exactSlope(f, a),
      ...sideSlopes(name, a),
      central: centralQuotient(name, a, h),
      forward: forwardQuotient(name, a, h),
      y: linear(HEIGHTS[f], [PLOT.bottom, PLOT.top]),
      still: still(f, a),
    };
  },
  draw(data, { f, a, h }) {
    const { value, exact, central, forward, y } = data;
    const { value: at } = functionOf({ fn: f });
    /** The line of a slope through a point, over the whole width. */
    const through = (x0: number, y0: number, slope: number): string =>
      pathThrough([-4, 4].map((x) => [X.to(x), steep(y.to(y0 + slope * (x - x0)))] as const));
    const point = (x: number, className: string): Mark =>
      mark("circle", { class: `dot ${className}`, cx: X.to(x), cy: y.to(at(x)), r: 4 });
    const words = (i: number, className: string, line: string, name: string, slope: string): Mark =>
      group(
        className,
        mark("path", { class: line, d: `M${PLOT.left + 104 * i} 24h16` }),
        text(PLOT.left + 22 + 104 * i, 20, name, { class: "small" }),
        text(PLOT.left + 22 + 104 * i, 35, slope, { class: "strong" }),
      );
    const error = (i: number, className: string, name: string, size: number | undefined): Mark =>
      group(
        className,
        mark("circle", { class: "dot", cx: PLOT.left + 8 + 150 * i, cy: 24, r: 5 }),
        text(PLOT.left + 20 + 150 * i, 20, name, { class: "small" }),
        text(PLOT.left + 20 + 150 * i, 35, size === undefined ? "no derivative" : digits(size, 2), {
          class: "strong",
        }),
      );
    const errors = exact === undefined ? undefined : errorsAt(f, a, h, exact);
    return [
      {
        name: "plane",
        title: "Tangent and secants",
        description: `The curve of ${FUNCTIONS[f]} with its tangent at a, the secant from a to a + h and the secant from a − h to a + h.`,
        width: WIDTH,
        height: HEIGHT,
        marks: [
          ...data.still.plane,
          words(0, "reference", "line", "tangent", exact === undefined ? "none" : slopeText(exact, 7)),
          words(1, "gradient", "line dashed", "a to a + h", slopeText(forward, 7)),
          words(2, "prediction", "line", "D, a − h to a + h", slopeText(central, 7)),
          mark(
            "g",
            { "clip-path": "url(#fig02-clip)" },
            exact !== undefined && mark("path", { class: "line reference", d: through(a, value, exact) }),
            mark("path", { class: "line dashed gradient", d: through(a, value, forward) }),
            mark("path", { class: "line prediction", d: through(a + h, at(a + h), central) }),
            point(a - h, "prediction"),
            point(a + h, "prediction"),
          ),
          handle("a", "Place a on the curve", X.to(a), y.to(value), "ink", `a = ${digits(a, 3)}`),
        ],
      },
      {
        name: "errors",
        title: "How far each secant is from the tangent",
        description:
          "Error of both quotients against the step, both axes by powers of ten. To the right the errors fall with h; to the left of their lowest points rounding makes them grow.",
        width: WIDTH,
        height: HEIGHT,
        marks: [
          ...data.still.errors,
          error(0, "gradient", "error of a to a + h", errors?.forward),
          error(1, "prediction", "error of a − h to a + h", errors?.central),
          mark("path", { class: "thin ink", d: `M${rounded(H.to(h))} ${PLOT.top}V${PLOT.bottom}` }),
          errors !== undefined &&
            mark("circle", { class: "dot gradient", cx: H.to(h), cy: placeOfError(errors.forward), r: 5 }),
          errors !== undefined &&
            mark("circle", { class: "dot prediction", cx: H.to(h), cy: placeOfError(errors.central), r: 5 }),
          handle("h", "Step h", H.to(h), PLOT.bottom, "ink", `h = ${brief(h)}`),
        ].filter((one) => one !== false),
      },
    ];
  },
  says({ exact, left, right, central, forward }, { f, a, h }) {
    const where = `${FUNCTIONS[f]} at a = ${brief(a)} with h = ${brief(h)}`;
    if (exact === undefined)
      return `${where}: at the kink the slope is ${brief(left)} on the left and ${brief(right)} on the right, so there is no derivative; the quotient across gives ${slopeText(central)}, the one to the right ${slopeText(forward)}.`;
    const errors = errorsAt(f, a, h, exact);
    return `${where}: the slope is ${slopeText(exact)}; across a the quotient gives ${slopeText(central)}, an error of ${digits(errors.central, 2)}, and from a to the right ${slopeText(forward)}, an error of ${digits(errors.forward, 2)}.`;
  },
  table({ exact }, { f, a }) {
    const rows = Array.from({ length: 13 }, (_, i) => 12 - i).map((k) => {
      const h = Number(`1e-${k}`);
      const central = centralQuotient({ fn: f }, a, h);
      const forward = forwardQuotient({ fn: f }, a, h);
      const errors = exact === undefined ? undefined : errorsAt(f, a, h, exact);
      const wrong = (kind: "central" | "forward"): string =>
        errors === undefined ? "–" : digits(errors[kind], 3);
      return [brief(h), slopeText(central), wrong("central"), slopeText(forward), wrong("forward")];
    });
    return {
      caption: `Quotients of ${FUNCTIONS[f]} at a = ${brief(a)}`,
      head: ["h", "across a", "its error", "from a to the right", "its error"],
      rows: rows.reverse(),
    };
  },
  example: { a: "x", h: "h" },
  presets: [
    { label: "x² at 2, h = 0.001", state: { f: "square", a: 2, h: 0.001 } },
    { label: "The best step", state: { h: 1e-5 } },
    { label: "Too small", state: { h: 1e-11 } },
    { label: "A kink", state: { f: "abs", a: 0, h: 0.1 } },
    { label: "Beside a kink", state: { f: "relu", a: 0.1, h: 1 } },
  ],
  drag(name, { x }) {
    return name === "a" ? { a: X.from(x) } : { h: H.from(x) };
  },
});

/** Lines steeper than a drawing can hold end at its border, far outside of the plot. */
const steep = (place: number): number => Math.max(-5000, Math.min(5000, place));
