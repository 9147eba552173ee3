/** The class with the largest score. */
import { args, curedBy, equal, matrix, rows, vector } from "../../grader/exercise/form.ts";
import { argmaxRows as largestOf } from "../../reference/networks/labels.ts";
import { transpose } from "../../reference/numbers/matrix.ts";
import { num } from "../../reference/numbers/num.ts";

const scores = args(
  { P: matrix("n k", "scores or probabilities, one example a row") },
  { sizes: { n: [3, 5], k: [3, 4] } },
);

const mapped = (P: number[][], change: (p: number, i: number) => number): number[][] =>
  P.map((row, i) => row.map((p) => change(p, i)));
/** Scores that rounding leaves apart when they are shifted or raised to a power. */
const isCalm = (row: number[]): boolean =>
  row.every((p) => Math.abs(p) <= 1000 && row.every((q) => p === q || Math.abs(p - q) > 1e-3));
const hasTies = (row: number[]): boolean => new Set(row).size < row.length;

export const argmaxRows = scores.answer<number[]>({
  says: "The class with the largest score for each example, counted from 0; of equal scores the first.",
  formula: String.raw`\hat y_i = \arg\max_k P_{ik}`,
  returns: vector("n", "classes, one an example", { domain: "label" }),
  is: (_, { P }) => largestOf(P).map(num),
  example: { P: rows([0.1, 0.7, 0.2], [0.5, 0.1, 0.4]) },
  edges: {
    ties: {
      given: { P: rows([1, 3, 3], [2, 2, 2], [0, 5, 5]) },
      says: "Of equal scores the first counts: the classes are 1, 0 and 1.",
    },
    "negative scores": {
      given: { P: rows([-3, -1, -2], [-5, -4, -0.5]) },
      says: "The largest is the one nearest to 0: a search that starts at 0 finds none of them.",
    },
    "infinite scores": {
      given: {
        P: rows(
          [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
          [Number.NEGATIVE_INFINITY, -1e300],
          [1, Number.POSITIVE_INFINITY],
        ),
      },
      says: "A class that is ruled out, −Infinity, is chosen only where all are, and then the first.",
    },
    "one class": { given: { P: [[0.5], [-2]] }, says: "There is nothing to choose: class 0." },
  },
  laws: {
    "a number added to all scores of an example changes no class": (f, { P }) =>
      P.every(isCalm) && equal(f({ P: mapped(P, (p, i) => p + 4 * i - 6) }), f()),
    "an increasing function of all scores, here p³, changes no class": (f, { P }) =>
      P.every(isCalm) && equal(f({ P: mapped(P, (p) => p ** 3) }), f()),
    "each example is judged by itself": (f, { P }) => equal(f({ P: [P.at(-1)!] })[0]!, f().at(-1)!),
    "classes in reverse order are counted from the other end": (f, { P }) =>
      !P.some(hasTies) &&
      equal(
        f({ P: P.map((row) => row.toReversed()) }),
        f().map((k) => num(P[0]!.length - 1).minus(k)),
      ),
  },
  mistakes: curedBy(7, {
    "over-columns": {
      is: ({ P }) => largestOf(transpose(P)),
      says: "This is the best example of each class: the search runs down the columns. Asked for is the best class of each example, along its row.",
    },
    argmin: {
      is: ({ P }) => largestOf(mapped(P, (p) => -p)),
      says: "This is the class with the smallest score. The largest one wins.",
    },
    "value-for-index": {
      is: ({ P }) => P.map((row) => Math.max(...row)),
      says: "This is the largest score itself. Asked for is its place in the row.",
    },
    "last-of-equal": {
      is: ({ P }) => P.map((row) => row.lastIndexOf(Math.max(...row))),
      says: "Of equal scores the last one is taken. The first counts: go on only where a score is larger, >.",
    },
    "search-from-0": {
      is: ({ P }) => P.map((row) => (Math.max(...row) > 0 ? row.indexOf(Math.max(...row)) : 0)),
      says: "The search begins with 0 as the largest score so far, so that of negative scores none is found, and the class stays 0. Begin with the first score of the row.",
    },
    "counted-from-1": {
      is: ({ right }) => right.map((k) => k + 1),
      says: "The classes are counted from 1. They count from 0, as places in a list do.",
    },
  }),
});
