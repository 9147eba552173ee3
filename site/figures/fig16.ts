/** The perceptron on two clouds: errors that do not end, and what ends them. */
import { type ErrorsStill, errors, errorsStill } from "./fig16/errors.ts";
import { planeOf, type RegionsStill, regions, regionsStill } from "./fig16/regions.ts";
import { PASSES, type Run, runOf, runSteps } from "./fig16/run.ts";
import { choice, list, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";

const controls = {
  pass: range({ label: "Pass", min: 0, max: PASSES, step: 1, value: PASSES }),
  eta: range({
    label: "Learning rate η",
    symbol: "η",
    min: 0.001,
    max: 100,
    step: 0.05,
    value: 0.5,
    log: true,
  }),
  threshold: choice({
    label: "Threshold",
    options: { half: "½", zero: "0" },
    value: "half",
  }),
  start: choice({
    label: "Start",
    symbol: "w",
    options: { normal: "small, random", zero: "zero" },
    value: "normal",
  }),
  order: choice({
    label: "Order",
    options: { given: "as drawn", sorted: "class 0 first", shuffled: "new each pass" },
    value: "given",
  }),
  moved: list({ label: "Class 1 moved by", min: -12, max: 12, step: 0.1, most: 2, value: [] }),
  seed: seed({ label: "Seed of the data", value: 42 }),
};

interface Data {
  readonly run: Run;
  readonly regions: RegionsStill;
  readonly errors: ErrorsStill;
}

export const fig16 = defineFigure({
  id: "fig16",
  title: "The perceptron on two clouds",
  question:
    "In pass after pass some 36 of 1000 examples are misclassified. Does another learning rate end that? Drag the cloud of dots away from the crosses and see what does.",
  ownData: "The figure’s data are its own: 1000 examples in two clouds, from the seed.",
  controls,
  prepare: runSteps,
  compute(state): Data {
    const run = runOf(state);
    return { run, regions: regionsStill(run), errors: errorsStill(run) };
  },
  draw(data, { pass }) {
    return [regions(data.run, data.regions, pass), errors(data.run, data.errors, pass)];
  },
  says({ run }, { pass, start, threshold }) {
    const { outcomes, X } = run;
    const { w, b, errors, wrong } = outcomes[pass] as (typeof outcomes)[number];
    const right = `${wrong} of ${X.length} are wrong now (${fixed((100 * (X.length - wrong)) / X.length, 1)} % right)`;
    const met = pass === 0 ? `At the start ${right}.` : `Pass ${pass} met ${errors} errors, and ${right}.`;
    const ended = outcomes.findIndex((outcome, p) => p > 0 && outcome.errors === 0);
    const end =
      ended < 0
        ? `None of ${PASSES} passes is without an error.`
        : `Pass ${ended} is the first without an error: the line separates the classes.`;
    const isScaled = start === "zero" && threshold === "zero";
    const scale = isScaled
      ? " From zero weights and with threshold 0, η only scales w and b, and the line stays."
      : "";
    const length = Math.hypot(...w);
    const direction =
      length > 0
        ? ` w/‖w‖ = (${fixed((w[0] as number) / length, 4)}, ${fixed((w[1] as number) / length, 4)}), b/‖w‖ = ${digits(b / length, 4)}.`
        : "";
    return `${met} ${end}${direction}${scale}`;
  },
  table({ run }, { pass }) {
    const { outcomes } = run;
    return {
      caption: "Each pass: errors met on the way, errors left at its end, and the weights that it leaves",
      head: ["pass", "met", "left", "w₁", "w₂", "b"],
      rows: outcomes
        .slice(0, pass + 1)
        .map(({ w, b, errors, wrong }, p) => [
          String(p),
          p === 0 ? "–" : String(errors),
          String(wrong),
          digits(w[0] as number, 5),
          digits(w[1] as number, 5),
          digits(b, 5),
        ]),
    };
  },
  animation: { control: "pass", last: () => PASSES, perSecond: 4 },
  presets: [
    { label: "Clouds apart", state: { moved: [5, -5] } },
    { label: "Class 0 first", state: { order: "sorted" } },
    { label: "Zero start, threshold 0", state: { start: "zero", threshold: "zero" } },
    { label: "Zero start, threshold ½, η = 0.01", state: { start: "zero", eta: 0.01 } },
  ],
  example: { eta: "\\eta" },
  drag(_, { x, y }, __, { run }) {
    const plane = planeOf(run);
    const inside = (value: number, [low, high]: readonly [number, number]): number =>
      Math.max(low, Math.min(high, value));
    return {
      moved: [
        inside(plane.x.from(x), plane.x.domain) - run.home[0],
        inside(plane.y.from(y), plane.y.domain) - run.home[1],
      ],
    };
  },
});
