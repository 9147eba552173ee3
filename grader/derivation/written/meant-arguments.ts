/** What σ′ is taken of where its argument is not written: the one thing that σ is taken of in what was said before. */
import type { Expression } from "../expression.ts";

export function argumentsIn(fn: string, parts: readonly unknown[]): Expression | undefined {
  const found = new Map<string, Expression>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const e = part as Partial<Extract<Expression, { is: "apply" }>>;
    const [argument] = e.is === "apply" && e.fn === fn ? (e.to ?? []) : [];
    if (argument !== undefined) found.set(JSON.stringify(argument), argument);
    for (const inner of Object.values(part)) visit(inner);
  };
  parts.forEach(visit);
  return found.size === 1 ? [...found.values()][0] : undefined;
}
