/** Second right answers to ex15, ex16 and ex17, by other routes: they agree with the reference at every seed. */
import { expect, it } from "vitest";
import ex15 from "../../exercises/ex15-predicted-probabilities/exercise.ts";
import ex16 from "../../exercises/ex16-likelihood/exercise.ts";
import ex17 from "../../exercises/ex17-bce-from-logits/exercise.ts";
import { type Answering, worstOf } from "./agreement.ts";

type Vector = number[];
type Matrix = number[][];
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

/** Smallest and largest of each column in one pass over the rows; a width of 0 is replaced by 1. */
function minMaxScale(X: Matrix): Matrix {
  const least = [...X[0]!];
  const greatest = [...X[0]!];
  for (const row of X)
    row.forEach((x, j) => {
      if (x < least[j]!) least[j] = x;
      if (x > greatest[j]!) greatest[j] = x;
    });
  const factors = least.map((low, j) => 1 / (greatest[j]! - low || 1));
  return X.map((row) => row.map((x, j) => x * factors[j]! - least[j]! * factors[j]!));
}

/** The hyperbolic tangent in place of the exponential, and the bias as the last term. */
const predictProba = (X: Matrix, w: Vector, b: number): Vector =>
  X.map((x) => 0.5 + 0.5 * Math.tanh((x.reduce((z, xj, j) => z + w[j]! * xj, 0) + b) / 2));

const predictClass = (p: Vector, threshold?: number): Vector =>
  p.map((pi) => Number(!(pi < (threshold ?? 0.5))));

/** From the line's two coefficients: where it meets the axis, and its slope. */
const decisionLine = ([w1 = 0, w2 = 0]: Vector, b: number, x1: number): number => -b / w2 + (-w1 / w2) * x1;

/** The odds by which label 1 differs from label 0, and the last example first. */
const likelihood = (y: Vector, p: Vector): number =>
  p.reduceRight((all, pi, i) => all * (1 - pi) * (pi / (1 - pi)) ** y[i]!, 1);

/** The ones first, and then the zeros; of those, ln(1 − p) in the form for small p. */
const logLikelihood = (y: Vector, p: Vector): number =>
  p.reduce((total, pi, i) => total + y[i]! * Math.log(pi), 0) +
  p.reduce((total, pi, i) => total + (1 - y[i]!) * Math.log1p(-pi), 0);

/** Each example by its own share of the mean; what a logarithm is taken of is kept from eps to 1. */
function bce(yTrue: Vector, yPred: Vector, eps = 1e-12): number {
  const surprise = (p: number): number => -Math.log(Math.max(p, eps)) / yTrue.length;
  let loss = 0;
  for (const [i, p] of yPred.entries()) loss += yTrue[i]! * surprise(p) + (1 - yTrue[i]!) * surprise(1 - p);
  return loss;
}

/** Either side of 0 by itself. */
const softplus = (z: number): number => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));

/** What the label 1 costs, and what the label 0 costs, weighed by the label. */
const bceWithLogits = (yTrue: Vector, z: Vector): number =>
  z.reduce(
    (loss, zi, i) => loss + (yTrue[i]! * softplus(-zi) + (1 - yTrue[i]!) * softplus(zi)) / z.length,
    0,
  );

it.each([
  ["minMaxScale, a factor and a shift a column", ex15.functions.minMaxScale!, minMaxScale],
  ["predictProba, by tanh", ex15.functions.predictProba!, predictProba],
  ["predictClass, what is not below", ex15.functions.predictClass!, predictClass],
  ["decisionLine, intercept and slope", ex15.functions.decisionLine!, decisionLine],
  ["likelihood, by odds", ex16.functions.likelihood!, likelihood],
  ["logLikelihood, class by class", ex16.functions.logLikelihood!, logLikelihood],
  ["bce, clipped in each logarithm", ex16.functions.bce!, bce],
  ["softplus, side by side", ex17.functions.softplus!, softplus],
  ["bceWithLogits, label by label", ex17.functions.bceWithLogits!, bceWithLogits],
] as [string, Parameters<typeof worstOf>[0], Answering][])(
  "another right answer: %s, agrees with seeds 1 to 20",
  (_, fn, answer) => {
    for (const seed of SEEDS) expect(worstOf(fn, answer, seed), `seed ${seed}`).toBeLessThanOrEqual(1);
  },
);
