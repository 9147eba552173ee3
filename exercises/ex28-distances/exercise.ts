import {
  type ArgsOf,
  args,
  atMost,
  curedBy,
  equal,
  exercise,
  type FunctionSpec,
  type Laws,
  other,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import * as distances from "../../reference/numbers/distances.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { total } from "../../reference/numbers/plain.ts";

const points = args(
  { p1: vector("m", "a point, its coordinates in a list"), p2: vector("m", "another point") },
  // More than two coordinates: each has to count.
  { sizes: { m: [3, 5] } },
);
type Points = ArgsOf<typeof points>;

const moved = (p: number[]): number[] => p.map((a, k) => a + k - 1.5);
const scaled = (p: number[]): number[] => p.map((a) => -3 * a);
/** By the angle with cosine 3/5 and sine 4/5, in the plane of the first two coordinates. */
const turned = ([a, b, ...rest]: number[]): number[] => [0.6 * a! - 0.8 * b!, 0.8 * a! + 0.6 * b!, ...rest];

const both = points.shared<number>({
  example: { p1: [1, 2], p2: [4, -2] },
  edges: {
    "the same point": {
      given: { p1: [2, -1, 0.5], p2: [2, -1, 0.5] },
      says: "A point has the distance 0 from itself.",
    },
    "one coordinate": { given: { p1: [-2], p2: [1.5] }, says: "On a line both distances are |p − q| = 3.5." },
    "NaN in a coordinate": {
      given: { p1: [1, Number.NaN], p2: [0, 0] },
      says: "Nobody knows how far away that is: NaN, which is not hidden.",
    },
    "a coordinate more": {
      given: { p1: [1, 2, 3], p2: [1, 2] },
      throws: true,
      says: "One point lies in space and the other in the plane: the function throws.",
      ifNumber: "The last coordinate has no partner, and a number hides that.",
      ifNaN: "3 − undefined is NaN, which would travel on unseen.",
    },
    "a coordinate less": {
      given: { p1: [1, 2], p2: [1, 2, 3] },
      throws: true,
      says: "One point lies in the plane and the other in space: the function throws.",
      ifNumber: "The last coordinate has no partner, and a number hides that.",
    },
  },
  laws: {
    "there and back are equally far": (f, { p1, p2 }) => equal(f({ p1: p2, p2: p1 }), f()),
    "no detour is shorter": (f, { p1, p2 }) => {
      const by = moved(p1.toReversed());
      return atMost(f(), f({ p2: by }).plus(f({ p1: by, p2 })));
    },
    "both points moved by the same are as far apart": (f, { p1, p2 }) =>
      equal(f({ p1: moved(p1), p2: moved(p2) }), f()),
    "−3 times both points are 3 times as far apart": (f, { p1, p2 }) =>
      equal(f({ p1: scaled(p1), p2: scaled(p2) }), f().times(3)),
    "the coordinates may come in another order": (f, { p1, p2 }) =>
      equal(f({ p1: p1.toReversed(), p2: p2.toReversed() }), f()),
  },
});

type Distance = FunctionSpec<Points, number>;
/** What the first coordinate and the others make, by themselves. */
const parts = (f: (changed: Partial<Points>) => Num, { p1, p2 }: Points) =>
  [f({ p1: [p1[0]!], p2: [p2[0]!] }), f({ p1: p1.slice(1), p2: p2.slice(1) })] as const;

const laws: Laws<Points, number> = {
  "the squares of its parts add up: first coordinate, and all others": (f, given) => {
    if (given.p1.length < 2) return false;
    const [first, others] = parts(f, given);
    return equal(first.squared().plus(others.squared()), f().squared());
  },
  "both points turned in a plane are as far apart": (f, { p1, p2 }) =>
    p1.length > 1 && equal(f({ p1: turned(p1), p2: turned(p2) }), f()),
  "it is at most the Manhattan distance, and that at most √m times it": (f, { p1, p2 }, { ask }) => {
    const around = ask(manhattanDistance, { p1, p2 });
    return [atMost(f(), around), atMost(around, f().times(Math.sqrt(p1.length)))];
  },
};

const apart = ({ p1, p2 }: Points): number[] => p1.map((a, k) => a - p2[k]!);
const root = (terms: number[]): number => Math.hypot(...terms);
const sumOf = (terms: number[]): number => total(terms.map(Math.abs));
const STEP = 3;

/** Mistakes of both, for what either makes of the differences. */
const shared = (made: (differences: number[]) => number) => ({
  "plus-for-minus": {
    is: ({ p1, p2 }: Points) => made(p1.map((a, k) => a + p2[k]!)),
    step: 1,
    says: "The coordinates are added. How far apart two points are is in their difference, p − q.",
  },
  "two-coordinates-only": {
    is: (given: Points) => made(apart(given).slice(0, 2)),
    step: STEP,
    says: "Only the first two coordinates count. Points may have any number of them: go through all.",
  },
  "largest-difference": {
    is: (given: Points) => Math.max(...apart(given).map(Math.abs)),
    step: STEP,
    says: "Only the largest difference counts. Each coordinate adds to the distance.",
  },
  "sum-before-absolute-value": {
    is: (given: Points) => Math.abs(total(apart(given))),
    step: 4,
    says: "The differences are added up first, so that a step to the right and one to the left cancel. Each is made positive before it is added.",
  },
});

const manhattanDistance: Distance = both.answer<number>({
  says: "Distance along the axes: the sum of the absolute differences. Throws if one point has more coordinates than the other.",
  formula: String.raw`\sum_k |p_k - q_k|`,
  returns: scalar("the distance, at least 0"),
  is: ({ p1, p2 }) => distances.manhattanDistance(p1, p2),
  laws: {
    "its parts add up: first coordinate, and all others": (f, given) => {
      if (given.p1.length < 2) return false;
      const [first, others] = parts(f, given);
      return equal(first.plus(others), f());
    },
  },
  mistakes: curedBy(4, {
    euclidean: {
      is: other("euclideanDistance"),
      step: 2,
      says: "This is the Euclidean distance, straight across. Here the way goes along the axes: absolute differences, without squares and root.",
    },
    ...shared(sumOf),
    "sign-kept": {
      is: (given) => total(apart(given)),
      says: "The differences keep their signs, so that a step to the right and one to the left cancel. Take the absolute value of each.",
    },
    "absolute-values-first": {
      is: ({ p1, p2 }) => total(p1.map((p, k) => Math.abs(p) - Math.abs(p2[k]!))),
      says: "The absolute values are taken before the difference, so that −3 and 3 are not apart. Subtract first: |p − q|.",
    },
    "squares-added": {
      is: (given) => total(apart(given).map((d) => d * d)),
      says: "The differences are squared. Here only their signs are dropped: |p − q|.",
    },
  }),
});

const euclideanDistance: Distance = both.answer<number>({
  says: "Distance straight across: the root of the sum of the squared differences. Throws if one point has more coordinates than the other.",
  formula: String.raw`\sqrt{\sum_k (p_k - q_k)^2}`,
  returns: scalar("the distance, at least 0"),
  is: ({ p1, p2 }) => distances.euclideanDistance(p1, p2),
  laws,
  mistakes: curedBy(2, {
    manhattan: {
      is: other("manhattanDistance"),
      says: "This is the Manhattan distance, along the axes. Straight across, the squares are added and the root is taken at the end.",
    },
    ...shared(root),
    "squares-subtracted": {
      is: ({ p1, p2 }) => Math.sqrt(total(p1.map((p, k) => p * p - p2[k]! * p2[k]!))),
      says: "The coordinates are squared before they are subtracted. Subtract first: (p − q)².",
    },
    "lengths-subtracted": {
      is: ({ p1, p2 }) => Math.abs(root(p1) - root(p2)),
      says: "Each point's distance from 0 is taken, and the two are subtracted. Points that lie equally far from 0 may be far apart: subtract the points first.",
    },
    "root-forgotten": {
      is: (given) => total(apart(given).map((d) => d * d)),
      says: "The root is missing: this is the square of the distance. It is in square metres where the points are in metres.",
    },
    "mean-under-the-root": {
      is: (given) => root(apart(given)) / Math.sqrt(given.p1.length),
      step: STEP,
      says: "The squares are averaged. A further coordinate makes a distance longer: they are added up.",
    },
  }),
});

export default exercise({
  title: "Euclidean and Manhattan distance",
  unit: 5,
  source: "Machine Learning Visualized, 0.2.2",
  requires: ["ex01"],
  derivation: "distances",
  minutes: 15,
  points: 10,
  symbols: { m: "number of coordinates", "p, q": "the two points" },
  functions: { euclideanDistance, manhattanDistance },
  nouns: { far: "the distance so far", matched: "the pairs of coordinates" },
  hints: [
    "Draw (1, 2) and (4, −2) on squared paper. How long is the way along the lines of the paper, and how long the way straight across?",
    "Both begin with the differences of the coordinates. What is done to each of them before they are added, and what to the sum afterwards?",
    "If p1.length !== p2.length throw a RangeError. Then add Math.abs(p1[k] − p2[k]) over all k for the one, and (p1[k] − p2[k]) ** 2 for the other, whose root is the distance.",
  ],
});
