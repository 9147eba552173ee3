/** The two circles with the side that is predicted to be class 1, and the loss by powers of ten. */
import { contours } from "d3-contour";
import { axes, clip } from "../frame/axes.ts";
import { digits, superscript } from "../frame/numbers.ts";
import { linear, logarithmic } from "../frame/scale.ts";
import {
  crosses,
  dots,
  group,
  type Mark,
  mark,
  type Panel,
  pathThrough,
  rounded,
  text,
} from "../frame/scene.ts";
import { byRoots } from "../root-scale.ts";
import { scoreAt } from "./network.ts";
import { leavesPlateau, MOST_ITERATIONS, PACE, type Run, type Stand } from "./training.ts";

export const ENDS = [-1.5, 1.5] as const;
const X = linear(ENDS, [36, 346]);
const Y = linear(ENDS, [262, 30]);
const SIDE = 61;
const STEP = (ENDS[1] - ENDS[0]) / (SIDE - 1);

/** The points as they are drawn: they do not move while the network learns. */
export function pointsStill({ points, labels }: Run): readonly Mark[] {
  const of = (label: number): (readonly [number, number])[] =>
    Array.from(labels).flatMap((own, i) =>
      own === label ? [[X.to(points[2 * i]!), Y.to(points[2 * i + 1]!)] as const] : [],
    );
  return [
    clip("fig38-plane", X, Y),
    axes({ x: X, y: Y, xName: "x", yName: "y", xTicks: [-1, 0, 1], yTicks: [-1, 0, 1] }),
    mark(
      "g",
      { "clip-path": "url(#fig38-plane)" },
      mark("path", { class: "dots small-dots data", d: dots(of(1)) }),
      mark("path", { class: "crosses data", d: crosses(of(0), 2.5) }),
    ),
  ];
}

export function plane({ p, accuracy }: Stand, still: readonly Mark[]): Panel {
  const scores = Array.from({ length: SIDE * SIDE }, (_, at) =>
    scoreAt(p, ENDS[0] + (at % SIDE) * STEP, ENDS[0] + Math.floor(at / SIDE) * STEP),
  );
  const inPlot = (v: number): number => Math.max(ENDS[0], Math.min(ENDS[1], ENDS[0] + (v - 0.5) * STEP));
  const rings = contours().size([SIDE, SIDE]).contour(scores, 0).coordinates.flat();
  const d = rings
    .map(
      (ring) => `${pathThrough(ring.map(([x = 0, y = 0]) => [X.to(inPlot(x)), Y.to(inPlot(y))] as const))}Z`,
    )
    .join("");
  return {
    name: "plane",
    title: "Two circles, and where class 1 is predicted",
    description: `Points of class 1 as dots near the middle, those of class 0 as crosses around them. The shaded part is predicted to be class 1; ${digits(100 * accuracy, 3)} % are right.`,
    width: 360,
    height: 300,
    marks: [
      group(
        "prediction",
        mark("path", { class: "area", d, "fill-rule": "evenodd" }),
        mark("path", { class: "line", d }),
      ),
      ...still,
      text(346, 18, `${digits(100 * accuracy, 3)} % right`, { class: "words prediction strong end" }),
    ],
  };
}

const T = byRoots(MOST_ITERATIONS, [46, 346]);

const lossScale = ({ labels }: Run) => logarithmic([labels.length * 1e-5, labels.length * 10], [262, 34]);

export function lossStill(run: Run): readonly Mark[] {
  const y = lossScale(run);
  const [low, high] = y.domain.map((end) => Math.ceil(Math.log10(end) - 1e-9)) as [number, number];
  const leaves = leavesPlateau(run);
  const at = leaves === undefined ? undefined : rounded(T.to(PACE[leaves] as number));
  return [
    axes({
      x: T,
      y,
      xName: "iteration",
      yName: "loss",
      xTicks: [0, 100, 1000, 10_000],
      yTicks: Array.from({ length: high - low }, (_, k) => Number(`1e${low + k}`)),
      yText: (loss) => (loss === 1 ? "1" : `10${superscript(Math.round(Math.log10(loss)))}`),
      zeros: false,
    }),
    mark("path", {
      class: "line error",
      d: pathThrough(
        run.stands.map(
          ({ loss }, f) => [T.to(PACE[f] as number), Math.max(34, Math.min(262, y.to(loss)))] as const,
        ),
      ),
    }),
    ...(at === undefined
      ? []
      : [
          mark("path", { class: "guide reference", d: `M${at} 34V262` }),
          text(at + (at > 230 ? -5 : 5), 46, "below a quarter", {
            class: `words reference small${at > 230 ? " end" : ""}`,
          }),
        ]),
  ];
}

export function lossPanel(run: Run, still: readonly Mark[], frame: number): Panel {
  const { loss } = run.stands[frame] as Stand;
  return {
    name: "loss",
    title: "Summed cross-entropy",
    description: `The loss against the iterations, by powers of ten, with more room at the beginning; a line where it has come below a quarter of its start. It is ${digits(loss, 4)} now.`,
    width: 360,
    height: 300,
    marks: [
      ...still,
      mark("circle", {
        class: "dot error",
        cx: T.to(PACE[frame] as number),
        cy: Math.max(34, Math.min(262, lossScale(run).to(loss))),
        r: 5,
      }),
      text(346, 18, digits(loss, 4), { class: "words error strong end" }),
    ],
  };
}
