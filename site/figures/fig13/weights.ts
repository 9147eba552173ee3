/** The way of both weights, from a start that can be dragged. */

import { arrow } from "../arrow.ts";
import { axes, clip } from "../frame/axes.ts";
import { digits } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import { group, handle, type Mark, mark, type Panel, pathThrough, rounded, text } from "../frame/scene.ts";
import { near } from "../near.ts";
import { slopeOfCrossEntropy } from "./logistic-passes.ts";
import type { Run } from "./run.ts";

/** Weights that are seen. */
export const WEIGHTS = [-26, 16] as const;
export const W1 = linear(WEIGHTS, [34, 350]);
export const W2 = linear(WEIGHTS, [270, 30]);
const CLIP = "fig13-weights-clip";
const ARROW = 34;

export function weightsStill({ states, best }: Run): readonly Mark[] {
  const start = states[0] as (typeof states)[number];
  const gap = start.w2 - start.w1;
  const end = best === undefined ? undefined : { x: near(W1.to(best.w1)), y: near(W2.to(best.w2)) };
  const diagonal = WEIGHTS.map((w) => [W1.to(w), W2.to(w + gap)] as const);
  return [
    clip(CLIP, W1, W2),
    axes({
      x: W1,
      y: W2,
      xName: "weight w₁",
      yName: "w₂",
      xTicks: [-20, -10, 0, 10],
      yTicks: [-20, -10, 0, 10],
    }),
    mark("path", { class: "guide ink", d: pathThrough(diagonal), "clip-path": `url(#${CLIP})` }),
    group(
      "reference",
      end !== undefined &&
        mark("path", {
          class: "line",
          d: `M${rounded(end.x - 6)} ${rounded(end.y)}h12m-6 -6v12`,
          "clip-path": `url(#${CLIP})`,
        }),
      end !== undefined && text(end.x - 10, end.y + 18, "least loss", { class: "words small middle" }),
    ),
  ];
}

export function weights(
  { data, states }: Run,
  still: readonly Mark[],
  frame: number,
  isScalar: boolean,
): Panel {
  const at = states[frame] as (typeof states)[number];
  const start = states[0] as (typeof states)[number];
  const [x, y] = [near(W1.to(at.w1)), near(W2.to(at.w2))];
  const slope = slopeOfCrossEntropy(data, at);
  const size = Math.hypot(slope.w1, slope.w2);
  const way = states.slice(0, frame + 1).map((s) => [near(W1.to(s.w1)), near(W2.to(s.w2))] as const);
  const both = (slope.w1 + slope.w2) / 2;
  const diagonal = (-Math.sign(both) * ARROW) / Math.SQRT2;
  return {
    name: "weights",
    title: "The way of the two weights",
    description:
      "The weights from their start, which can be dragged, to where they are; the line of equal w₁ − w₂ through the start, dotted; the weights of least loss, and the direction that lowers the loss.",
    width: 360,
    height: 308,
    marks: [
      ...still,
      mark(
        "g",
        { "clip-path": `url(#${CLIP})` },
        mark("path", { class: "line prediction", d: pathThrough(way) }),
        mark("path", {
          class: "line reference",
          d: isScalar && size > 0 ? arrow(x, y, (-ARROW * slope.w1) / size, (ARROW * slope.w2) / size) : "",
        }),
        mark("path", {
          class: "line gradient",
          d: isScalar
            ? arrow(x, y, diagonal, -diagonal)
            : size > 0
              ? arrow(x, y, (-ARROW * slope.w1) / size, (ARROW * slope.w2) / size)
              : "",
        }),
        mark("circle", { class: "dot prediction", cx: x, cy: y, r: 5 }),
      ),
      ...legendOf(isScalar),
      text(W1.to(start.w1) + 10, W2.to(start.w2) + 14, "start", { class: "words ink small" }),
      handle(
        "start",
        "Start of both weights",
        W1.to(start.w1),
        W2.to(start.w2),
        "ink",
        `w₁ = ${digits(start.w1, 3)}, w₂ = ${digits(start.w2, 3)}`,
      ),
    ],
  };
}

const legendOf = (isScalar: boolean): readonly Mark[] =>
  isScalar
    ? [
        text(350, 14, "the code’s step", { class: "words gradient small end" }),
        text(350, 28, "the gradient’s", { class: "words reference small end" }),
      ]
    : [text(350, 22, "the gradient’s step", { class: "words gradient small end" })];
