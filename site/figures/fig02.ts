/** The derivative as the slope that secants tend to, and as far as a program can follow them. */
import { centralQuotient, errorLaws, forwardQuotient, sideSlopes } from "../../reference/differences.ts";
import { functionOf } from "../../reference/functions.ts";
import { axes, clip } from "./frame/axes.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, superscript } from "./frame/numbers.ts";
import { remembered } from "./frame/remembered.ts";
import { linear, logarithmic, type Scale } from "./frame/scale.ts";
import { group, handle, type Mark, mark, pathThrough, rounded, text } from "./frame/scene.ts";

const WIDTH = 360;
const HEIGHT = 310;
const PLOT = { left: 46, right: 348, top: 62, bottom: 264 };

const FUNCTIONS = { cube: "x³", square: "x²", sigmoid: "sigmoid", abs: "|x|", relu: "ReLU" } as const;
type Name = keyof typeof FUNCTIONS;
/** How far each function is seen upwards and downwards. */
const HEIGHTS: Readonly<Record<Name, readonly [number, number]>> = {
  cube: [-20, 40],
  square: [-3, 12],
  sigmoid: [-0.25, 1.25],
  abs: [-1, 4],
  relu: [-1, 4],
};
const SMALLEST = 1e-12;
const X = linear([-4, 4], [PLOT.left, PLOT.right]);
const H = logarithmic([SMALLEST, 1], [PLOT.left, PLOT.right]);
const E = logarithmic([1e-16, 100], [PLOT.bottom, PLOT.top]);

/** Steps of the curves of errors: eight a decade, as many as the slider has and a few more. */
const STEPS = Array.from({ length: 97 }, (_, i) => SMALLEST * 10 ** (i / 8));

interface Errors {
  readonly h: number;
  readonly central: number;
  readonly forward: number;
}
interface Data {
  readonly value: number;
  /** undefined at a kink */
  readonly exact: number | undefined;
  readonly left: number;
  readonly right: number;
  readonly central: number;
  readonly forward: number;
  readonly y: Scale;
  readonly still: { readonly plane: readonly Mark[]; readonly errors: readonly Mark[] };
}

const controls = {
  f: choice({ label: "Function", options: FUNCTIONS, value: "cube" }),
  a: range({ label: "Place a", symbol: "x", min: -3, max: 3, step: 0.01, value: 2 }),
  h: range({ label: "Step h", symbol: "h", min: SMALLEST, max: 1, step: 0.125, value: 1, log: true }),
};

/** What does not move with h: the curves, made once for each function and place. */
const still = remembered((f: Name, a: number): Data["still"] => {
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
  ].map((one) => ({ ...one, attributes: { ...one.attributes, "clip-path": "url(#fig02-errors-clip)" } }));
}

/** A line of a law goes on below the plot, where it is cut. */
const placeOfLaw = (value: number): number => {
  const decade = (E.range[1] - E.range[0]) / 18;
  return E.range[0] + (Math.log10(value) + 16) * decade;
};
const errorPath = (errors: readonly Errors[], kind: "central" | "forward"): string =>
  pathThrough(errors.map((each) => [H.to(each.h), placeOfError(each[kind])] as const));
/** An error of 0 lies on the lower edge. */
const placeOfError = (error: number): number => E.to(Math.min(100, Math.max(1e-16, error)));

const power = (value: number): string =>
  value === 1 ? "1" : `10${superscript(Math.round(Math.log10(value)))}`;

function errorsAt(f: Name, a: number, h: number, exact: number): Errors {
  const central = Math.abs(centralQuotient({ fn: f }, a, h) - exact);
  return { h, central, forward: Math.abs(forwardQuotient({ fn: f }, a, h) - exact) };
}

function exactSlope(f: Name, a: number): number | undefined {
  const { left, right } = sideSlopes({ fn: f }, a);
  // Slopes of two neighbours differ by rounding; those on two sides of a kink here by 1 or 2.
  return Math.abs(left - right) > 0.5 ? undefined : functionOf({ fn: f }).slope(a);
}

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
          words(0, "reference", "line", "tangent", exact === undefined ? "none" : slopeText(exact)),
          words(1, "gradient", "line dashed", "a to a + h", slopeText(forward)),
          words(2, "prediction", "line", "a − h to a + h", slopeText(central)),
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

/** Twelve digits: as many as show the error of a good step. */
const slopeText = (slope: number): string => brief12(slope);
function brief12(value: number): string {
  const short = Number(value.toPrecision(10));
  return Math.abs(short) >= 1e-4 || short === 0 ? String(short).replace("-", "−") : digits(value, 6);
}

/** Lines steeper than a drawing can hold end at its border, far outside of the plot. */
const steep = (place: number): number => Math.max(-5000, Math.min(5000, place));
