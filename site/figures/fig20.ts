/** A plane that parts two classes in space, found by the perceptron; and what dividing its weights alone does to it. */
import { cube } from "./fig20/cube.ts";
import {
  distancesOf,
  EPOCHS,
  type Epoch,
  epochsOf,
  type Field,
  fieldOf,
  netInput,
  type Settings,
} from "./fig20/run.ts";
import { axes } from "./frame/axes.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import { linear, type Scale } from "./frame/scale.ts";
import { crosses, dots, type Mark, mark, type Panel, pathThrough, rounded, text } from "./frame/scene.ts";
import { knownRuns } from "./known-runs.ts";
import { degreesShown, turnedBy } from "./turning.ts";

/** With the length 1 or another: labels know the direction of their normal alone. */
const entryOf = (axis: string) =>
  range({ label: `Normal of the labels, ${axis}`, min: -1, max: 1, step: 0.1, value: 1 });

const controls = {
  epoch: range({ label: "Epoch", min: 0, max: EPOCHS, step: 1, value: 0 }),
  eta: range({
    label: "Learning rate η",
    symbol: "η",
    min: 1e-4,
    max: 1,
    step: 0.05,
    value: 5e-4,
    log: true,
  }),
  normalise: choice({
    label: "Brought to length 1 after each epoch",
    options: { none: "nothing", w: "the weights alone", both: "weights, and bias by the same" },
    value: "none",
  }),
  start: choice({
    label: "Start of the weights",
    options: { across: "(1, −1, −1)/√3", against: "against the normal of the labels", upright: "(0, 0, 1)" },
    value: "across",
  }),
  side: range({ label: "Points on a side", min: 2, max: 6, step: 1, value: 5 }),
  nx: entryOf("x"),
  ny: entryOf("y"),
  nz: entryOf("z"),
  turn: range({ label: "Turn", min: -180, max: 180, step: 1, value: 20, show: degreesShown }),
  tilt: range({ label: "Tilt", min: -90, max: 90, step: 1, value: 18, show: degreesShown }),
};

interface Data {
  readonly field: Field;
  readonly epochs: readonly Epoch[];
  readonly distance: Scale;
}

export const fig20 = defineFigure({
  id: "fig20",
  title: "A plane learns to part a cube",
  question:
    "The plane begins on the wrong side of many points. Press Play: when does it part dots and crosses? And why does it never come to rest with η = 1 when the weights alone are brought to length 1?",
  controls,
  prepare: (state) => runs.steps(state),
  compute(state): Data {
    const epochs = runs.of(state);
    return { field: fieldOf(state), epochs, distance: distanceScale(epochs) };
  },
  draw(data, { epoch, nx, ny, nz, turn, tilt }) {
    const { field, epochs } = data;
    return [cube(epochs[epoch] as Epoch, field, [nx, ny, nz], { turn, tilt }), losses(data, epoch)];
  },
  says({ field: { grid, labels }, epochs }, { epoch, eta }) {
    const { w, b, loss, right } = epochs[epoch] as Epoch;
    const length = Math.hypot(...w);
    const ones = labels.filter((label) => label === 1).length;
    const met = loss === undefined ? "" : `, and the mean loss that it met is ${digits(loss, 4)}`;
    const rest = epochs.findIndex((one) => one.loss === 0);
    const end =
      rest < 0
        ? `None of ${EPOCHS} epochs is without a loss.`
        : `Epoch ${rest} is the first without a loss; nothing moves from there on.`;
    return `After epoch ${epoch} with η = ${brief(eta)} the plane has ${right} of ${grid.length} points on the right side (${fixed((100 * right) / grid.length, 1)} %)${met}. ${ones} points have the label 1. w/‖w‖ = (${w.map((wj) => fixed(wj / length, 3)).join(", ")}), b/‖w‖ = ${digits(b / length, 3)}. ${end}`;
  },
  table({ epochs }) {
    return {
      caption: "Every tenth epoch",
      head: ["epoch", "mean loss met", "on the right side", "w₁", "w₂", "w₃", "b"],
      rows: epochs.flatMap(({ w, b, loss, right }, e) =>
        e % 10 === 0 || e === 1
          ? [
              [
                String(e),
                loss === undefined ? "–" : digits(loss, 4),
                String(right),
                ...w.map((wj) => digits(wj, 4)),
                digits(b, 4),
              ],
            ]
          : [],
      ),
    };
  },
  animation: { control: "epoch", last: () => EPOCHS, perSecond: 24 },
  views: ["turn", "tilt"],
  presets: [
    { label: "After 30 epochs", state: { epoch: 30 } },
    { label: "After 300 epochs", state: { epoch: EPOCHS } },
    { label: "η = 1", state: { eta: 1, epoch: 60 } },
    { label: "η = 1, weights alone divided", state: { eta: 1, normalise: "w", epoch: 60 } },
    { label: "Both divided", state: { eta: 1, normalise: "both", epoch: 60 } },
    { label: "Start against the normal", state: { start: "against", epoch: 100 } },
    { label: "A normal across", state: { nx: 1, ny: -0.5, nz: 0, epoch: 60 } },
    { label: "216 points", state: { side: 6, epoch: 60 } },
  ],
  drag: (_, { dx, dy }, view) => turnedBy(dx, dy, view),
});

