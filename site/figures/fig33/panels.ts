/** The error and the accuracy epoch by epoch, on the examples that are learnt from and on others; and the regions. */
import { layersOf } from "../../../reference/dense/network-shape.ts";
import { blobsShape } from "../../../reference/train/blobs.ts";
import { BLOB_PLANE, GRID, regionOfOne } from "../blob-plane.ts";
import { axes } from "../frame/axes.ts";
import { digits, fixed } from "../frame/numbers.ts";
import { linear, type Scale } from "../frame/scale.ts";
import { type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { EPOCHS, forward, type NETS, type Run, roomFor, SIZES, type Stand } from "./training.ts";

const SIZE = { width: 360, height: 300 };
const EPOCH = linear([0, EPOCHS], [46, 346]);
const MSE = linear([0, 0.3], [262, 40]);
const SHARE = linear([0.4, 1], [262, 40]);

interface Curves {
  readonly y: Scale;
  readonly yName: string;
  readonly train: readonly number[];
  readonly valid: readonly number[];
}

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

/** What does not move with the epochs. */
export function curvesStill({ y, yName, train, valid }: Curves): readonly Mark[] {
  const line = (all: readonly number[], className: string): Mark =>
    mark("path", {
      class: className,
      d: pathThrough(all.map((value, e) => [EPOCH.to(e), inside(y, value)] as const)),
    });
  return [
    axes({ x: EPOCH, y, xName: "epoch", yName, zeros: false }),
    line(valid, "line dashed reference"),
    line(train, "line prediction"),
  ];
}

const inside = (y: Scale, value: number): number => Math.max(40, Math.min(262, y.to(value)));

export function curvesPanel(
  name: string,
  title: string,
  of: Curves,
  still: readonly Mark[],
  epoch: number,
): Panel {
  const now = (all: readonly number[]): number => all[epoch] ?? 0;
  const dot = (all: readonly number[], colour: string): Mark =>
    mark("circle", { class: `dot ${colour}`, cx: EPOCH.to(epoch), cy: inside(of.y, now(all)), r: 4.5 });
  return {
    name,
    title,
    description: `${title} against the epoch: full for the 670 examples that are learnt from, ${fixed(now(of.train), 4)} now, dashed for 330 others, ${fixed(now(of.valid), 4)}.`,
    ...SIZE,
    marks: [
      ...still,
      dot(of.valid, "reference"),
      dot(of.train, "prediction"),
      text(150, 18, `learnt ${digits(now(of.train), 4)}`, { class: "words prediction strong middle" }),
      text(346, 18, `others ${digits(now(of.valid), 4)}`, { class: "words reference strong end" }),
    ],
  };
}

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
