/** Descent: against the gradient, and how large the learning rate may be. */
import { ETA, factors, heights, parabola, T } from "./fig07/curves.ts";
import { hill, hillStill, X, Y } from "./fig07/hill.ts";
import { OPTIONS, type Place, type Run, runOf, STEPS } from "./fig07/run.ts";
import { choice, range } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { brief } from "./frame/numbers.ts";
import type { Mark } from "./frame/scene.ts";
import { short } from "./short.ts";

const controls = {
  step: range({ label: "Step", min: 0, max: STEPS, step: 1, value: 0 }),
  eta: range({ label: "Learning rate η", symbol: "η", min: 0, max: 1.2, step: 0.01, value: 0.1 }),
  way: choice({
    label: "The step goes",
    options: { against: "against the gradient", along: "along the gradient" },
    value: "against",
  }),
  bowl: choice({ label: "Hill f", symbol: "f", options: OPTIONS, value: "page" }),
  x1: range({ label: "Start x₁", symbol: "x", min: -4, max: 4, step: 0.05, value: 3 }),
  x2: range({ label: "Start x₂", symbol: "x", min: -3, max: 3, step: 0.05, value: 1 }),
  t0: range({ label: "Start t", min: -8, max: 8, step: 0.05, value: -6 }),
};

interface Data {
  readonly run: Run;
  readonly hill: readonly Mark[];
}

export const fig07 = defineFigure({
  id: "fig07",
  title: "Against the gradient",
  question:
    "The arrow says where f grows, and a step goes the other way. Play: how many steps does it take? Then make η larger. From which rate on does a step no longer bring you down?",
  controls,
  compute(state): Data {
    const run = runOf(state);
    return { run, hill: hillStill(run) };
  },
  draw({ run, hill: still }, { step, eta, way }) {
    return [
      hill(run, still, step),
      parabola(run, step),
      factors(run, eta, way === "against" ? 1 : -1),
      heights(run, step),
    ];
  },
  says({ run: { places, ts, largestRate } }, { step, eta, way }) {
    const at = places[step] as Place;
    const first = `Step ${step}: at (${short(at.x[0])}, ${short(at.x[1])}) the gradient is (${short(at.slope[0])}, ${short(at.slope[1])}), and f is ${short(at.rise)} above its least value.`;
    const next =
      way === "along"
        ? "With the gradient every step climbs."
        : `With η = ${brief(eta)} each step multiplies t by ${short(1 - 2 * eta)}, and t is ${short(ts[step] as number)} now; on the hill descent ${eta === 0 ? "stays where it is" : eta < largestRate ? "comes down" : eta === largestRate ? "goes to and fro" : "runs away"}, as it does ${eta > largestRate ? "above" : "up to"} ${short(largestRate)}.`;
    return `${first} ${next}`;
  },
  table({ run: { places, ts } }) {
    return {
      caption: "Places after each step on the hill and on t²",
      head: ["step", "x₁", "x₂", "f above its least", "t", "t²"],
      rows: places.map(({ x, rise }, i) => {
        const t = ts[i] as number;
        return [String(i), short(x[0]), short(x[1]), short(rise), short(t), short(t * t)];
      }),
    };
  },
  animation: { control: "step", last: () => STEPS, perSecond: 3 },
  example: { x1: "x 1", x2: "x 2", eta: "\\eta", t0: "t" },
  presets: [
    { label: "Ten steps", state: { step: 10 } },
    { label: "η = 0.5", state: { eta: 0.5, step: 10 } },
    { label: "η = 0.6", state: { eta: 0.6, step: 10 } },
    { label: "t² at η = 1", state: { eta: 1, bowl: "round", step: 6 } },
    { label: "A narrow valley", state: { bowl: "valley", eta: 0.45, x1: -3.5, step: 30 } },
    { label: "Along the gradient", state: { way: "along", step: 5 } },
  ],
  still: { state: { step: 20 } },
  drag(name, { x, y }) {
    if (name === "eta") return { eta: ETA.from(x) };
    return name === "t" ? { t0: T.from(x) } : { x1: X.from(x), x2: Y.from(y) };
  },
});
