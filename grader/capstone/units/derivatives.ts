/** Unit 1: any formula, its tangent, and the way down. */
import { type FunctionName, functionOf } from "../../../reference/functions/known.ts";
import { linksOf, typedFunction } from "../../../reference/functions/typed-function.ts";
import { random } from "../../../reference/randomness/random.ts";
import type { Capstone } from "../capstone.ts";
import type { Hands } from "../hands.ts";
import { along, quantile, residue, short, spanOf } from "../numbers.ts";
import type { Layer, Plot, Point, Span } from "../picture.ts";

const DEFAULT = "cos(x^2/4)";
/** Where the formula is looked at, and at how many places. */
const REACH: Span = [-6, 6];
const PLACES = 241;
const H = 1e-4;
const MOST_STEPS = 400;
/** A slope that is so much smaller than the first one counts as none. */
const FLAT = 1e-4;

export const derivatives: Capstone = {
  unit: 1,
  title: "Any formula: its curve, its tangent, and the way down to a minimum",
  uses: [
    { exercise: "ex02", functions: ["deriv"], does: "measures the slope" },
    { exercise: "ex03", functions: ["composeChain"], does: "computes the curve" },
    { exercise: "ex04", functions: ["chainDeriv"], does: "multiplies the slopes of the links" },
    { exercise: "ex08", functions: ["numericalGradient", "gradientStep"], does: "goes down" },
  ],
  formula: DEFAULT,
  async work(hands, { seed, formula = DEFAULT }, show) {
    const f = typedFunction(formula);
    const chain = linksOf(f);
    const xs = along(REACH, PLACES);
    const ys = await hands.askAll<number>(
      "composeChain",
      xs.map((x) => ({ chain: [...chain], x })),
    );
    const slopes = await hands.askAll<number>(
      "deriv",
      xs.map((x) => ({ f, x, h: H })),
    );
    const curve: Point[] = xs.map((x, i) => [x, ys[i] as number]);
    const start = startOf(xs, ys, slopes, seed);
    if (start === undefined) {
      show({
        kind: "says",
        text: `${formula} has no value at nearly all places from -6 to 6: try another formula.`,
      });
      return;
    }
    const y = spanOf(middle(ys));
    const [height, slope, byChain] = [
      await hands.ask<number>("composeChain", { chain: [...chain], x: start }),
      await hands.ask<number>("deriv", { f, x: start, h: H }),
      await hands.ask<number>("chainDeriv", { chain: [...chain], x: start, h: H }),
    ];
    const exact = functionOf(f).slope(start);
    const axes = { x: { label: "x", span: REACH } };
    const named = `f(x) = ${formula}`;
    show({
      kind: "plot",
      title: `The curve, and its tangent at x = ${short(start)}`,
      ...axes,
      y: { label: "f", span: y },
      layers: [
        { kind: "curve", name: named, points: curve },
        { kind: "line", name: "tangent", across: [slope, -1, height - slope * start] },
        { kind: "points", name: `x = ${short(start)}`, class: "own", points: [[start, height]] },
      ],
    });
    show({
      kind: "table",
      title: `The slope at x = ${short(start)}`,
      head: ["by", "slope", "off by"],
      rows: [
        ["the formula's own derivative", short(exact), "0"],
        ["deriv, a central difference", short(slope), residue(slope - exact)],
        [
          `chainDeriv, ${chain.length} ${chain.length === 1 ? "link" : "links"}`,
          short(byChain),
          residue(byChain - exact),
        ],
      ],
    });
    show({
      kind: "plot",
      title: "Its derivative, place by place: 0 where the curve is level",
      ...axes,
      y: { label: "f'", span: spanOf([0, ...middle(slopes)]) },
      layers: [
        { kind: "line", name: "slope 0", across: [0, 1, 0] },
        { kind: "curve", name: "f'(x), by deriv", points: xs.map((x, i) => [x, slopes[i] as number]) },
      ],
    });
    await descend(hands, { f, start, slope, rate: rateOf(xs, ys, slopes, start) }, (walk, says) => {
      const layers: Layer[] = [
        { kind: "curve", name: named, points: curve },
        { kind: "points", name: "a step", class: 0, points: walk },
        { kind: "points", name: "where it ends", class: "own", points: walk.slice(-1) },
      ];
      const plot: Plot = {
        kind: "plot",
        title: "Down the slope, step by step",
        ...axes,
        y: { label: "f", span: y },
        layers,
      };
      show(plot);
      show({ kind: "says", text: says });
    });
  },
};

