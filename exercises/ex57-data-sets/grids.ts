/** Data without noise: XOR of points that are given, and a saddle over a grid. */
import {
  type ArgsOf,
  args,
  claim,
  curedBy,
  equal,
  list,
  matrix,
  record,
  rows,
  scalar,
  truth,
  vector,
} from "../../grader/exercise/form.ts";
import { isXor, saddleGrid } from "../../reference/data/generated.ts";
import { sum } from "../../reference/numbers/num.ts";

const given = args(
  { points: matrix("n 2", "points of the unit square", { between: [0, 1] }) },
  { sizes: { n: [5, 8] } },
);
type Given = ArgsOf<typeof given>;

const each =
  (is: (x: number, y: number) => boolean) =>
  ({ points }: Given): boolean[] =>
    points.map(([x, y]) => is(x!, y!));
const isOff = (point: readonly number[]): boolean => point.every((x) => x !== 0.5);
const corners = rows([0, 0], [0, 1], [1, 0], [1, 1]);
const GRID = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];

export const generateXor = given.answer({
  says: "Whether exactly one coordinate of each point is above ½",
  formula: "[x_1 > \\tfrac{1}{2}] \\ne [x_2 > \\tfrac{1}{2}]",
  returns: list(truth("the label"), "n", "true where exactly one coordinate is above ½"),
  is: (_, { points }) => points.map(([x, y]) => isXor(x!, y!)),
  example: { points: rows([0.2, 0.9], [0.7, 0.8], [0.5, 0.1]) },
  edges: {
    "on a line": {
      given: { points: rows([0.5, 0.2], [0.5, 0.8], [0.5, 0.5], [0.8, 0.5]) },
      says: "½ itself is not above ½: the labels are false, true, false, true.",
    },
    "the four corners": { given: { points: corners }, says: "They are false, true, true and false." },
    "no point": { given: { points: [] }, says: "No point has no label." },
  },
  laws: {
    "exchanged coordinates leave the labels as they are": (f, { points }) =>
      equal(f({ points: points.map(([x, y]) => [y!, x!]) }), f()),
    "mirrored in x, a point off the lines gets the other label": (f, { points }) => {
      const off = points.filter(isOff);
      const here = f({ points: off });
      return (
        off.length > 0 &&
        equal(
          f({ points: off.map(([x, y]) => [1 - x!, y!]) }),
          here.map((label) => !label),
        )
      );
    },
    "turned by half a turn, a point off the lines keeps its label": (f, { points }) => {
      const off = points.filter(isOff);
      return (
        off.length > 0 && equal(f({ points: off.map(([x, y]) => [1 - x!, 1 - y!]) }), f({ points: off }))
      );
    },
    "no line parts the four corners by their labels": {
      claims: (f) => {
        const labels = f({ points: corners });
        const isParted = (v: number, w: number, b: number): boolean =>
          corners.every(([x, y], i) => v * x! + w * y! + b > 0 === labels[i]);
        const lines = GRID.flatMap((v) => GRID.flatMap((w) => GRID.map((b) => [v, w, b] as const)));
        return claim(!lines.some((line) => isParted(...line)), "parted by no line", labels);
      },
      cases: 1,
    },
  },
  mistakes: curedBy(1, {
    and: {
      is: each((x, y) => x > 0.5 && y > 0.5),
      says: "This is AND: both are above ½. XOR asks for exactly one.",
    },
    or: {
      is: each((x, y) => x > 0.5 || y > 0.5),
      says: "This is OR, which is true with both above ½ as well. XOR asks for exactly one.",
    },
    "equal-for-different": {
      is: each((x, y) => x > 0.5 === y > 0.5),
      says: "The labels are turned round: true where both are above ½ or both are not. XOR is true where they differ.",
    },
    "half-counts": {
      is: each((x, y) => x >= 0.5 !== y >= 0.5),
      says: "½ itself is counted as above. The comparison is strict, >.",
    },
  }),
});

const grid = args({
  dims: scalar("points on each side of the grid", { domain: "integer", draw: (draw) => draw.integer(2, 5) }),
});
type Grid = { features: number[][]; labels: number[] };

const numbersOf = (dims: number, step: number): number[] =>
  Array.from({ length: dims }, (_, k) => -1 + k * step);
const over =
  (at: (dims: number) => number[], z: (x: number, y: number) => number, isTurned = false) =>
  ({ dims }: { dims: number }): Grid => {
    const places = at(dims);
    const features = places.flatMap((a) => places.map((b) => (isTurned ? [a, b] : [b, a])));
    return { features, labels: features.map(([x, y]) => z(x!, y!)) };
  };
const evenly = (dims: number): number[] => numbersOf(dims, 2 / (dims - 1));
const saddle = (x: number, y: number): number => y * y - x * x;

export const generateParaboloid = grid.answer<Grid>({
  says: "A hyperbolic paraboloid over a grid on [−1, 1]², point by point, x running fastest",
  formula: "z = y^2 - x^2",
  returns: record(
    {
      features: matrix("dims^2 2", "the points [x, y], those of the first y first"),
      labels: vector("dims^2", "z of each"),
    },
    "the data set",
  ),
  is: (_, { dims }) => saddleGrid(dims),
  example: { dims: 3 },
  edges: {
    "one point a side": {
      given: { dims: 1 },
      says: "The only point is where the grid begins, (−1, −1), and z is 0 there.",
      ifNaN: "2/(dims − 1) is 2/0, and 0 times that is NaN.",
    },
    "three points a side": {
      given: { dims: 3 },
      says: "x and y are −1, 0 and 1: z is 0 at the corners and in the middle, 1 and −1 between them.",
    },
  },
  laws: {
    "with x and y exchanged z is −z": (f, { dims }) => {
      const { labels } = f();
      const turned = labels.map((_, i) => labels[(i % dims) * dims + Math.floor(i / dims)]!.negated());
      return equal(labels, turned);
    },
    "z is 0 on both diagonals": (f, { dims }) => {
      const { labels } = f();
      const diagonal = Array.from({ length: dims }, (_, k) => k);
      return [
        equal(
          diagonal.map((k) => labels[k * dims + k]!),
          diagonal.map(() => 0),
        ),
        equal(
          diagonal.map((k) => labels[k * dims + dims - 1 - k]!),
          diagonal.map(() => 0),
        ),
      ];
    },
    "all z sum to 0": (f) => equal(sum(f().labels), 0),
    "z is (y − x)(y + x)": (f) => {
      const { features, labels } = f();
      return equal(
        labels,
        features.map(([x, y]) => y!.minus(x!).times(y!.plus(x!))),
      );
    },
  },
  mistakes: curedBy(4, {
    bowl: {
      is: over(evenly, (x, y) => x * x + y * y),
      step: 3,
      says: "This is a bowl, x² + y². The saddle falls along x: y² − x².",
    },
    "sign-turned": {
      is: over(evenly, (x, y) => x * x - y * y),
      step: 3,
      says: "The saddle falls along y here, x² − y². It rises along y and falls along x.",
    },
    "y-fastest": {
      is: over(evenly, saddle, true),
      says: "y runs fastest: the points come column by column. All x come with the first y, then all with the second.",
    },
    "end-left-out": {
      is: over((dims) => numbersOf(dims, 2 / dims), saddle),
      says: "The grid ends before 1: dims points have dims − 1 steps between them.",
    },
    "from-zero": {
      is: over((dims) => evenly(dims).map((x) => (x + 1) / 2), saddle),
      says: "The grid runs from 0 to 1. It begins at −1.",
    },
  }),
});
