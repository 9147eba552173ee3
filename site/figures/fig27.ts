/** Principal components of a cloud in space: how much of it fewer numbers keep, and what the preparation is good for. */
import { type Ball, ballAround, cloud } from "./fig27/cloud.ts";
import { directionOf, type Run, runOf } from "./fig27/run.ts";
import { shares } from "./fig27/shares.ts";
import { range, seed, toggle } from "./frame/controls.ts";
import { defineFigure } from "./frame/figure.ts";
import { digits, fixed } from "./frame/numbers.ts";
import { degreesShown, turnedBy } from "./turning.ts";

const controls = {
  components: range({ label: "Numbers kept", symbol: "d", min: 0, max: 3, step: 1, value: 1 }),
  centre: toggle({ label: "Centre (take μ away)", value: true }),
  scale: toggle({ label: "Scale (divide by σ)", symbol: "σ", value: true }),
  noise: range({ label: "Noise", min: 0, max: 0.5, step: 0.01, value: 0.25 }),
  stretch: range({ label: "x₁ times", min: 0.1, max: 10, step: 0.05, value: 1, log: true }),
  shift: range({ label: "Cloud moved along x₁ by", min: 0, max: 10, step: 0.5, value: 0 }),
  turn: range({ label: "Turn", min: -180, max: 180, step: 1, value: -125, show: degreesShown }),
  tilt: range({ label: "Tilt", min: -90, max: 90, step: 1, value: 17, show: degreesShown }),
  seed: seed({ label: "Seed of the cloud", value: 0 }),
};

interface Data {
  readonly run: Run;
  readonly ball: Ball;
}

export const fig27 = defineFigure({
  id: "fig27",
  title: "Principal components",
  question:
    "Each point keeps one number in place of three, and 69 % of the variance is left. What does a second number bring, and what goes wrong when a cloud far from the origin is not centred?",
  controls,
  compute(state): Data {
    const run = runOf(state);
    return { run, ball: ballAround(run.Z) };
  },
  draw: ({ run, ball }, { components, turn, tilt }) => [
    cloud(run, ball, { turn, tilt }, components),
    shares(run, components),
  ],
  says({ run }, { components, centre }) {
    const { directions, lost, astray } = run;
    const sum = directions.shares.slice(0, components).reduce((a, b) => a + b, 0);
    const of = centre ? "the variance" : "the squares around the origin";
    const all = directions.shares.map((share) => fixed(100 * share, 2)).join(", ");
    const first = directionOf(directions, 0)
      .map((v) => fixed(v, 4))
      .join(", ");
    const kept = ["No number", "One number", "Two numbers", "Three numbers"][components] as string;
    const off = centre
      ? ""
      : ` It is ${fixed(astray, 1)}° away from the direction of largest variance: without centring it points at where the cloud lies.`;
    return `${kept} a point ${components < 2 ? "keeps" : "keep"} ${fixed(100 * sum, 2)} % of ${of} (the directions hold ${all} %); the mean squared distance from what is kept is ${digits(lost[components] as number, 4)}. v₁ = (${first}).${off}`;
  },
  table({ run }, { centre }) {
    const { directions, lost } = run;
    return {
      caption: centre
        ? "Principal directions, the variance along each, which divides by n − 1, and what is lost with so many of them"
        : "Directions of ZᵀZ/(n − 1) without centring, what each holds, and what is lost with so many of them",
      head: ["direction", "x₁", "x₂", "x₃", centre ? "variance" : "squares", "share", "lost with them"],
      rows: [
        ["none", "–", "–", "–", "–", "–", digits(lost[0] as number, 4)],
        ...([0, 1, 2] as const).map((k) => [
          `v${"₁₂₃"[k]}`,
          ...directionOf(directions, k).map((v) => fixed(v, 5)),
          digits(directions.values[k] as number, 6),
          `${fixed(100 * (directions.shares[k] as number), 2)} %`,
          fixed(lost[k + 1] as number, 4),
        ]),
      ],
    };
  },
  animation: { control: "components", last: () => 3, perSecond: 0.7 },
  views: ["turn", "tilt"],
  presets: [
    { label: "Two numbers", state: { components: 2 } },
    { label: "Far away, not centred", state: { shift: 5, centre: false } },
    { label: "Far away, centred", state: { shift: 5 } },
    { label: "x₁ times 3, not scaled", state: { stretch: 3, scale: false } },
    { label: "No noise", state: { noise: 0 } },
    { label: "Seen along v₁", state: { turn: 44, tilt: 36 } },
  ],
  drag: (_, { dx, dy }, view) => turnedBy(dx, dy, view),
});
