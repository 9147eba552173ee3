import { describe, expect, it } from "vitest";
import { checkPage, type Result } from "../../grader/derivation/check-page.ts";
import { ends } from "../../reference/ends.ts";
import { pages } from "./pages.ts";

describe("derivation pages", () => {
  it("are found at all", () => {
    expect(pages.length).toBeGreaterThanOrEqual(12);
  });

  it.each([2, 3])("raise no false alarm, with seed %d", (seed) => {
    const alarms = pages.flatMap((page) =>
      checkPage(page, ends, seed).faults.map(({ line, what }) => `${page.file}:${line}: ${what}`),
    );
    expect(alarms).toEqual([]);
  });

  it.each(pages.map((page) => [page.file, page] as const))(
    "%s holds, and ends at the reference",
    (file, page) => {
      const result = checkPage(page, ends);
      expect(result.faults).toEqual([]);
      expect(result.held).toBeGreaterThan(1);
      // These three are about any function, or about a program: no one function of the reference is their end.
      if (!/chain-rule|derivative|reverse-mode/.test(file)) expect(result.ends).toBeGreaterThan(0);
    },
  );

  it("say of few lines only that no machine holds them", () => {
    const results = pages.map((page) => checkPage(page, ends));
    const sum = (of: (result: Result) => number): number => results.reduce((t, result) => t + of(result), 0);
    const [held, defined, unchecked] = [
      sum((r) => r.held),
      sum((r) => r.defined),
      sum((r) => r.unchecked.length),
    ];
    console.log(
      `${held} relations held, ${defined} define, ${sum((r) => r.ends)} ends, ${unchecked} unchecked`,
    );
    expect(unchecked).toBeLessThan(held / 3);
  });
});
