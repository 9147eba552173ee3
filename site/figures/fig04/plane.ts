/** All pairs of inputs: along a line of the picture what σ gets is the same, and so is the result. */
import { arrow } from "../arrow.ts";
import { axes, clip } from "../frame/axes.ts";
import { remembered } from "../frame/remembered.ts";
import { linear } from "../frame/scale.ts";
import { handle, type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { short } from "../short.ts";
import type { Data, Join } from "./two-inputs.ts";

/** Inputs that are seen. */
export const REACH = 8;
export const X = linear([-REACH, REACH], [40, 344]);
export const Y = linear([-REACH, REACH], [272, 30]);
const CLIP = "fig04-clip";
const SUMS = [-14, -12, -10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10, 12, 14];
const PRODUCTS = [-48, -36, -25, -16, -9, -4, -1, 1, 4, 9, 16, 25, 36, 48];
const ARROW = 40;

/** Where x and y together make a. */
function level(join: Join, a: number): string {
  if (join === "sum") {
    const ends = [-REACH, REACH].map((x) => [X.to(x), Y.to(a - x)] as const);
    return pathThrough(ends);
  }
  if (a === 0) return `M${X.to(0)} ${Y.to(-REACH)}V${Y.to(REACH)}M${X.to(-REACH)} ${Y.to(0)}H${X.to(REACH)}`;
  const least = Math.min(REACH, Math.abs(a) / REACH);
  const half = (sign: number): string =>
    pathThrough(
      Array.from({ length: 41 }, (_, i) => {
        const x = sign * least * (REACH / least) ** (i / 40);
        return [X.to(x), Y.to(a / x)] as const;
      }),
    );
  return half(-1) + half(1);
}

const still = remembered((join: Join): readonly Mark[] => [
  clip(CLIP, X, Y),
  axes({ x: X, y: Y, xName: "x", yName: "y", xTicks: [-8, -4, 0, 4, 8], yTicks: [-8, -4, 0, 4, 8] }),
  mark("path", {
    class: "thin data faint",
    "clip-path": `url(#${CLIP})`,
    d: (join === "sum" ? SUMS : PRODUCTS).map((a) => level(join, a)).join(""),
  }),
]);

export function planePanel({ before, after, byX, byY }: Data, join: Join): Panel {
  const { x, y, a } = before;
  const [px, py] = [X.to(x), Y.to(y)];
  const length = Math.hypot(byX, byY);
  const [dx, dy] = length > 0 ? [(ARROW * byX) / length, (-ARROW * byY) / length] : [0, 0];
  return {
    name: "plane",
    title: `Along a line the ${join} is the same`,
    description: `Inputs x and y from −8 to 8 with lines of equal ${join}, the one through the point set off. An arrow shows where the result grows fastest. The point can be dragged.`,
    width: 360,
    height: 314,
    marks: [
      ...still(join),
      mark("path", { class: "line reference", d: level(join, a), "clip-path": `url(#${CLIP})` }),
      mark("path", { class: "line gradient", d: arrow(px, py, dx, dy) }),
      mark("path", { class: "line error", d: arrow(px, py, X.to(after.x) - px, Y.to(after.y) - py) }),
      text(344, 18, `${join === "sum" ? "x + y" : "x · y"} = ${short(a)}`, {
        class: "words reference strong end",
      }),
      handle("point", "Both inputs", px, py, "prediction", `x = ${short(x)}, y = ${short(y)}`),
    ],
  };
}
