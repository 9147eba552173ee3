/** Local minima: a ball on a rough road, and what gets it out of a hollow. */
import { curve } from "./curve.ts";
import { ENDS, lossAt, lowest, placesOf, STEPS } from "./fig40/descent.ts";
import { axes } from "./frame/axes.ts";
import { range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { fixed } from "./frame/numbers.ts";
import { remembered } from "./frame/remembered.ts";
import { linear } from "./frame/scale.ts";
import { dots, handle, type Mark, mark, pathThrough, rounded, text } from "./frame/scene.ts";
import { near } from "./near.ts";

const X = linear(ENDS, [34, 476]);
const L = linear([-1.6, 4.6], [252, 24]);
const STEP = linear([0, STEPS], [40, 476]);
const HEIGHT = linear([-1.6, 4.6], [158, 24]);
/** Steps whose places are shown behind the ball. */
const TRAIL = 12;

const controls = {
  step: range({ label: "Step", min: 0, max: STEPS, step: 1, value: STEPS }),
  eta: range({
    label: "Learning rate η",
    symbol: "η",
    min: 0.001,
    max: 1,
    step: 0.05,
    value: 0.1,
    log: true,
  }),
  mu: range({ label: "Momentum μ", symbol: "μ", min: 0, max: 0.99, step: 0.01, value: 0 }),
  noise: range({ label: "Noise of the gradient", min: 0, max: 10, step: 0.1, value: 0 }),
  start: range({ label: "Start", min: ENDS[0], max: ENDS[1], step: 0.05, value: -6.5 }),
  seed: seed({ label: "Seed of the noise", value: 1 }),
};

const road = remembered((): readonly Mark[] => [
  axes({ x: X, y: L, xName: "parameter", yName: "loss" }),
  mark("path", { class: "line data", d: curve(lossAt, X, L) }),
  mark("path", {
    class: "guide reference",
    d: `M${rounded(X.to(lowest().x))} ${rounded(L.to(lowest().loss))}V252`,
  }),
  text(X.to(lowest().x) - 6, 244, "lowest", { class: "words reference small end" }),
]);

/** Whether the ball lies in the lowest hollow: between the tops on both sides of it. */
const isLowest = (x: number): boolean => Math.abs(x - lowest().x) < 0.7;

export const fig40 = defineFigure({
  id: "fig40",
  title: "A ball on a rough road",
  question:
    "Plain descent lies in the first hollow that it came to. What gets it to the lowest one: a larger rate, momentum, noise in the gradient, or another start?",
  controls,
  compute: (settings) => placesOf(settings),
  draw(places, { step, start }) {
    const x = places[step] as number;
    const to = (at: number): readonly [number, number] => [near(X.to(at)), near(L.to(lossAt(at)))];
    const [cx, cy] = to(x);
    return [
      {
        name: "road",
        title: "The loss, and the ball on it",
        description: `A bowl with waves; the ball is at ${fixed(x, 2)}, and the lowest place at ${fixed(lowest().x, 2)}. The start can be dragged.`,
        width: 490,
        height: 290,
        wide: true,
        marks: [
          ...road(),
          mark("path", {
            class: "dots prediction far",
            d: dots(places.slice(Math.max(0, step - TRAIL), step).map(to)),
          }),
          handle("start", "Start of the ball", X.to(start), L.to(lossAt(start)), "ink", fixed(start, 2)),
          mark("circle", { class: "dot prediction", cx, cy: cy - 6, r: 8 }),
        ],
      },
      {
        name: "losses",
        title: "Loss at each step",
        description: "The loss of the ball step by step, and the lowest loss as a dashed line.",
        width: 490,
        height: 196,
        wide: true,
        marks: [
          axes({ x: STEP, y: HEIGHT, xName: "step", yName: "loss", zeros: false }),
          mark("path", { class: "line dashed reference", d: `M40 ${rounded(HEIGHT.to(lowest().loss))}H476` }),
          mark("path", {
            class: "line prediction",
            d: pathThrough(
              places
                .slice(0, step + 1)
                .map((at, t) => [STEP.to(t), Math.max(24, HEIGHT.to(lossAt(at)))] as const),
            ),
          }),
        ],
      },
    ];
  },
  says(places, { step, start }) {
    const x = places[step] as number;
    const { x: best, loss } = lowest();
    const where = isLowest(x)
      ? "It is in the lowest hollow."
      : `The lowest place is at ${fixed(best, 2)}, with ${fixed(loss, 2)}.`;
    return `From ${fixed(start, 2)} the ball is at ${fixed(x, 2)} after ${step} steps, where the loss is ${fixed(lossAt(x), 2)}. ${where}`;
  },
  table(places) {
    return {
      caption: "The ball, every twentieth step",
      head: ["step", "place", "loss"],
      rows: places.flatMap((x, t) => (t % 20 === 0 ? [[String(t), fixed(x, 3), fixed(lossAt(x), 3)]] : [])),
    };
  },
  animation: { control: "step", last: () => STEPS, perSecond: 20 },
  idle: ({ noise }) => (noise === 0 ? ["seed"] : []),
  presets: [
    { label: "Momentum", state: { mu: 0.93 } },
    { label: "Too much of it", state: { mu: 0.97 } },
    { label: "Noise", state: { noise: 4 } },
    { label: "A larger rate", state: { eta: 0.3 } },
    { label: "Another start", state: { start: 0 } },
  ],
  drag: (_, { x }) => ({ start: X.from(x) }),
});
