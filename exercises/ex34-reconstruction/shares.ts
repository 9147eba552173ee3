/** How much of the variance each component holds. */
import { args, atMost, claim, curedBy, equal, times, vector } from "../../grader/exercise/form.ts";
import { type Num, sum } from "../../reference/numbers/num.ts";
import { total } from "../../reference/numbers/plain.ts";
import { explainedVarianceRatio as ratios } from "../../reference/unsupervised/reconstruction.ts";

const spectrum = args(
  {
    eigVals: vector("m", "eigenvalues of a covariance matrix, largest first", {
      draw: (draw) =>
        draw
          .list(draw.size("m"), () =>
            draw.family === "quarters" ? draw.integer(1, 16) / 4 : Math.abs(draw.real()) + 1e-3,
          )
          .sort((a, b) => b - a),
    }),
  },
  // Not all alike, and not of sum 1 or m: each wrong divisor shows.
  {
    sizes: { m: [3, 5] },
    accepts: ({ eigVals }) =>
      eigVals[0]! > eigVals.at(-1)! + 0.2 &&
      [1, eigVals.length].every((s) => Math.abs(total(eigVals) - s) > 0.2),
  },
);

const sharesOf = (terms: number[]): number[] => terms.map((term) => term / total(terms));

export const explainedVarianceRatio = spectrum.answer<number[]>({
  says: "The share of the variance that each component holds. Eigenvalues below 0, which are rounding, count as 0.",
  formula: String.raw`r_k = \frac{\lambda_k}{\sum_l \lambda_l}`,
  returns: vector("m", "shares, which sum to 1"),
  is: ({ eigVals }) => ratios(eigVals),
  example: { eigVals: [3, 1] },
  edges: {
    "one component": {
      given: { eigVals: [0.25] },
      says: "A single component holds everything: its share is 1.",
    },
    "below 0 by rounding": {
      given: { eigVals: [3, 1, -2e-16] },
      // Whether what is below 0 counts in the sum, nobody sees beside 4.
      holds: (shares: Num[]) => [
        claim(
          shares.every(({ value }) => value >= 0),
          "none below 0",
          shares.map(({ value }) => value),
        ),
        equal(shares, [0.75, 0.25, 0]),
      ],
      says: "No variance is negative: −2e-16 is a 0 that rounding has moved, and its share is 0.",
    },
    "some are 0": { given: { eigVals: [2, 2, 0] }, says: "A direction without variance has the share 0." },
    "all are 0": {
      given: { eigVals: [0, 0, 0] },
      mayThrow: true,
      holds: (shares: Num[]) =>
        claim(
          shares.every(({ value }) => Number.isNaN(value) || value === 0),
          "NaN or 0",
          shares.map(({ value }) => value),
        ),
      says: "Nothing varies, and of nothing there are no shares: 0/0 is NaN. Shares of 0 or an exception say it as well.",
    },
  },
  laws: {
    "the shares sum to 1, and none is negative": (f) => {
      const shares = f();
      return [equal(sum(shares), 1), ...shares.map((share) => atMost(0, share))];
    },
    "eigenvalues in other units, 2.5 times as large, have the same shares": (f, { eigVals }) =>
      equal(f({ eigVals: eigVals.map((value) => 2.5 * value) }), f()),
    "the shares descend as the eigenvalues do": (f) => {
      const shares = f();
      return shares.slice(1).map((share, k) => atMost(share, shares[k]!));
    },
    "a component without variance more changes no other share": (f, { eigVals }) =>
      equal(f({ eigVals: [...eigVals, 0] }).slice(0, -1), f()),
  },
  mistakes: curedBy(1, {
    "divided-by-the-largest": {
      is: ({ eigVals }) => eigVals.map((value) => value / eigVals[0]!),
      says: "The eigenvalues are divided by the largest one. A share is a part of all of them: divide by their sum.",
    },
    cumulative: {
      is: ({ right }) => right.map((_, k) => total(right.slice(0, k + 1))),
      says: "The shares are added up on the way, so that the last one is 1. Each component has its own share here.",
    },
    "squares-of-eigenvalues": {
      is: ({ eigVals }) => sharesOf(eigVals.map((value) => value * value)),
      says: "The eigenvalues are squared. They are variances already, which are squares by themselves.",
    },
    "squares-over-the-sum": {
      is: ({ eigVals }) => eigVals.map((value) => (value * value) / total(eigVals)),
      says: "The squares of the eigenvalues are divided by the sum of the eigenvalues. A share is an eigenvalue itself over that sum.",
    },
    "divided-by-the-squares": {
      is: ({ eigVals }) => eigVals.map((value) => value / total(eigVals.map((each) => each * each))),
      says: "The eigenvalues are divided by the sum of their squares. They are variances already: divide by their own sum.",
    },
    "divided-by-the-sum-so-far": {
      is: ({ eigVals }) => eigVals.map((value, k) => value / total(eigVals.slice(0, k + 1))),
      says: "Each eigenvalue is divided by the sum up to itself. The sum is that of all: add it up before you divide.",
    },
    "roots-of-eigenvalues": {
      is: ({ eigVals }) => sharesOf(eigVals.map(Math.sqrt)),
      says: "The roots of the eigenvalues are compared, which are standard deviations. Variances add up; standard deviations do not.",
    },
    "divided-by-their-number": {
      is: ({ eigVals }) => eigVals.map((value) => value / eigVals.length),
      says: "The eigenvalues are divided by how many there are. Their sum need not be m: divide by the sum.",
    },
    percentages: { is: times(100), says: "These are percentages. A share lies between 0 and 1." },
  }),
});
