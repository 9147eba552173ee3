/** Linear regression that learns by mini-batches: what the 1/n of the mean is good for, and a batch that shrinks. */
import { against, batchSizes, errorCurve, weightBars } from "./fig10/panels.ts";
import { LAST, PACE, runOf, runSteps, STEPS, scoreOf, stepAt } from "./fig10/run.ts";
import type { Weights } from "./fig10/training.ts";
import { choice, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits } from "./frame/numbers.ts";

const controls = {
  frame: range({
    label: "Step",
    min: 0,
    max: LAST,
    step: 1,
    value: LAST,
    show: (frame) => String(PACE[frame] ?? STEPS),
  }),
  size: range({ label: "Examples a batch", min: 1, max: 354, step: 1, value: 100 }),
  rate: range({ label: "Learning rate η", min: 1e-5, max: 1, step: 0.05, value: 0.01, log: true }),
  of: choice({
    label: "Gradient of",
    options: { mean: "the mean over the batch", sum: "the sum, without 1/n" },
    value: "mean",
  }),
  last: choice({
    label: "A short last batch",
    options: { once: "is short by itself", ever: "makes all batches short" },
    value: "once",
  }),
  data: seed({ label: "Seed of the towns", value: 1 }),
  seed: seed({ label: "Seed of the order", value: 42 }),
};

export const fig10 = defineFigure({
  id: "fig10",
  title: "The graph learns the prices of towns",
  question:
    "With the gradient of the mean, this rate comes down for a batch of any size. Leave out the 1/n: for which sizes does the same rate still work? And what is left of a batch if the short one at the end of a pass makes all that follow as short?",
  controls,
  prepare: ({ last, ...way }) => runSteps({ ...way, shrinks: last === "ever" }),
  compute: ({ last, ...way }) => runOf({ ...way, shrinks: last === "ever" }),
  draw(run, { frame }) {
    const step = stepAt(run, frame);
    const w = run.weights[step] as Weights;
    return [
      against(run, scoreOf(run.towns, w)),
      weightBars(w, run.towns.best),
      errorCurve(run, step, errorAt(run.errors, frame)),
      batchSizes(run, step),
    ];
  },
  says(run, { frame, rate }) {
    const { diverges, weights, cuts, towns } = run;
    const best = towns.bestScore;
    const step = stepAt(run, frame);
    if (diverges && step === weights.length - 1)
      return `After ${step} steps the weights grow without bound: for batches like these, η = ${brief(rate)} is too large.`;
    const { error, r2 } = scoreOf(towns, weights[step] as Weights);
    const { from, to } = cuts[Math.min(step, STEPS - 1)] as (typeof cuts)[number];
    return `Step ${step}, a batch of ${to - from}: on 152 unseen towns the error is ${digits(error, 4)} and R² ${digits(r2, 3)}; the normal equations have ${digits(best.error, 4)} and ${digits(best.r2, 3)}.`;
  },
  table({ towns, weights }, { frame }) {
    const w = weights[Math.min(PACE[frame] as number, weights.length - 1)] as Weights;
    return {
      caption: "Learnt weights and those of the normal equations",
      head: ["feature", "learnt", "least squares"],
      rows: [...w].map((wj, j) => [
        j === w.length - 1 ? "bias" : String(j + 1),
        digits(wj, 4),
        digits(towns.best[j] as number, 4),
      ]),
    };
  },
  animation: { control: "frame", last: () => LAST, perSecond: 20 },
  presets: [
    { label: "The sum", state: { of: "sum" } },
    { label: "The sum of ten", state: { of: "sum", size: 10 } },
    { label: "A batch that shrinks", state: { last: "ever" } },
    { label: "It shrinks, with the sum", state: { of: "sum", rate: 0.0005, last: "ever" } },
    { label: "All towns at once", state: { size: 354, rate: 0.1 } },
  ],
});

/** The error at a frame; at the end of a run that has diverged, its last. */
const errorAt = (errors: readonly number[], frame: number): number =>
  errors[Math.min(frame, errors.length - 1)] as number;
