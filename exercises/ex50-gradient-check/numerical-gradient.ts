/** The gradient by a matrix, measured by central differences. */
import {
  type ArgsOf,
  args,
  claim,
  equal,
  known,
  type LargeSize,
  matrix,
  named,
  optional,
  rows,
  scalar,
} from "../../grader/exercise/form.ts";
import { numericalGradient } from "../../reference/differentiation/descent.ts";
import { CHECK_STEP } from "../../reference/differentiation/gradient-check.ts";
import { type KnownSum, structuredQuotients } from "../../reference/differentiation/structured-quotients.ts";
import { callableOf } from "../../reference/functions/known.ts";
import { num } from "../../reference/numbers/num.ts";
import { total } from "../../reference/numbers/plain.ts";
import { allParameters, measuredPart } from "./full-size.ts";

export type Matrix = number[][];

const place = args({
  loss: known(["sumOfCubes", "ring", "tiltedBowl", "steepBowl"], "takes a matrix, gives a number"),
  P: matrix("r c", "the parameters"),
  eps: optional(
    // Up to ½: a step that is ignored, or taken to one side only, shows in the first digits.
    scalar("step ε to either side", {
      domain: "positive",
      draw: (draw) => (draw.family === "quarters" ? draw.pick([0.25, 0.5]) : 10 ** draw.between(-4, 0)),
    }),
    CHECK_STEP,
  ),
});
type Place = ArgsOf<typeof place>;

/** The matrix with what stands at (i, j), or where `also` says so, moved. */
const moved = (P: Matrix, by: number, isMoved: (i: number, j: number) => boolean): Matrix =>
  P.map((row, i) => row.map((p, j) => (isMoved(i, j) ? p + by : p)));

/** One quotient an entry: what is moved along with it, and how far to either side. */
const quotients = (
  { loss, P, eps = CHECK_STEP }: Place,
  isMoved: (i: number, j: number, k: number, l: number) => boolean = (i, j, k, l) => i === k && j === l,
  below = 1,
  run = 2,
): Matrix => {
  const value = callableOf(loss) as (P: Matrix) => number;
  return P.map((row, k) =>
    row.map((_, l) => {
      const at = (by: number): number => value(moved(P, by, (i, j) => isMoved(i, j, k, l)));
      return (at(eps) - at(-below * eps)) / (run * eps);
    }),
  );
};

const cubes = named("sumOfCubes");

/** A matrix of quarters: their cubes, and sums of them, are exact in whatever order. */
const parameters = (r: number, c: number): LargeSize<Place> => ({
  says: `${r * c} parameters, ${r} × ${c}`,
  sizes: { r, c },
  draw: (draw) => ({ loss: cubes, P: draw.matrix(r, c, () => draw.integer(-8, 8) / 4), eps: 0.25 }),
  roundings: 4,
});

const largest = (P: Matrix): number => Math.max(...P.flat().map(Math.abs));

