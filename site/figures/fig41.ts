/** The five calls at work: a network on two clouds, its optimiser, what an epoch reports, and where it forgets. */
import { blobPoints } from "./blob-plane.ts";
import {
  accuracyCurves,
  type Curves,
  curvesPanel,
  lossCurves,
  REPORTS,
  regions,
  reported,
} from "./fig41/panels.ts";
import {
  EPOCHS,
  OPTIMISERS,
  type Run,
  runOf,
  runSteps,
  type Settings,
  type Stand,
} from "./fig41/training.ts";
import { choice, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";

const HIDDEN = { ten: 10, sixteen: 16 } as const;

const controls = {
  epoch: range({ label: "Epoch", min: 0, max: EPOCHS, step: 1, value: EPOCHS }),
  optimiser: choice({
    label: "Optimizer",
    options: {
      sgd: OPTIMISERS.sgd.label,
      adam15: OPTIMISERS.adam15.label,
      adam1: OPTIMISERS.adam1.label,
      adam10: OPTIMISERS.adam10.label,
    },
    value: "sgd",
  }),
  zeroed: choice({
    label: "zeroGrad()",
    options: { start: "comes first", never: "is missing", between: "between backward() and step()" },
    value: "start",
  }),
  report: choice({ label: "The loss of an epoch is that of", options: REPORTS, value: "batches" }),
  hidden: choice({ label: "Hidden units", options: { ten: "10", sixteen: "16" }, value: "ten" }),
  seed: seed({ label: "Seed of weights and batches", value: 0 }),
};

interface Data {
  readonly run: Run;
  readonly points: readonly Mark[];
  readonly loss: Curves;
  readonly accuracy: Curves;
}

interface Chosen extends Pick<Settings, "optimiser" | "zeroed" | "seed"> {
  readonly hidden: keyof typeof HIDDEN;
}
const settingsOf = ({ optimiser, zeroed, seed, hidden }: Chosen): Settings => ({
  optimiser,
  hidden: HIDDEN[hidden],
  zeroed,
  seed,
});

export const fig41 = defineFigure({
  id: "fig41",
  title: "Fifty epochs by five calls",
  question:
    "Leave zeroGrad() out: do the losses still fall? Then let an epoch report the loss of its last batch alone. What does that number tell you of the other 33, and why are the others, which nothing is learnt from, the ones to look at?",
  controls,
  *prepare(state) {
    yield* runSteps(settingsOf(state));
  },
  compute(state): Data {
    const run = runOf(settingsOf(state));
    return {
      run,
      points: blobPoints("fig41", run.valid),
      loss: lossCurves(run, state.report),
      accuracy: accuracyCurves(run),
    };
  },
  draw({ run, points, loss, accuracy }, { epoch, hidden }) {
    return [
      curvesPanel("loss", "Mean cross-entropy", loss, epoch),
      curvesPanel("accuracy", "Share of the right classes", accuracy, epoch),
      regions(run.stands[epoch] as Stand, HIDDEN[hidden], points),
    ];
  },
  says({ run }, { epoch, optimiser, zeroed, report, hidden }) {
    const stand = run.stands[epoch] as Stand;
    const own = reported(stand, report);
    const share = ({ accuracy }: { readonly accuracy: number }): string => `${fixed(100 * accuracy, 1)} %`;
    const place = {
      start: "forgets first",
      never: "never forgets",
      between: "forgets between backward() and step(), so nothing moves",
    }[zeroed];
    const of = {
      batches: "the mean of its 34 batches",
      lastBatch: "the loss of its last batch",
      again: "all asked again",
    };
    const loss =
      own === undefined
        ? "No loss is reported before the first epoch."
        : `It reports ${digits(own, 3)}, ${of[report]}; the 670 examples have ${digits(stand.train.loss, 3)} after it, and the 330 others ${digits(stand.valid.loss, 3)}.`;
    return `2–${HIDDEN[hidden]}–2 with ${OPTIMISERS[optimiser].label}, which ${place}, epoch ${epoch}. ${loss} Right are ${share(stand.train)}, and ${share(stand.valid)} of the others.`;
  },
  table({ run }) {
    const text = (loss: number | undefined): string => (loss === undefined ? "–" : digits(loss, 3));
    return {
      caption: "The run, every fifth epoch",
      head: [
        "epoch",
        "mean of the batches",
        "last batch",
        "asked again",
        "others",
        "right, learnt from",
        "right, others",
      ],
      rows: run.stands.flatMap(({ batches, lastBatch, train, valid }, e) =>
        e % 5 === 0
          ? [
              [
                String(e),
                text(batches),
                text(lastBatch),
                text(train.loss),
                text(valid.loss),
                fixed(train.accuracy, 3),
                fixed(valid.accuracy, 3),
              ],
            ]
          : [],
      ),
    };
  },
  animation: { control: "epoch", last: () => EPOCHS, perSecond: 10 },
  presets: [
    { label: "Never zeroed", state: { zeroed: "never" } },
    { label: "Zeroed before step()", state: { zeroed: "between" } },
    { label: "The last batch alone", state: { report: "lastBatch" } },
    { label: "Never zeroed, the last batch alone", state: { zeroed: "never", report: "lastBatch" } },
    { label: "Adam, η = 0.015", state: { optimiser: "adam15" } },
    { label: "Adam, η = 0.001, 16 units", state: { optimiser: "adam1", hidden: "sixteen" } },
  ],
});
