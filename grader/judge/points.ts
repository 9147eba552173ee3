/**
 * Shares the points of an exercise among its checks: whole numbers that add up.
 */
import type { CheckKind } from "../verdict/verdict.ts";

const WEIGHTS: Readonly<Record<CheckKind, number>> = { contract: 1, value: 4, edge: 2, law: 1, gradient: 2 };

/** Points for each check by largest remainder: the sum is the total, ties go to the earlier check. */
export function sharePoints(kinds: readonly CheckKind[], total: number): readonly number[] {
  const weight = kinds.reduce((s, kind) => s + WEIGHTS[kind], 0);
  const exact = kinds.map((kind) => (WEIGHTS[kind] * total) / weight);
  const points = exact.map(Math.floor);
  const left = total - points.reduce((s, p) => s + p, 0);
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) points[i] = (points[i] as number) + 1;
  return points;
}
