/** The two clouds, the region that is predicted to be class 1, and the examples on the wrong side. */

import {
  examples as examplesOf,
  inGrey,
  lineWhere,
  netInput,
  normalOn,
  type Plane,
  setOff,
  sideWhere,
} from "../class-plane.ts";
import { axes, clip } from "../frame/axes.ts";
import { fixed } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import { crosses, dots, handle, type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import type { Point } from "../half-plane.ts";
import { predicts } from "./perceptron-passes.ts";
import type { Run } from "./run.ts";

const CLIP = "fig16-regions-clip";
/** Room around the clouds in which one of them can be moved. */
const ROOM = 6;
/** Boundaries of so many passes before are shown. */
const TRAIL = 6;

export const planeOf = ({ low, high }: Run): Plane => ({
  x: linear([Math.floor(low[0]) - 1, Math.ceil(high[0]) + ROOM], [34, 350]),
  y: linear([Math.floor(low[1]) - ROOM, Math.ceil(high[1]) + 1], [270, 30]),
});

export interface RegionsStill {
  readonly plane: Plane;
  readonly examples: Mark;
  readonly frame: readonly Mark[];
}

export function regionsStill(run: Run): RegionsStill {
  const plane = planeOf(run);
  return {
    plane,
    examples: inGrey(examplesOf(plane, run.X, (i) => run.y[i] === 1)),
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
  const sideAt = (at: number) => {
    const { w, b } = outcomes[at] as (typeof outcomes)[number];
    return netInput(w, b - threshold);
  };
  const isWrong = (i: number): boolean => predicts({ w, b }, X[i] as Point, threshold) !== y[i];
  const before = Array.from({ length: Math.min(TRAIL, pass) }, (_, k) =>
    pathThrough(lineWhere(plane, sideAt(pass - 1 - k))),
  ).join("");
  const line = lineWhere(plane, sideAt(pass));
  return {
    name: "regions",
    title: `Where z is at least ${threshold === 0 ? "0" : "½"}, and so ŷ is 1`,
    description:
      "Two clouds of examples, class 0 as crosses and class 1 as dots. The shaded side of the line is predicted to be class 1; examples on the wrong side are set off. The cloud of class 1 can be dragged.",
    width: 360,
    height: 308,
    marks: [
      ...frame,
      mark(
        "g",
        { "clip-path": `url(#${CLIP})` },
        mark("path", { class: "area prediction", d: sideWhere(plane, sideAt(pass)) }),
        examples,
        setOff(examplesOf(plane, X, (i) => y[i] === 1, isWrong)),
        mark("path", { class: "thin prediction faint", d: before }),
        mark("path", { class: "line prediction", d: pathThrough(line) }),
        ...normalOn(plane, line, w),
      ),
      handle(
        "cloud",
        "Middle of class 1",
        plane.x.to(run.middle[0]),
        plane.y.to(run.middle[1]),
        "ink",
        `x₁ = ${fixed(run.middle[0], 1)}, x₂ = ${fixed(run.middle[1], 1)}`,
      ),
    ],
  };
}
