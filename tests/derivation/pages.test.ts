import { describe, expect, it } from "vitest";
import { checkPage } from "../../grader/derivation/check-page.ts";
import { ends } from "../../reference/ends.ts";
import { pages } from "./pages.ts";

describe("derivation pages", () => {
  it("are found at all", () => {
    expect(pages.length).toBeGreaterThanOrEqual(4);
  });

  it.each([1, 2, 3])("raise no false alarm, with seed %d", (seed) => {
    const alarms = pages.flatMap((page) =>
      checkPage(page, ends, seed).faults.map(({ line, what }) => `${page.file}:${line}: ${what}`),
    );
    expect(alarms).toEqual([]);
  });

  it.each(pages.map((page) => [page.file, page] as const))("%s ends at a reference function", (_, page) => {
    expect(checkPage(page, ends).ends).toBeGreaterThan(0);
  });
});