const runs = knownRuns<Settings, readonly Epoch[]>(
  ["eta", "normalise", "start", "side", "nx", "ny", "nz"],
  24,
  epochsOf,
);

const E = linear([0, EPOCHS], [44, 346]);
/** How far a corner of the cube is from the plane where that passes through the middle, and a little more. */
const REACH = 1.8;
/** The first epoch's loss with the source's rate is 0.3726. */
const LOSS = linear([0, 0.5], [170, 30]);

/** As far as all points of all epochs reach: a bias beside short weights carries the plane away from the cube. */
function distanceScale(epochs: readonly Epoch[]): Scale {
  let reach = REACH;
  for (const { w, b } of epochs) {
    const farthest = (Math.abs(b) + Math.abs(w[0]) + Math.abs(w[1]) + Math.abs(w[2])) / Math.hypot(...w);
    if (Number.isFinite(farthest)) reach = Math.max(reach, 1.04 * farthest);
  }
  return linear([-reach, reach], [44, 346]);
}

/** The loss of each epoch, and all points by their distance from the plane. */
function losses({ field, epochs, distance }: Data, epoch: number): Panel {
  const { grid, labels } = field;
  const now = epochs[epoch] as Epoch;
  const distances = Math.hypot(...now.w) > 0 ? distancesOf(field, now) : grid.map(() => 0);
  /** Points of one label, side by side where their distances are the same. */
  const row = (label: 1 | -1, isWrong: boolean): readonly (readonly [number, number])[] =>
    grid.flatMap((p, i) => {
      const wrong = netInput(now.w, now.b, p) >= 0 !== (labels[i] === 1);
      if (labels[i] !== label || wrong !== isWrong) return [];
      return [
        [distance.to(distances[i] as number), (label === 1 ? 236 : 266) + ((i * 7) % 25) - 12] as const,
      ];
    });
  const points = (isWrong: boolean): readonly Mark[] => [
    mark("path", { class: `dots small-dots ${isWrong ? "error" : "data"}`, d: dots(row(1, isWrong)) }),
    mark("path", { class: `crosses ${isWrong ? "error" : "data"}`, d: crosses(row(-1, isWrong), 2) }),
  ];
  const curve = epochs.flatMap(({ loss }, e) =>
    loss === undefined ? [] : [[E.to(e), Math.max(12, LOSS.to(loss))] as const],
  );
  const ticks = distance.ticks(4);
  return {
    name: "losses",
    title: "Loss, and all points along the normal",
    description:
      "Above, the mean loss that each epoch met. Below, all points by their distance from the plane, the label 1 as dots in the upper band and −1 as crosses in the lower one; the plane is the line in the middle.",
    width: 360,
    height: 352,
    marks: [
      axes({ x: E, y: LOSS, xName: "epoch", yName: "loss", xTicks: [0, 100, 200, 300], zeros: false }),
      mark("path", { class: "line error", d: pathThrough(curve) }),
      mark("path", { class: "guide ink", d: `M${rounded(E.to(epoch))} 30V170` }),
      mark("circle", {
        class: "dot error",
        cx: E.to(epoch),
        cy: Math.max(12, LOSS.to(now.loss ?? epochs[1]?.loss ?? 0)),
        r: 4.5,
      }),
      mark("rect", {
        class: "area prediction",
        x: distance.to(0),
        y: 216,
        width: 346 - distance.to(0),
        height: 74,
      }),
      ...points(false),
      ...points(true),
      mark("path", { class: "line prediction", d: `M${rounded(distance.to(0))} 212V294` }),
      mark("path", {
        class: "axis",
        d: `M44 298H346${ticks.map((d) => `M${rounded(distance.to(d))} 298v4`).join("")}`,
      }),
      ...ticks.map((d) => text(distance.to(d), 314, brief(d), { class: "tick middle" })),
      text(346, 330, "distance from the plane", { class: "name end" }),
      text(38, 240, "1", { class: "tick end" }),
      text(38, 270, "−1", { class: "tick end" }),
    ],
  };
}
