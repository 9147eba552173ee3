/** What a matrix does to each direction: most are turned, a few are only stretched, and repeated products find one. */
import { lift } from "../../reference/numbers/tracked.ts";
import { eigenvalues2x2 } from "../../reference/unsupervised/eigen-small.ts";
import { powerIteration } from "../../reference/unsupervised/power-iteration.ts";
import { arrow } from "./arrow.ts";
import {
  ANGLE,
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
import { choice, list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, fixed } from "./frame/numbers.ts";
import { linear } from "./frame/scale.ts";
import { group, type Mark, mark, pathThrough, text } from "./frame/scene.ts";
import type { Point } from "./half-plane.ts";

type Matrix = readonly (readonly [number, number])[];

const MATRICES = {
  symmetric: {
    label: "(2 1; 1 3), symmetric",
    A: [
      [2, 1],
      [1, 3],
    ],
  },
  turn: {
    label: "(0 −1; 1 0), a quarter turn",
    A: [
      [0, -1],
      [1, 0],
    ],
  },
} as const satisfies Record<string, { label: string; A: Matrix }>;
type Name = "button" | keyof typeof MATRICES;
/** The button of the page, row by row: what sends the columns of its P to their λ and κ times. */
const BUTTON = [4, -2, 1, 1];

const PRESSES = 8;
const X = linear([-5.1, 5.1], [34, 346]);
const Y = linear([-4.02, 4.02], [270, 24]);
const ZERO: Point = [X.to(0), Y.to(0)];
const TURN = linear([-90, 90], [PLOT.bottom, PLOT.top]);

const controls = {
  press: range({ label: "Presses of the button", min: 0, max: PRESSES, step: 1, value: 0 }),
  angle: angleControl("Angle of the first vector v", "v", 0),
  matrix: choice({
    label: "Matrix",
    symbol: "A",
    options: {
      button: "that of the button",
      ...(Object.fromEntries(Object.entries(MATRICES).map(([name, { label }]) => [name, label])) as Record<
        keyof typeof MATRICES,
        string
      >),
    } satisfies Record<Name, string>,
    value: "button",
  }),
  button: list({
    label: "Matrix of the button",
    symbol: "A",
    min: -100,
    max: 100,
    step: 0.001,
    most: 4,
    value: BUTTON,
  }),
};

interface Data {
  readonly A: Matrix;
  /** Unit vectors: the first one, and what each press makes of its direction. */
  readonly vectors: readonly Point[];
  readonly pairs: readonly { readonly value: number; readonly angle: number }[];
}

const shortly = (value: number): string => brief(Number(value.toFixed(3)));
const times = (A: Matrix, [x, y]: Point): Point => A.map(([a, b]) => a * x + b * y) as unknown as Point;
/** By how much the line of Av is turned from that of v, from −90° to 90°. */
const turnOf = (A: Matrix, v: Point): number => {
  const [x, y] = times(A, v);
  return degreesOf([v[0] * x + v[1] * y, v[0] * y - v[1] * x]);
};

/** Two rows; what a link leaves out is the page's. */
function rowsOf(button: readonly number[]): Matrix {
  const [a, b, c, d] = BUTTON.map((own, k) => button[k] ?? own) as [number, number, number, number];
  return [
    [a, b],
    [c, d],
  ];
}

/** The matrix P diag(λ, κ) P⁻¹ row by row; none where P has no inverse. */
function withPairs(
  [a = 0, b = 0, c = 0, d = 0, ...more]: readonly number[],
  [lambda = 0]: readonly number[],
  [kappa = 0]: readonly number[],
): readonly number[] | undefined {
  const q = a * d - b * c;
  if (q === 0 || more.length > 0) return undefined;
  return [
    lambda * a * d - kappa * b * c,
    (kappa - lambda) * a * b,
    (lambda - kappa) * c * d,
    kappa * a * d - lambda * b * c,
  ].map((entry) => entry / q);
}

/** Directions that are only stretched: A − λ sends them to 0, so they stand across one of its rows. */
function pairsOf(A: Matrix): Data["pairs"] {
  return eigenvalues2x2(lift(A as unknown as number[][]))
    .filter(({ value }) => !Number.isNaN(value))
    .map(({ value }) => {
      const [[a, b]] = A as readonly [readonly [number, number]];
      return { value, angle: degreesOf([-b, a - value]) };
    });
}

export const fig53 = defineFigure({
  id: "fig53",
  title: "Where a matrix sends a direction",
  question:
    "The button sends the blue vector to the red one, and turns it. Turn the blue one until both lie on one line: which directions are only stretched? Or press Play and see where repeated presses lead.",
  controls,
  compute({ angle, matrix, button }): Data {
    const A = matrix === "button" ? rowsOf(button) : MATRICES[matrix].A;
    const [tracked, start] = [lift(A as unknown as number[][]), lift([...unitAt(angle)])];
    return {
      A,
      vectors: Array.from(
        { length: PRESSES + 1 },
        (_, k) => powerIteration(tracked, start, k).vector.map(({ value }) => value) as unknown as Point,
      ),
      pairs: pairsOf(A),
    };
  },
  draw({ A, vectors, pairs }, { press, angle }) {
    const v = vectors[press] as Point;
    const image = times(A, v);
    const place = ([x, y]: Point): Point => [X.to(x), Y.to(y)];
    const to = (p: Point): readonly [number, number] => [X.to(p[0]) - ZERO[0], Y.to(p[1]) - ZERO[1]];
    const round = Array.from({ length: 73 }, (_, i) => unitAt(5 * i));
    const [vx, vy] = place(v);
    const first = place(vectors[0] as Point);
    const curve = overAngles({
      yName: "turned by",
      y: TURN,
      yTicks: [-90, -45, 0, 45, 90],
      of: (at) => turnOf(A, unitAt(at)),
      colour: "ink",
    });
    return [
      {
        name: "plane",
        title: "A vector v and where it goes",
        description:
          "The circle of vectors of length 1 and its image, a vector of the circle and its image, and lines along which vectors are only stretched.",
        ...PANEL,
        marks: [
          clip("fig53-clip", X, Y),
          axes({ x: X, y: Y, xName: "x", yName: "y", xTicks: [-4, -2, 0, 2, 4], yTicks: [-4, -2, 0, 2, 4] }),
          mark(
            "g",
            { "clip-path": "url(#fig53-clip)" },
            ...pairs.map(({ angle: at }) => {
              const [ux, uy] = unitAt(at);
              return mark("path", {
                class: "guide reference",
                d: pathThrough([place([-9 * ux, -9 * uy]), place([9 * ux, 9 * uy])]),
              });
            }),
            mark("path", { class: "thin soft", d: pathThrough(round.map(place)) }),
            mark("path", { class: "thin error", d: pathThrough(round.map((p) => place(times(A, p)))) }),
            mark("path", { class: "line error heavy", d: arrow(...ZERO, ...to(image), 9) }),
            mark("path", { class: "line prediction heavy", d: arrow(...ZERO, ...to(v), 9) }),
          ),
          ...pairs.map(({ value, angle: at }, k) => {
            const [ux, uy] = unitAt(at);
            // The end of the line that is left of the middle: vectors are mostly looked at on its right.
            const size = Math.min(4.9 / Math.max(1e-9, Math.abs(ux)), 3.7 / Math.max(1e-9, Math.abs(uy)));
            const [x, y] = place([-size * ux, -size * uy]);
            return text(x + 6, y + (k === 0 ? 15 : -3), `λ = ${shortly(value)}`, {
              class: "words reference small",
            });
          }),
          text(vx + 8 * Math.sign(v[0] || 1), vy + (v[1] > 0 ? -8 : 16), "v", {
            class: "words prediction symbol middle",
          }),
          text(X.to(image[0]), Y.to(image[1]) + (image[1] > 0 ? -8 : 18), "A v", {
            class: "words error symbol middle",
          }),
          turnHandle(angle, ...first, press === 0 ? "prediction" : "soft"),
        ],
      },
      anglePanel(
        "turn",
        "By how much each direction is turned",
        "The angle from a vector to its image against the angle of the vector. Where the curve is 0, the direction stays.",
        [
          ...curve,
          ...pairs.flatMap(({ value, angle: at }, k) =>
            atAngle(at, `λ = ${shortly(value)}`, k === 0 ? "left" : "right"),
          ),
          ...trail(A, vectors, press),
          group(
            "ink",
            text(44, 16, `v at ${degrees(Number(degreesOf(v).toFixed(1)))}`, { class: "strong" }),
            text(346, 16, `turned by ${degrees(Number(turnOf(A, v).toFixed(1)))}`, { class: "strong end" }),
            text(44, 34, `stretched ${fixed(Math.hypot(...image), 3)} times`, { class: "small" }),
          ),
          angleHandle(angle, TURN.to(turnOf(A, vectors[0] as Point)), press === 0 ? "prediction" : "soft"),
        ],
      ),
    ];
  },
  says({ A, vectors, pairs }, { press }) {
    const v = vectors[press] as Point;
    const image = times(A, v);
    const stays =
      pairs.length === 0
        ? "No direction stays: λ² − tλ + q has no zero."
        : `Two directions stay: ${pairs.map(({ value, angle }) => `${degrees(Number(angle.toFixed(1)))}, stretched ${brief(Number(value.toFixed(4)))} times`).join(", and ")}.`;
    const after = press === 0 ? "v" : `After ${press} ${press === 1 ? "press" : "presses"} v`;
    return `${after} is (${v.map((x) => fixed(x, 3)).join(", ")}), at ${degrees(Number(degreesOf(v).toFixed(1)))}; the matrix sends it to (${image.map((x) => fixed(x, 3)).join(", ")}), ${fixed(Math.hypot(...image), 3)} times as long and turned by ${degrees(Number(turnOf(A, v).toFixed(1)))}. ${stays}`;
  },
  table({ A, vectors }) {
    return {
      caption: "What each press makes of the direction, brought to length 1",
      head: ["press", "x", "y", "angle", "stretched by the next", "turned by the next"],
      rows: vectors.map((v, k) => [
        String(k),
        fixed(v[0], 5),
        fixed(v[1], 5),
        `${fixed(degreesOf(v), 2)}°`,
        fixed(Math.hypot(...times(A, v)), 5),
        `${fixed(turnOf(A, v), 2)}°`,
      ]),
    };
  },
  animation: { control: "press", last: () => PRESSES, perSecond: 1.2 },
  presets: [
    { label: "Eight presses", state: { press: PRESSES } },
    { label: "Along (1, 1)", state: { angle: 45, press: 3 } },
    { label: "A symmetric matrix", state: { matrix: "symmetric" } },
    { label: "A quarter turn", state: { matrix: "turn" } },
  ],
  example: { button: { of: ["P", "\\lambda", "\\kappa"], by: withPairs } },
  drag: (name, { x, y }) => ({ angle: draggedAngle(name, x, y, ZERO), press: 0 }),
});

/** Where each press has left the direction, on the curve. */
const trail = (A: Matrix, vectors: readonly Point[], press: number): readonly Mark[] =>
  vectors.slice(1, press + 1).map((v, k) =>
    mark("circle", {
      class: k + 1 === press ? "dot prediction" : "hollow prediction",
      cx: ANGLE.to(degreesOf(v)),
      cy: TURN.to(turnOf(A, v)),
      r: k + 1 === press ? 5 : 3,
    }),
  );
