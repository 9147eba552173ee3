/** A noisy line. */
import { type ArgsOf, args, curedBy, equal, matrix, vector } from "../../grader/exercise/form.ts";
import { linePoints } from "../../reference/data/generated.ts";
import { generatorOf } from "../../reference/functions/generators.ts";
import { num } from "../../reference/numbers/num.ts";
import { asOne, eachMoved, gauss, n, spread, steady, still } from "./args.ts";

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
  mistakes: curedBy(6, {
    "one-noise-a-point": {
      is: along(trimmed, asOne),
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
      says: "The noise is missing: add noise·gauss() to each coordinate.",
    },
    "noise-unscaled": {
      is: along(trimmed, (point, _, next) => eachMoved(point, 1, next)),
      says: "The normal numbers are added as they are. Multiply each by noise.",
    },
  }),
});
