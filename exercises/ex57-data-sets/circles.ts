/** Two noisy circles. */
import {
  type ArgsOf,
  args,
  claim,
  curedBy,
  equal,
  matrix,
  record,
  scalar,
  vector,
} from "../../grader/exercise/form.ts";
import { circlePoints } from "../../reference/data/generated.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import { num, sum } from "../../reference/numbers/num.ts";
import { gauss, n, spread, steady, still } from "./args.ts";

const asked = args({
  n: n(5, 9),
  factor: scalar("radius of the inner circle", {
    draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5]) : draw.between(0.1, 0.8)),
  }),
  noise: spread("standard deviation of the noise"),
  gauss,
});
type Asked = ArgsOf<typeof asked>;
type Circles = { X: number[][]; y: number[] };

interface Way {
  readonly outside?: (n: number) => number;
  readonly steps?: (count: number, n: number) => number;
  /** A whole turn. */
  readonly turn?: number;
  readonly radii?: (factor: number) => readonly [outer: number, inner: number];
  readonly labels?: readonly [outer: number, inner: number];
  readonly noisy?: (x: number, y: number, noise: number, next: () => number) => number[];
}
/** The two circles, made in another way. */
const made =
  ({
    outside = (n) => Math.floor(n / 2),
    steps = (count) => count,
    turn = 2 * Math.PI,
    radii = (factor) => [1, factor],
    labels = [0, 1],
    noisy = (x, y, noise, next) => [x + noise * next(), y + noise * next()],
  }: Way) =>
  ({ n, factor, noise, gauss }: Asked): Circles => {
    const next = generatorOf(gauss);
    const of = (count: number, radius: number): number[][] =>
      Array.from({ length: count }, (_, i) => {
        const angle = (turn * i) / steps(count, n);
        return noisy(radius * Math.cos(angle), radius * Math.sin(angle), noise, next);
      });
    const [outer, inner] = radii(factor);
    const X = [...of(outside(n), outer), ...of(n - outside(n), inner)];
    return { X, y: X.map((_, i) => (i < outside(n) ? labels[0] : labels[1])) };
  };

