/** What a loss's derivatives by the probabilities become at the logits. */
import { curedBy, equal, gradientAt, matrix, rows } from "../../grader/exercise/form.ts";
import { softmax } from "../../reference/networks/softmax.ts";
import { logitsOf, weightedShares } from "../../reference/networks/softmax-gradient.ts";
import { sum } from "../../reference/numbers/num.ts";
import { dot, mean, total } from "../../reference/numbers/plain.ts";
import { combined, type Lifted, lift, plainOf } from "../../reference/numbers/tracked.ts";
import { type PassedBack, passedBack } from "./args.ts";

type Matrix = number[][];
const entries =
  (of: (p: number, d: number, row: { p: number[]; d: number[] }) => number) =>
  ({ P, dP }: PassedBack): Matrix =>
    P.map((p, i) => p.map((pc, c) => of(pc, dP[i]![c]!, { p, d: dP[i]! })));

export const softmaxBackward = passedBack.gradient<Matrix>({
  says: "Carries derivatives of a loss by the probabilities back to the logits, row by row, without building a Jacobian.",
  formula: String.raw`dZ = \frac{\partial F}{\partial Z} \text{ from } dP = \frac{\partial F}{\partial P}, \quad P = \varsigma(Z)`,
  returns: matrix("n C", "dZ, the derivatives by the logits"),
  at: gradientAt({
    name: "the loss",
    at: ({ P, dP }: Lifted<PassedBack>) => ({ Z: logitsOf(P), dP }),
    of: ({ Z, dP }) => weightedShares(Z, dP),
    by: ({ Z }) => Z,
  }),
  example: { P: rows([0.5, 0.25, 0.25], [0.25, 0.75, 0]), dP: rows([1, 0, -2], [4, 0, 8]) },
  edges: {
    "a sure prediction": {
      given: { P: rows([1, 0, 0], [0, 0, 1]), dP: rows([3, -1, 2], [0.5, 1, -4]) },
      says: "At a one-hot row softmax is flat, so nothing passes: 0.",
    },
    "one class": { given: { P: [[1], [1]], dP: [[2], [-3]] }, says: "The one share is always 1: 0." },
    "one example": {
      given: { P: [[0.25, 0.5, 0.25]], dP: [[1, -1, 3]] },
      says: "The answer is a matrix of one row.",
    },
    "equal derivatives": {
      given: { P: rows([0.5, 0.25, 0.25], [0.125, 0.125, 0.75]), dP: rows([2, 2, 2], [-1, -1, -1]) },
      says: "The shares sum to 1, so a loss that grows alike with all of them does not change: 0.",
    },
  },
  laws: {
    "every row sums to 0": (f) => f().map((row) => equal(sum(row), 0)),
    "adding a constant to a row of dP changes nothing": (f, { dP }) =>
      equal(f({ dP: dP.map((row, i) => row.map((d) => d + 1.5 * (i + 1))) }), f()),
    "it is linear in dP": (f, { dP }, { draw }) => {
      const other = dP.map((row) => row.map(() => draw.real()));
      const mixed = dP.map((row, i) => row.map((d, c) => 2 * d - other[i]![c]!));
      return equal(
        f({ dP: mixed }),
        combined([f(), f({ dP: other })], (r) => (r === 0 ? 2 : -1)),
      );
    },
    "from −y/p, the derivatives of the cross-entropy, it makes p − y": (f, { P }) => {
      const hot = (i: number, c: number) => (c === i % P[0]!.length ? 1 : 0);
      return equal(
        f({ dP: P.map((row, i) => row.map((p, c) => -hot(i, c) / p)) }),
        P.map((row, i) => row.map((p, c) => p - hot(i, c))),
      );
    },
    "a row depends on its own example alone": (f, { P, dP }) =>
      equal(f({ P: [P.at(-1)!], dP: [dP.at(-1)!] })[0]!, f().at(-1)!),
  },
  mistakes: curedBy(8, {
    "elementwise-derivative": {
      is: entries((p, d) => d * p * (1 - p)),
      says: "Each share is taken to depend on its own logit only, with slope p(1 − p), as a sigmoid does. A logit moves every share of its row.",
    },
    "inner-product-forgotten": {
      is: entries((p, d) => d * p),
      says: "The mean of dP, weighted by the shares, is not subtracted. Without it a row does not sum to 0.",
    },
    "plain-mean": {
      is: entries((p, d, row) => p * (d - mean(row.d))),
      says: "The plain mean of dP is subtracted. It is weighted by the shares: Σ dP·P over the row.",
    },
    "plain-sum": {
      is: entries((p, d, row) => p * (d - total(row.d))),
      says: "The sum of dP is subtracted. Each derivative counts by its share: Σ dP·P over the row.",
    },
    "share-factor-forgotten": {
      is: entries((_, d, row) => d - dot(row.d, row.p)),
      says: "The share in front is missing: the difference of dP and its weighted mean is still to be multiplied by p.",
    },
    "softmax-of-the-shares": {
      is: ({ P, dP }) =>
        entries((p, d, row) => p * (d - dot(row.d, row.p)))({ P: plainOf(softmax(lift(P))) as Matrix, dP }),
      says: "Softmax is taken of P once more. P are shares already: each entry is P·(dP − m).",
    },
    "summed-over-the-batch": {
      is: ({ P, dP }) => {
        const all = dot(dP.flat(), P.flat());
        return P.map((row, i) => row.map((p, c) => p * (dP[i]![c]! - all)));
      },
      says: "The sum of dP·P runs over the whole batch. Each example has a softmax of its own, so it runs over one row.",
    },
  }),
});
