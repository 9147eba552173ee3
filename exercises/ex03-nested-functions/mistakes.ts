import { curedBy, type Mistakes } from "../../grader/exercise/form.ts";
import { endOfChain } from "../../reference/differentiation/chain.ts";
import { functionOf } from "../../reference/functions/known.ts";
import { num } from "../../reference/numbers/num.ts";
import type { Linked } from "./args.ts";

/** What each link alone makes of x. */
const each = ({ chain, x }: Linked): number[] => chain.map((link) => functionOf(link).value(x));
const end = (chain: Linked["chain"], x: number): number => endOfChain(chain, num(x)).value;

export const mistakes: Mistakes<Linked, number> = curedBy(1, {
  "order-reversed": {
    is: ({ chain, x }) => end(chain.toReversed(), x),
    step: 2,
    says: "The chain runs backwards. The first function of the list is the innermost one: it gets x.",
  },
  "every-link-fed-x": {
    is: (at) => each(at).at(-1)!,
    says: "This is the last function at x itself. Only the first function gets x; each of the others gets what the one before it gives.",
  },
  "values-added": {
    is: (at) => each(at).reduce((total, value) => total + value, 0),
    says: "Each function is applied to x by itself, and the values are added. A chain adds nothing: the value of one function goes into the next.",
  },
  "values-multiplied": {
    is: (at) => each(at).reduce((total, value) => total * value, 1),
    says: "Each function is applied to x by itself, and the values are multiplied. f₂(f₁(x)) is no product: the inner brackets hold what f₂ gets.",
  },
  "last-link-forgotten": {
    is: ({ chain, x }) => end(chain.slice(0, -1), x),
    says: "The last function is missing: this is what it gets. The loop ends one link too early.",
  },
  "first-link-again": {
    is: ({ chain, x }) => chain.reduce((u) => functionOf(chain[0]!).value(u), x),
    says: "The first function is applied in every place. The k-th place of the chain has a function of its own, chain[k].",
  },
});

/** In a chain of two this is “every link fed x”. */
export const firstForgotten: Mistakes<Linked, number> = {
  "first-link-forgotten": {
    is: ({ chain, x }) => end(chain.slice(1), x),
    step: 1,
    says: "The first function is missing: x goes into the second one. The loop starts one link too late; lists are counted from 0.",
  },
};
