/** What holds for every input. */
import type { CallsLaw as Law } from "../../grader/exercise/exercise.ts";
import { type Program, type Row, row } from "../../grader/exercise/expressions.ts";
import { equal } from "../../grader/exercise/relations.ts";
import { type Num, num } from "../../reference/num.ts";
import type { Expression } from "./exercise.ts";

/** The place of the result. */
const lastOf = ({ leaves, program }: Expression): number => leaves.length + program.length - 1;

/** The expression with operations more, each on the result before it. */
function followed<T extends Expression>(given: T, ...rows: ((last: number) => Row)[]): T {
  const program = [...given.program];
  for (const next of rows) program.push(next(lastOf({ ...given, program })));
  return { ...given, program };
}

/** The expression with a leaf that no operation uses, after the others. */
function withUnusedLeaf<T extends Expression>(given: T): T {
  const n = given.leaves.length;
  const moved = (place: number): number => (place >= n ? place + 1 : place);
  return {
    ...given,
    leaves: [...given.leaves, 1.5],
    program: given.program.map(([code, first, second, number]) => [
      code!,
      moved(first!),
      moved(second!),
      number!,
    ]),
  };
}

/** A small expression of the first leaf alone. */
const ofOne = ({ leaves }: Expression, ...program: Program): Expression => ({
  leaves: [leaves[0]!],
  program,
});

export const scaledByThree: Law<Expression> = {
  says: "the gradient of 3·f is 3 times the gradient of f",
  calls: (given) => [given, followed(given, (last) => row("mul", last, -1, 3))],
  holds: ([once, thrice]: Num[][]) =>
    equal(
      thrice!,
      once!.map((entry) => entry.times(3)),
    ),
};

export const gradLaws: Law<Expression>[] = [
  {
    says: "a value that is used twice collects both parts: x + x has derivative 2, and x·x has 2x",
    calls: (given) => [ofOne(given, row("add", 0, 0)), ofOne(given, row("mul", 0, 0))],
    holds: ([total, product]: Num[][], { leaves }) => [equal(total!, [2]), equal(product!, [2 * leaves[0]!])],
  },
  scaledByThree,
  {
    says: "the gradient of f + f is twice the gradient of f",
    calls: (given) => [given, followed(given, (last) => row("add", last, last))],
    holds: ([once, both]: Num[][]) =>
      equal(
        both!,
        once!.map((entry) => entry.times(2)),
      ),
  },
  {
    says: "a leaf that is not used keeps gradient 0, and changes no other",
    calls: (given) => [given, withUnusedLeaf(given)],
    holds: ([before, after]: Num[][]) => equal(after!, [...before!, num(0)]),
  },
  {
    says: "log(exp(x)) has derivative 1",
    calls: (given) => [ofOne(given, row("exp", 0), row("log", 1))],
    holds: ([back]: Num[][]) => equal(back!, [1]),
  },
  {
    says: "x/x has derivative 0",
    calls: (given) => [ofOne(given, row("div", 0, 0))],
    holds: ([quotient]: Num[][]) => equal(quotient!, [0]),
  },
];

export const forwardLaws: Law<Expression>[] = [
  {
    says: "a logarithm undoes an exponential",
    calls: (given) => [
      given,
      followed(
        given,
        (last) => row("exp", last),
        (last) => row("log", last),
      ),
    ],
    holds: ([before, after]: Num[]) => equal(after!, before!),
  },
  {
    says: "subtracting a value and adding its negative are the same",
    calls: (given) => [
      followed(given, (last) => row("sub", 0, last)),
      followed(
        given,
        (last) => row("neg", last),
        (last) => row("add", 0, last),
      ),
    ],
    holds: ([difference, total]: Num[]) => equal(total!, difference!),
  },
];
