/** The largest variance on the circle of length 1: where a level line touches it, both gradients lie on one line. */

import { arrow } from "./arrow.ts";
import {
  angleControl,
  angleHandle,
  anglePanel,
  atAngle,
  degrees,
  degreesOf,
  draggedAngle,
  overAngles,
  PANEL,
  PLOT,
  turnHandle,
  unitAt,
} from "./direction.ts";
import { axes, clip } from "./frame/axes.ts";
import { range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, fixed } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { group, type Mark, mark, pathThrough, text } from "./frame/scene.ts";
import type { Point } from "./half-plane.ts";
import { levelEllipse } from "./level-ellipse.ts";

/** The variance of the page's (2 1; 1 2) along its diagonal, and the angle of that. */
const MOST = 3;
const DIAGONAL = 45;
/** One unit for both axes, so that right angles are right. */
const X = linear([-2.08, 2.08], [34, 346]);
const Y = linear([-1.64, 1.64], [270, 24]);
const ZERO: Point = [X.to(0), Y.to(0)];
const UNIT = X.to(1) - X.to(0);
/** How long a gradient is drawn, in units of the plane. */
const SHORTENED = 0.16;
const LEVELS = [0.5, 1, 2, 3, 4.5, 6];
const VARIANCE = linear([0, 3.3], [PLOT.bottom, PLOT.top]);
/** Angles are set by tenths. */
const PARALLEL = 0.01;

const controls = {
  angle: angleControl("Angle of v", "v", 26.6),
  length: range({ label: "Length of v", symbol: "v", min: 0.4, max: 1.5, step: 0.05, value: 1 }),
  least: range({ label: "Variance across the diagonal", min: 0.1, max: MOST, step: 0.1, value: 1 }),
};

interface Data {
  /** C = ((a, b), (b, a)): the diagonal has a + b, the direction across it a − b. */
  readonly a: number;
  readonly b: number;
}

interface Place {
  readonly v: Point;
  /** Cv */
  readonly image: Point;
  /** vᵀCv */
  readonly value: number;
  /** Degrees from v to Cv. */
  readonly apart: number;
}

function placeAt({ a, b }: Data, angle: number, length: number): Place {
  const [x, y] = unitAt(angle);
  const v: Point = [length * x, length * y];
  const image: Point = [a * v[0] + b * v[1], b * v[0] + a * v[1]];
  const value = v[0] * image[0] + v[1] * image[1];
  return { v, image, value, apart: degreesOf([value, v[0] * image[1] - v[1] * image[0]]) };
}

/** Whether it is a vector of the plane that has a direction. */
const isPlane = (v: readonly number[]): v is Point => v.length === 2 && Math.hypot(...v) > 0;

const placed = ([x, y]: Point): Point => [X.to(x), Y.to(y)];

