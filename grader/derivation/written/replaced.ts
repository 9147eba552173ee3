import type { Expression } from "../expression.ts";
import { sortedForm } from "./canonical.ts";

/** A formula with another one in the place of each part that says the same as a given one; undefined without any. */
export function replaced(e: Expression, sorted: string, by: Expression): Expression | undefined {
  /** What holds nothing of the kind stays the very same, with the forms that are known of it. */
  const visit = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if ("is" in part && sortedForm(part as Expression) === sorted) return by;
    const inside = Object.entries(part).map(([key, inner]) => [key, visit(inner), inner] as const);
    if (inside.every(([, now, before]) => now === before)) return part;
    return Array.isArray(part) ? inside.map(([, now]) => now) : Object.fromEntries(inside);
  };
  const changed = visit(e) as Expression;
  return changed === e ? undefined : changed;
}
