/** What the epochs do to the error, and to slope and intercept each by itself. */

import { axes, clip } from "../frame/axes.ts";
import { linear, logarithmic, type Scale } from "../frame/scale.ts";
import { type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { near } from "../near.ts";
import { byRoots } from "../root-scale.ts";
import type { Line } from "./line-descent.ts";
import { EPOCHS, PACE, type Run } from "./run.ts";

const WIDTH = 360;
const HEIGHT = 190;
const EPOCH = byRoots(EPOCHS, [40, 344]);
const ERROR = logarithmic([5, 1000], [152, 30]);
const SHARE = linear([-0.25, 2.75], [152, 30]);
const TICKS = [0, 10, 100, 500, 1000, 2000, 4000];

export interface Curves {
  readonly error: readonly Mark[];
  readonly shares: readonly Mark[];
}

const frames = ({ lines }: Run): readonly number[] => PACE.filter((epoch) => epoch < lines.length);

export function curvesStill(run: Run): Curves {
  const { errors, leastError } = run;
  const level = ERROR.to(leastError);
  return {
    error: [
      clip("fig08-error-clip", EPOCH, ERROR),
      axes({
        x: EPOCH,
        y: ERROR,
        xName: "epoch",
        yName: "error",
        xTicks: TICKS,
        yTicks: [10, 100, 1000],
      }),
      mark("path", { class: "thin dashed reference", d: `M40 ${level}H344` }),
      text(344, level - 5, "least error", { class: "words reference small end" }),
      curve(
        "error",
        frames(run).map((e) => [e, errors[e] as number] as const),
        ERROR,
        "fig08-error-clip",
      ),
    ],
    shares: [
      clip("fig08-shares-clip", EPOCH, SHARE),
      axes({
        x: EPOCH,
        y: SHARE,
        xName: "epoch",
        yName: "share",
        xTicks: TICKS,
        yTicks: [0, 1, 2],
        yText: (share) => `${100 * share} %`,
        zeros: false,
      }),
      mark("path", { class: "thin dashed reference", d: `M40 ${SHARE.to(1)}H344` }),
      ...(["w", "b"] as const).map((name) =>
        curve(
          `prediction ${name === "b" ? "heavy" : "thin"}`,
          frames(run).flatMap((e) => {
            const share = shareOf(run, name, e);
            return share === undefined ? [] : [[e, share] as const];
          }),
          SHARE,
          "fig08-shares-clip",
        ),
      ),
    ],
  };
}

/** How much of the way from its start to the best line a parameter has covered; none where it starts there. */
export function shareOf({ lines, best }: Run, name: keyof Line, epoch: number): number | undefined {
  const [from, to] = [(lines[0] as Line)[name], best[name]];
  const way = to - from;
  return Math.abs(way) < 1e-9 ? undefined : ((lines[epoch] as Line)[name] - from) / way;
}

const curve = (
  className: string,
  points: readonly (readonly [number, number])[],
  y: Scale,
  clipped: string,
): Mark =>
  mark("path", {
    class: `line ${className}`,
    d: pathThrough(points.map(([e, value]) => [EPOCH.to(e), near(y.to(value))] as const)),
    "clip-path": `url(#${clipped})`,
  });

export function errorCurve({ errors }: Run, still: readonly Mark[], epoch: number): Panel {
  return {
    name: "error",
    title: "The error, epoch by epoch",
    description: "Mean squared error by powers of ten against the epoch; the least error there is, dashed.",
    width: WIDTH,
    height: HEIGHT,
    marks: [
      ...still,
      mark("circle", {
        class: "dot error",
        cx: EPOCH.to(epoch),
        cy: inside(ERROR, errors[epoch] as number),
        r: 5,
      }),
    ],
  };
}

export function sharesCurve(run: Run, still: readonly Mark[], epoch: number): Panel {
  const x = EPOCH.to(epoch);
  const ends = (["w", "b"] as const).flatMap((name) => {
    const share = shareOf(run, name, epoch);
    return share === undefined ? [] : [{ name, y: inside(SHARE, share) }];
  });
  const areTogether = ends.length === 2 && Math.abs((ends[0]?.y ?? 0) - (ends[1]?.y ?? 0)) < 14;
  const names = areTogether ? [{ name: "w, b", y: Math.min(...ends.map(({ y }) => y)) }] : ends;
  return {
    name: "shares",
    title: "How far slope and intercept have come",
    description: "Share of the way from its start to the best line, for the slope w and the intercept b.",
    width: WIDTH,
    height: HEIGHT,
    marks: [
      ...still,
      ...ends.map(({ name, y }) =>
        mark("circle", { class: "dot prediction", cx: x, cy: y, r: name === "b" ? 5 : 4 }),
      ),
      ...names.map(({ name, y }) =>
        text(Math.max(46, x - 8), y - 7, name, { class: `words prediction symbol${x > 60 ? " end" : ""}` }),
      ),
    ],
  };
}

/** The place of a number, or the edge of the drawing that it lies beyond. */
function inside(scale: Scale, value: number): number {
  const [low, high] = scale.domain;
  return scale.to(Math.max(low, Math.min(high, value)));
}
