/** A network that reads digits: how it learns, what it misreads, and what its hidden units look for. */
import { digitsPanel, weightsPanel } from "./fig45/pictures.ts";
import {
  EPOCHS,
  LEARNT,
  OTHERS,
  type Run,
  readAs,
  runOf,
  runSteps,
  type Settings,
  type Stand,
} from "./fig45/training.ts";
import { choice, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";
import { type Curves, curvesPanel, curvesStill, heights } from "./learning-curves.ts";

const BATCHES = { ten: "10 digits", hundred: "100 digits", all: `all ${LEARNT} digits` } as const;
const SIZES = { ten: 10, hundred: 100, all: LEARNT } as const;

const controls = {
  epoch: range({ label: "Epoch", min: 0, max: EPOCHS, step: 1, value: EPOCHS }),
  hidden: range({ label: "Hidden units", min: 1, max: 100, step: 1, value: 100 }),
  eta: range({ label: "Learning rate η", min: 0.001, max: 10, step: 0.05, value: 0.1, log: true }),
  batch: choice({ label: "A step for", options: BATCHES, value: "hundred" }),
  seed: seed({ label: "Seed of digits and weights", value: 0 }),
};

interface Chosen {
  readonly hidden: number;
  readonly eta: number;
  readonly batch: keyof typeof BATCHES;
  readonly seed: number;
}
const settingsOf = ({ hidden, eta, batch, seed }: Chosen): Settings => ({
  hidden,
  rate: eta,
  batch: SIZES[batch],
  seed,
});

interface Data {
  readonly run: Run;
  readonly losses: Curves;
  readonly hits: Curves;
  readonly lossesStill: readonly Mark[];
  readonly hitsStill: readonly Mark[];
}

const COUNTS = { learnt: LEARNT, others: OTHERS };
/** A guess among ten costs ln 10 = 2.303. */
const LOSS = heights(0, 2.5);
const SHARE = heights(0, 1);

/** The misread ones in words: what is most often taken for what. */
function misreadBy({ others }: Run, { said }: Stand): string {
  const pairs = new Map<string, number>();
  others.labels.forEach((label, i) => {
    const pair = `${label} as ${readAs(said, i)}`;
    if (readAs(said, i) !== label) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  });
  const misread = [...pairs.values()].reduce((sum, count) => sum + count, 0);
  if (misread === 0) return "None of the others is misread.";
  const most = [...pairs].sort(([, a], [, b]) => b - a).slice(0, 3);
  return `Misread are ${misread} of the others, most often ${most.map(([pair, count]) => `${pair} (${count})`).join(", ")}.`;
}

export const fig45 = defineFigure({
  id: "fig45",
  title: "A network learns to read",
  question:
    "Go back to the first epochs: what does it misread, and does that look like what it is taken for? How few hidden units can still tell ten digits apart, and which learning rate gets there in ten epochs?",
  controls,
  prepare: (state) => runSteps(settingsOf(state)),
  compute(state): Data {
    const run = runOf(settingsOf(state));
    const of = (part: "learnt" | "others", number: "loss" | "accuracy"): readonly number[] =>
      run.stands.map((stand) => stand[part][number]);
    const losses = { y: LOSS, yName: "loss", train: of("learnt", "loss"), valid: of("others", "loss") };
    const hits = {
      y: SHARE,
      yName: "right",
      train: of("learnt", "accuracy"),
      valid: of("others", "accuracy"),
    };
    return { run, losses, hits, lossesStill: curvesStill(losses), hitsStill: curvesStill(hits) };
  },
  draw({ run, losses, hits, lossesStill, hitsStill }, { epoch, hidden }) {
    const stand = run.stands[epoch] as Stand;
    return [
      digitsPanel(stand, run.others),
      curvesPanel({ name: "losses", title: "Mean cross-entropy", ...COUNTS }, losses, lossesStill, epoch),
      curvesPanel({ name: "hits", title: "Share of digits read right", ...COUNTS }, hits, hitsStill, epoch),
      weightsPanel(stand, hidden),
    ];
  },
  says({ run }, { epoch, hidden, eta, batch }) {
    const stand = run.stands[epoch] as Stand;
    const { learnt, others } = stand;
    const end =
      run.stands.length <= EPOCHS
        ? ` The run ends at epoch ${run.stands.length - 1}: after it the numbers grow beyond bounds.`
        : "";
    return `Epoch ${epoch} of 35–${hidden}–10 with η = ${brief(eta)} and a step for ${BATCHES[batch]}: the mean cross-entropy is ${digits(learnt.loss, 3)} over ${LEARNT} digits that are learnt from and ${digits(others.loss, 3)} over ${OTHERS} others, and ${fixed(100 * learnt.accuracy, 1)} % and ${fixed(100 * others.accuracy, 1)} % are right. ${misreadBy(run, stand)}${end}`;
  },
  table({ run }) {
    return {
      caption: "The run, every fifth epoch",
      head: ["epoch", "loss, learnt from", "loss, others", "right, learnt from", "right, others"],
      rows: run.stands.flatMap(({ learnt, others }, e) =>
        e % 5 === 0
          ? [
              [
                String(e),
                digits(learnt.loss, 4),
                digits(others.loss, 4),
                `${fixed(100 * learnt.accuracy, 1)} %`,
                `${fixed(100 * others.accuracy, 1)} %`,
              ],
            ]
          : [],
      ),
    };
  },
  animation: { control: "epoch", last: ({ run }) => run.stands.length - 1, perSecond: 6 },
  still: { panel: "digits", state: { epoch: 20 } },
  presets: [
    { label: "At the start", state: { epoch: 0 } },
    { label: "After 20 epochs", state: { epoch: 20 } },
    { label: "η = 1", state: { eta: 1 } },
    { label: "η = 1, after five epochs", state: { eta: 1, epoch: 5 } },
    { label: "Four hidden units, η = 1", state: { hidden: 4, eta: 1 } },
    { label: "All digits a step", state: { batch: "all" } },
  ],
});
