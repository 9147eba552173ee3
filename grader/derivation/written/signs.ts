/**
 * The sign that stands before a formula, and what is left: b − a is −(a − b), Σ (−a) is −Σ a, and a slope of −a is one
 * of a with a sign before it.
 */
import type { Expression } from "../expression.ts";
import { sortedForm } from "./canonical.ts";
import { withParts } from "./with-parts.ts";

export interface Signed {
  readonly isNegative: boolean;
  readonly of: Expression;
}

/** @param change what is done to each part before its sign is looked at */
export function signed(e: Expression, change: (part: Expression) => Expression): Signed {
  if (e.is === "minus") return turned(signOf(change(e.of)));
  if (e.is === "number" && e.value < 0) return { isNegative: true, of: { ...e, value: -e.value } };
  if (e.is === "binary" && (e.op === "+" || e.op === "-")) return sum(termsOf(e, change));
  const inside = withParts(e, change);
  if (inside.is === "over" && inside.op === "\\sum") {
    const { isNegative, of } = signOf(inside.body);
    return { isNegative, of: { ...inside, body: of } };
  }
  if (inside.is === "derivative" || inside.is === "transpose" || inside.is === "entry") {
    const { isNegative, of } = signOf(inside.of);
    return { isNegative, of: { ...inside, of } };
  }
  return { isNegative: false, of: inside };
}

const turned = ({ isNegative, of }: Signed): Signed => ({ isNegative: !isNegative, of });
const signOf = (e: Expression): Signed =>
  e.is === "minus" ? { isNegative: true, of: e.of } : { isNegative: false, of: e };

/** A sum begins with what is first in order, and without a sign. */
function sum(terms: readonly Signed[]): Signed {
  const inOrder = [...terms].sort((a, b) => (sortedForm(a.of) < sortedForm(b.of) ? -1 : 1));
  const [first, ...others] = inOrder as [Signed, ...Signed[]];
  const { isNegative } = first;
  const of = others.reduce<Expression>(
    (left, one) => ({ is: "binary", op: one.isNegative === isNegative ? "+" : "-", left, right: one.of }),
    first.of,
  );
  return { isNegative, of };
}

function termsOf(e: Expression, change: (part: Expression) => Expression): readonly Signed[] {
  if (e.is === "minus") return termsOf(e.of, change).map(turned);
  if (e.is !== "binary" || (e.op !== "+" && e.op !== "-")) return [signOf(change(e))];
  const right = termsOf(e.right, change);
  return [...termsOf(e.left, change), ...(e.op === "+" ? right : right.map(turned))];
}
