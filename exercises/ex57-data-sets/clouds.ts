/** Clouds of points. */
import {
  type ArgsOf,
  args,
  curedBy,
  equal,
  matrix,
  record,
  rows,
  vector,
} from "../../grader/exercise/form.ts";
import { blobPoints } from "../../reference/data/generated.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import { num } from "../../reference/numbers/num.ts";
import { asOne, eachMoved, gauss, type Noisy, n, spread, steady } from "./args.ts";

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

const two = rows([0, 4], [3, -1]);

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
  mistakes: curedBy(6, {
    "classes-in-turn": {
      is: made({ order: (n, K) => Array.from({ length: n }, (_, i) => i % K) }),
      says: "The classes take turns: 0, 1, 0, 1, … They come one after the other, all points of class 0 first.",
    },
    "labels-from-one": {
      is: made({ label: (c) => c + 1 }),
      says: "The classes are counted from 1. They are 0 … K−1, the places of their centres.",
    },
    "rest-for-the-last": {
      is: made({
        order: (n, K) =>
          classes(Array.from({ length: K }, (_, c) => Math.floor(n / K) + (c === K - 1 ? n % K : 0))),
      }),
      says: "What does not divide goes to the last class. The first n mod K classes get one point more each.",
    },
    "rest-in-the-last-classes": {
      is: made({
        order: (n, K) =>
          classes(Array.from({ length: K }, (_, c) => Math.floor(n / K) + (c >= K - (n % K) ? 1 : 0))),
      }),
      says: "The last classes have the points that are left over. The first n mod K classes get one more each.",
    },
    "rest-forgotten": {
      is: made({ order: (n, K) => classes(Array<number>(K).fill(Math.floor(n / K))) }),
      says: "There are fewer than n points: what K does not divide is left out. The first n mod K classes get one more each.",
    },
    "one-noise-a-point": {
      is: made({ noisy: asOne }),
      says: "All coordinates of a point get the same noise, so that clouds are lines. Draw one number for each coordinate.",
    },
    "std-as-variance": {
      is: made({ noisy: (point, by, next) => eachMoved(point, Math.sqrt(by), next) }),
      says: "The normal numbers are multiplied by √std. std is the standard deviation: multiply by it.",
    },
    "std-forgotten": {
      is: made({ noisy: (point, _, next) => eachMoved(point, 1, next) }),
      says: "Every cloud has the standard deviation 1. Multiply each normal number by std.",
    },
  }),
});
