/**
 * A tolerance has to be tighter than what it bounds: without any one of its terms, an approximation has to fail at
 * half of the points. Otherwise the tolerance holds the formula, and not the formula itself.
 */
import { evaluate } from "./evaluate.ts";
import type { Expression } from "./expression.ts";
import { pointAt } from "./point-at.ts";
import type { Place, Tried } from "./trial.ts";

/** What is wrong with the tolerance; undefined where nothing is, and for a relation without one. */
export function looseTerm({ scope, relation }: Tried, places: readonly Place[]): string | undefined {
  const { within } = relation;
  if (relation.relation !== "\\approx" || within === undefined || within === Number.POSITIVE_INFINITY)
    return undefined;
  for (const side of [relation.left, relation.right])
    for (const term of termsOf(side)) {
      const sizes = places
        .map(({ drawn, indices }) =>
          Math.max(...evaluate(term, pointAt(scope, drawn).at(indices)).at.map(Math.abs)),
        )
        .sort((a, b) => a - b);
      const size = sizes[Math.floor(sizes.length / 2)] ?? 0;
      if (size <= within)
        return `\`within: ${within}\` is wider than what it bounds: a term of the formula is ${Number(size.toPrecision(2))} at half of the points`;
    }
  return undefined;
}

/** The terms of a sum. */
export function termsOf(e: Expression): Expression[] {
  if (e.is === "binary" && (e.op === "+" || e.op === "-")) return [...termsOf(e.left), ...termsOf(e.right)];
  return e.is === "minus" ? termsOf(e.of) : [e];
}
