/** The points and what the network says of each place; the error over the epochs; and the points after every layer. */
import { contours } from "d3-contour";
import { forward, type Layer } from "../../../reference/train/mlp.ts";
import { cloudMarks, type Tile, tilesOf } from "../cloud-tiles.ts";
import { axes } from "../frame/axes.ts";
import { digits, fixed } from "../frame/numbers.ts";
import { linear } from "../frame/scale.ts";
import { crosses, dots, type Mark, mark, type Panel, pathThrough, rounded, text } from "../frame/scene.ts";
import { type Point, rimWhereZero } from "../half-plane.ts";
import { byRoots } from "../root-scale.ts";
import { EPOCHS, PACE, type Run, type Stand } from "./training.ts";

const PLOT = { width: 360, height: 300 };
const X = linear([0, 1], [36, 346]);
const Y = linear([0, 1], [262, 34]);
/** Places on a side at which the network is asked. */
const ASKED = 33;

/** The points, which do not move. */
export function scatterStill({ inputs, targets }: Run): readonly Mark[] {
  const of = (label: number): Point[] =>
    inputs.flatMap((x, i) => (targets[i] === label ? [[X.to(x[0]!), Y.to(x[1]!)] as const] : []));
  return [
    mark("path", { class: "crosses thin data", d: crosses(of(0), 2) }),
    mark("path", { class: "dots small-dots prediction", d: dots(of(1)) }),
    axes({ x: X, y: Y, xName: "x₁", yName: "x₂", zeros: false }),
  ];
}

export function scatterPanel(net: readonly Layer[], { accuracy }: Stand, still: readonly Mark[]): Panel {
  const at = (place: number): number => place / (ASKED - 1);
  const values = Array.from(
    { length: ASKED * ASKED },
    (_, k) => forward(net, Float64Array.of(at(k % ASKED), at(Math.floor(k / ASKED))))[0]!,
  );
  const inside = (v: number): number => Math.max(0, Math.min(1, at(v - 0.5)));
  const d = contours()
    .size([ASKED, ASKED])
    .contour(values, 0.5)
    .coordinates.flat()
    .map(
      (ring) => `${pathThrough(ring.map(([x = 0, y = 0]) => [X.to(inside(x)), Y.to(inside(y))] as const))}Z`,
    )
    .join("");
  return {
    name: "scatter",
    title: "500 points, and where the network says 1",
    description: `Points of the unit square, those with exactly one coordinate above ½ as dots, the others as crosses. In the shaded part the output is above ½; ${fixed(100 * accuracy, 1)} % of the points are right.`,
    ...PLOT,
    marks: [
      mark("path", { class: "area prediction", d, "fill-rule": "evenodd" }),
      mark("path", { class: "thin prediction", d }),
      ...still,
      text(346, 18, `right ${fixed(100 * accuracy, 1)} %`, { class: "words prediction strong end" }),
    ],
  };
}

const T = byRoots(EPOCHS, [46, 346]);
const MSE = linear([0, 0.4], [262, 34]);
const height = (loss: number): number => Math.max(34, MSE.to(loss));

export function errorStill({ stands }: Run): readonly Mark[] {
  return [
    axes({ x: T, y: MSE, xName: "epoch", yName: "MSE", zeros: false }),
    mark("path", {
      class: "line error",
      d: pathThrough(stands.map(({ loss }, f) => [T.to(PACE[f] ?? 0), height(loss)] as const)),
    }),
  ];
}

export function errorPanel({ stands }: Run, still: readonly Mark[], frame: number): Panel {
  const { loss } = stands[frame] as Stand;
  const x = T.to(PACE[frame] ?? 0);
  return {
    name: "error",
    title: "Mean squared error over the epochs",
    description: `The mean squared error over all points against the epochs, with more room at the beginning; it is ${digits(loss, 3)} now.`,
    ...PLOT,
    marks: [
      ...still,
      mark("path", { class: "guide ink", d: `M${rounded(x)} 34V262` }),
      mark("circle", { class: "dot error", cx: x, cy: height(loss), r: 4.5 }),
      text(346, 18, `MSE ${digits(loss, 3)}`, { class: "words error strong end" }),
    ],
  };
}

const CLOUDS = { width: 490, height: 290 };

/**
 * The points in the plane of each layer's first two outputs; of the last layer, which has one, side by side.
 *
 * @param values what comes in and what each layer gives
 */
export function cloudsPanel(
  { settings: { width }, targets }: Run,
  net: readonly Layer[],
  values: readonly Float64Array[],
): Panel {
  const last = net.length;
  const clouds = values.map((all, l) => (l === last ? besides(all) : firstTwo(all, targets.length)));
  const tiles = tilesOf(clouds, CLOUDS);
  const { W, b } = net[last - 1] as Layer;
  const half = (tile: Tile, f: (x: number, y: number) => number): string =>
    pathThrough(rimWhereZero(tile.area, f).map(tile.to));
  return {
    name: "clouds",
    title: "The data as they come in, and after every layer",
    description: `The points in the plane of each layer’s ${width === 2 ? "two" : "first two"} outputs, each picture as wide as its cloud; the number says how wide that is. The last layer has one output, from left to right.${width === 2 ? " Across the last two pictures, the line where the output is ½." : " Across the last picture, the line where the output is ½."}`,
    ...CLOUDS,
    wide: true,
    marks: [
      ...cloudMarks(
        tiles,
        clouds,
        (i) => targets[i] === 1,
        (l) => (l === 0 ? "in" : l === last ? "out" : String(l)),
      ),
      mark("path", {
        class: "line reference",
        d:
          half(tiles[last] as Tile, (x) => x - 0.5) +
          (width === 2 ? half(tiles[last - 1] as Tile, (x, y) => W[0]! * x + W[1]! * y + b[0]! - 0.5) : ""),
      }),
    ],
  };
}

const firstTwo = (all: Float64Array, n: number): Float64Array => {
  const d = all.length / n;
  return Float64Array.from({ length: 2 * n }, (_, at) => all[d * (at >> 1) + (at % 2)]!);
};

/** Outputs from left to right, one above the other in the order of the examples. */
function besides(all: Float64Array): Float64Array {
  const spread = Math.max(...all) - Math.min(...all);
  return Float64Array.from({ length: 2 * all.length }, (_, at) =>
    at % 2 === 0 ? all[at >> 1]! : (spread * (at >> 1)) / all.length,
  );
}
