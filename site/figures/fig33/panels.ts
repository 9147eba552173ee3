/** The error and the accuracy epoch by epoch, on the examples that are learnt from and on others; and the regions. */
import { layersOf } from "../../../reference/dense/network-shape.ts";
import { blobsShape } from "../../../reference/train/blobs.ts";
import { BLOB_PLANE, GRID, regionOfOne } from "../blob-plane.ts";
import { fixed } from "../frame/numbers.ts";
import type { Mark, Panel } from "../frame/scene.ts";
import { type Curves, heights } from "../learning-curves.ts";
import { forward, type NETS, type Run, roomFor, SIZES, type Stand } from "./training.ts";

const MSE = heights(0, 0.3);
const SHARE = heights(0.4, 1);

export const errorCurves = ({ stands }: Run, factor: number): Curves => ({
  y: MSE,
  yName: "MSE",
  train: stands.map(({ train }) => factor * train.mse),
  valid: stands.map(({ valid }) => factor * valid.mse),
});

export const accuracyCurves = ({ stands }: Run): Curves => ({
  y: SHARE,
  yName: "right",
  train: stands.map(({ train }) => train.accuracy),
  valid: stands.map(({ valid }) => valid.accuracy),
});

export function regions({ P, valid }: Stand, net: keyof typeof NETS, still: readonly Mark[]): Panel {
  const layers = layersOf(blobsShape(SIZES[net]));
  const room = roomFor(layers, GRID.length / 2);
  forward(layers, P, GRID, GRID.length / 2, room);
  return {
    ...BLOB_PLANE,
    name: "regions",
    title: "The 330 others, and where the second output is the larger one",
    description: `Examples that are not learnt from, class 1 as dots and class 0 as crosses; in the shaded part class 1 is predicted. ${fixed(100 * valid.accuracy, 1)} % are right.`,
    marks: [regionOfOne(room.A.at(-1) as Float64Array), ...still],
  };
}
