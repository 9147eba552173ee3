/**
 * Every way to give values to the free indices of a relation.
 */
import type { Indices } from "./compare.ts";
import { FormulaError } from "./formula-error.ts";
import type { Point } from "./point.ts";

/** At six open indices of four values each, a relation stands for as many relations. */
const MOST = 4096;

/** @throws FormulaError for more than can be tried */
export function combinations(free: ReadonlySet<string>, point: Point): Indices[] {
  const ranges = [...free].map(
    (name) => [name, point.size(point.scope.declared(name)?.shape[0] ?? "")] as const,
  );
  const count = ranges.reduce((product, [, range]) => product * range, 1);
  if (count > MOST)
    throw new FormulaError(
      `the indices ${[...free].join(", ")} are left open and take ${count} values together, at most ${MOST} can be tried: sum over some of them, or write a number for one`,
    );
  let all: Indices[] = [[]];
  for (const [name, range] of ranges)
    all = all.flatMap((some) => Array.from({ length: range }, (_, k) => [...some, [name, k + 1] as const]));
  return all;
}
