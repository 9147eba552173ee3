/** What the scenarios take, and the function that they are about: over tracked numbers, and in plain ones. */
import {
  awayFromZero,
  isUsable,
  followed as lengthened,
  type NextRow,
  operationsOn,
  type Program,
} from "../../grader/exercise/expressions.ts";
import { type ArgsOf, args, scalar, vector } from "../../grader/exercise/form.ts";
import type { Inputs } from "../../grader/exercise/inputs.ts";
import { expressionValue } from "../../reference/functions/expression.ts";
import { functionText } from "../../reference/functions/expression-text.ts";
import { type Num, num } from "../../reference/numbers/num.ts";
import { gradient, plainOf, type Tracked } from "../../reference/numbers/tracked.ts";

const place = (says: string) => scalar(says, { draw: awayFromZero });
const constant = scalar("a constant in f", { draw: awayFromZero });
const operationsAt = (placeIn: (earlier: Inputs) => number) => ({
  ...operationsOn((earlier) => [earlier.constant as number, placeIn(earlier)], 1),
  says: "the operations of f in order, one a row: code, first operand, second operand or −1, number",
});

/** Whether f, which was made for another place, is well inside its domain at these, too, and changes there with x. */
const isTold = (places: readonly number[], c: number, program: Program): boolean =>
  places.every((x) => isUsable([c, x], program, 1));

const x = place("where the derivative is wanted");
const operations = operationsAt(({ x }) => x as number);

export const onePlace = args({ x, constant, program: operations }, { sizes: { k: [4, 5] } });

export const manyPlaces = args(
  {
    x: vector("n", "where the derivative is wanted", {
      // On one side of 0, so that a logarithm suits all of them or none.
      draw: (draw) => {
        const side = draw.pick([-1, 1]);
        return draw.list(draw.size("n"), () => side * draw.between(0.25, 2));
      },
    }),
    constant,
    program: operationsAt(({ x }) => (x as number[])[0] as number),
  },
  {
    sizes: { n: [2, 4], k: [4, 5] },
    accepts: ({ x, constant, program }) => isTold(x.slice(1), constant, program),
  },
);

export const twoPlaces = args(
  { x, next: place("where it is wanted next"), constant, program: operations },
  {
    sizes: { k: [4, 5] },
    accepts: ({ x, next, constant, program }) => x !== next && isTold([next], constant, program),
  },
);

export type OnePlace = ArgsOf<typeof onePlace>;
export type ManyPlaces = ArgsOf<typeof manyPlaces>;
export type TwoPlaces = ArgsOf<typeof twoPlaces>;

/** What says which function f is. */
export interface F {
  readonly constant: Num | number;
  readonly program: Tracked | Program;
}

/** f(x). */
export const valueAt = ({ constant, program }: F, x: Num): Num =>
  expressionValue([num(constant), x], plainOf(program as Tracked) as Program);

/** f′(x). */
export function slopeAt(f: F, x: Num | number): Num {
  const leaf = num(typeof x === "number" ? x : x.value);
  return gradient(valueAt(f, leaf), leaf) as Num;
}

/** How a finding shows the call. */
export const shown =
  <I extends { readonly constant: number; readonly program: Program }>(call: (given: I) => string) =>
  (given: I): string =>
    [...functionText(given.constant, given.program), call(given)].join("\n");

/** A function of the constant and x with operations more; each gets the last place. */
export const followed = (program: Program, ...rows: readonly NextRow[]): Program =>
  lengthened(program, 2, ...rows);
