/** What the network says over the square, as level bands: blue where it is high. */
import { contours } from "d3-contour";
import { axes } from "../frame/axes.ts";
import { linear } from "../frame/scale.ts";
import { type Mark, mark, type Panel, pathThrough } from "../frame/scene.ts";
import { SIDE, type Stand } from "../saddle-run.ts";

const X = linear([-1, 1], [40, 344]);
const Y = linear([-1, 1], [258, 34]);
const STEP = 2 / (SIDE - 1);
const LEVELS = [-0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8];

export function fieldPanel({ heights }: Stand): Panel {
  const levels = contours().size([SIDE, SIDE]);
  const bands = LEVELS.map((level, i): Mark => {
    // A point of the grid is the middle of a cell of d3's; its rim lies half a cell further out.
    const at = ([x, y]: readonly number[]): readonly [number, number] => [
      X.to(Math.max(-1, Math.min(1, -1 + ((x as number) - 0.5) * STEP))),
      Y.to(Math.max(-1, Math.min(1, -1 + ((y as number) - 0.5) * STEP))),
    ];
    const rings = levels.contour(Array.from(heights), level).coordinates.flat();
    return mark("path", {
      class: `band prediction of-${i + 1}`,
      d: rings.map((ring) => `${pathThrough(ring.map(at))}Z`).join(""),
      "fill-rule": "evenodd",
    });
  });
  return {
    name: "field",
    title: "What it says over the square",
    description:
      "Level bands of the output over both inputs, the bluer the higher. A saddle is high above and below, and low at both sides.",
    width: 360,
    height: 300,
    marks: [...bands, axes({ x: X, y: Y, xName: "x", yName: "y", xTicks: [-1, 0, 1], yTicks: [-1, 0, 1] })],
  };
}
