/** Clouds of points, and a noisy line. */
import { type ArgsOf, args, equal, matrix, record, vector } from "../../grader/exercise/form.ts";
import { blobPoints, linePoints } from "../../reference/data/generated.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import { num } from "../../reference/numbers/num.ts";
import { gauss, n, spread, steady, still } from "./args.ts";

const clouds = args(
  {
    n: n(6, 9),
    centers: matrix("K d", "centre of each class"),
    std: spread("standard deviation of a cloud"),
    gauss,
  },
  { sizes: { K: [2, 4], d: [2, 3] } },
);
type Asked = ArgsOf<typeof clouds>;
type Blobs = { X: number[][]; y: number[] };
type Noisy = (point: readonly number[], by: number, next: () => number) => number[];
const eachMoved: Noisy = (point, by, next) => point.map((x) => x + by * next());
const asOne: Noisy = (point, by, next) => {
  const same = by * next();
  return point.map((x) => x + same);
};

const sizes = (n: number, K: number): number[] =>
  Array.from({ length: K }, (_, c) => Math.floor(n / K) + (c < n % K ? 1 : 0));
const classes = (counts: readonly number[]): number[] =>
  counts.flatMap((count, c) => Array<number>(count).fill(c));

/** Clouds made in another way: of which classes, with which noise, by which labels. */
const made =
  ({
    order = (n, K) => classes(sizes(n, K)),
    noisy = eachMoved,
    label = (c) => c,
  }: {
    readonly order?: (n: number, K: number) => number[];
    readonly noisy?: Noisy;
    readonly label?: (c: number) => number;
  }) =>
  ({ n, centers, std, gauss }: Asked): Blobs => {
    const next = generatorOf(gauss);
    const of = order(n, centers.length);
    return { X: of.map((c) => noisy(centers[c]!, std, next)), y: of.map(label) };
  };

const two = [
  [0, 4],
  [3, -1],
];

export const makeBlobs = clouds.answer<Blobs>({
  says: "Clouds around centres, class by class; the first n mod K classes have one point more",
  formula: "x = c + \\varepsilon",
  returns: record(
    {
      X: matrix("n d", "the points, class by class"),
      y: vector("n", "their classes, 0 … K−1", { domain: "integer" }),
    },
    "the data set",
  ),
  is: ({ centers, std }, { n, gauss }) => {
    const { X, y } = blobPoints(n, centers, std, generatorOf(gauss));
    return { X, y: y.map(num) };
  },
  example: { n: 3, centers: two, std: 0.5, gauss: steady },
  edges: {
    "a number that K divides": {
      given: { n: 4, centers: two, std: 0.5, gauss: steady },
      says: "Each class has two points.",
    },
    "fewer points than classes": {
      given: { n: 1, centers: two, std: 0.5, gauss: steady },
      says: "The only point is of class 0, and class 1 has none.",
    },
    "std 0": {
      given: { n: 3, centers: two, std: 0, gauss: steady },
      says: "Every point lies in the centre of its class.",
    },
  },
  laws: {
    "centres moved by 1 move every point by 1": (f, { centers }) =>
      equal(
        f({ centers: centers.map((c) => c.map((x) => x + 1)) }).X,
        f().X.map((point) => point.map((x) => x.plus(1))),
      ),
    "twice the spread moves every point twice as far from its centre": (f, { centers, std }) => {
      const [once, twice] = [f(), f({ std: 2 * std })];
      const away = ({ X, y }: typeof once, by: number) =>
        X.map((point, i) => point.map((x, k) => x.minus(centers[y[i]!.value]?.[k] ?? 0).times(by)));
      return equal(away(twice, 1), away(once, 2));
    },
    "no class has two points more than another": (f, { n, centers }) => {
      const { y } = f();
      return equal(
        centers.map((_, c) => y.filter(({ value }) => value === c).length),
        sizes(n, centers.length),
      );
    },
  },
  mistakes: {
    "classes-in-turn": {
      is: made({ order: (n, K) => Array.from({ length: n }, (_, i) => i % K) }),
      step: 6,
      says: "The classes take turns: 0, 1, 0, 1, … They come one after the other, all points of class 0 first.",
    },
    "labels-from-one": {
      is: made({ label: (c) => c + 1 }),
      step: 6,
      says: "The classes are counted from 1. They are 0 … K−1, the places of their centres.",
    },
    "rest-for-the-last": {
      is: made({
        order: (n, K) =>
          classes(Array.from({ length: K }, (_, c) => Math.floor(n / K) + (c === K - 1 ? n % K : 0))),
      }),
      step: 6,
      says: "What does not divide goes to the last class. The first n mod K classes get one point more each.",
    },
    "rest-forgotten": {
      is: made({ order: (n, K) => classes(Array<number>(K).fill(Math.floor(n / K))) }),
      step: 6,
      says: "There are fewer than n points: what K does not divide is left out. The first n mod K classes get one more each.",
    },
    "one-noise-a-point": {
      is: made({ noisy: asOne }),
      step: 6,
      says: "All coordinates of a point get the same noise, so that clouds are lines. Draw one number for each coordinate.",
    },
    "std-as-variance": {
      is: made({ noisy: (point, by, next) => eachMoved(point, Math.sqrt(by), next) }),
      step: 6,
      says: "The normal numbers are multiplied by √std. std is the standard deviation: multiply by it.",
    },
    "std-forgotten": {
      is: made({ noisy: (point, _, next) => eachMoved(point, 1, next) }),
      step: 6,
      says: "Every cloud has the standard deviation 1. Multiply each normal number by std.",
    },
  },
});

