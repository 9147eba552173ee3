/** The plane of the source's two clouds: its examples, and where a network takes class 1 for the likelier. */
import { contours } from "d3-contour";
import { axes, clip } from "./frame/axes.ts";
import { linear } from "./frame/scale.ts";
import { crosses, dots, group, type Mark, mark, pathThrough } from "./frame/scene.ts";

const X = linear([-12, 14], [40, 476]);
const Y = linear([-8, 20], [272, 26]);
const [ACROSS, DOWN] = [53, 41];
const [STEP_X, STEP_Y] = [26 / (ACROSS - 1), 28 / (DOWN - 1)];

export const BLOB_PLANE = { width: 490, height: 306, wide: true } as const;

/** Places of the picture at which a network is asked, row by row from below: x₁, x₂, x₁, … */
export const GRID = Float64Array.from({ length: 2 * ACROSS * DOWN }, (_, k) => {
  const at = k >> 1;
  return k % 2 === 0 ? -12 + (at % ACROSS) * STEP_X : -8 + Math.floor(at / ACROSS) * STEP_Y;
});

interface Examples {
  /** x₁, x₂, x₁, … */
  readonly points: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}

/** Axes and examples, class 1 as dots and class 0 as crosses. */
export function blobPoints(figure: string, { points, labels }: Examples): readonly Mark[] {
  const of = (label: number): (readonly [number, number])[] =>
    Array.from(labels).flatMap((own, i) =>
      own === label ? [[X.to(points[2 * i]!), Y.to(points[2 * i + 1]!)] as const] : [],
    );
  return [
    clip(`${figure}-plane`, X, Y),
    axes({ x: X, y: Y, xName: "x₁", yName: "x₂" }),
    mark(
      "g",
      { "clip-path": `url(#${figure}-plane)` },
      mark("path", { class: "dots small-dots data", d: dots(of(1)) }),
      mark("path", { class: "crosses data", d: crosses(of(0), 2.5) }),
    ),
  ];
}

/**
 * The part where the second output is the larger one.
 *
 * @param outputs two for each place of the grid
 */
export function regionOfOne(outputs: ArrayLike<number>): Mark {
  const values = Array.from({ length: GRID.length / 2 }, (_, at) => outputs[2 * at + 1]! - outputs[2 * at]!);
  const inPlot = (v: number, low: number, step: number, most: number): number =>
    Math.max(low, Math.min(most, low + (v - 0.5) * step));
  const d = contours()
    .size([ACROSS, DOWN])
    .contour(values, 0)
    .coordinates.flat()
    .map(
      (ring) =>
        `${pathThrough(ring.map(([x = 0, y = 0]) => [X.to(inPlot(x, -12, STEP_X, 14)), Y.to(inPlot(y, -8, STEP_Y, 20))] as const))}Z`,
    )
    .join("");
  return group(
    "prediction",
    mark("path", { class: "area", d, "fill-rule": "evenodd" }),
    mark("path", { class: "thin", d }),
  );
}
