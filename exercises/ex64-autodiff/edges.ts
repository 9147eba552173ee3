/** Expressions at which values and slopes go wrong. */
import { type Row, row } from "../../grader/exercise/expressions.ts";
import type { Edges } from "../../grader/exercise/form.ts";
import type { Expression } from "./args.ts";

export const of = (leaves: number[], ...program: Row[]): Expression => ({ leaves, program });
const ofNumbers = of(
  [1.5],
  row("add", 0, -1, 3),
  row("mul", 1, -1, 2),
  row("sub", 2, -1, 1),
  row("div", 3, -1, 4),
);
const ofLog = of([0, 2], row("log", 0), row("mul", 2, 1));

/** What is asked of a value and of its slope alike. */
const commonEdges: Edges<Expression> = {
  // x·0 + x − 0 + 0
  "0 as operand": {
    given: of([2, 0], row("mul", 0, 1), row("add", 2, 0), row("sub", 3, 1), row("add", 4, -1, 0)),
    says: "An operand may be 0: it is there all the same.",
  },
  "plain numbers as operands": {
    given: ofNumbers,
    says: "An operand may be a plain number. It counts as a constant.",
  },
};

/** Where a power goes wrong: exponents that are treated apart, each at bases of either sign and at 0. */
const powerEdges = (says: Readonly<Record<"positive" | "negative" | "zero", string>>): Edges<Expression> =>
  Object.fromEntries(
    [
      { base: 1.5, exponents: [0, 1, 2, 3, -1, -2, 0.5, 1.5], says: says.positive },
      { base: -1.5, exponents: [0, 1, 2, 3, -1, -2], says: says.negative },
      { base: 0, exponents: [0, 1, 2, 3, 1.5], says: says.zero },
    ].flatMap(({ base, exponents, says }) =>
      exponents.map((k) => [
        `${base} to the power of ${k}`,
        { given: of([base], row("pow", 0, -1, k)), says },
      ]),
    ),
  );

/** x + x, doubled again and again: two ways through every node. */
const DOUBLINGS = 40;
const doublings = Array.from({ length: DOUBLINGS }, (_, i) => row("add", i, i));

export const forwardEdges: Edges<Expression> = {
  "a leaf alone": { given: of([3]), says: "Its value is the number that it was made with." },
  ...commonEdges,
  ...powerEdges({
    positive: "x⁰ is 1, and x to a negative power is 1 divided by the positive one.",
    negative: "A negative number has whole powers, too: x⁰ is 1, and x^k needs no logarithm.",
    zero: "0⁰ is 1; 0 to a power above 0 is 0.",
  }),
  "relu at 0": { given: of([0], row("relu", 0)), says: "The larger of 0 and 0 is 0." },
  "a negative power of 0": {
    given: of([0], row("pow", 0, -1, -1)),
    expected: Number.POSITIVE_INFINITY,
    says: "1/0 is Infinity. It is passed on, not hidden.",
  },
  "a fractional power of 0": {
    given: of([0], row("pow", 0, -1, 0.5)),
    expected: 0,
    says: "The square root of 0 is 0.",
  },
  "the logarithm of 0": {
    given: ofLog,
    expected: Number.NEGATIVE_INFINITY,
    says: "log 0 is −Infinity, and twice that as well. It is passed on, not hidden.",
  },
};

export const gradEdges: Edges<Expression> = {
  "a leaf alone": { given: of([3]), says: "The derivative of a leaf by itself is 1." },
  "a leaf that is not used": {
    given: of([2, 5], row("mul", 0, 0)),
    says: "y does not depend on it: its gradient stays 0.",
  },
  ...commonEdges,
  ...powerEdges({
    positive: "The slope is k·x^(k−1); with k = 0 it is 0, with k = 1 it is 1.",
    negative: "The slope is k·x^(k−1) at a negative number, too; with k = 0 it is 0.",
    zero: "The slope is k·x^(k−1) also where x^k/x would be 0/0; with k = 0 it is 0.",
  }),
  "relu at 0": { given: of([0], row("relu", 0)), says: "At the kink the course takes slope 0." },
  "a negative power of 0": {
    given: of([0], row("pow", 0, -1, -1)),
    expected: [Number.NEGATIVE_INFINITY],
    says: "The slope −1/0² is −Infinity. It is passed on, not hidden.",
  },
  "a fractional power of 0": {
    given: of([0], row("pow", 0, -1, 0.5)),
    expected: [Number.POSITIVE_INFINITY],
    says: "The slope of the square root at 0 is Infinity. It is passed on, not hidden.",
  },
  "the logarithm of 0": {
    given: ofLog,
    expected: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    says: "The slope 1/0 is Infinity. It is passed on, not hidden.",
  },
  "doubled forty times": {
    given: of([1], ...doublings),
    expected: [2 ** DOUBLINGS],
    says: "Each node is visited once; there are 2^40 ways back to x.",
  },
};
