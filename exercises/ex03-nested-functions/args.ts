import {
  type ArgsOf,
  args,
  byName,
  isSmall,
  knownList,
  links,
  named,
  scalar,
} from "../../grader/exercise/form.ts";
import { endOfChain, throughChain } from "../../reference/differentiation/chain.ts";
import type { FunctionName } from "../../reference/functions/known.ts";
import { num } from "../../reference/numbers/num.ts";

/** u ↦ a·u + b */
export const line = (a: number, b: number): FunctionName => named("quadratic", 0, a, b);

/** A chain of so many links, and what goes in. */
export const linked = (length: string, says: string, sizes: Sizes = {}) =>
  args(
    { chain: knownList(length, links, says), x: scalar("what the first function gets") },
    {
      sizes,
      // Values in reach, in this order and in the reverse one, and an end that is not the start.
      accepts: ({ chain, x }) =>
        staysInReach(chain, x) &&
        staysInReach(chain.toReversed(), x) &&
        Math.abs(endOfChain(chain, num(x)).value - x) > 0.01,
    },
  );
export type Linked = ArgsOf<ReturnType<typeof linked>>;

type Sizes = Readonly<Record<string, readonly [low: number, high: number]>>;

const staysInReach = (chain: readonly FunctionName[], x: number): boolean =>
  throughChain(chain, num(x)).every(isSmall);

/** A chain at x. */
export const at = (x: number, ...chain: readonly (string | FunctionName)[]): Linked => ({
  chain: chain.map(byName),
  x,
});
