/** What holds for every expression. */
import { followed, type NextRow, type Program, type Row, row } from "../../grader/exercise/expressions.ts";
import { equal, type Laws } from "../../grader/exercise/form.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import type { Expression } from "./args.ts";

/** The expression with operations more, each on the result before it. */
const longer = ({ leaves, program }: Expression, ...rows: readonly NextRow[]): Expression => ({
  leaves,
  program: followed(program, leaves.length, ...rows),
});

/** The expression with a leaf that no operation uses, after the others. */
function withUnusedLeaf({ leaves, program }: Expression): Expression {
  const moved = (place: number): number => (place >= leaves.length ? place + 1 : place);
  return {
    leaves: [...leaves, 1.5],
    program: program.map(([code, first, second, number]) => [code!, moved(first!), moved(second!), number!]),
  };
}

/** A small expression of the first leaf alone. */
const ofOne = ({ leaves }: Expression, ...program: Program): Expression => ({
  leaves: [leaves[0]!],
  program,
});

const times = (gradient: readonly Num[], factor: number): Num[] => gradient.map((one) => one.times(factor));

const scaledByThree: Laws<Expression, number[]> = {
  "the gradient of 3·f is 3 times the gradient of f": (f, given) => {
    const once = f();
    return equal(f(longer(given, (last) => row("mul", last, -1, 3))), times(once, 3));
  },
};

export const gradLaws: Laws<Expression, number[]> = {
  "a value that is used twice collects both parts: x + x has derivative 2, and x·x has 2x": (f, given) => [
    equal(f(ofOne(given, row("add", 0, 0))), [2]),
    equal(f(ofOne(given, row("mul", 0, 0))), [2 * given.leaves[0]!]),
  ],
  ...scaledByThree,
  "the gradient of f + f is twice the gradient of f": (f, given) => {
    const once = f();
    return equal(f(longer(given, (last) => row("add", last, last))), times(once, 2));
  },
  "a leaf that is not used keeps gradient 0, and changes no other": (f, given) => {
    const before = f();
    return equal(f(withUnusedLeaf(given)), [...before, num(0)]);
  },
  "log(exp(x)) has derivative 1": (f, given) => equal(f(ofOne(given, row("exp", 0), row("log", 1))), [1]),
  "x/x has derivative 0": (f, given) => equal(f(ofOne(given, row("div", 0, 0))), [0]),
};

export const diamondLaws: Laws<Expression, number[]> = {
  ...scaledByThree,
  "it does not matter which of the two ways is named first": (f, { program }) => {
    const [code, first, second, number] = program.at(-1)!;
    const before = f();
    return equal(f({ program: [...program.slice(0, -1), [code!, second!, first!, number!]] }), before);
  },
};

export const forwardLaws: Laws<Expression, number> = {
  "a logarithm undoes an exponential": (f, given) => {
    const before = f();
    const exp = (last: number): Row => row("exp", last);
    return equal(f(longer(given, exp, (last) => row("log", last))), before);
  },
  "subtracting a value and adding its negative are the same": (f, given) => {
    const difference = f(longer(given, (last) => row("sub", 0, last)));
    const negated = (last: number): Row => row("neg", last);
    return equal(f(longer(given, negated, (last) => row("add", 0, last))), difference);
  },
};
