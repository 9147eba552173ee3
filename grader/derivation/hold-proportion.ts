/**
 * A ∝ B: one factor c ≠ 0 with A = c·B.
 *
 * Where both sides have several entries at a point, or indices left open, the factor may differ from point to point
 * and is the same within each. Two single numbers have the same factor at all points.
 */
import { RELATIVE } from "./agree.ts";
import type { Outcome } from "./checked.ts";
import { combinations } from "./combinations.ts";
import { sidesAt } from "./compare.ts";
import { draw, kindOf } from "./draw.ts";
import { Degenerate } from "./formula-error.ts";
import { freeIndices } from "./free-indices.ts";
import { DRAWS } from "./hold.ts";
import type { Point } from "./point.ts";
import { pointAt } from "./point-at.ts";
import { pointText } from "./point-text.ts";
import type { Scope } from "./scope.ts";
import type { Relation } from "./trial.ts";

export function holdProportion(scope: Scope, { left, right }: Relation, seed: number, text: string): Outcome {
  const free = new Set([...freeIndices(left, scope), ...freeIndices(right, scope)]);
  let difference = 0;
  let points = 0;
  let before: number | undefined;
  for (let attempt = 0; points < DRAWS; attempt++) {
    if (attempt === 20 * DRAWS)
      return { points, wrong: `only ${points} of ${attempt} draws are fit to hold it` };
    const drawn = draw(scope, seed, `${text}/proportion/${attempt}`, kindOf(attempt));
    const origin = pointAt(scope, drawn);
    const pairs = pairsAt(origin);
    const largest = pairs.reduce((most, pair) => (Math.abs(pair[1]) > Math.abs(most[1]) ? pair : most));
    const factor = pairs.length === 1 ? (before ?? largest[0] / largest[1]) : largest[0] / largest[1];
    if (!Number.isFinite(factor)) continue;
    points++;
    if (pairs.length === 1) before = factor;
    const size = Math.max(...pairs.map(([a]) => Math.abs(a)));
    const off = Math.max(...pairs.map(([a, b]) => Math.abs(a - factor * b))) / (0.1 + size);
    difference = Math.max(difference, off);
    if (factor === 0 || off > RELATIVE)
      return {
        points,
        wrong: `no common factor: ${pairs.map(([a, b]) => Number((a / b).toPrecision(6))).join(", ")}${
          pairs.length === 1 ? `, and ${Number(factor.toPrecision(6))} before` : ""
        }\n    at ${pointText(scope, drawn, [])}`,
      };
  }
  return { points, difference };

  function pairsAt(origin: Point): (readonly [number, number])[] {
    try {
      return sidesAt(origin, { left, right }, combinations(free, origin)).flatMap((sides) =>
        sides.left.at.map((x, k) => [x, sides.right.at[k] as number] as const),
      );
    } catch (error) {
      if (error instanceof Degenerate) return [[0, 0]];
      throw error;
    }
  }
}
