/** Every item of the sources has a place, and what is said to be there is there. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { slugsIn } from "../../grader/author/course.ts";
import { placesIn, readCoverage } from "../../site/generator/sources/coverage.ts";
import { root } from "./built-site.ts";

const folder = join(root, "site/derivations");
const derivations = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .map((file) => ({ name: file.slice(0, -3), text: readFileSync(join(folder, file), "utf8") }));
const coverage = readCoverage(root);
const placesOf = placesIn(
  slugsIn(root).map((slug) => ({ id: slug.slice(0, 4), slug })),
  derivations,
  coverage,
);

describe("the items of the sources", () => {
  it("are 416, each once, each with a kind, words and a place", () => {
    expect(coverage.items).toHaveLength(416);
    expect(new Set(coverage.items.map(({ id }) => id)).size).toBe(416);
    for (const { id, kind, about, places } of coverage.items) {
      expect(Object.keys(coverage.sources), id).toContain(id.slice(0, 2));
      expect(kind, id).not.toBe("");
      expect(about, id).not.toBe("");
      expect(places.length, id).toBeGreaterThan(0);
    }
  });

  it("are where the table says: in an exercise and on a derivation that exist", () => {
    const lost = coverage.items.flatMap(({ id, places }) =>
      places
        .filter((place) => /^(ex|der)/.test(place) && placesOf(place).length === 0)
        .map((place) => `${id}: ${place}`),
    );
    expect(lost).toEqual([]);
  });

  it("have the figures that they name", () => {
    const named = new Set(
      coverage.items.flatMap(({ places }) => places.filter((place) => place.startsWith("fig"))),
    );
    expect([...named].filter((place) => placesOf(place).length === 0)).toEqual([]);
  });
});
