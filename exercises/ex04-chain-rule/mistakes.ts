import { curedBy, type Mistakes } from "../../grader/exercise/form.ts";
import { centralDifference, DEFAULT_STEP } from "../../reference/differentiation/central-difference.ts";
import { throughChain } from "../../reference/differentiation/chain.ts";
import { apply } from "../../reference/functions/apply.ts";
import { type Num, num, sum } from "../../reference/numbers/num.ts";
import type { Linked } from "./args.ts";

/** The central difference of the whole chain. */
export function differenceOfWhole({ chain, x, h = DEFAULT_STEP }: Linked): Num {
  const [above, below] = [h, -h].map((step) => throughChain(chain, num(x).plus(step)).at(-1)!);
  return above!.minus(below!).over(2 * h);
}

/** Slopes of the links, each at what it gets or elsewhere among u₀ … u_n. */
function slopes(
  { chain, x, h }: Linked,
  place: (u: readonly Num[], k: number) => Num | undefined = (u, k) => u[k],
): Num[] {
  const u = throughChain(chain, num(x));
  return chain.map((f, k) => centralDifference(f, place(u, k)!, h));
}

const product = (factors: readonly Num[]): number => factors.reduce((all, one) => all * one.value, 1);

export const mistakes: Mistakes<Linked, number> = {
  "inner-value-forgotten": {
    is: (at) => product(slopes(at, (u) => u[0])),
    step: 5,
    says: "Every slope is taken at x. A link's slope belongs where the link works: at what the links before it give.",
  },
  "inner-derivative-forgotten": {
    is: (at) => product(slopes(at).slice(1)),
    step: 4,
    says: "The slope of the first link is missing. A change of x passes through f₁ too before it reaches the others.",
  },
  "last-link-forgotten": {
    is: (at) => product(slopes(at).slice(0, -1)),
    step: 6,
    says: "The slope of the last link is missing. Every link stretches the change once more, the last one too.",
  },
  "forward-differences": {
    is: ({ chain, x, h = DEFAULT_STEP }) => {
      const u = throughChain(chain, num(x));
      return product(
        chain.map((f, k) =>
          apply(f, u[k]!.plus(h))
            .minus(u[k + 1]!)
            .over(h),
        ),
      );
    },
    step: 7,
    says: "The slopes are forward differences, from u to u + h. Asked for are central ones, from u − h to u + h.",
  },
  "order-reversed": {
    is: (at) => product(slopes({ ...at, chain: at.chain.toReversed() })),
    step: 2,
    says: "The chain runs backwards. The first function of the list is the innermost one: it gets x.",
  },
  "one-link-late": {
    is: (at) => product(slopes(at, (u, k) => u[k + 1])),
    step: 5,
    says: "Each slope is taken at what the link gives, one place too late. It belongs at what the link gets.",
  },
  "slopes-added": {
    is: (at) => sum(slopes(at)).value,
    step: 4,
    says: "The slopes are added. Each link stretches what the one before has already stretched, so they multiply.",
  },
  "slope-handed-on": {
    is: ({ chain, x, h }) => chain.reduce((u, f) => centralDifference(f, u, h), num(x)).value,
    step: 5,
    says: "The slope of one link goes into the next link, as if it were its value. What f₂ gets is f₁(x); the slopes are multiplied.",
  },
  "value-for-inner-slope": {
    is: (at) => product([...throughChain(at.chain, num(at.x)).slice(1, -1), slopes(at).at(-1)!]),
    step: 4,
    says: "What the inner links give stands where their slopes belong. A change is stretched by a slope, not by a value.",
  },
  "whole-measured": {
    is: (at) => differenceOfWhole(at).value,
    step: 7,
    says: "This is one central difference of the whole chain. It tends to the same derivative, but asked for is the product of the links' own differences with this h.",
  },
  "step-ignored": {
    is: (at) => product(slopes({ ...at, h: DEFAULT_STEP })),
    step: 7,
    says: "The step is 0.001 whatever h says. That is its value only where h is left out.",
  },
};

/** In a chain of two these are “inner derivative forgotten”, “inner value forgotten” and the right answer. */
export const outermostOnly: Mistakes<Linked, number> = curedBy(6, {
  "outermost-only": {
    is: (at) => slopes(at).at(-1)!.value,
    says: "Only the slope of the last link is there. It says how the result follows what that link gets, not how it follows x.",
  },
  "last-link-at-x": {
    is: (at) => product(slopes(at, (u, k) => u[k === at.chain.length - 1 ? 0 : k])),
    says: "The slope of the last link is taken at x. That link never sees x: it gets what the links before it give.",
  },
  "later-links-at-the-first-value": {
    is: (at) => product(slopes(at, (u, k) => u[Math.min(k, 1)])),
    says: "All later slopes are taken at f₁(x). Each link gets what the one before it gives: the third one f₂(f₁(x)).",
  },
  "links-before-at-x": {
    is: (at) => product(slopes(at, (u, k) => (k < 2 ? u[k] : apply(at.chain[k - 1]!, u[0]!)))),
    says: "The third slope is taken at f₂(x). f₂ never sees x: the third link gets f₂(f₁(x)).",
  },
});
