/** The two clouds, the region that is predicted to be class 1, and the examples on the wrong side. */

import { arrow } from "../arrow.ts";
import { axes, clip } from "../frame/axes.ts";
import { fixed } from "../frame/numbers.ts";
import { linear, type Scale } from "../frame/scale.ts";
import {
  crosses,
  dots,
  group,
  handle,
  type Mark,
  mark,
  type Panel,
  pathThrough,
  text,
} from "../frame/scene.ts";
import { type Point, partWhere, rectangle, rimWhereZero } from "../half-plane.ts";
import { predicts } from "./perceptron-passes.ts";
import type { Run } from "./run.ts";

const CLIP = "fig16-regions-clip";
/** Room around the clouds in which one of them can be moved. */
const ROOM = 6;
/** Boundaries of so many passes before are shown. */
const TRAIL = 6;

export interface Plane {
  readonly x: Scale;
  readonly y: Scale;
}

export const planeOf = ({ low, high }: Run): Plane => ({
  x: linear([Math.floor(low[0]) - 1, Math.ceil(high[0]) + ROOM], [34, 350]),
  y: linear([Math.floor(low[1]) - ROOM, Math.ceil(high[1]) + 1], [270, 30]),
});

export interface RegionsStill {
  readonly plane: Plane;
  readonly examples: readonly Mark[];
  readonly frame: readonly Mark[];
}

export function regionsStill(run: Run): RegionsStill {
  const plane = planeOf(run);
  const place = (x: Point): Point => [plane.x.to(x[0]), plane.y.to(x[1])];
  const of = (label: 0 | 1): Point[] => run.X.filter((_, i) => run.y[i] === label).map(place);
  return {
    plane,
    examples: [
      mark("path", { class: "dots data small-dots", d: dots(of(1)) }),
      mark("path", { class: "crosses data", d: crosses(of(0), 2.5) }),
    ],
    frame: [
      clip(CLIP, plane.x, plane.y),
      axes({ x: plane.x, y: plane.y, xName: "x₁", yName: "x₂", zeros: false }),
      mark("path", { class: "crosses data", d: crosses([[239, 14]]) }),
      text(247, 18, "class 0", { class: "small" }),
      mark("path", { class: "dots data", d: dots([[301, 14]]) }),
      text(350, 18, "class 1", { class: "small end" }),
    ],
  };
}

export function regions(run: Run, { plane, examples, frame }: RegionsStill, pass: number): Panel {
  const { X, y, outcomes, threshold } = run;
  const { w, b } = outcomes[pass] as (typeof outcomes)[number];
  const area = rectangle(plane.x.domain[0], plane.y.domain[0], plane.x.domain[1], plane.y.domain[1]);
  const place = (x: Point): Point => [plane.x.to(x[0]), plane.y.to(x[1])];
  const lineOf = (at: number): readonly Point[] => {
    const { w, b } = outcomes[at] as (typeof outcomes)[number];
    return rimWhereZero(area, netInput(w, b - threshold)).map(place);
  };
  const region = partWhere(area, netInput(w, b - threshold)).map(place);
  const wrong = [...X.keys()].filter((i) => predicts({ w, b }, X[i] as Point, threshold) !== y[i]);
  const ofWrong = (label: 0 | 1): Point[] =>
    wrong.filter((i) => y[i] === label).map((i) => place(X[i] as Point));
  const before = Array.from({ length: Math.min(TRAIL, pass) }, (_, k) =>
    pathThrough(lineOf(pass - 1 - k)),
  ).join("");
  const line = lineOf(pass);
  return {
    name: "regions",
    title: "What the perceptron predicts",
    description:
      "Two clouds of examples, class 0 as crosses and class 1 as dots. The shaded side of the line is predicted to be class 1; examples on the wrong side are set off. The cloud of class 1 can be dragged.",
    width: 360,
    height: 308,
    marks: [
      ...frame,
      mark(
        "g",
        { "clip-path": `url(#${CLIP})` },
        mark("path", {
          class: "area prediction",
          d: region.length === 0 ? "" : `${pathThrough(region)}Z`,
        }),
        ...examples,
        group(
          "error",
          mark("path", { class: "dots small-dots", d: dots(ofWrong(1)) }),
          mark("path", { class: "crosses", d: crosses(ofWrong(0), 2.5) }),
        ),
        mark("path", { class: "thin prediction faint", d: before }),
        mark("path", { class: "line prediction", d: pathThrough(line) }),
        ...normalOf(line, w, plane),
      ),
      handle(
        "cloud",
        "Middle of class 1",
        ...place(run.middle),
        "ink",
        `x₁ = ${fixed(run.middle[0], 1)}, x₂ = ${fixed(run.middle[1], 1)}`,
      ),
    ],
  };
}

const netInput =
  (w: readonly number[], b: number) =>
  (x1: number, x2: number): number =>
    (w[0] as number) * x1 + (w[1] as number) * x2 + b;

/** The weights as an arrow on the boundary, towards class 1: at a right angle to it, as the picture's axes allow. */
function normalOf(line: readonly Point[], w: readonly number[], { x, y }: Plane): readonly Mark[] {
  const [p, q] = [...line].sort((a, c) => a[0] - c[0]);
  if (p === undefined || q === undefined) return [];
  const [dx, dy] = [x.to(w[0] as number) - x.to(0), y.to(w[1] as number) - y.to(0)];
  const length = Math.hypot(dx, dy);
  if (!(length > 0)) return [];
  const [mx, my] = [0.2 * p[0] + 0.8 * q[0], 0.2 * p[1] + 0.8 * q[1]];
  const [ux, uy] = [dx / length, dy / length];
  return [
    mark("path", { class: "line prediction", d: arrow(mx, my, 26 * ux, 26 * uy) }),
    text(mx + 34 * ux - 4, my + 34 * uy + 5, "w", { class: "words prediction symbol" }),
  ];
}
