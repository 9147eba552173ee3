/**
 * The numbers that networks start with, over 10,000 draws of one seed. Each bound is five standard errors, which a fair
 * draw exceeds less than once in a million.
 */
import { describe, expect, it } from "vitest";
import { mulberry32 } from "../../reference/functions/generators.ts";
import {
  boxMuller,
  defaultLimit,
  filled,
  uniformWithin,
  xavierLimit,
} from "../../reference/networks/initialisation.ts";
import type { Num } from "../../reference/numbers/num.ts";
import { mean } from "../../reference/numbers/plain.ts";

const SEED = 1;
const squares = (numbers: readonly number[]): number => mean(numbers.map((x) => x * x));
const off = (found: number, wanted: number): number => Math.abs(found - wanted);
const uniforms = (rows: number, columns: number, limit: Num): number[][] => {
  const next = mulberry32(SEED);
  return filled(rows, columns, () => uniformWithin(limit, next()).value);
};

describe(`with seed ${SEED}`, () => {
  it("normal numbers have the mean 0 and the mean square 1", () => {
    const next = mulberry32(SEED);
    const drawn = filled(100, 100, () => boxMuller(next(), next()).value).flat();
    expect(Math.abs(mean(drawn))).toBeLessThan(5 / 100);
    expect(off(squares(drawn), 1)).toBeLessThan((5 * Math.SQRT2) / 100);
  });

  it.each([
    ["Xavier's", xavierLimit(100, 100), 2 / 200],
    ["PyTorch's", defaultLimit(100), 1 / 300],
  ])(
    "%s weights lie within their bound and have a third of its square for their variance",
    (_, limit, variance) => {
      const drawn = uniforms(100, 100, limit).flat();
      expect(Math.max(...drawn.map(Math.abs))).toBeLessThanOrEqual(limit.value);
      expect(Math.abs(mean(drawn))).toBeLessThan((5 * Math.sqrt(variance)) / 100);
      expect(off(squares(drawn), variance)).toBeLessThan((5 * limit.value ** 2 * Math.sqrt(4 / 45)) / 100);
    },
  );

  it("Xavier's weights make 2·in/(in + out) of the variance of what comes in", () => {
    const outputs = uniforms(200, 50, xavierLimit(200, 50)).map((row) => row.reduce((sum, w) => sum + w, 0));
    expect(off(squares(outputs), 0.4)).toBeLessThan(5 * 0.4 * Math.sqrt(2 / 200));
  });
});
