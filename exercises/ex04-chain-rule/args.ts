import {
  type ArgsOf,
  args,
  isSmall,
  knownList,
  links,
  optional,
  scalar,
} from "../../grader/exercise/form.ts";
import { DEFAULT_STEP } from "../../reference/differentiation/central-difference.ts";
import { chainDerivative, throughChain } from "../../reference/differentiation/chain.ts";
import type { FunctionName } from "../../reference/functions/known.ts";
import { num } from "../../reference/numbers/num.ts";

const SMALLEST_SLOPE = 1e-4;

/** A chain of so many links, where its slope is wanted, and the step. */
export const linked = (length: string, says: string, drawing: { readonly sizes?: Sizes } = {}) =>
  args(
    {
      chain: knownList(length, links, says),
      x: scalar("what the first function gets"),
      h: optional(
        scalar("step of every central difference", {
          domain: "positive",
          draw: (draw) =>
            draw.family === "quarters" ? draw.pick([0.25, 0.5]) : 10 ** draw.between(-3, -0.5),
        }),
        DEFAULT_STEP,
      ),
    },
    {
      ...drawing,
      // Values in reach, in this order and in the reverse one, and a slope by which mistakes can be told apart.
      accepts: ({ chain, x, h }) =>
        staysInReach(chain, x) &&
        staysInReach(chain.toReversed(), x) &&
        Math.abs(chainDerivative(chain, num(x), h).value) >= SMALLEST_SLOPE,
    },
  );
export type Linked = ArgsOf<ReturnType<typeof linked>>;

type Sizes = Readonly<Record<string, readonly [low: number, high: number]>>;

const staysInReach = (chain: readonly FunctionName[], x: number): boolean =>
  throughChain(chain, num(x)).slice(1).every(isSmall);
