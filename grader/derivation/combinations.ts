/**
 * Every way to give values to the free indices of a relation.
 */
import type { Indices } from "./compare.ts";
import type { Point } from "./point.ts";

export function combinations(free: ReadonlySet<string>, point: Point): Indices[] {
  let all: Indices[] = [[]];
  for (const name of free) {
    const range = point.size(point.scope.declared(name)?.shape[0] ?? "");
    all = all.flatMap((some) => Array.from({ length: range }, (_, k) => [...some, [name, k + 1] as const]));
  }
  return all;
}
