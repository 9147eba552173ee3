/** What the scenarios take. */
import {
  aDiamond,
  isUsable,
  type Program,
  someLeaves,
  someOperations,
} from "../../grader/exercise/expressions.ts";
import { type ArgsOf, args, scalar } from "../../grader/exercise/form.ts";

const leaves = { ...someLeaves, says: "the numbers that an expression starts from" };
const rows = "its operations in order, one a row: code, first operand, second operand or −1, number";

const drawn = (n: readonly [number, number], k: readonly [number, number]) => ({
  sizes: { n, k },
  accepts: (given: { readonly leaves: number[]; readonly program: Program }) =>
    isUsable(given.leaves, given.program),
});

const program = { ...someOperations, says: rows };
export const anyExpression = args({ leaves, program }, drawn([2, 4], [5, 8]));
export const diamondExpression = args(
  { leaves, program: { ...aDiamond, says: rows } },
  drawn([2, 3], [5, 7]),
);

export const twoCalls = args(
  {
    leaves,
    program,
    zeroed: scalar("1 if the gradients of the leaves are set to 0 between two calls of backward, else 0", {
      domain: "binary",
      draw: (draw) => draw.integer(0, 1),
    }),
  },
  drawn([2, 4], [5, 8]),
);

export const chain = args({
  x: scalar("the leaf of the chain y ← y·factor + x"),
  factor: scalar("what each step of the chain multiplies by", {
    draw: (draw) => draw.pick([-1, 1]) * draw.between(0.25, 0.75),
  }),
  steps: scalar("how many steps the chain has; each is two operations", {
    domain: "integer",
    draw: (draw) => draw.integer(2, 6),
  }),
});

export type Expression = ArgsOf<typeof anyExpression>;
export type TwoCalls = ArgsOf<typeof twoCalls>;
export type Chain = ArgsOf<typeof chain>;
