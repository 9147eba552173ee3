/** The surface in level bands, and the four ways over it. */
import { contours } from "d3-contour";
import { axes, clip } from "../frame/axes.ts";
import { fixed } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import { handle, type Mark, mark, type Panel, pathThrough } from "../frame/scene.ts";
import { near } from "../near.ts";
import { shape } from "../shapes.ts";
import { placeOf, type Race } from "./race.ts";
import type { Point, Surface } from "./surfaces.ts";

export const X = linear([-3, 3], [40, 344]);
export const Y = linear([-2, 3], [262, 30]);
const CLIP = "fig43-map-clip";
const [ACROSS, DOWN] = [76, 58];
const [STEP_X, STEP_Y] = [6 / ACROSS, 5 / DOWN];
/** Heights above the lowest at which the tint changes. */
const LEVELS = [0.05, 0.2, 0.8, 3, 10, 40, 150, 600, 2000];

const to = ([x, y]: Point): Point => [near(X.to(x)), near(Y.to(y))];

/** What does not move with the steps. */
export function mapStill(surface: Surface): readonly Mark[] {
  const heights: number[] = [];
  for (let row = 0; row <= DOWN; row++)
    for (let column = 0; column <= ACROSS; column++)
      heights.push(surface.height(-3 + column * STEP_X, -2 + row * STEP_Y) - surface.leastHeight);
  const levels = contours().size([ACROSS + 1, DOWN + 1]);
  const bands = LEVELS.map((level, i) => {
    const rings = levels.contour(heights, level).coordinates.flat();
    // A node of the grid is the middle of a cell of d3's.
    const at = ([x, y]: readonly number[]): Point => [
      X.to(-3 + ((x as number) - 0.5) * STEP_X),
      Y.to(-2 + ((y as number) - 0.5) * STEP_Y),
    ];
    const d = rings.map((ring) => `${pathThrough(ring.map(at))}Z`).join("");
    return mark("path", { class: `band error of-${i + 1}`, d, "fill-rule": "evenodd" });
  });
  return [
    clip(CLIP, X, Y),
    mark("g", { "clip-path": `url(#${CLIP})` }, ...bands, ...surface.lowest.map(cross)),
    axes({ x: X, y: Y, xName: "θ₁", yName: "θ₂", zeros: false }),
  ];
}

function cross(at: Point): Mark {
  const [x, y] = to(at);
  return mark("path", { class: "line reference", d: `M${x - 6} ${y}h12M${x} ${y - 6}v12` });
}

export function map({ ways }: Race, still: readonly Mark[], step: number): Panel {
  const start = placeOf(ways[0] as readonly Point[], 0);
  const [x, y] = to(start);
  return {
    name: "map",
    title: "The ways over the surface",
    description:
      "The surface in bands, the darker the higher, with crosses at its lowest places; the way of each optimiser from the start, which can be dragged, and a form of its own where it is now.",
    width: 360,
    height: 300,
    marks: [
      ...still,
      mark(
        "g",
        { "clip-path": `url(#${CLIP})` },
        ...ways.map((way, k) =>
          mark("path", { class: `line cluster of-${k}`, d: pathThrough(way.slice(0, step + 1).map(to)) }),
        ),
        ...ways.map((way, k) =>
          mark("path", { class: `form cluster of-${k}`, d: shape(k, ...to(placeOf(way, step)), 5) }),
        ),
      ),
      handle(
        "start",
        "Start of the race",
        x,
        y,
        "ink",
        `θ₁ = ${fixed(start[0], 2)}, θ₂ = ${fixed(start[1], 2)}`,
      ),
    ],
  };
}
