/** The error over slope and intercept as level lines, and the way of descent through it. */

import { arrow } from "../arrow.ts";
import { axes, clip } from "../frame/axes.ts";
import { digits } from "../frame/numbers.ts";
import { linear, type Scale } from "../frame/scale.ts";
import { handle, type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { near } from "../near.ts";
import { type Line, levelLine, slopeOf } from "./line-descent.ts";
import { PACE, type Run } from "./run.ts";

const WIDTH = 360;
const HEIGHT = 300;
/** Slopes and intercepts that are seen, for x as it is plotted. */
export const SLOPES = [-0.1, 0.6] as const;
export const INTERCEPTS = [-3, 20] as const;
const CLIP = "fig08-surface-clip";
/** How far above the least error the level lines lie. */
const RISES = [300, 100, 30, 10, 3, 1, 0.3];
const ARROW = 30;

export interface Plane {
  readonly w: Scale;
  readonly b: Scale;
}

/** The plane's axes; slopes in units of the inputs that descent sees. */
export const planeOf = (unit: number): Plane => ({
  w: linear([SLOPES[0] * unit, SLOPES[1] * unit], [40, 344]),
  b: linear(INTERCEPTS, [262, 30]),
});

export function surfaceStill({ curvature, best, unit }: Run): readonly Mark[] {
  const { w, b } = planeOf(unit);
  const place = (line: Line): readonly [number, number] => [w.to(line.w), b.to(line.b)];
  const levels = RISES.map((rise, i) =>
    mark("path", {
      class: `band error of-${RISES.length - 1 - i}`,
      d: `${pathThrough(levelLine(curvature, best, rise, 120).map(place))}Z`,
    }),
  );
  const rims = RISES.map((rise) => pathThrough(levelLine(curvature, best, rise, 120).map(place))).join("Z");
  const [x, y] = place(best);
  return [
    clip(CLIP, w, b),
    mark(
      "g",
      { "clip-path": `url(#${CLIP})` },
      mark("rect", { class: `band error of-${RISES.length}`, x: 40, y: 30, width: 304, height: 232 }),
      ...levels,
      mark("path", { class: "thin error rim", d: `${rims}Z` }),
      mark("path", { class: "line reference", d: `M${x - 6} ${y}h12M${x} ${y - 6}v12` }),
    ),
    axes({ x: w, y: b, xName: "slope w", yName: "intercept b", zeros: false }),
    text(x + 9, y - 6, "least error", { class: "words reference small" }),
  ];
}

export function surface(run: Run, still: readonly Mark[], frame: number, epoch: number): Panel {
  const { w, b } = planeOf(run.unit);
  const at = run.lines[epoch] as Line;
  const start = run.lines[0] as Line;
  const [x, y] = [near(w.to(at.w)), near(b.to(at.b))];
  const seen = PACE.slice(0, frame + 1).filter((e) => e <= epoch);
  const way = [...seen, epoch]
    .map((e) => run.lines[e] as Line)
    .map((each) => [near(w.to(each.w)), near(b.to(each.b))] as const);
  return {
    name: "surface",
    title: "The error over slope and intercept",
    description:
      "Level lines of the mean squared error, each about three times as high above its least value as the next inner one; the way of descent from its start, which can be dragged, and its direction at present.",
    width: WIDTH,
    height: HEIGHT,
    marks: [
      ...still,
      mark(
        "g",
        { "clip-path": `url(#${CLIP})` },
        mark("path", { class: "line prediction", d: pathThrough(way) }),
        mark("path", { class: "line gradient", d: downhill(run, at, x, y) }),
        mark("circle", { class: "dot prediction", cx: x, cy: y, r: 5 }),
      ),
      text(w.to(start.w), b.to(start.b) + 20, "start", { class: "words ink small middle" }),
      handle(
        "start",
        "Start of the descent",
        w.to(start.w),
        b.to(start.b),
        "ink",
        `w = ${digits(start.w, 3)}, b = ${digits(start.b, 3)}`,
      ),
    ],
  };
}

/** Where the next step goes, as the picture sees it; nothing once the picture shows no way that is left. */
function downhill({ moments, unit, best }: Run, at: Line, x: number, y: number): string {
  const { w, b } = planeOf(unit);
  if (Math.hypot(w.to(best.w) - x, b.to(best.b) - y) < 6) return "";
  const slope = slopeOf(moments, at);
  const [dx, dy] = [w.to(at.w - slope.w) - x, b.to(at.b - slope.b) - y];
  const length = Math.hypot(dx, dy);
  return !(length > 0) ? "" : arrow(x, y, (ARROW * dx) / length, (ARROW * dy) / length);
}