/** The numbers without the few that are far out, as beside a pole. */
function middle(values: readonly number[]): readonly number[] {
  const [low, high] = [quantile(values, 0.04), quantile(values, 0.96)];
  const room = 0.5 * (high - low) || 1;
  return values.filter((x) => x >= low - room && x <= high + room);
}

/** A place to start from: where the curve has a value and is neither level nor among the steepest, drawn by the seed. */
function startOf(
  xs: readonly number[],
  ys: readonly number[],
  slopes: readonly number[],
  seed: number,
): number | undefined {
  const seen = new Set(middle(ys));
  const places = xs.flatMap((x, i) =>
    seen.has(ys[i] as number) && Number.isFinite(slopes[i]) && Math.abs(x) <= 0.8 * REACH[1]
      ? [{ x, steep: Math.abs(slopes[i] as number) }]
      : [],
  );
  const all = places.map(({ steep }) => steep);
  const [low, high] = [quantile(all, 0.4), quantile(all, 0.85)];
  const fit = places.filter(({ steep }) => steep >= low && steep <= high);
  return fit[Math.floor(random(seed, "capstone-1")() * fit.length)]?.x;
}

/**
 * 1 over the largest curvature between here and where the curve is as high again: descent stays in between, and no step
 * of it goes too far. No first step goes across a tenth of the picture.
 */
function rateOf(
  xs: readonly number[],
  ys: readonly number[],
  slopes: readonly number[],
  start: number,
): number {
  const from = xs.indexOf(start);
  const isBelow = (i: number): boolean => (ys[i] as number) <= (ys[from] as number);
  let [left, right] = [from, from];
  while (left > 0 && isBelow(left - 1)) left--;
  while (right < xs.length - 1 && isBelow(right + 1)) right++;
  const step = (REACH[1] - REACH[0]) / (PLACES - 1);
  let bound = (0.1 * (REACH[1] - REACH[0])) / Math.abs(slopes[from] as number);
  for (let i = Math.max(1, left); i <= right; i++)
    bound = Math.min(bound, step / Math.abs((slopes[i] as number) - (slopes[i - 1] as number)));
  return Number.isFinite(bound) && bound > 0 ? Number(bound.toPrecision(2)) : 0.1;
}

interface Descent {
  readonly f: FunctionName;
  readonly start: number;
  readonly slope: number;
  readonly rate: number;
}

async function descend(
  hands: Hands,
  { f, start, slope, rate }: Descent,
  show: (walk: readonly Point[], says: string) => void,
): Promise<void> {
  const { value } = functionOf(f);
  const first: FunctionName = { fn: "ofFirst", args: [f] };
  let x = [start];
  const walk: Point[] = [[start, value(start)]];
  let last = Math.abs(slope);
  while (walk.length <= MOST_STEPS) {
    const grad = await hands.ask<readonly number[]>("numericalGradient", { f: first, x, h: H });
    last = Math.abs(grad[0] as number);
    if (last <= FLAT * Math.abs(slope)) break;
    x = [...(await hands.ask<readonly number[]>("gradientStep", { x, grad: [...grad], lr: rate }))];
    const at = x[0] as number;
    walk.push([at, value(at)]);
    if (!(at >= REACH[0] && at <= REACH[1]) || !Number.isFinite(value(at))) break;
  }
  const [at, height] = walk.at(-1) as Point;
  const begun = `From x = ${short(start)} by steps of ${short(rate)} times the slope:`;
  const steps = `${walk.length - 1} steps`;
  if (!(at >= REACH[0] && at <= REACH[1]) || !Number.isFinite(height)) {
    show(
      walk.slice(0, -1),
      `${begun} after ${steps} it leaves the picture. To this side the curve falls on, and has no minimum here.`,
    );
  } else if (walk.length === 1) {
    show(walk, `At x = ${short(start)} the curve is level already: there is no way down.`);
  } else if (last <= FLAT * Math.abs(slope)) {
    show(
      walk,
      `${begun} after ${steps} the curve is level, at a minimum: x = ${short(at)}, f = ${short(height)}.`,
    );
  } else {
    show(
      walk,
      `${begun} after ${steps} it is at x = ${short(at)}, f = ${short(height)}, and the slope is still ${short(last)}. At a kink the steps jump to and fro; where the curve is nearly level they are tiny.`,
    );
  }
}
