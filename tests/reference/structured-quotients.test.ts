/** Quotients by the form of a sum, beside the sum itself at two places. */
import { describe, expect, it } from "vitest";
import { toleranceOf } from "../../grader/exercise/tolerance.ts";
import { numericalGradient } from "../../reference/differentiation/descent.ts";
import {
  isKnownSum,
  type KnownSum,
  structuredQuotients,
} from "../../reference/differentiation/structured-quotients.ts";
import { num } from "../../reference/numbers/num.ts";
import { leavesOf, lift } from "../../reference/numbers/tracked.ts";
import { normal, random } from "../../reference/randomness/random.ts";

const sums: readonly KnownSum[] = ["sumOfCubes", "steepBowl", "tiltedBowl", "ring"];
const SEED = 21;

describe("a quotient by the form of its sum", () => {
  it.each(sums.flatMap((sum) => [1, 1e-2, 1e-4].map((h) => [sum, h] as const)))(
    "is that of %s with a step of %d, and says closer what rounding can do",
    (sum, h) => {
      const rng = random(SEED, `${sum} ${h}`);
      const X = Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => 2 * normal(rng)));
      const measured = leavesOf(numericalGradient({ fn: sum }, lift(X), h));
      const structured = leavesOf(structuredQuotients(sum, lift(X), num(h)));
      expect(structured).toHaveLength(12);
      for (const [i, one] of structured.entries()) {
        expect(Math.abs(one.value - measured[i]!.value)).toBeLessThan(toleranceOf(measured[i]!));
        // In f32, 29 bits fewer, a thousandth is still seen.
        expect(2 ** 29 * toleranceOf(one)).toBeLessThan(1e-3 * Math.max(1, Math.abs(one.value)));
      }
    },
  );

  it("is known of these sums, and of no other function", () => {
    expect(sums.every(isKnownSum)).toBe(true);
    expect(isKnownSum("sumOfLogs")).toBe(false);
    expect(isKnownSum("toString")).toBe(false);
  });
});