const line = args({
  n: n(3, 6),
  start: vector("3", "where the line begins"),
  end: vector("3", "where it ends"),
  noise: spread("standard deviation of the noise, and how much of the line is left out at each end"),
  gauss,
});
type Line = ArgsOf<typeof line>;

const spaced = (from: number, to: number, i: number, n: number): number => from + ((to - from) * i) / (n - 1);
const along =
  (t: (i: number, line: Line) => number, noisy = eachMoved, direction = (s: number, e: number) => e - s) =>
  (given: Line): number[][] => {
    const { n, start, end, noise, gauss } = given;
    const next = generatorOf(gauss);
    return Array.from({ length: n }, (_, i) =>
      noisy(
        start.map((s, k) => s + t(i, given) * direction(s, end[k]!)),
        noise,
        next,
      ),
    );
  };
const trimmed = (i: number, { n, noise }: Line): number => spaced(noise, 1 - noise, i, n);

export const noisyLine3d = line.answer({
  says: "Points along a line in space, in equal steps, with normal noise on each coordinate",
  formula:
    "s + t (e - s) + \\varepsilon \\text{ with } t \\text{ from } \\nu \\text{ to } 1 - \\nu, \\; \\nu \\text{ the noise}",
  returns: matrix("n 3", "the points"),
  is: ({ start, end, noise }, { n, gauss }) => linePoints(n, start, end, noise, generatorOf(gauss)),
  example: { n: 3, start: [-1, -1, -1], end: [1, 1, 1], noise: 0.25, gauss: still },
  edges: {
    "one point": {
      given: { n: 1, start: [0, 0, 0], end: [4, 8, -4], noise: 0.25, gauss: still },
      says: "t begins at noise: the only point is a quarter of the way along.",
      ifNaN: "With one point the steps are divided by n − 1 = 0.",
    },
    "no noise": {
      given: { n: 3, start: [0, 0, 0], end: [4, 8, -4], noise: 0, gauss: steady },
      says: "The points run from start to end, and none is moved.",
    },
    "noise of a half": {
      given: { n: 3, start: [0, 0, 0], end: [4, 8, -4], noise: 0.5, gauss: steady },
      says: "t is ½ for all: every point is the middle, moved by 0.5·1 in each coordinate.",
    },
    "no point": {
      given: { n: 0, start: [0, 0, 0], end: [1, 1, 1], noise: 0.25, gauss: still },
      says: "The list is empty.",
    },
  },
  laws: {
    "without drawn noise start and end may be exchanged: the points come in the other order": (
      f,
      { start, end },
    ) => equal(f({ start: end, end: start, gauss: still }), [...f({ gauss: still })].reverse()),
    "start and end moved by 1 move every point by 1": (f, { start, end }) =>
      equal(
        f({ start: start.map((x) => x + 1), end: end.map((x) => x + 1) }),
        f().map((point) => point.map((x) => x.plus(1))),
      ),
    "without drawn noise the first point is noise of the way along, the last 1 − noise": (
      f,
      { start, end, noise },
    ) => {
      const points = f({ gauss: still });
      const at = (t: number) => start.map((s, k) => num(s).plus(num(end[k]!).minus(s).times(t)));
      return [equal(points[0]!, at(noise)), equal(points.at(-1)!, at(1 - noise))];
    },
    "what is drawn moves the points, whatever the line": (f, { start }) => {
      const [moved, kept] = [f({ end: start }), f({ end: start, gauss: still })];
      const other = f({ start: [0, 0, 0], end: [0, 0, 0] });
      return equal(
        moved.map((point, i) => point.map((x, k) => x.minus(kept[i]![k]!))),
        other,
      );
    },
  },
  mistakes: {
    "one-noise-a-point": {
      is: along(trimmed, asOne),
      step: 6,
      says: "All three coordinates of a point get the same noise, so that it moves along one diagonal. Draw one number for each.",
    },
    "whole-line": {
      is: along((i, { n }) => spaced(0, 1, i, n)),
      step: 7,
      says: "t runs from 0 to 1. Here it runs from noise to 1 − noise, as in the source.",
    },
    "end-left-out": {
      is: along((i, { n, noise }) => noise + ((1 - 2 * noise) * i) / n),
      step: 7,
      says: "The last point is short of 1 − noise: n points have n − 1 steps between them.",
    },
    "end-for-direction": {
      is: along(trimmed, eachMoved, (_, e) => e),
      step: 7,
      says: "The line goes from start by end, s + t·e. The way from s to e is e − s.",
    },
    "noise-forgotten": {
      is: along(trimmed, (point) => [...point]),
      step: 6,
      says: "The noise is missing: add noise·gauss() to each coordinate.",
    },
    "noise-unscaled": {
      is: along(trimmed, (point, _, next) => eachMoved(point, 1, next)),
      step: 6,
      says: "The normal numbers are added as they are. Multiply each by noise.",
    },
  },
});
