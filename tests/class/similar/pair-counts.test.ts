import fc from "fast-check";
import { expect, it } from "vitest";
import { PairCounts } from "../../../grader/class/similar/pair-counts.ts";

it("gives the pairs that were seen most, as many as asked for, as a plain count does", () => {
  const counts = new PairCounts(5);
  const pair = fc.tuple(fc.nat(7), fc.nat(7)).filter(([a, b]) => a < b);
  fc.assert(
    fc.property(
      fc.array(pair, { maxLength: 80 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 30 }),
      (seen, least, most) => {
        counts.clear(8);
        const plain = new Map<string, number>();
        for (const [a, b] of seen) {
          counts.add(a, b);
          plain.set(`${a} ${b}`, (plain.get(`${a} ${b}`) ?? 0) + 1);
        }
        const found = counts.most(least, most);
        const enough = [...plain.values()].filter((count) => count >= least).sort((a, b) => b - a);
        expect(found.map(([, , count]) => count)).toEqual(enough.slice(0, most));
        for (const [a, b, count] of found) expect(plain.get(`${a} ${b}`)).toBe(count);
        expect(new Set(found.map(([a, b]) => `${a} ${b}`)).size).toBe(found.length);
      },
    ),
  );
});

it("knows no pair of nothing or of one", () => {
  const used = new PairCounts(3);
  used.add(0, 1);
  for (const n of [0, 1]) {
    expect(new PairCounts(n).most(1, 10)).toEqual([]);
    used.clear(n);
    expect(used.most(1, 10)).toEqual([]);
  }
});
