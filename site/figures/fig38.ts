/** Two circles learned by three hidden units: the boundary, the loss with its plateau, and what the hidden layer sees. */
import { lossPanel, lossStill, plane, pointsStill } from "./fig38/flat.ts";
import { hidden, surface } from "./fig38/space.ts";
import {
  leavesPlateau,
  MOST_ITERATIONS,
  PACE,
  type Run,
  runOf,
  runSteps,
  type Settings,
  type Stand,
} from "./fig38/training.ts";
import { range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";
import { grouped } from "./grouped.ts";
import { degreesShown, turnedBy } from "./turning.ts";

/** Where the run ends at first, and its last frame. */
const ITERATIONS = 7000;
const LAST = PACE.filter((iteration) => iteration <= ITERATIONS).length - 1;
/** A frame on the plateau of the source's start. */
const PLATEAU = 13;

const controls = {
  frame: range({
    label: "Iteration",
    min: 0,
    max: PACE.length - 1,
    step: 1,
    value: PLATEAU,
    show: (frame) => grouped(PACE[frame] ?? 0, 0),
  }),
  count: range({ label: "Points N", min: 20, max: 400, step: 2, value: 200 }),
  noise: range({ label: "Noise", min: 0, max: 0.5, step: 0.01, value: 0.1 }),
  eta: range({
    label: "Learning rate η",
    symbol: "η",
    min: 0.001,
    max: 1,
    step: 0.05,
    value: 0.025,
    log: true,
  }),
  mu: range({ label: "Momentum μ", symbol: "μ", min: 0, max: 0.99, step: 0.01, value: 0.5 }),
  iterations: range({
    label: "Iterations",
    min: 1000,
    max: MOST_ITERATIONS,
    step: Math.log10(50) / 20,
    value: ITERATIONS,
    log: true,
    show: (count) => grouped(count, 0),
  }),
  turn: range({ label: "Turn", min: -180, max: 180, step: 1, value: -20, show: degreesShown }),
  tilt: range({ label: "Tilt", min: 0, max: 85, step: 1, value: 30, show: degreesShown }),
  seed: seed({ label: "Seed; 0 has the source’s weights", value: 0 }),
};

interface Data {
  readonly run: Run;
  readonly points: readonly Mark[];
  readonly loss: readonly Mark[];
}

const settingsOf = ({
  count,
  noise,
  eta,
  mu,
  iterations,
  seed,
}: Omit<Settings, "rate"> & { readonly eta: number }): Settings => ({
  count,
  noise,
  rate: eta,
  mu,
  iterations,
  seed,
});

export const fig38 = defineFigure({
  id: "fig38",
  title: "Two circles, and three units that bend",
  question:
    "The loss lies on a plateau: a strip has the inner circle, and a part of the ring with it. Press Play: when does the boundary close around the inner circle? Turn the cube: what parts the points there?",
  controls,
  prepare: (state) => runSteps(settingsOf(state)),
  compute(state): Data {
    const run = runOf(settingsOf(state));
    return { run, points: pointsStill(run), loss: lossStill(run) };
  },
  draw({ run, points, loss }, { frame, turn, tilt }) {
    const stand = run.stands[frame] as Stand;
    const view = { turn, tilt };
    return [
      plane(stand, points),
      lossPanel(run, loss, frame),
      hidden(run, stand, view),
      surface(stand, view),
    ];
  },
  says({ run }, { frame, eta, count }) {
    const { loss, accuracy } = run.stands[frame] as Stand;
    const leaves = leavesPlateau(run);
    const plateau =
      leaves === undefined
        ? `In all ${grouped(PACE[run.stands.length - 1] ?? 0, 0)} iterations it stays above a quarter of its start, ${digits(run.stands[0]?.loss ?? 0, 3)}.`
        : `It is above a quarter of its start, ${digits(run.stands[0]?.loss ?? 0, 3)}, for the first ${grouped(PACE[leaves - 1] ?? 0, 0)} iterations.`;
    return `Iteration ${grouped(PACE[frame] ?? 0, 0)} with η = ${brief(eta)}, which for ${count} points makes ηN = ${digits(eta * count, 3)}: the summed loss is ${digits(loss, 4)}, and ${fixed(100 * accuracy, 1)} % are right. ${plateau}`;
  },
  table({ run }) {
    return {
      caption: "The run, every fifth frame",
      head: ["iteration", "loss", "loss a point", "right"],
      rows: run.stands.flatMap(({ loss, accuracy }, f) =>
        f % 5 === 0
          ? [
              [
                grouped(PACE[f] ?? 0, 0),
                digits(loss, 4),
                digits(loss / run.labels.length, 4),
                `${fixed(100 * accuracy, 1)} %`,
              ],
            ]
          : [],
      ),
    };
  },
  animation: { control: "frame", last: ({ run }) => run.stands.length - 1, perSecond: 12 },
  views: ["turn", "tilt"],
  still: { state: { frame: LAST } },
  presets: [
    { label: "Before it learns", state: { frame: 0 } },
    { label: "At the end", state: { frame: LAST } },
    { label: "50 000 iterations", state: { iterations: MOST_ITERATIONS } },
    { label: "Without momentum", state: { mu: 0 } },
    { label: "Another start", state: { seed: 3 } },
    { label: "More noise", state: { noise: 0.3 } },
  ],
  drag: (_, { dx, dy }, start) => turnedBy(dx, dy, start),
});
