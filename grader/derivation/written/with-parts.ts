import type { Expression } from "../expression.ts";

/** A formula with each of the formulas that it is directly made of changed. */
export function withParts(e: Expression, change: (part: Expression) => Expression): Expression {
  const visit = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(visit);
    return "is" in part ? change(part as Expression) : each(part);
  };
  const each = (part: object): object =>
    Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]));
  return each(e) as Expression;
}
