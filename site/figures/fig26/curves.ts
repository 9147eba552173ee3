/** J from epoch to epoch, and what is left of it with more and more centroids. */
import { axes } from "../frame/axes.ts";
import { linear, type Scale } from "../frame/scale.ts";
import { handle, type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { grouped } from "../grouped.ts";
import { EPOCHS, MOST, type Run } from "./run.ts";

const EPOCH = linear([0, EPOCHS], [50, 344]);
export const COUNT = linear([1, MOST], [50, 344]);

export interface Curve {
  readonly y: Scale;
  readonly marks: readonly Mark[];
}

/** The axis goes from 0 to a little above the most. */
const upTo = (most: number): Scale => linear([0, 1.08 * (most || 1)], [152, 30]);

export function costStill({ states }: Run): Curve {
  const y = upTo(Math.max(...states.map(({ J }) => J)));
  const points = states.map(({ J }, e) => [EPOCH.to(e), y.to(J)] as const);
  return {
    y,
    marks: [
      axes({ x: EPOCH, y, xName: "epoch", yName: "J", xTicks: [0, 2, 4, 6, 8], yTicks: y.ticks(4) }),
      mark("path", { class: "line error", d: pathThrough(points) }),
      ...points.map(([cx, cy]) => mark("circle", { class: "hollow error", cx, cy, r: 2.5 })),
    ],
  };
}

export function cost({ states }: Run, { y, marks }: Curve, epoch: number): Panel {
  return {
    name: "cost",
    title: "J from epoch to epoch",
    description: "The sum of the distances of all points, as the metric counts them, after each epoch.",
    width: 360,
    height: 190,
    marks: [
      ...marks,
      mark("circle", { class: "dot error", cx: EPOCH.to(epoch), cy: y.to(states[epoch]?.J as number), r: 5 }),
    ],
  };
}

export function elbowStill({ ends, X }: Run): Curve {
  const means = ends.map((J) => J / X.length);
  const y = upTo(Math.max(...means));
  const points = means.map((mean, i) => [COUNT.to(i + 1), y.to(mean)] as const);
  return {
    y,
    marks: [
      axes({
        x: COUNT,
        y,
        xName: "centroids K",
        yName: "J/n",
        xTicks: Array.from({ length: MOST }, (_, i) => i + 1),
        yTicks: y.ticks(4),
      }),
      mark("path", { class: "line error", d: pathThrough(points) }),
      ...points.map(([cx, cy]) => mark("circle", { class: "hollow error", cx, cy, r: 2.5 })),
    ],
  };
}

/** The handle stands where the run that is shown ends, which is beside the curve once centroids were dragged. */
export function elbow({ states, X }: Run, { y, marks }: Curve, K: number): Panel {
  const mean = (states.at(-1)?.J as number) / X.length;
  return {
    name: "elbow",
    title: "What is left at the end, for each K",
    description:
      "J at the end of a run, divided by the number of points, against the number of centroids. The handle chooses K.",
    width: 360,
    height: 190,
    marks: [
      ...marks,
      text(COUNT.to(K) + 8, y.to(Math.min(mean, y.domain[1])) - 9, `K = ${K}`, {
        class: "words error small strong",
      }),
      handle(
        "K",
        "Number of centroids",
        COUNT.to(K),
        y.to(Math.min(mean, y.domain[1])),
        "error",
        `K = ${K}, J/n = ${grouped(mean, mean < 1000 ? 2 : 0)}`,
      ),
    ],
  };
}