export const fig28b = defineFigure({
  id: "fig28b",
  title: "Where an ellipse touches the circle",
  question:
    "Each ellipse joins vectors with one variance vᵀCv, and the green circle holds those of length 1. Turn v along the circle until the variance rises no further: how do both gradients lie there? And what wins if v may have any length?",
  controls,
  compute: ({ least }): Data => ({ a: (MOST + least) / 2, b: (MOST - least) / 2 }),
  draw(data, { angle, length, least }) {
    const { v, image, value, apart } = placeAt(data, angle, length);
    const ellipse = (level: number): string =>
      `${pathThrough(
        levelEllipse(
          { values: [2 * MOST, 2 * least], vectors: [unitAt(DIAGONAL), unitAt(-DIAGONAL)] },
          level,
          72,
        ).map(placed),
      )}Z`;
    const [x, y] = placed(v);
    const gradient = (g: Point, colour: string, name: string, below: number): readonly Mark[] => {
      const [dx, dy] = [2 * SHORTENED * UNIT * g[0], -2 * SHORTENED * UNIT * g[1]];
      return [
        mark("path", { class: `line heavy ${colour}`, d: arrow(x, y, dx, dy, 8) }),
        text(x + dx + 6, y + dy + below, name, { class: `words symbol ${colour}` }),
      ];
    };
    const circle = pathThrough(Array.from({ length: 73 }, (_, i) => placed(unitAt(5 * i))));
    const isRound = MOST - least < 1e-9;
    return [
      {
        name: "plane",
        title: "Level lines of the variance, and the unit circle",
        description:
          "Ellipses of equal variance, the one through v set off, the circle of vectors of length 1, the vector v, and at its tip the gradients of the variance and of the squared length, both drawn shorter. The vector can be turned.",
        ...PANEL,
        marks: [
          clip("fig28b-clip", X, Y),
          axes({ x: X, y: Y, xName: "v₁", yName: "v₂", xTicks: [-2, -1, 0, 1, 2], yTicks: [-1, 0, 1] }),
          mark(
            "g",
            { "clip-path": "url(#fig28b-clip)" },
            mark("path", { class: "thin soft", d: LEVELS.map(ellipse).join("") }),
            mark("path", { class: "line gradient", d: ellipse(value) }),
            mark("path", { class: "line reference", d: circle }),
            ...gradient(image, "gradient", "2 C v", -4),
            ...gradient(v, "reference", "2 v", 14),
            mark("path", { class: "line heavy prediction", d: arrow(...ZERO, x - ZERO[0], y - ZERO[1], 9) }),
          ),
          turnHandle(angle, x, y, "prediction"),
        ],
      },
      anglePanel(
        "variance",
        "Variance of the unit vectors",
        "The variance of unit vectors against their angle, with its most along the diagonal and its least across it.",
        [
          ...overAngles({
            yName: "variance",
            y: VARIANCE,
            of: (at) => placeAt(data, at, 1).value,
            colour: "gradient",
          }),
          ...(isRound
            ? []
            : [...atAngle(DIAGONAL, "most", "right"), ...atAngle(-DIAGONAL, "least", "right")]),
          group(
            "ink",
            text(44, 16, `vᵀ C v = ${fixed(value, 3)}`, { class: "strong" }),
            text(346, 16, `gradients ${degrees(Number(Math.abs(apart).toFixed(1)))} apart`, {
              class: "strong end",
            }),
            text(44, 34, `vᵀv = ${fixed(length * length, 3)}`, { class: "small" }),
          ),
          angleHandle(angle, VARIANCE.to(placeAt(data, angle, 1).value), "prediction"),
        ],
      ),
    ];
  },
  says(data, { angle, length, least }) {
    const { v, value, apart } = placeAt(data, angle, length);
    const at = `v = (${fixed(v[0], 3)}, ${fixed(v[1], 3)}) has vᵀCv = ${fixed(value, 3)}`;
    const lambda = value / length ** 2;
    const kind = MOST - least < 1e-9 ? "as every variance is" : lambda > 2 ? "the most" : "the least";
    const meets =
      Math.abs(apart) < PARALLEL
        ? `Both gradients lie on one line: Cv = ${fixed(lambda, 3)} v, so v is an eigenvector, and λ = ${fixed(lambda, 3)} is its variance for length 1, ${kind}.`
        : `The gradients are ${degrees(Number(Math.abs(apart).toFixed(1)))} apart, so the level line crosses the circle through the tip of v: the variance rises if v is turned ${apart > 0 ? "up" : "down"}.`;
    const free =
      length === 1
        ? ""
        : ` Its length is ${brief(length)}: without the constraint twice the length has four times the variance, so no v is the best.`;
    return `${at}. ${meets}${free}`;
  },
  table(data) {
    return {
      caption: "Unit vectors, what C makes of them, and how far both gradients are apart",
      head: ["angle", "v₁", "v₂", "first of Cv", "second of Cv", "vᵀCv", "apart"],
      rows: Array.from({ length: 13 }, (_, i) => {
        const angle = 15 * i - 90;
        const { v, image, value, apart } = placeAt(data, angle, 1);
        return [
          `${fixed(angle, 0)}°`,
          ...[...v, ...image, value].map((each) => fixed(each, 3)),
          `${fixed(Math.abs(apart), 1)}°`,
        ];
      }),
    };
  },
  presets: [
    { label: "The maximum", state: { angle: DIAGONAL } },
    { label: "The minimum", state: { angle: -DIAGONAL } },
    { label: "Off the circle", state: { length: 1.5 } },
    { label: "A long cloud", state: { least: 0.1, angle: 30 } },
    { label: "A round cloud", state: { least: MOST } },
  ],
  // Its direction alone: the circle is where v is looked for.
  example: { angle: { of: ["v"], by: (v) => (isPlane(v) ? degreesOf(v) : undefined) } },
  drag: (name, { x, y }) => ({ angle: draggedAngle(name, x, y, ZERO) }),
});
