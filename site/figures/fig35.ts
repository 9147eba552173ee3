/** The network 2–12–2–1 while it learns a saddle: every weight as a line. Two runs end in different weights. */

import { type ErrorCurve, errorPanel, errorStill } from "./error-curve.ts";
import { fieldPanel } from "./fig35/field.ts";
import { LAYER_NAMES, networkPanel } from "./fig35/network.ts";
import { choice, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";
import { EPOCHS, type Run, type Settings, type Stand, saddleRun, saddleSteps } from "./saddle-run.ts";

const controls = {
  epoch: range({ label: "Epoch", min: 0, max: EPOCHS, step: 1, value: EPOCHS }),
  layer: choice({
    label: "Layer",
    options: { "0": "W₁, from the inputs", "1": "W₂, between", "2": "W₃, to the output" },
    value: "0",
  }),
  eta: range({
    label: "Learning rate η",
    symbol: "η",
    min: 1e-4,
    max: 0.05,
    step: 0.1,
    value: 0.005,
    log: true,
  }),
  seed: seed({ label: "Seed of the weights", value: 0 }),
};

interface Data {
  readonly run: Run;
  readonly curve: ErrorCurve;
  readonly still: readonly Mark[];
}

const settingsOf = ({ seed, eta }: { readonly seed: number; readonly eta: number }): Settings => ({
  seed,
  rate: eta,
  start: "xavier",
  optimiser: "descent",
});

export const fig35 = defineFigure({
  id: "fig35",
  title: "Two runs, two sets of weights",
  question:
    "The network has learned a saddle. Take another seed and let it learn again: what is the same in the end, and what is not? And which of the twelve units could you leave out?",
  controls,
  prepare: (state) => saddleSteps(settingsOf(state)),
  compute(state): Data {
    const run = saddleRun(settingsOf(state));
    const curve = {
      title: "Mean squared error over 144 points",
      description: "The mean squared error after each epoch, by powers of ten.",
      xName: "epoch",
      yName: "error",
      powers: [-4, 0],
      errors: run.map(({ error }) => error),
    } as const;
    return { run, curve, still: errorStill(curve) };
  },
  draw({ run, curve, still }, { epoch, layer }) {
    const stand = run[epoch] as Stand;
    return [networkPanel(stand, Number(layer)), errorPanel(curve, still, epoch), fieldPanel(stand)];
  },
  says({ run }, { epoch, layer, seed }) {
    const { error, layers } = run[epoch] as Stand;
    const l = Number(layer);
    const { W, b } = layers[l] as Stand["layers"][0];
    const largest = W.reduce((most, w) => (Math.abs(w) > Math.abs(most) ? w : most), 0);
    return `Seed ${seed}, epoch ${epoch}: the mean squared error is ${digits(error, 3)}. ${LAYER_NAMES[l]} has ${W.length} weights and ${b.length} ${b.length === 1 ? "bias" : "biases"} of 65 numbers in all; its largest weight is ${fixed(largest, 2)}.`;
  },
  table({ run }, { epoch, layer }) {
    const { W, b } = (run[epoch] as Stand).layers[Number(layer)] as Stand["layers"][0];
    const inputs = W.length / b.length;
    return {
      caption: `${LAYER_NAMES[Number(layer)]} after epoch ${epoch}, a unit a row`,
      head: ["unit", ...Array.from({ length: inputs }, (_, j) => `from ${j + 1}`), "bias"],
      rows: Array.from(b, (bias, k) => [
        String(k + 1),
        ...Array.from(W.slice(k * inputs, (k + 1) * inputs), (w) => fixed(w, 4)),
        fixed(bias, 4),
      ]),
    };
  },
  animation: { control: "epoch", last: () => EPOCHS, perSecond: 30 },
  views: ["layer"],
  presets: [
    { label: "Another start", state: { seed: 1 } },
    { label: "A third", state: { seed: 2 } },
    { label: "Before it learns", state: { epoch: 0 } },
    { label: "The last layer", state: { layer: "2" } },
  ],
  press: (name) => ({ layer: name as "0" | "1" | "2" }),
});
