/** A number epoch by epoch, on the examples that are learnt from and on others. */
import { axes } from "./frame/axes.ts";
import { digits, fixed } from "./frame/numbers.ts";
import { linear, type Scale } from "./frame/scale.ts";
import { type Mark, mark, type Panel, pathThrough, text } from "./frame/scene.ts";

const [TOP, BOTTOM] = [40, 262];
/** From the least number of a plot to its largest; what is beyond lies on the edge. */
export const heights = (low: number, high: number): Scale => linear([low, high], [BOTTOM, TOP]);

export interface Curves {
  readonly y: Scale;
  readonly yName: string;
  /** The start, and after each epoch. */
  readonly train: readonly number[];
  readonly valid: readonly number[];
}

const epochsOf = ({ train }: Curves): Scale => linear([0, Math.max(1, train.length - 1)], [46, 346]);
const inside = (y: Scale, value: number): number => Math.max(TOP, Math.min(BOTTOM, y.to(value)));

/** What does not move with the epochs. */
export function curvesStill(curves: Curves): readonly Mark[] {
  const { y, yName, train, valid } = curves;
  const x = epochsOf(curves);
  const line = (all: readonly number[], className: string): Mark =>
    mark("path", {
      class: className,
      d: pathThrough(all.map((value, e) => [x.to(e), inside(y, value)] as const)),
    });
  return [
    axes({ x, y, xName: "epoch", yName, zeros: false }),
    line(valid, "line dashed reference"),
    line(train, "line prediction"),
  ];
}

interface About {
  readonly name: string;
  readonly title: string;
  /** How many examples. */
  readonly learnt: number;
  readonly others: number;
}

export function curvesPanel(
  { name, title, learnt, others }: About,
  of: Curves,
  still: readonly Mark[],
  epoch: number,
): Panel {
  const now = (all: readonly number[]): number => all[epoch] ?? 0;
  const dot = (all: readonly number[], colour: string): Mark =>
    mark("circle", {
      class: `dot ${colour}`,
      cx: epochsOf(of).to(epoch),
      cy: inside(of.y, now(all)),
      r: 4.5,
    });
  return {
    name,
    title,
    description: `${title} against the epoch: full for the ${learnt} examples that are learnt from, ${fixed(now(of.train), 4)} now, dashed for ${others} others, ${fixed(now(of.valid), 4)}.`,
    width: 360,
    height: 300,
    marks: [
      ...still,
      dot(of.valid, "reference"),
      dot(of.train, "prediction"),
      text(150, 18, `learnt ${digits(now(of.train), 4)}`, { class: "words prediction strong middle" }),
      text(346, 18, `others ${digits(now(of.valid), 4)}`, { class: "words reference strong end" }),
    ],
  };
}
