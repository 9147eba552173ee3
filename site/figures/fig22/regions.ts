/** What the first learner's net input says of each place, and where the labels would have it. */
import {
  type ExampleSize,
  examples,
  inGrey,
  lineWhere,
  netInput,
  type Plane,
  setOff,
  sideWhere,
} from "../class-plane.ts";
import { predicts } from "../fig16/perceptron-passes.ts";
import { axes, clip } from "../frame/axes.ts";
import { linear } from "../frame/scale.ts";
import { crosses, dots, type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import type { Point } from "../half-plane.ts";
import type { Examples, Stand } from "./run.ts";

const CLIP = "fig22-clip";

export interface RegionsStill {
  readonly plane: Plane;
  readonly examples: Mark;
  readonly frame: readonly Mark[];
}

export function regionsStill({ X, y }: Examples): RegionsStill {
  const ends = (j: 0 | 1): readonly [number, number] => {
    const along = X.map((x) => x[j]);
    return [Math.floor(Math.min(...along)) - 1, Math.ceil(Math.max(...along)) + 1];
  };
  const plane = { x: linear(ends(0), [34, 350]), y: linear(ends(1), [270, 30]) };
  return {
    plane,
    examples: inGrey(
      examples(
        plane,
        X,
        (i) => y[i] === 1,
        () => true,
        sizeOf(X),
      ),
    ),
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

const sizeOf = (X: readonly Point[]): ExampleSize => (X.length > 100 ? "small" : "middle");

/** How many examples are on the side of their label. */
export const rightOf = ({ X, y }: Examples, { w, b }: Stand, threshold: number): number =>
  X.filter((x, i) => predicts({ w, b }, x, threshold) === y[i]).length;

export function regions(
  { X, y }: Examples,
  { plane, examples: all, frame }: RegionsStill,
  { w, b }: Stand,
  threshold: number,
): Panel {
  const isWrong = (i: number): boolean => predicts({ w, b }, X[i] as Point, threshold) !== y[i];
  const levels = ([0, 1] as const).filter((z) => z !== threshold);
  return {
    name: "regions",
    title: "What the first learner predicts",
    description:
      "The examples, class 0 as crosses and class 1 as dots. The shaded side has a net input above the threshold; examples on the wrong side are set off. Dotted lines are where the net input is 0 and 1, the labels.",
    width: 360,
    height: 308,
    marks: [
      ...frame,
      mark(
        "g",
        { "clip-path": `url(#${CLIP})` },
        mark("path", { class: "area prediction", d: sideWhere(plane, netInput(w, b - threshold)) }),
        all,
        setOff(examples(plane, X, (i) => y[i] === 1, isWrong, sizeOf(X))),
        ...levels.flatMap((z) => level(lineWhere(plane, netInput(w, b - z)), `z = ${z}`)),
        mark("path", {
          class: "line prediction",
          d: pathThrough(lineWhere(plane, netInput(w, b - threshold))),
        }),
      ),
    ],
  };
}

/** A line of one net input with its name where it leaves the picture. */
function level(line: readonly Point[], name: string): readonly Mark[] {
  const [, end] = [...line].sort((p, q) => p[0] - q[0]);
  if (end === undefined) return [];
  const [x, y] = [Math.min(322, Math.max(40, end[0] - 22)), Math.min(262, Math.max(44, end[1] + 14))];
  return [
    mark("path", { class: "guide ink", d: pathThrough(line) }),
    text(x, y, name, { class: "words ink small middle" }),
  ];
}
