/** A chain of three units: weights and slopes by which a derivative is multiplied on its way back. */
import { type Chain, chainOf, KINDS, type Kind, sigmoidSlope } from "./fig37b/chains.ts";
import { axes } from "./frame/axes.ts";
import { list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import { linear, logarithmic } from "./frame/scale.ts";
import { group, mark, type Panel, pathThrough, text } from "./frame/scene.ts";
import { type MatrixBars, matrixBars, movedEntry, perUnit, rowsOf } from "./matrix-bars.ts";
import { shape } from "./shapes.ts";

const WEIGHTS = [2, -1.5, 3];
const NAMES = ["p", "q", "r"];
/** The weight that fills a bar; larger ones can be had, too. */
const MOST = 5;
const CELL = { width: 112, height: 92 };
const PLACE = linear([0, 3], [56, 336]);
const LEFT = logarithmic([1e-6, 1e3], [256, 84]);
/** What lies beyond an end is drawn at it. */
const TICKS = new Map([
  [1e-6, "≤ 10⁻⁶"],
  [1e-3, "10⁻³"],
  [1, "1"],
  [1e3, "≥ 10³"],
]);
/** Chains have as many units as on the page. */
const LENGTH: Readonly<Record<Kind, number>> = { sigmoid: 3, none: 3, skip: 2 };
const SAID: Readonly<Record<Kind, string>> = {
  sigmoid: "sigmoids: ∂u₃/∂x",
  none: "without activation: ∂v/∂x",
  skip: "two with a skip: ∂f₂/∂x",
};

const controls = {
  x: range({ label: "Input x", symbol: "x", min: -4, max: 4, step: 0.05, value: 0.5 }),
  weights: list({ label: "Weights p, q, r", min: -50, max: 50, step: 0.05, most: 3, value: WEIGHTS }),
};

interface Data {
  readonly weights: readonly (readonly number[])[];
  readonly slopes: readonly (readonly number[])[];
  readonly chains: Readonly<Record<Kind, Chain>>;
}

export const fig37b = defineFigure({
  id: "fig37b",
  title: "What comes back through three units",
  question:
    "Each unit multiplies the derivative by its weight and by its slope. A sigmoid’s slope is at most ¼, so drag the weights up: how much comes back to x with weights of 4, and how much with 8?",
  controls,
  compute({ x, weights: given }): Data {
    const weights = rowsOf(given, WEIGHTS, 1);
    const [kinds, plain] = [KINDS, weights.flat()];
    const chains = Object.fromEntries(
      kinds.map((kind) => [kind, chainOf(kind, x, plain.slice(0, LENGTH[kind]))]),
    ) as Record<Kind, Chain>;
    const slopes = plain.map((weight, k) => [sigmoidSlope(weight * (chains.sigmoid.values[k] ?? 0))]);
    return { weights, slopes, chains };
  },
  draw({ weights, slopes, chains }) {
    const bars = (
      of: Pick<MatrixBars, "name" | "title" | "description" | "rows" | "most" | "colour"> &
        Partial<MatrixBars>,
    ) => matrixBars({ cell: CELL, isLit: () => false, called: (i) => `Weight ${NAMES[i]}`, ...of });
    return [
      bars({
        name: "weights",
        title: "Weights: drag one",
        description: "The weights p, q and r of the three units.",
        rows: weights,
        most: MOST,
        colour: "prediction",
        drags: "w",
        notes: (i) => NAMES[i] ?? "",
      }),
      bars({
        name: "slopes",
        title: "Slopes σ′",
        description: "The slope of the sigmoid at the net input of each unit, at most ¼.",
        rows: slopes,
        most: 0.25,
        colour: "gradient",
        shows: (slope) => digits(slope, 3),
        notes: (i) => `u${"₁₂₃"[i]}`,
      }),
      wayBack(chains),
    ];
  },
  says({ weights, slopes, chains: { sigmoid, none, skip } }, { x }) {
    const steps = [2, 1, 0].map(
      (k) => `${brief(weights[k]?.[0] ?? 0)}\u00a0·\u00a0${digits(slopes[k]?.[0] ?? 0, 3)}`,
    );
    return `At x = ${fixed(x, 2)} the sigmoids multiply by ${steps.join(", by ")}: ∂u₃/∂x = ${digits(sigmoid.left[0] ?? 0, 4)}. Without activation only the weights are left, ∂v/∂x = ${digits(none.left[0] ?? 0, 4)}; through two units with a skip ∂f₂/∂x = ${digits(skip.left[0] ?? 0, 4)}.`;
  },
  table({ chains }) {
    return {
      caption: "The derivative of the output by what goes into each unit, and by the output",
      head: ["chain", "x", "after unit 1", "after unit 2", "after unit 3"],
      rows: KINDS.map((kind) => [
        SAID[kind],
        ...[0, 1, 2, 3].map((k) => {
          const left = chains[kind].left[k];
          return left === undefined ? "none" : digits(left, 4);
        }),
      ]),
    };
  },
  example: { x: "x", weights: ["p", "q", "r"] },
  presets: [
    { label: "All weights 4", state: { weights: [4, 4, 4] } },
    { label: "All weights 8", state: { weights: [8, 8, 8] } },
    { label: "All weights 40", state: { weights: [40, 40, 40] } },
    { label: "All weights ½", state: { weights: [0.5, 0.5, 0.5] } },
    { label: "No weights", state: { weights: [0, 0, 0] } },
  ],
  drag: (name, { dy }, _state, { weights }) => ({
    weights: movedEntry(weights, name, -dy * perUnit(MOST, CELL.height)),
  }),
});

/** What is left of the derivative at each place of the three chains. */
function wayBack(chains: Readonly<Record<Kind, Chain>>): Panel {
  const placeOf = (left: number, k: number) =>
    [PLACE.to(k), Math.max(LEFT.range[1], Math.min(LEFT.range[0], LEFT.to(Math.abs(left))))] as const;
  return {
    name: "back",
    title: "What is left on the way back",
    description:
      "The size of the derivative by powers of ten, from 1 at the output on the right to x on the left, for the three chains. Less than 10⁻⁶ lies at the lower end, more than 10³ at the upper one.",
    width: 360,
    height: 300,
    marks: [
      axes({
        x: PLACE,
        y: LEFT,
        xName: "",
        yName: "",
        xTicks: [0, 1, 2, 3],
        xText: (k) => (k === 0 ? "x" : `unit ${k}`),
        yTicks: [...TICKS.keys()],
        yText: (tick) => TICKS.get(tick) ?? "",
        zeros: false,
      }),
      ...KINDS.map((kind, c) => {
        const points = chains[kind].left.map(placeOf);
        return group(
          `cluster of-${c}`,
          mark("path", { class: "line", d: pathThrough(points) }),
          ...points.map(([x, y]) => mark("path", { class: "form", d: shape(c, x, y, 5) })),
          mark("path", { class: "form", d: shape(c, 64, 18 + 18 * c, 5) }),
        );
      }),
      ...KINDS.flatMap((kind, c) => [
        text(76, 22 + 18 * c, SAID[kind], { class: "small" }),
        text(346, 22 + 18 * c, digits(chains[kind].left[0] ?? 0, 3), { class: "strong end" }),
      ]),
    ],
  };
}
