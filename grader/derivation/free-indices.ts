/**
 * Indices that a side leaves open: a relation is held for each of their values.
 */
import type { Expression } from "./expression.ts";
import type { Scope } from "./scope.ts";

export function freeIndices(e: Expression, scope: Scope, bound: readonly string[] = []): Set<string> {
  const found = new Set<string>();
  const visit = (inner: unknown, within: readonly string[]): void => {
    if (typeof inner !== "object" || inner === null) return;
    if (Array.isArray(inner)) {
      for (const item of inner) visit(item, within);
      return;
    }
    const node = inner as Expression;
    if (node.is === "ref" && scope.declared(node.name)?.domain === "index" && !within.includes(node.name))
      found.add(node.name);
    if (node.is === "over") {
      visit([node.from, node.to], within);
      visit([node.when, node.body], [...within, node.index]);
    } else for (const value of Object.values(inner)) visit(value, within);
  };
  visit(e, bound);
  return found;
}
