/** A saddle learned by a network of 65 numbers: the surface, the error, and a slice of its landscape. */
import { type ErrorCurve, errorPanel, errorStill } from "./error-curve.ts";
import { slicePanel } from "./fig34/slice.ts";
import { surfacePanel } from "./fig34/surface.ts";
import { choice, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";
import {
  EPOCHS,
  OPTIMISERS,
  type Run,
  type Settings,
  SIDE,
  STARTS,
  type Stand,
  saddleRun,
  saddleSteps,
} from "./saddle-run.ts";
import { degreesShown, turnedBy } from "./turning.ts";

const controls = {
  epoch: range({ label: "Epoch", min: 0, max: EPOCHS, step: 1, value: EPOCHS }),
  start: choice({ label: "Weights begin with", options: STARTS, value: "xavier" }),
  optimiser: choice({ label: "Each step by", options: OPTIMISERS, value: "descent" }),
  eta: range({
    label: "Learning rate η",
    symbol: "η",
    min: 1e-4,
    max: 0.05,
    step: 0.1,
    value: 0.005,
    log: true,
  }),
  by: choice({
    label: "The sum of squares, divided by",
    options: { points: "144, the points", side: "12, as the source does" },
    value: "points",
  }),
  turn: range({ label: "Turn", min: -180, max: 180, step: 1, value: 30, show: degreesShown }),
  tilt: range({ label: "Tilt", min: 5, max: 85, step: 1, value: 25, show: degreesShown }),
  seed: seed({ label: "Seed of the weights", value: 0 }),
};

interface Data {
  readonly run: Run;
  readonly curve: ErrorCurve;
  readonly still: readonly Mark[];
}

interface Chosen extends Omit<Settings, "rate"> {
  readonly eta: number;
}
const settingsOf = ({ seed, eta, start, optimiser }: Chosen): Settings => ({
  seed,
  rate: eta,
  start,
  optimiser,
});

export const fig34 = defineFigure({
  id: "fig34",
  title: "A network learns a saddle",
  question:
    "The same network begins with other weights. From which of the four starts does it learn the saddle, and what is left of the surface where all weights begin with one number?",
  controls,
  prepare: (state) => saddleSteps(settingsOf(state)),
  compute(state): Data {
    const run = saddleRun(settingsOf(state));
    const isMean = state.by === "points";
    const curve = {
      title: isMean ? "Mean squared error after each epoch" : "Squared errors of a pass, divided by 12",
      description: `The error of each epoch by powers of ten, ${isMean ? "a mean over the 144 points" : "summed before each step and divided by 12, the rows of the grid"}.`,
      xName: "epoch",
      yName: "error",
      powers: [-5, 1],
      errors: run.map(({ error, passed }, e) =>
        isMean || e === 0 ? error * (isMean ? 1 : SIDE) : passed / SIDE,
      ),
    } as const;
    return { run, curve, still: errorStill(curve) };
  },
  draw({ run, curve, still }, { epoch, turn, tilt }) {
    return [
      surfacePanel(run[epoch] as Stand, { turn, tilt }),
      slicePanel(run, epoch),
      errorPanel(curve, still, epoch),
    ];
  },
  says({ run, curve }, { epoch, by, start, optimiser }) {
    const { error, heights, layers } = run[epoch] as Stand;
    const [low, high] = [Math.min(...heights), Math.max(...heights)];
    const source =
      by === "side"
        ? ` The source’s number is ${digits(curve.errors[epoch] ?? 0, 3)}, about 12 times as large.`
        : "";
    const flat = high - low < 0.02 ? " The surface is level: every point gets the same height." : "";
    const [w1 = 0, w2 = 0] = layers[2].W;
    return `After ${epoch} epochs by ${OPTIMISERS[optimiser]}, from ${STARTS[start].replace(/:.*/, "")}: the mean squared error is ${digits(error, 3)}, heights go from ${fixed(low, 2)} to ${fixed(high, 2)}, and the last layer’s weights are ${fixed(w1, 2)} and ${fixed(w2, 2)}.${flat}${source}`;
  },
  table({ curve, run }) {
    return {
      caption: "The run, every thirtieth epoch",
      head: ["epoch", "error as shown", "w₁ of the last layer", "w₂"],
      rows: run.flatMap(({ layers }, e) =>
        e % 30 === 0
          ? [
              [
                String(e),
                digits(curve.errors[e] ?? 0, 4),
                fixed(layers[2].W[0] ?? 0, 4),
                fixed(layers[2].W[1] ?? 0, 4),
              ],
            ]
          : [],
      ),
    };
  },
  animation: { control: "epoch", last: () => EPOCHS, perSecond: 30 },
  views: ["turn", "tilt"],
  presets: [
    { label: "All weights 0.3", state: { start: "equal" } },
    { label: "All weights 0", state: { start: "zero" } },
    { label: "A hundredth", state: { start: "small" } },
    { label: "Momentum", state: { optimiser: "momentum" } },
    { label: "Adam", state: { optimiser: "adam" } },
    { label: "The source’s division", state: { by: "side" } },
  ],
  drag: (_, { dx, dy }, start) => turnedBy(dx, dy, start),
});
