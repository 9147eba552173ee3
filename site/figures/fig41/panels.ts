/** Loss and accuracy epoch by epoch, of the examples that are learnt from and of others; and what is predicted where. */
import { networkOf } from "../../../reference/dense/network.ts";
import { BLOB_PLANE, GRID, regionOfOne } from "../blob-plane.ts";
import { axes } from "../frame/axes.ts";
import { digits, fixed, superscript } from "../frame/numbers.ts";
import { linear, logarithmic, type Scale } from "../frame/scale.ts";
import { type Mark, mark, type Panel, pathThrough, text } from "../frame/scene.ts";
import { EPOCHS, type Run, type Stand, shapeOf } from "./training.ts";

const SIZE = { width: 360, height: 300 };
const ENDS = { top: 40, bottom: 262 };
const EPOCH = linear([0, EPOCHS], [46, 346]);
const LOSS = logarithmic([1e-3, 10], [ENDS.bottom, ENDS.top]);
const SHARE = linear([0, 1], [ENDS.bottom, ENDS.top]);

/** Which loss of the training examples is shown. */
export const REPORTS = {
  batches: "the mean of its batches",
  lastBatch: "its last batch",
  again: "all examples, asked again",
} as const;
export type Report = keyof typeof REPORTS;

/** What an epoch reports; nothing before the first, unless all are asked. */
export const reported = (stand: Stand, report: Report): number | undefined =>
  report === "again" ? stand.train.loss : stand[report];

export interface Curves {
  readonly y: Scale;
  readonly train: readonly (number | undefined)[];
  readonly valid: readonly number[];
  readonly write: (value: number) => string;
  readonly marks: readonly Mark[];
}

const inside = (y: Scale, value: number): number => Math.max(ENDS.top, Math.min(ENDS.bottom, y.to(value)));

function line(y: Scale, all: readonly (number | undefined)[], className: string): Mark {
  const points = all.flatMap((value, e) =>
    value === undefined ? [] : [[EPOCH.to(e), inside(y, value)] as const],
  );
  return mark("path", { class: className, d: pathThrough(points) });
}

export function lossCurves({ stands }: Run, report: Report): Curves {
  const train = stands.map((stand) => reported(stand, report));
  const valid = stands.map((stand) => stand.valid.loss);
  return {
    y: LOSS,
    train,
    valid,
    write: (value) => digits(value, 3),
    marks: [
      axes({
        x: EPOCH,
        y: LOSS,
        xName: "epoch",
        yName: "",
        yTicks: [1e-3, 1e-2, 0.1, 1, 10],
        yText: (tick) => (tick < 0.1 ? `10${superscript(Math.round(Math.log10(tick)))}` : String(tick)),
        zeros: false,
      }),
      line(LOSS, valid, "line dashed reference"),
      line(LOSS, train, "line prediction"),
    ],
  };
}

export function accuracyCurves({ stands }: Run): Curves {
  const [train, valid] = [
    stands.map((stand) => stand.train.accuracy),
    stands.map((stand) => stand.valid.accuracy),
  ];
  return {
    y: SHARE,
    train,
    valid,
    write: (value) => `${fixed(100 * value, 1)} %`,
    marks: [
      axes({ x: EPOCH, y: SHARE, xName: "epoch", yName: "", zeros: false }),
      line(SHARE, valid, "line dashed reference"),
      line(SHARE, train, "line prediction"),
    ],
  };
}

export function curvesPanel(
  name: string,
  title: string,
  { y, train, valid, write, marks }: Curves,
  epoch: number,
): Panel {
  const [own, other] = [train[epoch], valid[epoch] as number];
  const dot = (value: number, colour: string): Mark =>
    mark("circle", { class: `dot ${colour}`, cx: EPOCH.to(epoch), cy: inside(y, value), r: 4.5 });
  const learnt = own === undefined ? "none yet" : write(own);
  return {
    name,
    title,
    description: `${title} against the epoch: full for the 670 examples that are learnt from, ${learnt}, dashed for 330 others, ${write(other)}.`,
    ...SIZE,
    marks: [
      ...marks,
      dot(other, "reference"),
      ...(own === undefined ? [] : [dot(own, "prediction")]),
      text(46, 18, `learnt ${learnt}`, { class: "words prediction strong" }),
      text(346, 18, `others ${write(other)}`, { class: "words reference strong end" }),
    ],
  };
}

export function regions({ P, valid }: Stand, hidden: number, points: readonly Mark[]): Panel {
  const outputs = networkOf(shapeOf(hidden), GRID.length / 2).forward(P, GRID);
  return {
    ...BLOB_PLANE,
    name: "regions",
    title: "The 330 others, and where the second logit is the larger one",
    description: `Examples that are not learnt from, class 1 as dots and class 0 as crosses; in the shaded part class 1 is predicted. ${fixed(100 * valid.accuracy, 1)} % are right.`,
    marks: [regionOfOne(outputs), ...points],
  };
}
