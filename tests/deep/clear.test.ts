import { describe, expect, it } from "vitest";
import { isAsClear } from "../../grader/deep/clear.ts";
import type { Shortfall } from "../../grader/deep/trial.ts";

/** An answer that is off, where 1e-14 of what is right passes. */
const off = (expected: number, by: number, tolerance = 1e-14 * Math.abs(expected)) =>
  ({
    fault: {
      code: "wrong-value",
      difference: { at: "", index: 0, yours: expected + by, expected, tolerance },
    },
  }) as unknown as Shortfall;
const threw = (line: number) => ({ fault: { code: "threw", line } }) as unknown as Shortfall;

describe("a smaller counterexample", () => {
  it("is as clear where it is off by the same share", () => {
    expect(isAsClear(off(1, 1e-6), off(1000, 1e-3))).toBe(true);
  });

  it("is not where a relative error has become that of rounding", () => {
    expect(isAsClear(off(1, 1e-8), off(1000, 1e-3))).toBe(false);
  });

  it("is not where as many tolerances are a smaller share of what is printed", () => {
    expect(isAsClear(off(1, 1e-6, 1e-20), off(1, 1e-3, 1e-14))).toBe(false);
  });

  it("may be less wrong than plainly wrong, if it is plain itself", () => {
    expect(isAsClear(off(1, 0.01), off(1, 500))).toBe(true);
    expect(isAsClear(off(1, 1e-4), off(1, 500))).toBe(false);
  });

  it("has the same fault, in the same line", () => {
    expect(isAsClear(threw(3), threw(3))).toBe(true);
    expect(isAsClear(threw(3), threw(4))).toBe(false);
    expect(isAsClear(threw(3), off(1, 1))).toBe(false);
  });
});
