import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { documentNumbers, notMadeAgain } from "./document-numbers.ts";

describe("what the documents print comes out of the reference", () => {
  test.each(documentNumbers)("$id: $what", ({ known, ours, tolerance, because, slip }) => {
    const found = ours();
    expect(found).toHaveLength(known.length);
    for (const [k, value] of known.entries())
      expect(
        Math.abs(found[k]! - value),
        `${found[k]} for ${value}; tolerance: ${because}`,
      ).toBeLessThanOrEqual(tolerance);
    if (slip === undefined) return;
    const theirs = slip.asPrinted();
    expect(theirs).toHaveLength(slip.printed.length);
    for (const [k, value] of slip.printed.entries()) {
      expect(
        Math.abs(theirs[k]! - value),
        `${theirs[k]} for ${value}, as ${slip.id} explains`,
      ).toBeLessThanOrEqual(slip.tolerance);
      // The slip is one: what is right is not what is printed.
      expect(known).not.toContain(value);
    }
  });

  test("each of them names its place once", () => {
    const ids = documentNumbers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

const inventory = "../shared/curriculum/inventory.md";
test.skipIf(!existsSync(inventory))("no printed number of the inventory is left out without a reason", () => {
  const printed = [...readFileSync(inventory, "utf8").matchAll(/^- (D\d-\d{3}) \[NUM\]/gm)].map(
    ([, id]) => id!,
  );
  const held = [...documentNumbers.map(({ id }) => id), ...Object.keys(notMadeAgain)].join();
  expect(printed.filter((id) => !held.includes(id))).toEqual([]);
});