export const makeCircles = asked.answer<Circles>({
  says: "Two noisy circles: ⌊n/2⌋ points of class 0 on the unit circle, then the others, class 1, inside",
  formula: "r (\\cos \\varphi, \\sin \\varphi) + \\varepsilon",
  returns: record(
    {
      X: matrix("n 2", "the points, the outer circle first"),
      y: vector("n", "their classes", { domain: "binary" }),
    },
    "the data set",
  ),
  is: ({ factor, noise }, { n, gauss }) => {
    const { X, y } = circlePoints(n, factor, noise, generatorOf(gauss));
    return { X, y: y.map(num) };
  },
  example: { n: 4, factor: 0.5, noise: 0, gauss: still },
  edges: {
    "an odd number": {
      given: { n: 5, factor: 0.5, noise: 0, gauss: still },
      says: "⌊5/2⌋ = 2 points lie outside, and three inside.",
    },
    "one point": {
      given: { n: 1, factor: 0.5, noise: 0, gauss: still },
      says: "⌊1/2⌋ is 0: the only point lies inside, at (0.5, 0).",
    },
    "no point": {
      given: { n: 0, factor: 0.5, noise: 0.1, gauss: still },
      says: "There is no point, and no class.",
    },
    "noise that is always 1": {
      given: { n: 4, factor: 0.5, noise: 0.25, gauss: steady },
      says: "Each coordinate is moved by 0.25·1.",
    },
  },
  laws: {
    "without noise the radii are 1 and factor": (f, { n, factor }) => {
      const { X } = f({ noise: 0 });
      const outside = Math.floor(n / 2);
      return equal(
        X.map(([x, y]) => x!.squared().plus(y!.squared())),
        X.map((_, i) => (i < outside ? 1 : factor * factor)),
      );
    },
    "without noise each circle has its centre at 0": (f, { n }) => {
      const { X } = f({ noise: 0 });
      const outside = Math.floor(n / 2);
      return [X.slice(0, outside), X.slice(outside)].flatMap((circle) =>
        [0, 1].map((k) => equal(sum(circle.map((point) => point[k]!)), 0)),
      );
    },
    "twice the noise moves every point twice as far": (f, { noise }) => {
      const [none, once, twice] = [f({ noise: 0 }).X, f().X, f({ noise: 2 * noise }).X];
      return equal(
        twice,
        once.map((point, i) => point.map((x, k) => x.times(2).minus(none[i]![k]!))),
      );
    },
    "⌊n/2⌋ points are of class 0": (f, { n }) => {
      const count = f().y.filter(({ value }) => value === 0).length;
      return claim(count === Math.floor(n / 2), `${Math.floor(n / 2)} of class 0`, count);
    },
  },
  mistakes: curedBy(5, {
    "classes-exchanged": {
      is: made({ labels: [1, 0] }),
      says: "The classes are exchanged: 0 is outside, 1 inside.",
    },
    "factor-outside": {
      is: made({ radii: (factor) => [factor, 1] }),
      says: "factor is the radius of class 0. The outer circle, class 0, has the radius 1; factor belongs to the inner one.",
    },
    "end-taken-in": {
      is: made({ steps: (count) => count - 1 }),
      says: "The last point of a circle lies on the first: 2π is 0 again. Divide by the number of points, not by one less.",
    },
    "angles-by-all-points": {
      is: made({ steps: (_, n) => n }),
      says: "The angles are divided by the number of all points, so that each circle is an arc. Each circle goes once around: divide by how many points it has.",
    },
    "half-a-turn": {
      is: made({ turn: Math.PI }),
      says: "The points lie on half a circle. A whole turn is 2π.",
    },
    degrees: {
      is: made({ turn: 360 }),
      says: "The angles are in degrees. Math.cos and Math.sin take radians: a whole turn is 2π.",
    },
    "one-noise-for-both": {
      is: made({
        noisy: (x, y, noise, next) => {
          const by = noise * next();
          return [x + by, y + by];
        },
      }),
      step: 6,
      says: "Both coordinates get the same noise, so that all points move along one direction. Draw one number for each.",
    },
    "noise-of-y-first": {
      is: made({
        noisy: (x, y, noise, next) => {
          const dy = noise * next();
          return [x + noise * next(), y + dy];
        },
      }),
      step: 6,
      says: "y takes the first of the two normal numbers. x comes before y.",
    },
    "noise-of-all-x-first": {
      is: (asked) => {
        const next = generatorOf(asked.gauss);
        const noise = Array.from({ length: 2 * asked.n }, () => asked.noise * next());
        const { X, y } = made({ noisy: (x, y) => [x, y] })(asked);
        return { X: X.map((at, i) => at.map((a, j) => a + noise[i + j * asked.n]!)), y };
      },
      step: 6,
      says: "All x take their numbers first, then all y. Points are made one after the other, x before y.",
    },
    "noise-on-the-radius": {
      is: made({
        noisy: (x, y, noise, next) => {
          const by = 1 + (noise * next()) / Math.hypot(x, y);
          return [x * by, y * by];
        },
      }),
      step: 6,
      says: "The noise moves points in and out only. Each coordinate gets its own.",
    },
    "noise-as-variance": {
      is: made({ noisy: (x, y, noise, next) => [x, y].map((at) => at + Math.sqrt(noise) * next()) }),
      step: 6,
      says: "The normal numbers are multiplied by √noise. noise is the standard deviation: multiply by it.",
    },
    "half-rounded-up": {
      is: made({ outside: (n) => Math.ceil(n / 2) }),
      says: "Of an odd number the larger half lies outside. It is ⌊n/2⌋, and the rest inside.",
    },
    "noise-forgotten": {
      is: made({ noisy: (x, y) => [x, y] }),
      step: 6,
      says: "The noise is missing: add noise·gauss() to each coordinate.",
    },
  }),
});
