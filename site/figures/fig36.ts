/** XOR under the source's network: its points after every layer, and slices of its loss around the weights. */
import type { Layer } from "../../reference/train/mlp.ts";
import { seeds } from "../../reference/train/xor.ts";
import { EVERY, type Landscape, landscapesOf } from "./fig36/landscapes.ts";
import { cloudsPanel, errorPanel, errorStill, scatterPanel, scatterStill } from "./fig36/pictures.ts";
import { slicesPanel } from "./fig36/slices.ts";
import { EPOCHS, netOf, PACE, type Run, runOf, runSteps, type Stand, valuesOf } from "./fig36/training.ts";
import { choice, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";

const LAST = PACE.length - 1;

const controls = {
  frame: range({
    label: "Epoch",
    min: 0,
    max: LAST,
    step: 1,
    value: LAST,
    show: (frame) => String(PACE[frame] ?? 0),
  }),
  hidden: range({ label: "Layers between the first and the last", min: 0, max: 3, step: 1, value: 2 }),
  width: range({ label: "Units of a layer", min: 2, max: 4, step: 1, value: 2 }),
  eta: range({
    label: "Learning rate η",
    min: 5e-4,
    max: 0.5,
    step: 0.05,
    value: 0.005,
    log: true,
  }),
  mu: range({ label: "Momentum", min: 0, max: 0.9, step: 0.1, value: 0.3 }),
  adds: choice({
    label: "In the slices the weights are added",
    options: { once: "once", twice: "twice, as the source does" },
    value: "once",
  }),
  // With it the run gets out of the plateau; seeds 0, 1 and 3 stay at four fifths.
  seed: seed({ label: "Seed of points and weights", value: seeds.shallow }),
};

interface Data {
  readonly run: Run;
  readonly points: readonly Mark[];
  readonly curve: readonly Mark[];
}

const settingsOf = ({ hidden, width, eta, mu, seed }: Chosen) => ({
  hidden,
  width,
  learningRate: eta,
  momentum: mu,
  seed,
});
interface Chosen {
  readonly hidden: number;
  readonly width: number;
  readonly eta: number;
  readonly mu: number;
  readonly seed: number;
}

/** The network of a frame, and the slices around its weights; kept, since picture and sentence both ask. */
function askedAt(run: Run, frame: number, adds: "once" | "twice"): Asked {
  const stand = run.stands[frame] as Stand;
  const kept = known[adds].get(stand);
  if (kept !== undefined) return kept;
  const net = netOf(run, stand);
  const inputs = run.inputs.filter((_, i) => i % EVERY === 0);
  const some = { net, values: valuesOf(net, inputs), targets: run.targets.filter((_, i) => i % EVERY === 0) };
  const asked = { net, landscapes: landscapesOf(some, adds === "once" ? 1 : 2) };
  known[adds].set(stand, asked);
  return asked;
}
interface Asked {
  readonly net: readonly Layer[];
  readonly landscapes: readonly Landscape[];
}
const known = { once: new WeakMap<Stand, Asked>(), twice: new WeakMap<Stand, Asked>() };

const isInMiddle = ({ at }: Landscape): boolean => at[0] === 0 && at[1] === 0;
const nameOf = ({ layer, neuron }: Landscape): string => `${layer + 1}.${neuron + 1}`;

export const fig36 = defineFigure({
  id: "fig36",
  title: "XOR, layer by layer",
  question:
    "Go through the epochs: after which layer does one line part dots and crosses, and when? In which slices are the weights at the lowest place by then, and where does the picture say so if the weights are added twice?",
  controls,
  prepare: (state) => runSteps(settingsOf(state)),
  compute(state): Data {
    const run = runOf(settingsOf(state));
    return { run, points: scatterStill(run), curve: errorStill(run) };
  },
  draw({ run, points, curve }, { frame, adds }) {
    const stand = run.stands[frame] as Stand;
    const { net, landscapes } = askedAt(run, frame, adds);
    return [
      scatterPanel(net, stand, points),
      errorPanel(run, curve, frame),
      cloudsPanel(run, net, valuesOf(net, run.inputs)),
      slicesPanel(landscapes, net.length, adds === "twice"),
    ];
  },
  says({ run }, { frame, hidden, width, eta, adds }) {
    const { loss, met, accuracy } = run.stands[frame] as Stand;
    const { landscapes } = askedAt(run, frame, adds);
    const sizes = ["2", ...Array.from({ length: hidden + 1 }, () => String(width)), "1"].join("–");
    const printed =
      met === undefined ? "" : ` (the source prints the sum that an epoch meets, ${digits(met, 3)})`;
    const lowest = landscapes.filter(isInMiddle);
    const where =
      adds === "twice"
        ? "The slices show the surroundings of other weights than the network has."
        : lowest.length === 0
          ? "In no slice are the weights at the lowest place."
          : lowest.length === landscapes.length
            ? "In every slice the weights are at the lowest place: along two weights there is nothing to win, which says little of all of them together."
            : `The weights are at the lowest place in the slices of ${lowest.map(nameOf).join(", ")}, and in ${landscapes.length - lowest.length} others not.`;
    const end =
      run.stands.length < PACE.length
        ? ` The run ends at epoch ${PACE[run.stands.length - 1] ?? 0}: after it the numbers grow beyond bounds.`
        : "";
    return `Epoch ${PACE[frame] ?? 0} of ${sizes} with η = ${brief(eta)}: the mean squared error is ${digits(loss, 3)}${printed}, and ${fixed(100 * accuracy, 1)} % of 500 points are right. ${where}${end}`;
  },
  table({ run }) {
    return {
      caption: `The run to epoch ${EPOCHS}: error, the sum that the source prints, and what is right`,
      head: ["epoch", "mean squared error", "sum met on the way", "right"],
      rows: run.stands.flatMap(({ loss, met, accuracy }, f) =>
        f % 8 === 0
          ? [
              [
                String(PACE[f] ?? 0),
                digits(loss, 4),
                met === undefined ? "–" : digits(met, 4),
                `${fixed(100 * accuracy, 1)} %`,
              ],
            ]
          : [],
      ),
    };
  },
  animation: { control: "frame", last: ({ run }) => run.stands.length - 1, perSecond: 10 },
  views: ["adds"],
  still: { panel: "scatter" },
  presets: [
    { label: "Before the first epoch", state: { frame: 0 } },
    { label: "On the plateau", state: { frame: 40 } },
    { label: "Weights added twice", state: { adds: "twice" } },
    { label: "Another start that stays behind", state: { seed: 0 } },
    { label: "No layer in between", state: { hidden: 0 } },
    { label: "Four units", state: { width: 4 } },
  ],
});
