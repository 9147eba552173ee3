import type { Expression } from "../expression.ts";
import { sortedForm } from "./canonical.ts";

/** A formula with another one in the place of each part that says the same as a given one; undefined without any. */
export function replaced(e: Expression, sorted: string, by: Expression): Expression | undefined {
  let found = false;
  const visit = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(visit);
    if ("is" in part && sortedForm(part as Expression) === sorted) {
      found = true;
      return by;
    }
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]));
  };
  const changed = visit(e) as Expression;
  return found ? changed : undefined;
}
