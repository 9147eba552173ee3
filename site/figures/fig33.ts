/** Training curves of the source's networks: updates in place or afterwards, and a mean that divides by one too few. */
import { blobPoints } from "./blob-plane.ts";
import { accuracyCurves, errorCurves, regions } from "./fig33/panels.ts";
import { EPOCHS, NETS, type Run, runOf, runSteps, type Settings, type Stand } from "./fig33/training.ts";
import { choice, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";
import { type Curves, curvesPanel, curvesStill } from "./learning-curves.ts";

const controls = {
  epoch: range({ label: "Epoch", min: 0, max: EPOCHS, step: 1, value: EPOCHS }),
  net: choice({ label: "Network", options: NETS, value: "deep" }),
  eta: range({
    label: "Learning rate η",
    symbol: "η",
    min: 0.01,
    max: 10,
    step: 0.05,
    value: 0.25,
    log: true,
  }),
  update: choice({
    label: "A layer moves",
    options: { after: "when the way back is over", place: "before the error goes on" },
    value: "after",
  }),
  mean: choice({
    label: "Six batches, divided by",
    options: { count: "6, their number", last: "5, the last index" },
    value: "count",
  }),
  seed: seed({ label: "Seed of the weights; 0 is the source’s start", value: 0 }),
};

const COUNTS = { learnt: 670, others: 330 };

interface Data {
  readonly run: Run;
  readonly points: readonly Mark[];
  readonly errors: Curves;
  readonly hits: Curves;
  readonly errorsStill: readonly Mark[];
  readonly hitsStill: readonly Mark[];
  /** The other way of moving, for the sentence. */
  readonly other: Run;
}

interface Chosen {
  readonly net: keyof typeof NETS;
  readonly eta: number;
  readonly update: "after" | "place";
  readonly seed: number;
}
const settingsOf = ({ net, eta, update, seed }: Chosen, other = false): Settings => ({
  net,
  rate: eta,
  inPlace: (update === "place") !== other,
  seed,
});

export const fig33 = defineFigure({
  id: "fig33",
  title: "Fifty epochs on two clouds",
  question:
    "The update comes last here. Let each layer move before the error goes on: does it still learn, and up to which learning rate do you see no difference? And what does a mean that divides by one too few do to the curve?",
  controls,
  *prepare(state) {
    yield* runSteps(settingsOf(state));
    yield* runSteps(settingsOf(state, true));
  },
  compute(state): Data {
    const run = runOf(settingsOf(state));
    const errors = errorCurves(run, state.mean === "count" ? 1 : 6 / 5);
    const hits = accuracyCurves(run);
    return {
      run,
      points: blobPoints("fig33", run.valid),
      errors,
      hits,
      errorsStill: curvesStill(errors),
      hitsStill: curvesStill(hits),
      other: runOf(settingsOf(state, true)),
    };
  },
  draw({ run, points, errors, hits, errorsStill, hitsStill }, { epoch, net }) {
    return [
      curvesPanel({ name: "errors", title: "Mean squared error", ...COUNTS }, errors, errorsStill, epoch),
      curvesPanel({ name: "hits", title: "Share of the right classes", ...COUNTS }, hits, hitsStill, epoch),
      regions(run.stands[epoch] as Stand, net, points),
    ];
  },
  says({ run, errors, other }, { epoch, net, eta, update }) {
    const { train, valid } = run.stands[epoch] as Stand;
    const apart = Math.abs(train.mse - (other.stands[epoch] as Stand).train.mse);
    const way = update === "after" ? "moved in place" : "moved afterwards";
    return `${NETS[net]} with η = ${brief(eta)}, epoch ${epoch}: the curve shows ${digits(errors.train[epoch] ?? 0, 4)}, and ${fixed(100 * train.accuracy, 1)} % and ${fixed(100 * valid.accuracy, 1)} % are right, of those that are learnt from and of others. With the layers ${way} the error would differ by ${digits(apart, 2)}.`;
  },
  table({ errors, hits }) {
    return {
      caption: "The run, every fifth epoch",
      head: ["epoch", "MSE, learnt from", "MSE, others", "right, learnt from", "right, others"],
      rows: errors.train.flatMap((mse, e) =>
        e % 5 === 0
          ? [
              [
                String(e),
                digits(mse, 4),
                digits(errors.valid[e] ?? 0, 4),
                fixed(hits.train[e] ?? 0, 3),
                fixed(hits.valid[e] ?? 0, 3),
              ],
            ]
          : [],
      ),
    };
  },
  animation: { control: "epoch", last: () => EPOCHS, perSecond: 10 },
  presets: [
    { label: "In place", state: { update: "place" } },
    { label: "In place, η = 5", state: { update: "place", eta: 5 } },
    { label: "Divided by 5", state: { mean: "last" } },
    { label: "2–10–2, η = 0.1", state: { net: "shallow", eta: 0.1 } },
  ],
});
