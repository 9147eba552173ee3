/**
 * Machine-made edits of every formula of the course: wrong ones have to be refused, true ones held.
 *
 * The edits of some hundred formulas are thousands, so a part of them is drawn from a seed; all are made with
 * CHAINRULE_LONG=1 npx vitest run tests/derivation/mutants
 */
import { afterAll, describe, expect, it } from "vitest";
import { hash } from "../../reference/random.ts";
import { isWrong } from "./dense.ts";
import { checkedDisplays, isRefused } from "./edits.ts";
import { mutantsOf } from "./mutants.ts";
import { pages } from "./pages.ts";

const isLong = process.env.CHAINRULE_LONG === "1";
const seed = 1;
/** One edit in so many is tried; networks take longest. */
const everyOf = (file: string): number => (isLong ? 1 : /backprop|network|k-means/.test(file) ? 24 : 6);

const tally = { made: 0, wrong: 0, refused: 0, trueAndHeld: 0, trueAndRefused: 0 };
const misses: string[] = [];

describe(`machine-made edits, with seed ${seed}`, () => {
  it.each(pages.map((page) => [page.file, page] as const))(
    "of %s are refused where they are wrong",
    { timeout: 3_600_000 },
    (file, page) => {
      for (const [display, i] of checkedDisplays(page))
        for (const { tex, kind } of mutantsOf(display.tex, page)) {
          if (hash(`${seed}/${file}/${tex}`) % everyOf(file) !== 0) continue;
          tally.made++;
          const refused = isRefused(page, i, tex, seed);
          const wrong = isWrong(page, display.tex, tex);
          if (wrong) tally.wrong++;
          if (wrong && refused) tally.refused++;
          if (wrong && !refused) misses.push(`${file}:${display.line} ${kind}: ${tex}`);
          if (!wrong) tally[refused ? "trueAndRefused" : "trueAndHeld"]++;
          if (!wrong && refused && process.env.SHOW) console.log("TRUE BUT REFUSED", file, kind, tex);
        }
      expect(tally.made).toBeGreaterThan(0);
    },
  );

  it("are refused at 99.9 % where they are wrong", () => {
    expect(tally.made).toBeGreaterThan(isLong ? 4000 : 200);
    expect(tally.refused / tally.wrong).toBeGreaterThanOrEqual(0.999);
  });

  afterAll(() => {
    console.log(
      `${tally.made} edits, ${tally.wrong} of them wrong: ${tally.refused} refused. Of those that are true after all ${tally.trueAndHeld} are held.`,
    );
    console.log(`${tally.trueAndRefused} true ones are refused, for their form.`);
    for (const miss of misses) console.log(`missed: ${miss}`);
  });
});
