/** The bowl from above: its level lines, the gradient, and the way down. */
import { arrow } from "../arrow.ts";
import { axes, clip } from "../frame/axes.ts";
import { linear } from "../frame/scale.ts";
import { dots, group, handle, type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { levelEllipse } from "../level-ellipse.ts";
import { near } from "../near.ts";
import { short } from "../short.ts";
import type { Place, Run } from "./run.ts";

/** Both axes have one unit, so that the gradient stands at a right angle to the level lines. */
export const X = linear([-4, 4], [40, 344]);
export const Y = linear([-3, 3], [262, 34]);
const CLIP = "fig07-hill-clip";
const RISES = [30, 20, 12, 6, 2, 0.5];
/** Units of the picture a unit of slope, and the most. */
const PER_SLOPE = 8;
const LONGEST = 90;

export function hillStill({ bend, least }: Run): readonly Mark[] {
  const line = (rise: number): string =>
    `${pathThrough(levelEllipse(bend, rise, 90).map(([d1, d2]) => [near(X.to(least[0] + d1)), near(Y.to(least[1] + d2))] as const))}Z`;
  const [x, y] = [X.to(least[0]), Y.to(least[1])];
  return [
    clip(CLIP, X, Y),
    mark(
      "g",
      { "clip-path": `url(#${CLIP})` },
      mark("rect", { class: `band error of-${RISES.length}`, x: 40, y: 34, width: 304, height: 228 }),
      ...RISES.map((rise, i) =>
        mark("path", { class: `band error of-${RISES.length - 1 - i}`, d: line(rise) }),
      ),
      mark("path", { class: "line reference", d: `M${x - 6} ${y}h12M${x} ${y - 6}v12` }),
    ),
    axes({ x: X, y: Y, xName: "x₁ (east)", yName: "x₂ (north)", zeros: false }),
  ];
}

export function hill({ places }: Run, still: readonly Mark[], step: number): Panel {
  const at = places[step] as Place;
  const start = places[0] as Place;
  const way = places.slice(0, step + 1).map(({ x }) => [near(X.to(x[0])), near(Y.to(x[1]))] as const);
  const [px, py] = [near(X.to(at.x[0])), near(Y.to(at.x[1]))];
  const size = Math.hypot(...at.slope);
  const length = Math.min(LONGEST, PER_SLOPE * size);
  const [ux, uy] = size > 0 ? [at.slope[0] / size, -at.slope[1] / size] : [0, 0];
  return {
    name: "hill",
    title: "The hill from above",
    description:
      "Level lines of f, darker where it is higher, with its lowest point; the places after each step, the start, which can be dragged, and the gradient at the present place as an arrow uphill.",
    width: 360,
    height: 304,
    marks: [
      ...still,
      mark(
        "g",
        { "clip-path": `url(#${CLIP})` },
        mark("path", { class: "line prediction", d: pathThrough(way) }),
        group("prediction", mark("path", { class: "dots", d: dots(way) })),
        mark("path", { class: "line gradient", d: arrow(px, py, length * ux, length * uy) }),
        mark("circle", { class: "dot prediction", cx: px, cy: py, r: 5 }),
      ),
      text(344, 20, `g = ∇f = (${short(at.slope[0], 3)}, ${short(at.slope[1], 3)})`, {
        class: "words gradient strong end",
      }),
      handle(
        "start",
        "Start on the hill",
        X.to(start.x[0]),
        Y.to(start.x[1]),
        "ink",
        `x₁ = ${short(start.x[0])}, x₂ = ${short(start.x[1])}`,
      ),
    ],
  };
}
