/** The same learning rate on t², what it does to each direction of the hill, and the heights step by step. */
import { functionOf } from "../../../reference/functions/known.ts";
import { curve } from "../curve.ts";
import { axes, clip } from "../frame/axes.ts";
import { brief, superscript } from "../frame/numbers.ts";
import { linear, logarithmic } from "../frame/scale.ts";
import { dots, handle, type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { near } from "../near.ts";
import { short } from "../short.ts";
import type { Place, Run } from "./run.ts";
import { STEPS } from "./run.ts";

const SIZE = { width: 360, height: 304 };
const { value: square } = functionOf({ fn: "square" });

export const T = linear([-8, 8], [40, 344]);
const P = linear([0, 70], [262, 34]);

const T_STILL: readonly Mark[] = [
  clip("fig07-t-clip", T, P),
  axes({ x: T, y: P, xName: "t", yName: "t²", xTicks: [-8, -4, 0, 4, 8] }),
  mark("path", { class: "line data heavy", "clip-path": "url(#fig07-t-clip)", d: curve(square, T, P) }),
];

export function parabola({ ts }: Run, step: number): Panel {
  const places = ts.slice(0, step + 1).map((t) => [near(T.to(t)), near(P.to(square(t)))] as const);
  const [x, y] = places.at(-1) as readonly [number, number];
  const t0 = ts[0] as number;
  return {
    name: "parabola",
    title: "The same rate on t²",
    description: `The parabola t² with the places after each step from ${brief(t0)}, joined by lines.`,
    ...SIZE,
    marks: [
      ...T_STILL,
      mark(
        "g",
        { "clip-path": "url(#fig07-t-clip)" },
        mark("path", { class: "thin prediction", d: pathThrough(places) }),
        mark("path", { class: "dots prediction", d: dots(places) }),
        mark("circle", { class: "dot prediction", cx: x, cy: y, r: 5 }),
      ),
      text(344, 20, `t = ${short(ts[step] as number)}`, { class: "words prediction strong end" }),
      handle("t", "Start on t²", T.to(t0), P.to(square(t0)), "ink", `t = ${brief(t0)}`),
    ],
  };
}

export const ETA = linear([0, 1.2], [40, 344]);
const FACTOR = linear([0, 2], [262, 34]);

/** |1 ∓ ηλ|: by how much a step stretches what is left along a direction. */
export function factors({ bend, largestRate }: Run, eta: number, sign: 1 | -1): Panel {
  const [steep, flat] = bend.values;
  const factorOf = (lambda: number) => (rate: number) => Math.abs(1 - sign * rate * lambda);
  const line = (lambda: number, className: string): Mark[] => [
    mark("path", { class: `line ${className}`, d: curve(factorOf(lambda), ETA, FACTOR) }),
    mark("circle", {
      class: `dot ${className}`,
      cx: ETA.to(eta),
      cy: near(FACTOR.to(factorOf(lambda)(eta))),
      r: 4.5,
    }),
  ];
  const name = (y: number, lambda: number, className: string): Mark =>
    text(344, y, `λ = ${short(lambda)}: ${short(factorOf(lambda)(eta), 3)}`, {
      class: `words ${className} strong end`,
    });
  return {
    name: "factors",
    title: "What a step leaves of the way: |1 − ηλ|",
    description: `For both directions of the hill, how much of the way to the lowest point a step leaves, against the learning rate. Above 1 the place runs away; that is above ${short(largestRate)} for the steeper one.`,
    ...SIZE,
    marks: [
      clip("fig07-factor-clip", ETA, FACTOR),
      mark("rect", { class: "area error", x: 40, y: 34, width: 304, height: FACTOR.to(1) - 34 }),
      text(338, 50, "runs away", { class: "words error small end" }),
      axes({ x: ETA, y: FACTOR, xName: "learning rate η", yName: "", yTicks: [0, 1, 2] }),
      mark(
        "g",
        { "clip-path": "url(#fig07-factor-clip)" },
        mark("path", { class: "thin ink", d: `M${ETA.to(eta)} 34V262` }),
        ...(steep === flat ? [] : line(flat, "reference")),
        ...line(steep, "prediction"),
      ),
      name(20, steep, "prediction"),
      ...(steep === flat
        ? []
        : [
            text(160, 20, `λ = ${short(flat)}: ${short(factorOf(flat)(eta), 3)}`, {
              class: "words reference strong end",
            }),
          ]),
      handle("eta", "Learning rate", ETA.to(eta), FACTOR.to(0), "ink", `η = ${brief(eta)}`),
    ],
  };
}

const S = linear([0, STEPS], [40, 344]);
const H = logarithmic([1e-6, 1e4], [262, 34]);

export function heights({ places, ts }: Run, step: number): Panel {
  const inside = (value: number): number => Math.max(34, Math.min(262, H.to(value)));
  const lineOf = (values: readonly number[], className: string): Mark[] => [
    mark("path", {
      class: `line ${className}`,
      d: pathThrough(values.map((value, i) => [S.to(i), inside(value)] as const)),
    }),
    mark("circle", { class: `dot ${className}`, cx: S.to(step), cy: inside(values[step] as number), r: 4.5 }),
  ];
  return {
    name: "heights",
    title: "How far above the lowest point",
    description: "By powers of ten, how far f and t² are above their least values after each step.",
    ...SIZE,
    marks: [
      axes({
        x: S,
        y: H,
        xName: "step",
        yName: "",
        yTicks: [1e-6, 1e-4, 1e-2, 1, 1e2, 1e4],
        yText: (value) => (value === 1 ? "1" : `10${superscript(Math.round(Math.log10(value)))}`),
        zeros: false,
      }),
      ...lineOf(ts.map(square), "data"),
      ...lineOf(
        places.map(({ rise }) => rise),
        "prediction",
      ),
      text(200, 20, `t²: ${short(square(ts[step] as number), 3)}`, { class: "words data strong end" }),
      text(344, 20, `the hill: ${short((places[step] as Place).rise, 3)}`, {
        class: "words prediction strong end",
      }),
    ],
  };
}
