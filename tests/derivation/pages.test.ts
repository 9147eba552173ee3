import { describe, expect, it } from "vitest";
import { checkPage } from "../../grader/derivation/check-page.ts";
import { type Checked, counted } from "../../grader/derivation/checked.ts";
import { symbolsIn } from "../../grader/derivation/symbols-in.ts";
import { ends } from "../../reference/ends.ts";
import { hash } from "../../reference/randomness/random.ts";
import { isLong } from "../is-long.ts";
import { shareOf } from "../share.ts";
import { pages } from "./pages.ts";

describe("derivation pages", () => {
  it("are found at all", () => {
    expect(pages.length).toBeGreaterThanOrEqual(12);
  });

  // One more seed of twenty for some pages, drawn by its name; all with CHAINRULE_LONG=1.
  const others = Array.from({ length: 20 }, (_, k) => k + 2);
  const seedsOf = (file: string) => (isLong ? others : [others[hash(file) % others.length] as number]);

  it.each(
    shareOf(pages, 5, ({ file }) => file.replace(/^.*\/|\.md$/g, "")).flatMap((page) =>
      seedsOf(page.file).map((seed) => [page.file, seed, page] as const),
    ),
  )("%s raises no false alarm, with seed %d", (file, seed, page) => {
    const { faults } = checkPage(page, ends, seed);
    expect(faults.map(({ line, what }) => `${file}:${line}: ${what}`)).toEqual([]);
  });

  /** What the pages came to, each checked once. */
  const results: ReturnType<typeof checkPage>[] = [];

  it.each(pages.map((page) => [page.file, page] as const))(
    "%s holds, and ends at the reference",
    (file, page) => {
      const result = checkPage(page, ends);
      results.push(result);
      expect(result.faults).toEqual([]);
      expect(counted(result, "held")).toBeGreaterThan(1);
      // These three are about any function, or about a program: no one function of the reference is their end.
      if (!/chain-rule|derivative|reverse-mode/.test(file)) expect(counted(result, "end")).toBeGreaterThan(0);
    },
  );

  it("say of few lines only that no machine holds them", () => {
    expect(results.length).toBe(pages.length);
    const sum = (status: Checked["status"]): number =>
      results.reduce((total, result) => total + counted(result, status), 0);
    const [held, unchecked] = [sum("held"), sum("unchecked")];
    console.log(
      `${held} relations held, ${sum("defined")} define, ${sum("rule")} rules, ${sum("end")} ends, ${unchecked} unchecked`,
    );
    // At most 3 % of all relations.
    expect(unchecked / (held + sum("defined") + sum("rule") + unchecked)).toBeLessThan(0.03);
  });

  it("say for each relation how many points were drawn, and how far its sides lie apart", () => {
    const page = pages.find(({ file }) => file.endsWith("mse-line.md"));
    const { displays } = checkPage(page as (typeof pages)[number], ends, 5);
    const all = displays.flatMap(({ statements }) => statements);
    expect(all.filter(({ status }) => status === "held").length).toBeGreaterThan(3);
    for (const one of all) {
      if (one.status !== "held" && one.status !== "end") continue;
      expect(one.points).toBeGreaterThanOrEqual(20);
      // An inequality has no distance between its sides.
      if (!/\\le|\\ge/.test(one.tex)) expect(one.difference).toBeLessThan(1e-8);
    }
  });

  it("name the symbols of each formula, with those in its indices", () => {
    const page = pages.find(({ file }) => file.endsWith("mse-line.md"));
    const named = symbolsIn(
      page as (typeof pages)[number],
      String.raw`\frac{1}{n} \sum_{i=1}^{n} (y_i - w x_i)`,
    );
    expect(named.map(({ names }) => names[0])).toEqual(["n", "i", "y", "w", "x"]);
  });
});
