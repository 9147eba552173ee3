/** Points that keep one number in place of two: what stands in the other one is lost, and which direction loses least. */

import { product } from "../../reference/numbers/matrix.ts";
import { type Num, num, unrecorded } from "../../reference/numbers/num.ts";
import { lift } from "../../reference/numbers/tracked.ts";
import {
  explainedVarianceRatio,
  reconstruct,
  truncate,
} from "../../reference/unsupervised/reconstruction.ts";
import {
  angleControl,
  angleHandle,
  anglePanel,
  atAngle,
  degrees,
  draggedAngle,
  overAngles,
  PANEL,
  PLOT,
  turnHandle,
  unitAt,
} from "./direction.ts";
import { axes } from "./frame/axes.ts";
import { list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import { remembered } from "./frame/remembered.ts";
import { linear } from "./frame/scale.ts";
import { mark, pathThrough, rounded, text } from "./frame/scene.ts";
import type { Point } from "./half-plane.ts";
import { rowsOf } from "./matrix-bars.ts";

/** The points of the page, centred; PCA finds the axis (0.8, 0.6) for them. */
const POINTS = [1, 2, 2.2, 0.4, -2.2, -0.4, -1, -2];
const X = linear([-3.1, 3.1], [34, 346]);
const Y = linear([-2.4444, 2.4444], [270, 24]);
const ZERO: Point = [X.to(0), Y.to(0)];
const REACH = 122;
const ERROR = linear([0, 21], [PLOT.bottom, PLOT.top]);

interface Data {
  readonly points: readonly Point[];
  /** Coordinates along the direction and across it. */
  readonly scores: readonly (readonly number[])[];
  readonly kept: readonly Point[];
  /** Squared distances from the points to what is brought back. */
  readonly error: number;
  readonly shares: readonly number[];
}

/** What is left at an angle: P = ZV, its first k columns, and TVᵀ. */
function keptAt(list: readonly number[], angle: number, k: number): Data {
  const points = rowsOf(list, POINTS, 2) as unknown as readonly Point[];
  const [c, s] = unitAt(angle);
  const V = lift([
    [c, -s],
    [s, c],
  ]);
  const P = product(lift(points.map((p) => [...p])), V);
  const kept = reconstruct(truncate(P, k), V).map((row) => row.map(({ value }) => value) as unknown as Point);
  const squares = [0, 1].map((l) => P.reduce((sum, row) => sum.plus((row[l] as Num).squared()), num(0)));
  return {
    points,
    scores: P.map((row) => row.map(({ value }) => value)),
    kept,
    error: kept.reduce((sum, [x, y], i) => {
      const [px, py] = points[i] as Point;
      return sum + (px - x) ** 2 + (py - y) ** 2;
    }, 0),
    shares: explainedVarianceRatio(squares.map((sum) => sum.over(points.length))).map(({ value }) => value),
  };
}

/** The squared error over all angles. */
const errorCurve = remembered((list: readonly number[], k: number) =>
  unrecorded(() =>
    overAngles({ yName: "error", y: ERROR, of: (at) => keptAt(list, at, k).error, colour: "error" }),
  ),
);

/** Degrees of the axis along which the points vary most: tan 2α = 2Σxy/(Σx² − Σy²). */
function bestFor(points: readonly Point[]): number {
  const sum = (of: (x: number, y: number) => number): number =>
    points.reduce((total, [x, y]) => total + of(x, y), 0);
  return (
    (Math.atan2(
      2 * sum((x, y) => x * y),
      sum((x, y) => x * x - y * y),
    ) *
      90) /
    Math.PI
  );
}

const controls = {
  points: list({ label: "Points", symbol: "Z", min: -3, max: 3, step: 0.01, most: 8, value: POINTS }),
  k: range({ label: "Numbers kept k", symbol: "k", min: 0, max: 2, step: 1, value: 1 }),
  angle: angleControl("Angle of the first axis", "V", 36.9),
};

export const fig54 = defineFigure({
  id: "fig54",
  title: "One number in place of two",
  question:
    "Each point keeps its first coordinate, and is drawn where that leads back to: the red lines are what is lost. Turn the axis. Where is the loss least, and how large can it become?",
  controls,
  compute: ({ points, k, angle }): Data => keptAt(points, angle, k),
  draw({ points, kept, error, shares }, { points: list, k, angle }) {
    const place = ([x, y]: Point): Point => [X.to(x), Y.to(y)];
    const [vx, vy] = unitAt(angle);
    const line = (x: number, y: number): string =>
      pathThrough([
        [ZERO[0] - REACH * x, ZERO[1] + REACH * y],
        [ZERO[0] + REACH * x, ZERO[1] - REACH * y],
      ]);
    const bar = (l: 0 | 1) => {
      const share = shares[l] as number;
      const y = 6 + 20 * l;
      return [
        text(62, y + 11, l === 0 ? "along v₁" : "across v₂", { class: "words gradient small end" }),
        mark("rect", {
          class: l < k ? "bar prediction" : "hollow error",
          x: 68,
          y,
          width: 200 * share,
          height: 14,
        }),
        text(76 + 200 * share, y + 11.5, `${fixed(100 * share, 1)} %`, { class: "small strong" }),
      ];
    };
    return [
      {
        name: "points",
        title: "The points Z, and what is brought back, T Vᵀ",
        description: `Four points in grey, both axes, and in blue each point brought back from ${k} of its two coordinates, with a line for what is lost. The first axis can be turned.`,
        ...PANEL,
        marks: [
          axes({
            x: X,
            y: Y,
            xName: "first feature z₁",
            yName: "second z₂",
            xTicks: [-2, 0, 2],
            yTicks: [-2, 0, 2],
          }),
          mark("path", { class: "thin gradient", d: line(-vy, vx) }),
          mark("path", { class: "line gradient", d: line(vx, vy) }),
          mark("path", {
            class: "line error",
            d: points
              .map((p, i) => {
                const [[x, y], [u, v]] = [place(p), place(kept[i] as Point)];
                return `M${rounded(x)} ${rounded(y)}L${rounded(u)} ${rounded(v)}`;
              })
              .join(""),
          }),
          ...points.map((p) => mark("circle", { class: "dot data", cx: X.to(p[0]), cy: Y.to(p[1]), r: 5 })),
          ...kept.map((p) =>
            mark("circle", { class: "dot prediction", cx: X.to(p[0]), cy: Y.to(p[1]), r: 4.5 }),
          ),
          turnHandle(angle, ZERO[0] + REACH * vx, ZERO[1] - REACH * vy, "gradient"),
        ],
      },
      anglePanel(
        "error",
        "Shares, and the squared error for each axis",
        "A bar for the share of the variance along the axis and one across it, full where it is kept; below, the squared error against the angle of the axis.",
        [
          ...bar(0),
          ...bar(1),
          ...errorCurve(list, k),
          ...atAngle(bestFor(points), "PCA’s axis", "right"),
          angleHandle(angle, ERROR.to(error), "error"),
        ],
      ),
    ];
  },
  says({ scores, error, shares }, { k, angle }) {
    const kept = ["no number", "one number", "both numbers"][k] as string;
    const held = shares.slice(0, k).reduce((sum, share) => sum + share, 0);
    const coordinates = scores
      .map((row) => `(${row.map((p) => brief(Number(p.toFixed(2)))).join(", ")})`)
      .join(", ");
    return `Each point keeps ${kept}. With the axis at ${degrees(angle)} that is ${fixed(100 * held, 1)} % of the variance, and the squared error is ${digits(Math.abs(error) < 1e-12 ? 0 : error, 3)}. Along the axis and across it the points are ${coordinates}.`;
  },
  table({ points }, { points: list, angle }) {
    return {
      caption: `What is left with the axis at ${degrees(angle)}`,
      head: [
        "numbers kept",
        "share of the variance",
        "squared error",
        ...points.map((p) => `(${p.map((x) => digits(x, 2)).join(", ")}) becomes`),
      ],
      rows: [0, 1, 2].map((k) => {
        const { kept, error, shares } = keptAt(list, angle, k);
        const held = shares.slice(0, k).reduce((sum, share) => sum + share, 0);
        return [
          String(k),
          `${fixed(100 * held, 2)} %`,
          fixed(error, 3),
          ...kept.map((p) => `(${p.map((x) => fixed(x, 2)).join(", ")})`),
        ];
      }),
    };
  },
  example: { points: "Z", k: "k" },
  presets: [
    { label: "u = (1, −2)", state: { angle: 53.1 } },
    { label: "The worst axis", state: { angle: -53.1 } },
    { label: "Both numbers", state: { k: 2 } },
    { label: "No number", state: { k: 0 } },
  ],
  drag: (name, { x, y }) => ({ angle: draggedAngle(name, x, y, ZERO) }),
});
