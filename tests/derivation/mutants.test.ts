import { describe, expect, it } from "vitest";
import { checkPage } from "../../grader/derivation/check-page.ts";
import type { Page } from "../../grader/derivation/page.ts";
import { ends } from "../../reference/ends.ts";
import { equivalents } from "./equivalents.ts";
import { mutantsOf } from "./mutants.ts";
import { pages } from "./pages.ts";

const faultsOf = (page: Page): number => checkPage(page, ends, 1, 1).faults.length;

/** The page without a display. */
const without = (page: Page, i: number): Page => ({
  ...page,
  displays: page.displays.filter((_, j) => j !== i),
});

/** Mutants of a page that raise no fault, and how many there were. */
function survivorsOf(page: Page): { made: number; survivors: string[] } {
  const needed = page.displays.map((_, i) => faultsOf(without(page, i)) > 0);
  let made = 0;
  const survivors = page.displays.flatMap((display, i) => {
    if (display.unchecked !== undefined) return [];
    return mutantsOf(display.tex, page)
      .filter((_, k) => k % 4 === 0 || !EVERY_FOURTH.test(page.file))
      .filter(({ tex }) => {
        made++;
        // A display that others build on is held together with them; any other one by itself.
        const displays = page.displays
          .map((other, j) => (j === i ? { ...other, tex } : other))
          .filter((_, j) => j === i || needed[i] || needed[j]);
        return faultsOf({ ...page, displays }) === 0;
      })
      .map(({ tex }) => tex);
  });
  return { made, survivors };
}

/** Networks take long: of their mutants one in four is made here. All of them were run once. */
const EVERY_FOURTH = /backprop|network/;

describe("machine-made mutants", () => {
  const outcomes = new Map<string, ReturnType<typeof survivorsOf>>();

  it.each(pages.map((page) => [page.file, page] as const))(
    "of %s are caught, but for those that are still true",
    { timeout: 300_000 },
    (file, page) => {
      const outcome = survivorsOf(page);
      outcomes.set(file, outcome);
      expect(outcome.survivors.filter((tex) => !equivalents.has(tex))).toEqual([]);
    },
  );

  it("are caught at 98 % or more where they are false", () => {
    const made = [...outcomes.values()].reduce((total, outcome) => total + outcome.made, 0);
    const survivors = [...outcomes.values()].flatMap((outcome) => outcome.survivors);
    const missed = survivors.filter((tex) => !equivalents.get(tex)?.startsWith("true:"));
    const wrong = made - (survivors.length - missed.length);
    console.log(`${made} mutants, ${survivors.length} survive, ${missed.length} of them false`);
    expect(made).toBeGreaterThan(800);
    expect((wrong - missed.length) / wrong).toBeGreaterThanOrEqual(0.98);
  });
});
