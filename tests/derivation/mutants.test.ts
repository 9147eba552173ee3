/**
 * Machine-made edits of every formula of the course: wrong ones have to be refused, true ones held.
 *
 * The edits of some hundred formulas are thousands, so a part of them is drawn from a seed; all are made with
 * CHAINRULE_LONG=1 npx vitest run tests/derivation/mutants
 */
import { afterAll, describe, expect, it } from "vitest";
import { hash } from "../../reference/randomness/random.ts";
import { isLong } from "../is-long.ts";
import { shareOf } from "../share.ts";
import { isWrong } from "./dense.ts";
import { checkedDisplays, isRefused } from "./edits.ts";
import { mutantsOf } from "./mutants.ts";
import { everyOf, pages } from "./pages.ts";

const seed = 1;
/** Twenty pages take half a minute. */
const some = shareOf(pages, 14, ({ file }) => file.replace(/^.*\/|\.md$/g, ""));

const tally = { made: 0, refused: 0, stillTrue: 0 };
const misses: string[] = [];

describe(`machine-made edits, with seed ${seed}`, () => {
  it.each(some.map((page) => [page.file, page] as const))(
    "of %s are refused where they are wrong",
    { timeout: 3_600_000 },
    (file, page) => {
      for (const [display, i] of checkedDisplays(page))
        for (const { tex, kind } of mutantsOf(display.tex, page)) {
          if (hash(`${seed}/${file}/${tex}`) % everyOf(file, 40, 8) !== 0) continue;
          tally.made++;
          if (isRefused(page, i, tex, seed)) tally.refused++;
          else if (isWrong(page, display.tex, tex)) misses.push(`${file}:${display.line} ${kind}: ${tex}`);
          else tally.stillTrue++;
        }
      expect(tally.made).toBeGreaterThan(0);
    },
  );

  it("are refused at 99.9 % where they are wrong", () => {
    expect(tally.made).toBeGreaterThan(isLong ? 4000 : 60);
    expect(tally.refused / (tally.refused + misses.length)).toBeGreaterThanOrEqual(0.999);
  });

  afterAll(() => {
    console.log(
      `${tally.made} edits: ${tally.refused} refused, ${tally.stillTrue} true after all, ${misses.length} missed`,
    );
    for (const miss of misses) console.log(`missed: ${miss}`);
  });
});
