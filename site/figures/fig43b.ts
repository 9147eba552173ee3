/** Momentum in a valley: the step before is kept, so that what agrees adds up and what does not cancels. */

import { type Point, surfaceOf } from "./fig43/surfaces.ts";
import { FALLS, STEPS, WAYS, waysOf } from "./fig43b/ways.ts";
import { axes, clip } from "./frame/axes.ts";
import { choice, list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed, superscript } from "./frame/numbers.ts";
import { linear, logarithmic } from "./frame/scale.ts";
import { handle, type Mark, mark, pathThrough, text } from "./frame/scene.ts";
import { near } from "./near.ts";
import { shape } from "./shapes.ts";

const START = [-2.6, 0.8] as const;
const X = linear([-3, 3], [36, 346]);
const Y = linear([-1.3, 1.3], [262, 34]);
const STEP = linear([0, STEPS], [46, 346]);
const HEIGHT = logarithmic([1e-16, 1e2], [262, 46]);
/** Heights of the level lines. */
const LEVELS = [0.1, 0.5, 1.5, 4, 9, 16];
const SIZE = { width: 360, height: 300 };

const controls = {
  step: range({ label: "Step", min: 0, max: STEPS, step: 1, value: STEPS }),
  mu: range({ label: "Momentum μ", symbol: "μ", min: 0, max: 0.99, step: 0.01, value: 0.6 }),
  eta: range({ label: "Learning rate η", symbol: "η", min: 0.001, max: 0.2, step: 0.001, value: 0.07 }),
  kappa: range({ label: "Steepness across the valley", min: 1, max: 100, step: 1, value: 25 }),
  later: choice({
    label: `From step ${FALLS} on`,
    options: { stays: "η stays", tenth: "η is a tenth" },
    value: "stays",
  }),
  start: list({ label: "Start", min: -3, max: 3, step: 0.01, most: 2, value: START }),
};

type Ways = ReturnType<typeof waysOf>;
const to = ([x, y]: Point): Point => [near(X.to(x)), near(Y.to(y))];
const placeOf = (way: readonly Point[], step: number): Point => way[Math.min(step, way.length - 1)] as Point;
const hasLeft = (way: readonly Point[], step: number): boolean =>
  way.length <= STEPS && step >= way.length - 1;
const height = (kappa: number, at: Point): number => surfaceOf("valley", kappa).height(...at);

