/**
 * A formula without the letters that somebody chose: all indices are one, and all names of one's own are one. Two who
 * write the same with other letters have the same.
 */
import type { Expression } from "../expression.ts";
import type { Scope } from "../scope.ts";

const INDEX = "#";
const OWN = "@";

export function withoutNames(e: Expression, scope: Scope, own: ReadonlySet<string> = new Set()): Expression {
  const visit = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (Array.isArray(part)) return part.map(visit);
    const { is, name } = part as { is?: unknown; name?: string };
    const inner = Object.fromEntries(Object.entries(part).map(([key, one]) => [key, visit(one)]));
    if (is === "over") return { ...inner, index: INDEX };
    if (is !== "ref" || name === undefined) return inner;
    if (own.has(name)) return { ...inner, name: OWN };
    return scope.declared(name)?.domain === "index" ? { ...inner, name: INDEX } : inner;
  };
  return visit(e) as Expression;
}