export const numericalGradientMatrix = place.answer({
  says: "The gradient of a loss by every entry of a matrix, measured by central differences",
  formula: String.raw`\frac{L(P + \epsilon E_{ij}) - L(P - \epsilon E_{ij})}{2 \epsilon}`,
  returns: matrix("r c", "one quotient an entry of P"),
  is: ({ loss, P, eps = num(CHECK_STEP) }) => numericalGradient(loss, P, eps),
  gpu: async (gpu, at) => (await import("./on-gpu.ts")).quotients(gpu, at),
  gpuFormula: ({ loss, P, eps = num(CHECK_STEP) }) => structuredQuotients(loss.fn as KnownSum, P, eps),
  example: { loss: cubes, P: rows([1, 2], [0, -1]), eps: 0.5 },
  fullSize: {
    ...parameters(20, 15),
    reference: (at) => measuredPart(at) ?? quotients(at),
    work: 2 * 3 * 300 ** 2,
    deep: allParameters,
  },
  edges: {
    "one entry": {
      given: { loss: cubes, P: [[2]], eps: 0.5 },
      says: "A matrix of one entry: 3·2² + 0.5² = 12.25.",
    },
    "at a kink": {
      given: { loss: named("sumOfRelus"), P: rows([0, 1], [-1, 0]), eps: 0.25 },
      says: "At the kink of max(0, x) the slopes to either side are 0 and 1, and the quotient is ½.",
    },
    "step below the spacing of numbers": {
      given: { loss: named("steepBowl"), P: [[1e8]], eps: 1e-9 },
      expected: [[0]],
      says: "1e8 + 1e-9 is 1e8 again, so that the difference is 0.",
    },
    "the loss is NaN on one side": {
      given: { loss: named("sumOfLogs"), P: [[0.25, 2]], eps: 0.5 },
      says: "The logarithm of −0.25 is NaN, and so is the first entry. The second is a number as ever.",
    },
  },
  laws: {
    "on Σ p³ it is 3p² + ε²: the error of a central difference": (f, { P }) =>
      equal(
        f({ loss: cubes, eps: 0.5 }),
        P.map((row) => row.map((p) => num(p).squared().times(3).plus(0.25))),
      ),
    "on a parabola no step is too large": (f, { P }) =>
      equal(
        f({ loss: named("sumOfSquares"), eps: 0.5 }),
        P.map((row) => row.map((p) => num(2 * p).bounded(8 + 8 * Math.abs(p)))),
      ),
    "it is linear in the loss": (f, at) => {
      const both = f({ loss: named("combine", 2, at.loss, -0.5, named("steepBowl")) });
      const [one, other] = [f(), f({ loss: named("steepBowl") })];
      return equal(
        both,
        one.map((row, i) => row.map((slope, j) => slope.times(2).minus(other[i]![j]!.times(0.5)))),
      );
    },
    "on Σ p³ a step of 1e-4 measures better than one of 0.5, and than one of 1e-12": (f, { P }) => {
      if (largest(P) < 0.5 || largest(P) > 50) return false;
      const off = (eps: number): number =>
        total(
          f({ loss: cubes, eps }).flatMap((row, i) =>
            row.map((g, j) => Math.abs(g.value - 3 * P[i]![j]! ** 2)),
          ),
        );
      const [good, coarse, fine] = [off(1e-4), off(0.5), off(1e-12)];
      return [claim(good < coarse, "nearer than with 0.5"), claim(good < fine, "nearer than with 1e-12")];
    },
  },
  mistakes: {
    "forward-difference": {
      is: (at) => quotients(at, undefined, 0, 1),
      step: 2,
      says: "This goes to one side only, from p to p + ε, and its error is of the size of ε. Take p − ε, too: the error is then of the size of ε².",
    },
    "two-forgotten": {
      is: (at) => quotients(at, undefined, 1, 1),
      step: 1,
      says: "Every entry is twice too large. The places p + ε and p − ε are 2ε apart.",
    },
    "all-moved-together": {
      is: (at) => quotients(at, () => true),
      step: 5,
      says: "All entries are moved at once. Each entry of the gradient says what the loss does where that entry alone moves.",
    },
    "whole-row-moved": {
      is: (at) => quotients(at, (i, _, k) => i === k),
      step: 5,
      says: "A whole row is moved at once. Move one entry, and leave the others of its row.",
    },
    "steps-pile-up": {
      is: ({ loss, P, eps = CHECK_STEP }) => {
        const value = callableOf(loss) as (P: Matrix) => number;
        const isBefore = (i: number, j: number, k: number, l: number) => i < k || (i === k && j < l);
        return P.map((row, k) =>
          row.map((_, l) => {
            const here = moved(P, -eps, (i, j) => isBefore(i, j, k, l));
            const at = (by: number) => value(moved(here, by, (i, j) => i === k && j === l));
            return (at(eps) - at(-eps)) / (2 * eps);
          }),
        );
      },
      step: 5,
      says: "The entries before are still at p − ε when this one is moved. Put each one back to the very number that it was.",
    },
    "step-ignored": {
      is: ({ loss, P }) => quotients({ loss, P, eps: CHECK_STEP }),
      step: 4,
      says: "The step is 1e-4 whatever is handed over. That is its value only where eps is left out.",
    },
  },
});
