/** Adaline goes down the loss of its net input: how large a rate may be, and where the classes change. */
import { losses, RATE, RATES, rates } from "./fig22/losses.ts";
import { type RegionsStill, regions, regionsStill, rightOf } from "./fig22/regions.ts";
import { type Examples, examplesOf, STEPS, type Stand, standAt, standsOf } from "./fig22/run.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief, digits, fixed } from "./frame/numbers.ts";
import { remembered } from "./frame/remembered.ts";

const rate = (label: string, value: number) =>
  range({ label, symbol: "η", min: RATES[0], max: RATES[1], step: 0.02, value, log: true });

const controls = {
  step: range({ label: "Steps taken", min: 0, max: STEPS, step: 1, value: 14 }),
  eta1: rate("First learning rate η", 0.01),
  eta2: rate("Second learning rate η", 0.0001),
  threshold: choice({
    label: "Class 1 from z =",
    symbol: "z",
    options: { half: "½", zero: "0" },
    value: "half",
  }),
  examples: choice({
    label: "Examples",
    symbol: "X",
    options: { clouds: "the source’s 1000", page: "the page’s three" },
    value: "clouds",
  }),
};

interface Data {
  readonly examples: Examples;
  readonly both: readonly [readonly Stand[], readonly Stand[]];
  readonly regions: RegionsStill;
}

/** A rate that moves leaves the other run as it is. */
const first = remembered(standsOf);
const second = remembered(standsOf);
const still = remembered(regionsStill);

const THRESHOLD = { half: 0.5, zero: 0 } as const;

export const fig22 = defineFigure({
  id: "fig22",
  title: "Adaline goes down a bowl",
  question:
    "Both learners start at the same weights, and one takes steps a hundred times as long. Drag its rate up towards the limit, and beyond it: where is it best, and what happens at 0.02?",
  controls,
  compute({ eta1, eta2, examples: which }): Data {
    const examples = examplesOf(which);
    return {
      examples,
      both: [first(examples, eta1), second(examples, eta2)],
      regions: still(examples),
    };
  },
  draw({ examples, both, regions: places }, { step, eta1, eta2, threshold }) {
    return [
      losses(examples, both, step),
      regions(examples, places, standAt(both[0], step), THRESHOLD[threshold]),
      rates(examples, eta1, eta2),
    ];
  },
  says({ examples, both }, { step, eta1, eta2, threshold }) {
    const of = (stands: readonly Stand[], eta: number): string =>
      step < stands.length
        ? `with η = ${brief(eta)} the loss is ${digits(standAt(stands, step).loss, 4)}`
        : `with η = ${brief(eta)} the run has gone away, its loss was ${digits(standAt(stands, step).loss, 2)} after ${stands.length - 1} steps`;
    const right = rightOf(examples, standAt(both[0], step), THRESHOLD[threshold]);
    const count = examples.X.length;
    return `After ${step} ${step === 1 ? "step" : "steps"}: ${of(both[0], eta1)}, ${of(both[1], eta2)}; the least there is has ${digits(examples.leastLoss < 1e-9 ? 0 : examples.leastLoss, 4)}. The limit 2/λ is ${digits(examples.limit, 6)}. The first learner is right on ${right} of ${count} examples (${fixed((100 * right) / count, 1)} %), with class 1 from z = ${THRESHOLD[threshold]}.`;
  },
  table({ both }) {
    const number = (stands: readonly Stand[], s: number, of: (stand: Stand) => number): string => {
      const stand = stands[s];
      return stand === undefined ? "gone" : digits(of(stand), 4);
    };
    return {
      caption: "Both learners before each fifth step",
      head: ["steps taken", "loss, first", "w₁", "w₂", "b", "loss, second", "w₁", "w₂", "b"],
      rows: Array.from({ length: STEPS / 5 + 1 }, (_, i) => 5 * i).map((s) => [
        String(s),
        ...both.flatMap((stands) => [
          number(stands, s, ({ loss }) => loss),
          number(stands, s, ({ w }) => w[0]),
          number(stands, s, ({ w }) => w[1]),
          number(stands, s, ({ b }) => b),
        ]),
      ]),
    };
  },
  animation: { control: "step", last: () => STEPS, perSecond: 6 },
  presets: [
    { label: "Fifty steps just below the limit", state: { eta1: 0.019, step: STEPS } },
    { label: "Just beyond it", state: { eta1: 0.0195, step: STEPS } },
    { label: "Threshold 0", state: { eta1: 0.019, step: STEPS, threshold: "zero" } },
    { label: "The page’s three", state: { examples: "page", eta1: 0.1, eta2: 0.01, step: 1 } },
  ],
  drag(name, { x }) {
    const eta = RATE.from(x);
    return name === "eta1" ? { eta1: eta } : { eta2: eta };
  },
});
