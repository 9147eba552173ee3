/** The words of the report and of the students' pages in Chromium: none breaks inside, and none widens the page. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outputFiles } from "../../grader/class/outputs/index.ts";
import type { ClassResults } from "../../grader/class/results.ts";
import { madeResults } from "../class/outputs/made-results.ts";
import { poisoned } from "../class/outputs/poisoned.ts";
import { type Browser, browserNote, hasBrowser, launch } from "./browser.ts";

const LONG = 120_000;
const WORD = 40;

describe.skipIf(!hasBrowser)(`the words of a report${browserNote}`, () => {
  let browser: Browser;
  let folder = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chainrule-words-"));
    browser = await launch();
  }, LONG);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, results: ClassResults): readonly string[] => {
    const files = [...outputFiles(results)].filter(([file]) => file.endsWith(".html"));
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, name, file)), { recursive: true });
      writeFileSync(join(folder, name, file), text);
    }
    return files.map(([file]) => pathToFileURL(join(folder, name, file)).href);
  };

  /** Opens a page with everything on it unfolded. */
  const open = async (address: string, width: number): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(address);
    await page.evaluate(() => {
      for (const each of document.querySelectorAll("details")) each.open = true;
    });
    return page;
  };

  /** Words of at most so many letters that lie on more than one line. Programs and findings are set as they are. */
  const broken = (page: Page): Promise<readonly string[]> =>
    page.evaluate((most) => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.parentElement?.closest("pre, script, .map") !== null) continue;
        for (const { 0: word, index } of (node.textContent ?? "").matchAll(/[\p{Script=Latin}\d_]+/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (lines.size > 1 && word.length <= most) found.push(word);
        }
      }
      return found;
    }, WORD);

  it.each([360, 1280])(
    "do not break inside at %i pixels",
    async (width) => {
      const results = madeResults({ seed: 41, students: 12, exercises: 4, roster: "canvas" });
      for (const address of write("class", results)) {
        const page = await open(address, width);
        expect(await broken(page), address).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await page.close();
      }
    },
    LONG,
  );

  it.each([360, 1280])(
    "break where no line could hold them, and never widen the page of %i pixels",
    async (width) => {
      const long = "identifier_without_any_place_to_break_".repeat(8);
      const results = poisoned(madeResults({ seed: 42, students: 3, exercises: 2, roster: "canvas" }), long);
      for (const address of write("long", results)) {
        const page = await open(address, width);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
          width,
        );
        // Nor does it widen a table beyond what can be read: two screens at most.
        const widest = await page.evaluate(() =>
          Math.max(...[...document.querySelectorAll(".lines td, .lines th")].map((cell) => cell.clientWidth)),
        );
        expect(widest, address).toBeLessThanOrEqual(400);
        await page.close();
      }
    },
    LONG,
  );
});
