import type { Expression } from "../expression.ts";

/** Whether something is so of a formula, or of any formula within it. */
export function somePart(part: unknown, is: (part: Expression) => boolean): boolean {
  if (typeof part !== "object" || part === null) return false;
  return ("is" in part && is(part as Expression)) || Object.values(part).some((inner) => somePart(inner, is));
}