export const fig43b = defineFigure({
  id: "fig43b",
  title: "Down a valley with what is left of the last step",
  question:
    "Descent jumps from wall to wall and creeps forward. With μ = 0.6 the last step goes on in part: who is lower after 60 steps, and at which μ does the ball overshoot?",
  controls,
  compute({ mu, eta, kappa, later, start: [x = START[0], y = START[1]] }): Ways {
    return waysOf({ mu, eta, kappa, later: later === "tenth" ? 0.1 : 1, start: [x, y] });
  },
  draw(ways, { step, mu, kappa }) {
    const start = placeOf(ways[0] as readonly Point[], 0);
    const levels = LEVELS.map((level) =>
      mark("ellipse", {
        class: "thin data faint",
        cx: X.to(0),
        cy: Y.to(0),
        rx: X.to(Math.sqrt(2 * level)) - X.to(0),
        ry: Y.to(0) - Y.to(Math.sqrt((2 * level) / kappa)),
      }),
    );
    const forms = (place: (way: readonly Point[]) => Point): readonly Mark[] =>
      ways.map((way, k) => mark("path", { class: `form cluster of-${k}`, d: shape(k, ...place(way), 5) }));
    const inHeight = (way: readonly Point[], t: number): Point => {
      const at = height(kappa, placeOf(way, t));
      return [STEP.to(t), Math.max(46, Math.min(262, HEIGHT.to(at)))];
    };
    return [
      {
        name: "map",
        title: "The ways down the valley",
        description:
          "Level lines of a valley around its lowest place; the way of descent and those of momentum in both forms, and a form of its own where each is now. The start can be dragged.",
        ...SIZE,
        marks: [
          clip("fig43b-map", X, Y),
          axes({ x: X, y: Y, xName: "along, θ₁", yName: "across, θ₂", yTicks: [-1, 0, 1] }),
          mark(
            "g",
            { "clip-path": "url(#fig43b-map)" },
            ...levels,
            ...ways.map((way, k) =>
              mark("path", { class: `line cluster of-${k}`, d: pathThrough(way.slice(0, step + 1).map(to)) }),
            ),
            ...forms((way) => to(placeOf(way, step))),
          ),
          handle(
            "start",
            "Start",
            ...to(start),
            "ink",
            `along ${fixed(start[0], 2)}, across ${fixed(start[1], 2)}`,
          ),
        ],
      },
      {
        name: "heights",
        title: `Height above the lowest place, with μ = ${brief(mu)}`,
        description: "The height of each way step by step, by powers of ten.",
        ...SIZE,
        marks: [
          axes({
            x: STEP,
            y: HEIGHT,
            xName: "step",
            yName: "height",
            yTicks: [1e-16, 1e-12, 1e-8, 1e-4, 1],
            yText: (tick) => (tick === 1 ? "1" : `10${superscript(Math.round(Math.log10(tick)))}`),
            zeros: false,
          }),
          ...ways.map((way, k) =>
            mark("path", {
              class: `line cluster of-${k}`,
              d: pathThrough(Array.from({ length: step + 1 }, (_, t) => inHeight(way, t))),
            }),
          ),
          ...forms((way) => inHeight(way, step)),
          ...WAYS.flatMap((name, k) => [
            mark("path", { class: `form cluster of-${k}`, d: shape(k, 60 + 95 * k, 16, 5) }),
            text(69 + 95 * k, 20, name === "kept steps" ? "kept steps M" : name, { class: "words small" }),
          ]),
        ],
      },
    ];
  },
  says(ways, { step, mu, eta, kappa, later }) {
    const heights = ways.map((way, k) =>
      hasLeft(way, step)
        ? `${WAYS[k]} ${k === 0 ? "has" : "have"} left the valley`
        : `${WAYS[k]} ${digits(height(kappa, placeOf(way, step)), 2)}`,
    );
    const [, steps, gradients] = ways;
    const same =
      later === "stays" || step <= FALLS || steps === undefined || gradients === undefined
        ? "Both forms of momentum are one."
        : "Both forms go different ways since the rate has fallen.";
    return `After ${step} steps with μ = ${fixed(mu, 2)} the heights are: ${heights.join(", ")}. Descent multiplies the distance across by ${fixed(1 - eta * kappa, 2)} and that along by ${fixed(1 - eta, 2)} a step. ${same}`;
  },
  table(ways, { kappa }) {
    return {
      caption: "Height above the lowest place, every fifth step",
      head: ["step", ...WAYS],
      rows: Array.from({ length: STEPS / 5 + 1 }, (_, r) => [
        String(5 * r),
        ...ways.map((way) => (hasLeft(way, 5 * r) ? "left" : digits(height(kappa, placeOf(way, 5 * r)), 3))),
      ]),
    };
  },
  animation: { control: "step", last: () => STEPS, perSecond: 10 },
  example: { mu: "\\mu" },
  presets: [
    { label: "No momentum", state: { mu: 0 } },
    { label: "It overshoots", state: { mu: 0.95 } },
    { label: "The limit of descent", state: { eta: 0.08 } },
    { label: "Beyond it, with momentum", state: { eta: 0.1 } },
    { label: "η falls to a tenth", state: { later: "tenth", mu: 0.9, eta: 0.02 } },
  ],
  drag: (_, { x, y }) => ({ start: [X.from(x), Math.max(-1.3, Math.min(1.3, Y.from(y)))] }),
});
