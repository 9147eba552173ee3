/**
 * How far an index has to run by what it stands below: k of v_k as far as v has entries.
 */
import type { Expression } from "./expression.ts";
import type { Scope } from "./scope.ts";

/** The sizes of all places at which an index stands, sums over another index of that name left out. */
export function axesUsed(index: string, e: unknown, scope: Scope): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const one = part as Expression;
    if (one.is === "over" && one.index === index) {
      for (const end of [one.from, one.to]) visit(end);
      return;
    }
    if (one.is === "ref") {
      const { shape = [] } = scope.declared(one.name) ?? {};
      one.indices.forEach((at, k) => {
        const axis = shape[k];
        if (at.is === "ref" && at.name === index && axis !== undefined) found.add(axis);
      });
    }
    Object.values(part).forEach(visit);
  };
  visit(e);
  return found;
}

/** A size as a formula: its name, or a number. */
export const sizeOfAxis = (axis: string): Expression =>
  Number.isInteger(Number(axis))
    ? { is: "number", value: Number(axis) }
    : { is: "ref", name: axis, indices: [], primes: 0 };
