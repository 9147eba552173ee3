/** Descent on the error of a line: why the intercept hardly moves until the inputs are centred. */

import { type Curves, curvesStill, errorCurve, shareOf, sharesCurve } from "./fig08/curves.ts";
import type { Line } from "./fig08/line-descent.ts";
import { EPOCHS, epochAt, inPlot, LAST, PACE, type Run, runOf } from "./fig08/run.ts";
import { scatter, scatterStill } from "./fig08/scatter.ts";
import { INTERCEPTS, planeOf, SLOPES, surface, surfaceStill } from "./fig08/surface.ts";
import { choice, range, seed } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";

const INPUTS = { raw: "x as it is", centred: "x − μ", standardised: "(x − μ)/σ" } as const;

const controls = {
  frame: range({
    label: "Epoch",
    min: 0,
    max: LAST,
    step: 1,
    value: LAST,
    show: (frame) => String(PACE[frame] ?? EPOCHS),
  }),
  inputs: choice({ label: "Inputs x", symbol: "x", options: INPUTS, value: "raw" }),
  rate: range({
    label: "Learning rate η",
    symbol: "η",
    min: 1e-6,
    max: 1,
    step: 0.05,
    value: 5e-5,
    log: true,
  }),
  order: choice({
    label: "Update",
    options: { together: "w and b together", "in-turn": "w first, b with the new w" },
    value: "together",
  }),
  w0: range({ label: "Start slope w", symbol: "w", min: SLOPES[0], max: SLOPES[1], step: 0.01, value: 0 }),
  b0: range({
    label: "Start intercept b",
    symbol: "b",
    min: INTERCEPTS[0],
    max: INTERCEPTS[1],
    step: 0.1,
    value: 0,
  }),
  seed: seed({ label: "Seed of the data", value: 11 }),
};

interface Data {
  readonly run: Run;
  readonly scatter: readonly Mark[];
  readonly surface: readonly Mark[];
  readonly curves: Curves;
}

export const fig08 = defineFigure({
  id: "fig08",
  title: "Descent on the error of a line",
  question:
    "After 4000 epochs the slope is still far too steep, and the intercept has hardly left its start. What happens to b when x is centred?",
  controls,
  compute(state): Data {
    const run = runOf(state);
    return { run, scatter: scatterStill(run), surface: surfaceStill(run), curves: curvesStill(run) };
  },
  draw(data, { frame }) {
    const { run } = data;
    const epoch = epochAt(run, frame);
    return [
      scatter(run, data.scatter, epoch),
      surface(run, data.surface, frame, epoch),
      errorCurve(run, data.curves.error, epoch),
      sharesCurve(run, data.curves.shares, epoch),
    ];
  },
  says({ run }, { frame, order }) {
    const { curvature, errors, leastError, lines } = run;
    const epoch = epochAt(run, frame);
    const steepness = `${valley(curvature.condition)} (condition number ${digits(curvature.condition, 5)})`;
    if (run.diverges && epoch === lines.length - 1)
      return `${steepness}. This learning rate is too large: above ${digits(curvature.largestRate, 3)} every step overshoots by more than the last one, and after ${epoch} epochs the error is ${digits(errors[epoch] as number, 3)}.`;
    const now = inPlot(run, lines[epoch] as Line);
    const best = inPlot(run, run.best);
    return `Epoch ${epoch}: ŷ = ${equation(now)}, error ${digits(errors[epoch] as number, 5)}; the best line is ŷ = ${equation(best)}, error ${digits(leastError, 5)}. ${wayOf(run, epoch)}${otherOf(run, order, epoch)} ${steepness}; descent diverges for η above ${digits(curvature.largestRate, 3)}.`;
  },
  table({ run }, { frame }) {
    const { lines, errors, best, leastError } = run;
    const last = epochAt(run, frame);
    const shown = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, EPOCHS].filter((e) => e < last);
    const row = (name: string, line: Line, error: number): string[] => [
      name,
      digits(line.w, 5),
      digits(line.b, 5),
      digits(error, 6),
    ];
    return {
      caption: "Slope and intercept for the inputs that descent sees, and the mean squared error",
      head: ["epoch", "w", "b", "error"],
      rows: [
        ...[...shown, last].map((e) => row(String(e), lines[e] as Line, errors[e] as number)),
        row("least squares", best, leastError),
      ],
    };
  },
  animation: { control: "frame", last: () => LAST, perSecond: 30 },
  presets: [
    { label: "Centred", state: { inputs: "centred" } },
    { label: "Centred, η = 0.005", state: { inputs: "centred", rate: 0.005 } },
    { label: "Standardised, η = ½", state: { inputs: "standardised", rate: 0.5 } },
    { label: "The most that x as it is bears", state: { rate: 0.0013 } },
    { label: "A little more", state: { rate: 0.00134, frame: 12 } },
    { label: "b with the new w", state: { order: "in-turn", rate: 0.0013, frame: 20 } },
  ],
  drag(_, { x, y }, __, { run }) {
    const { w, b } = planeOf(run.unit);
    return { w0: w.from(x) / run.unit, b0: b.from(y) };
  },
});

const equation = ({ w, b }: Line): string => `${fixed(w, 4)} x ${b < 0 ? "−" : "+"} ${fixed(Math.abs(b), 3)}`;

/** How much the error curves one way and the other. */
const valley = (condition: number): string =>
  condition < 1.005
    ? "The error curves equally in all directions"
    : `Across its valley the error curves ${digits(condition, condition < 10 ? 2 : 4)} times as much as along it`;

/** What moving both together would have made of b. */
function otherOf({ lines, otherLines }: Run, order: "together" | "in-turn", epoch: number): string {
  if (order === "together" || epoch >= otherLines.length) return "";
  const [here, there] = [lines[epoch]?.b as number, otherLines[epoch]?.b as number];
  return Math.abs(here - there) < 1e-9 * Math.abs(here)
    ? " Moved together, w and b would be just here: where the inputs have mean 0 neither gradient sees the other."
    : ` Moved together, w and b would come to b = ${fixed(there, 4)} in place of ${fixed(here, 4)}.`;
}

/** How far b, or else w, has come. */
function wayOf(run: Run, epoch: number): string {
  const share = shareOf(run, "b", epoch);
  return share === undefined
    ? "b starts where it ends."
    : `b has covered ${fixed(100 * share, 1)} % of its way.`;
}
