/** A deep network on XOR: the data after every layer, and how long each layer's gradient is. */
import { cloudsPanel } from "./fig37/clouds.ts";
import { layersPanel, roundsPanel, roundsStill } from "./fig37/lengths.ts";
import { POINTS, type Shape } from "./fig37/network.ts";
import { PACE, ROUNDS, type Run, runOf, runSteps, type Stand } from "./fig37/training.ts";
import { choice, range, seed, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";
import { grouped } from "./grouped.ts";

const ACTIVATIONS = {
  sigmoid: "sigmoid",
  tanh: "tanh",
  relu: "ReLU",
  leakyRelu: "leaky ReLU",
  identity: "none",
} as const;
const LAST = PACE.length - 1;

const controls = {
  frame: range({
    label: "Round",
    min: 0,
    max: LAST,
    step: 1,
    value: LAST,
    show: (frame) => grouped(PACE[frame] ?? 0, 0),
  }),
  depth: range({ label: "Layers", min: 1, max: 20, step: 1, value: 12 }),
  act: choice({ label: "Activation", options: ACTIVATIONS, value: "sigmoid" }),
  scale: range({
    label: "Weights, in units of Xavier’s bound",
    min: 0.1,
    max: 4,
    step: Math.log10(40) / 32,
    value: 1,
    log: true,
  }),
  residual: toggle({ label: "Residual: each layer adds to what it gets", value: false }),
  // With it the first gradient of twelve sigmoid layers is the page's 2·10⁻⁸, and its third with residual connections.
  seed: seed({ label: "Seed of points and weights", value: 31 }),
};

interface Data {
  readonly run: Run;
  readonly rounds: readonly Mark[];
}

const shapeOf = ({ depth, act, scale, residual, seed }: Shape): Shape => ({
  depth,
  act,
  scale,
  residual,
  seed,
});

/** A share as percent, with as many digits as it needs. */
const percent = (share: number): string => `${digits(100 * share, 2)} %`;

function comparison(norms: readonly number[]): string {
  const [first = 0, last = 0] = [norms[0], norms.at(-1)];
  if (norms.every((norm) => norm === 0)) return "every gradient is 0, and nothing can move";
  if (norms.length === 1) return `the gradient of its only layer is ${digits(first, 2)} long`;
  const ratio = first > 0 && last > 0 ? `, so the first is ${digits(first / last, 2)} times as long` : "";
  return `the gradient of the first layer is ${digits(first, 2)} long and that of the last ${digits(last, 2)}${ratio}`;
}

export const fig37 = defineFigure({
  id: "fig37",
  title: "Twelve layers that learn XOR, or do not",
  question:
    "From layer to layer the cloud of data shrinks, and on the way back so does the gradient. Which brings the first layers to life: fewer layers, another activation, larger weights, or residual connections? And with which of them does the network learn?",
  ownData:
    "The figure’s network is its own: up to twenty layers of two units, and 100 points of XOR from the seed. The example has two layers, so that you can follow it by hand.",
  controls,
  prepare: (state) => runSteps(shapeOf(state)),
  compute(state): Data {
    const run = runOf(shapeOf(state));
    return { run, rounds: roundsStill(run) };
  },
  draw: ({ run, rounds }, { frame }) => [
    cloudsPanel(run, frame),
    layersPanel(run, frame),
    roundsPanel(run, rounds, frame),
  ],
  says({ run }, { frame, depth, act, scale, residual }) {
    const { norms, moved, loss, accuracy } = run.stands[frame] as Stand;
    const layers = `${depth} ${residual ? "residual " : ""}layer${depth === 1 ? "" : "s"}`;
    const bend = act === "identity" ? "without activation" : `with ${ACTIVATIONS[act]}`;
    const since =
      frame === 0
        ? ""
        : depth === 1
          ? ` Its weights have moved by ${percent(moved[0] ?? 0)} of their length.`
          : ` Since the start the first layer’s weights have moved by ${percent(moved[0] ?? 0)} of their length, and the last’s by ${percent(moved.at(-1) ?? 0)}.`;
    const end =
      run.stands.length < PACE.length
        ? ` The run ends at round ${grouped(PACE[run.stands.length - 1] ?? 0, 0)}: after it the numbers grow beyond bounds.`
        : "";
    return `Round ${grouped(PACE[frame] ?? 0, 0)} of ${layers} ${bend}, from weights of ${brief(scale)} times Xavier’s: ${comparison(norms)}.${since} The squared error is ${digits(loss, 3)}, and ${fixed(100 * accuracy, 0)} % of ${POINTS} points are right.${end}`;
  },
  table({ run }, { frame }) {
    const [start, now] = [run.stands[0] as Stand, run.stands[frame] as Stand];
    return {
      caption: `Layer by layer, at round ${grouped(PACE[frame] ?? 0, 0)} of ${grouped(ROUNDS, 0)}`,
      head: ["layer", "gradient at the start", "gradient now", "weights have moved by"],
      rows: now.norms.map((norm, l) => [
        String(l + 1),
        digits(start.norms[l] ?? 0, 3),
        digits(norm, 3),
        percent(now.moved[l] ?? 0),
      ]),
    };
  },
  animation: { control: "frame", last: ({ run }) => run.stands.length - 1, perSecond: 12 },
  still: { panel: "layers" },
  presets: [
    { label: "Before the first round", state: { frame: 0 } },
    { label: "Residual", state: { residual: true } },
    { label: "tanh", state: { act: "tanh" } },
    { label: "tanh and residual", state: { act: "tanh", residual: true } },
    { label: "Three layers", state: { depth: 3 } },
    { label: "ReLU", state: { act: "relu" } },
    { label: "Large weights, no activation", state: { act: "identity", scale: 2, frame: 0 } },
  ],
});
