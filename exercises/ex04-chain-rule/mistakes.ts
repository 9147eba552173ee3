import { type MistakeCase, mistakesOf } from "../../grader/exercise/exercise.ts";
import { functionOf } from "../../reference/functions.ts";
import type { Linked } from "./exercise.ts";

type Case = MistakeCase<Linked, number>;
type Fn = (x: number) => number;

const slope = (f: Fn, x: number, h: number): number => (f(x + h) - f(x - h)) / (2 * h);
const product = (factors: readonly number[]): number => factors.reduce((all, factor) => all * factor, 1);

/** u₀ … u_n */
function through(links: readonly Fn[], x: number): number[] {
  const values = [x];
  for (const f of links) values.push(f(values.at(-1)!));
  return values;
}

/** Slopes of the links, each at what it gets. */
const slopes = (links: readonly Fn[], x: number, h: number): number[] => {
  const u = through(links, x);
  return links.map((f, k) => slope(f, u[k]!, h));
};

/** A formula of the links, x and h. */
const of =
  (formula: (links: readonly Fn[], x: number, h: number) => number) =>
  ({ chain, x, h = 1e-3 }: Case): number =>
    formula(
      chain.map((name) => functionOf(name).value),
      x,
      h,
    );

const all = {
  "inner-value-forgotten": {
    is: of((links, x, h) => product(links.map((f) => slope(f, x, h)))),
    says: "Every slope is taken at x. A link's slope belongs where the link works: at what the links before it give.",
    read: "chain-rule#step-4",
  },
  "inner-derivative-forgotten": {
    is: of((links, x, h) => product(slopes(links, x, h).slice(1))),
    says: "The slope of the first link is missing. A change of x passes through f₁ too before it reaches the others.",
    read: "chain-rule#step-3",
  },
  "last-link-forgotten": {
    is: of((links, x, h) => product(slopes(links, x, h).slice(0, -1))),
    says: "The slope of the last link is missing. Every link stretches the change once more, the last one too.",
    read: "chain-rule#step-5",
  },
  "forward-differences": {
    is: of((links, x, h) => {
      const u = through(links, x);
      return product(links.map((f, k) => (f(u[k]! + h) - f(u[k]!)) / h));
    }),
    says: "The slopes are forward differences, from u to u + h. Asked for are central ones, from u − h to u + h.",
    read: "chain-rule#step-6",
  },
  "order-reversed": {
    is: of((links, x, h) => product(slopes([...links].reverse(), x, h))),
    says: "The chain runs backwards. The first function of the list is the innermost one: it gets x.",
    read: "chain-rule#step-1",
  },
  "one-link-late": {
    is: of((links, x, h) => {
      const u = through(links, x);
      return product(links.map((f, k) => slope(f, u[k + 1]!, h)));
    }),
    says: "Each slope is taken at what the link gives, one place too late. It belongs at what the link gets.",
    read: "chain-rule#step-4",
  },
  "slopes-added": {
    is: of((links, x, h) => slopes(links, x, h).reduce((sum, s) => sum + s, 0)),
    says: "The slopes are added. Each link stretches what the one before has already stretched, so they multiply.",
    read: "chain-rule#step-3",
  },
  "whole-measured": {
    is: of((links, x, h) => slope((at) => through(links, at).at(-1)!, x, h)),
    says: "This is one central difference of the whole chain. It tends to the same derivative, but asked for is the product of the links' own differences with this h.",
    read: "chain-rule#step-6",
  },
  "step-ignored": {
    is: of((links, x) => product(slopes(links, x, 0.001))),
    says: "The step is 0.001 whatever h says. That is its value only where h is left out.",
    read: "chain-rule#step-6",
  },
};

/** In a chain of two this is “inner derivative forgotten”. */
const withOutermost = {
  ...all,
  "outermost-only": {
    is: of((links, x, h) => slopes(links, x, h).at(-1)!),
    says: "Only the slope of the last link is there. It says how the result follows what that link gets, not how it follows x.",
    read: "chain-rule#step-5",
  },
};

export const mistakes = mistakesOf({
  chainDeriv2: all,
  chainDeriv3: withOutermost,
  chainDeriv: withOutermost,
});
