/** Logistic regression, and a gradient that cannot turn the line. */
import { sigmoid } from "../../reference/numbers/sigmoid.ts";

import { examplesOnSigmoid, lossCurve, lossStill } from "./fig13/curves.ts";
import { type FieldStill, field, fieldStill } from "./fig13/field.ts";
import { shareRight } from "./fig13/logistic-passes.ts";
import { netInputOf, pairOf } from "./fig13/pair.ts";
import { EPOCHS, LAST, PACE, type Run, runOf, runSteps } from "./fig13/run.ts";
import { W1, W2, WEIGHTS, weights, weightsStill } from "./fig13/weights.ts";
import { choice, list, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";

/** The examples of the page: concave points and perimeter, and whether the tumour was benign. */
const PAIR = { X: [0.125, 0.25, 0.375, 0.125], y: [0, 1] } as const;
/** Bias of the document's start, the third uniform number of its seed. */
const SOURCE_B = 0.6028;

const controls = {
  frame: range({
    label: "Epoch",
    min: 0,
    max: LAST,
    step: 1,
    value: LAST,
    show: (frame) => String(PACE[frame] ?? EPOCHS),
  }),
  gradient: choice({
    label: "Gradient",
    options: { scalar: "one number", vector: "a vector" },
    value: "scalar",
  }),
  steps: choice({
    label: "Steps",
    options: { example: "one an example", batch: "one an epoch" },
    value: "example",
  }),
  eta: range({
    label: "Learning rate η",
    symbol: "η",
    min: 1e-5,
    max: 5,
    step: 0.05,
    value: 5e-4,
    log: true,
  }),
  w1: range({ label: "Start of w₁", symbol: "w", min: WEIGHTS[0], max: WEIGHTS[1], step: 0.01, value: 8 }),
  w2: range({ label: "Start of w₂", symbol: "w", min: WEIGHTS[0], max: WEIGHTS[1], step: 0.01, value: -8 }),
  b: range({ label: "Start of b", symbol: "b", min: -2, max: 2, step: 1e-4, value: 0 }),
  pair: list({ label: "Two examples", symbol: "x", min: 0, max: 1, step: 1e-3, most: 4, value: PAIR.X }),
  labels: list({ label: "Their labels", symbol: "y", min: 0, max: 1, step: 1, most: 2, value: PAIR.y }),
  seed: seed({ label: "Seed of the data", value: 0 }),
};

interface Data {
  readonly run: Run;
  readonly field: FieldStill;
  readonly weights: readonly Mark[];
  readonly loss: readonly Mark[];
}

export const fig13 = defineFigure({
  id: "fig13",
  title: "Logistic regression",
  question:
    "Where one number, the mean of its entries, stands for the whole gradient, both weights always get the same step. Which lines ŷ = ½ can they never reach?",
  ownData:
    "The figure’s 569 tumours are its own, made up from the seed, and so is its learning rate. The two of the example lie among them, each in a ring.",
  example: { w1: "w 1", w2: "w 2", b: "b", pair: "X", labels: "y" },
  controls,
  prepare: runSteps,
  compute(state): Data {
    const run = runOf(state);
    return { run, field: fieldStill(run), weights: weightsStill(run), loss: lossStill(run) };
  },
  draw(data, { frame, gradient, pair, labels }) {
    const { run } = data;
    const at = run.states[frame] as (typeof run.states)[number];
    return [
      field(run, data.field, at, pairOf(pair, labels)),
      weights(run, data.weights, frame, gradient === "scalar"),
      lossCurve(run, data.loss, frame),
      examplesOnSigmoid(run, at, pairOf(pair, labels)),
    ];
  },
  says({ run }, { frame, gradient, pair, labels }) {
    const at = run.states[frame] as (typeof run.states)[number];
    const start = run.states[0] as (typeof run.states)[number];
    const gap = fixed(at.w1 - at.w2, 4);
    const turn =
      gradient === "scalar"
        ? `w₁ − w₂ is ${gap}, as at the start`
        : `w₁ − w₂ has gone from ${fixed(start.w1 - start.w2, 4)} to ${gap}`;
    const least = run.leastLoss === undefined ? "" : ` (the least is ${fixed(run.leastLoss, 4)})`;
    return `Epoch ${at.epoch}: w = (${digits(at.w1, 4)}, ${digits(at.w2, 4)}), b = ${digits(at.b, 4)}; ${turn}. The loss is ${digits(at.loss, 4)}${least}, and ${fixed(100 * shareRight(run.data, at), 1)} % of ${run.data.y.length} examples lie on their side of the line. The two in a ring get ŷ = ${pairOf(
      pair,
      labels,
    )
      .map((one) => fixed(sigmoid(netInputOf(at, one)), 2))
      .join(" and ")}.`;
  },
  table({ run }, { frame }) {
    const { states, best, leastLoss, data } = run;
    const at = states[frame] as (typeof states)[number];
    const shown = states.filter(
      ({ epoch }, f) => f < frame && (epoch <= 2 || [5, 10, 20].includes(epoch) || (f % 20 === 0 && f > 20)),
    );
    return {
      caption:
        "Weights and mean binary cross-entropy at the start of an epoch; the sum that the source prints for it",
      head: ["epoch", "w₁", "w₂", "b", "loss", "printed sum", "right"],
      rows: [
        ...[...shown, at].map((s) => [
          String(s.epoch),
          digits(s.w1, 5),
          digits(s.w2, 5),
          digits(s.b, 5),
          digits(s.loss, 5),
          fixed(s.passLoss, 2),
          `${fixed(100 * shareRight(data, s), 1)} %`,
        ]),
        ...(best === undefined || leastLoss === undefined
          ? []
          : [
              [
                "least",
                digits(best.w1, 5),
                digits(best.w2, 5),
                digits(best.b, 5),
                digits(leastLoss, 5),
                "–",
                `${fixed(100 * shareRight(data, best), 1)} %`,
              ],
            ]),
      ],
    };
  },
  animation: { control: "frame", last: () => LAST, perSecond: 30 },
  presets: [
    { label: "The gradient itself", state: { gradient: "vector" } },
    { label: "The source’s run", state: { w1: 0.55, w2: 0.72, b: SOURCE_B } },
    { label: "It, with the gradient itself", state: { w1: 0.55, w2: 0.72, b: SOURCE_B, gradient: "vector" } },
    { label: "One step an epoch", state: { gradient: "vector", steps: "batch" } },
    { label: "One step an epoch, η·n", state: { gradient: "vector", steps: "batch", eta: 0.285 } },
  ],
  drag: (_, { x, y }) => ({ w1: W1.from(x), w2: W2.from(y) }),
});
