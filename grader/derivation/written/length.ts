/**
 * How long a formula is: how many names, numbers and functions stand in it. A name counts for what it stands for, so
 * that giving a thing a name makes it no shorter; from where to where a sum goes does not count.
 */
import type { Expression } from "../expression.ts";
import type { Scope } from "../scope.ts";

export function lengthOf(e: Expression, scope: Scope): number {
  /** Names within names are as many as somebody likes, and each is counted once. */
  const behind = new Map<string, number>();
  const ofName = (name: string, body: Expression): number => {
    const length = behind.get(name);
    if (length !== undefined) return length;
    behind.set(name, 0);
    behind.set(name, ofPart(body));
    return behind.get(name) as number;
  };
  const ofPart = (part: unknown): number => {
    if (typeof part !== "object" || part === null) return 0;
    const one = part as Expression;
    const definition = one.is === "ref" && one.primes === 0 ? scope.definition(one.name) : undefined;
    if (one.is === "ref" && definition?.params.length === 0) return ofName(one.name, definition.body);
    if (one.is === "over") return ofPart(one.body) + 1;
    const own = ["ref", "number", "apply"].includes(one.is) ? 1 : 0;
    return Object.values(part).reduce((sum: number, inner) => sum + ofPart(inner), own);
  };
  return ofPart(e);
}
