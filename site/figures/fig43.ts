/** Four optimisers race over a surface: what momentum, a rate for each parameter, and both are good for. */
import { heights, heightsStill } from "./fig43/heights.ts";
import { map, mapStill, X, Y } from "./fig43/map.ts";
import {
  aboveLeast,
  hasDiverged,
  placeOf,
  type Race,
  RUNNERS,
  raceOf,
  raceSteps,
  type Settings,
  STEPS,
} from "./fig43/race.ts";
import { type Point, SURFACES } from "./fig43/surfaces.ts";
import { choice, list, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";

/** Start and rate of Adam: those of the page's example. */
const START = [-2.5, 1.5] as const;

const controls = {
  step: range({ label: "Step", min: 0, max: STEPS, step: 1, value: STEPS }),
  surface: choice({ label: "Surface", options: SURFACES, value: "valley" }),
  kappa: range({
    label: "Steepness across the valley κ",
    min: 1,
    max: 200,
    step: Math.log10(200) / 46,
    value: 25,
    log: true,
  }),
  rate: range({
    label: "η of descent and momentum",
    min: 1e-4,
    max: 1,
    step: 0.05,
    value: 0.02,
    log: true,
  }),
  mu: range({ label: "Momentum μ", min: 0, max: 0.99, step: 0.01, value: 0.9 }),
  adaptive: range({ label: "η of RMSprop and Adam", min: 1e-4, max: 1, step: 0.05, value: 0.05, log: true }),
  start: list({ label: "Start", min: -3, max: 3, step: 0.01, most: 2, value: START }),
};

const settingsOf = ({
  start: [x = START[0], y = START[1]],
  ...others
}: Omit<Settings, "start"> & { readonly start: readonly number[] }): Settings => ({
  ...others,
  start: [x, y],
});

interface Data {
  readonly race: Race;
  readonly map: readonly Mark[];
  readonly heights: readonly Mark[];
}

export const fig43 = defineFigure({
  id: "fig43",
  title: "Four optimisers race",
  question:
    "All four start at the same place. Which is first at the cross, and does it stay there? Drag the start, and find a surface on which another one wins.",
  controls,
  prepare: (state) => raceSteps(settingsOf(state)),
  compute(state): Data {
    const race = raceOf(settingsOf(state));
    return { race, map: mapStill(race.surface), heights: heightsStill(race) };
  },
  draw(data, { step }) {
    return [map(data.race, data.map, step), heights(data.race, data.heights, step)];
  },
  says({ race }, { step }) {
    const { ways, surface } = race;
    const above = ways.map((way) => aboveLeast(surface, placeOf(way, step)));
    const parts = RUNNERS.map((name, k) =>
      hasDiverged(ways[k] as readonly Point[], step)
        ? `${name} has run away`
        : `${name} ${digits(above[k] as number, 2)}`,
    );
    return `After ${step} steps the heights above the lowest place are: ${parts.join(", ")}.${limitOf(race)}`;
  },
  table({ race: { ways, surface } }, { step }) {
    return {
      caption: `Where each optimiser is after ${step} steps`,
      head: ["optimiser", "θ₁", "θ₂", "height above the lowest"],
      rows: RUNNERS.map((name, k) => {
        const at = placeOf(ways[k] as readonly Point[], step);
        return [name, digits(at[0], 4), digits(at[1], 4), digits(aboveLeast(surface, at), 4)];
      }),
    };
  },
  animation: { control: "step", last: () => STEPS, perSecond: 30 },
  example: { start: "\\theta", adaptive: "\\eta" },
  idle: ({ surface }) => (surface === "valley" ? [] : ["kappa"]),
  presets: [
    { label: "A round bowl", state: { kappa: 1, rate: 0.1 } },
    { label: "Descent at its limit", state: { rate: 0.08 } },
    { label: "Beyond it", state: { rate: 0.1 } },
    {
      label: "Bent valley",
      state: { surface: "rosenbrock", rate: 0.001, adaptive: 0.05, start: [-1.5, 2] },
    },
    { label: "Off the saddle", state: { surface: "saddle", rate: 0.1, start: [-2.5, 0.01] } },
    { label: "On its ridge", state: { surface: "saddle", rate: 0.1, start: [-2.5, 0] } },
  ],
  drag: (_, { x, y }) => ({ start: [X.from(x), Math.max(Y.domain[0], Math.min(Y.domain[1], Y.from(y)))] }),
});

/** On the valley: where plain descent runs away. */
function limitOf({ surface }: Race): string {
  const [, kappa] = surface.gradient(0, 1);
  return surface.leastHeight === 0 && surface.gradient(1, 0)[0] === 1
    ? ` Across the valley descent multiplies θ₂ by 1 − ${fixed(kappa, kappa < 10 ? 1 : 0)}η at each step.`
    : "";
}
