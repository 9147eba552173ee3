/** Every page has the form that readers know from the others. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { AtExample } from "../../grader/derivation/at-example.ts";
import { exampleLines } from "../../grader/derivation/example-lines.ts";
import { lackingIn } from "../../grader/derivation/form.ts";
import { pageOf } from "../../grader/derivation/page.ts";
import { beginsWithSource } from "../../grader/derivation/source-remark.ts";
import { pages } from "./pages.ts";

const root = resolve(import.meta.dirname, "../..");

describe("a remark on a source", () => {
  it.each([
    "A source calls this the hinge loss, and it is neither.",
    "One source leaves out the 1/q.",
    "In the source the first example has y = 0.",
  ])("is known by its first sentence, and set apart: %s", (paragraph) => {
    expect(beginsWithSource(paragraph)).toBe(true);
  });
});

describe("a derivation page", () => {
  it.each(pages.map(({ file }) => [file]))("%s has the form", (file) => {
    const text = readFileSync(join(root, file), "utf8");
    expect(lackingIn(text, pageOf(text, file))).toEqual([]);
  });

  it("opens with its figure", () => {
    const without = pages
      .map(({ file }) => file)
      .filter((file) => {
        const opening = readFileSync(join(root, file), "utf8").split(/^## Step /m)[0] ?? "";
        return !opening.includes("```figure");
      });
    expect(without).toEqual([]);
  });

  it.each(pages.map((page) => [page.file, page] as const))(
    "%s has numbers beside most of its formulas",
    (_, page) => {
      const at = new AtExample(page, page.example);
      const held = page.displays.filter(({ unchecked }) => unchecked === undefined);
      const withNumbers = page.displays.filter((display) => exampleLines(at.next(display)).length > 0);
      expect(withNumbers.length).toBeGreaterThanOrEqual(0.75 * held.length);
    },
  );
});
