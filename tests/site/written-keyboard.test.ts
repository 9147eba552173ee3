/** A derivation written by keys alone on a narrow screen: there is always a focus, it is seen, and nothing is wider. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, browserNote, hasBrowser, launch } from "./browser.ts";
import { type Served, served } from "./built-site.ts";
import { writtenSite } from "./written-site.ts";

const SLUG = "d06-mse-line";
const WIDTH = 360;
const LONG = 120_000;
const right = readFileSync(resolve(import.meta.dirname, "../../solutions", `${SLUG}.md`), "utf8");

/** What has the focus, whether it is to be seen there, and how wide the page is. */
const focusIn = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const label = at.id === "" ? null : document.querySelector(`label[for="${at.id}"]`);
    const name = at.getAttribute("aria-label") ?? label?.textContent ?? at.textContent ?? "";
    const { top, bottom, left, right } = at.getBoundingClientRect();
    const isMarked = (one: Element | null): boolean => {
      if (one === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    };
    return {
      name: name.trim().replace(/\s+/g, " "),
      isLost: at === document.body || at === document.documentElement,
      // A field may be marked by what stands around it.
      isMarked: isMarked(at) || isMarked(at.parentElement),
      isInView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      width: document.documentElement.scrollWidth,
    };
  });

/** What is wrong with a focus, in words. */
const flawsOf = ({ isLost, isMarked, isInView, width }: Awaited<ReturnType<typeof focusIn>>): string[] => [
  ...(isLost ? ["the focus is lost"] : []),
  ...(isMarked ? [] : ["the focus is not marked"]),
  ...(isInView ? [] : ["the focus is out of view"]),
  ...(width > WIDTH ? [`the page is ${width} px wide`] : []),
];

describe.skipIf(!hasBrowser)(`writing a derivation by keys alone${browserNote}`, () => {
  let server: Served;
  let browser: Browser;

  beforeAll(async () => {
    const { files } = await writtenSite(SLUG);
    const derivation =
      '<!doctype html><html lang="en"><title>d</title><p><a href="d06-mse-line.html">back</a>';
    files.set("mse-line.html", derivation);
    [server, browser] = await Promise.all([served(files), launch()]);
  }, LONG);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it(
    "reaches all that can be done, never loses the focus, and shows it",
    async () => {
      const context = await browser.newContext({ viewport: { width: WIDTH, height: 640 } });
      context.setDefaultTimeout(LONG);
      const page = await context.newPage();
      // From the start: asked for together with the key, the browser may be too late to hand its dialog over.
      let file = right;
      page.on("filechooser", (chooser) => {
        const buffer = Buffer.from(file);
        void chooser.setFiles({ name: "derivation.md", mimeType: "text/markdown", buffer });
      });
      await page.goto(`${server.origin}/${SLUG}.html`);
      await page.waitForSelector(".line-field textarea");
      const { keyboard } = page;
      const lost: unknown[] = [];
      const names: string[] = [];
      const look = async (after: string): Promise<string> => {
        let seen = await focusIn(page);
        // A page that scrolls gently is on its way, for as long as its frames take. A focus is never lost for a moment.
        for (let i = 0; i < 200 && !seen.isLost && flawsOf(seen).length > 0; i++) {
          await page.waitForTimeout(50);
          seen = await focusIn(page);
        }
        const flaws = flawsOf(seen);
        if (flaws.length > 0) lost.push({ after, flaws, ...seen });
        names.push(seen.name);
        return seen.name;
      };
      const press = async (key: string): Promise<string> => {
        await keyboard.press(key);
        return look(key);
      };
      const to = async (name: RegExp, key = "Tab"): Promise<string> => {
        for (let i = 0; i < 60; i++) {
          const found = await press(key);
          if (name.test(found)) return found;
        }
        throw new Error(`${name} is not reached by ${key}: ${names.slice(-60).join(" | ")}`);
      };

      // From the top of the page to the first line, and two lines.
      await to(/^Line ?1$/);
      await press("End");
      await keyboard.type(" 1/n \\sum_i d/dw (y_i - (w x_i + b))^2");
      expect(await press("Enter")).toBe("Line 2");
      await keyboard.type("1/n \\sum_i 2 (y_i - (w x_i + b)) \\foo x_i");
      // A line of several rows is gone through row by row.
      await to(/^Line 1$/, "ArrowUp");
      await to(/^Line 2$/, "ArrowDown");

      // What is said of a line leads to its place.
      await expect
        .poll(() => page.locator(".line-status").nth(1).textContent(), { timeout: LONG })
        .toMatch(/Go to place/);
      await to(/^Go to place/);
      expect(await press("Enter")).toBe("Line 2");
      expect(await page.evaluate(() => getSelection()?.toString())).toBe("\\foo");
      await keyboard.press("Delete");

      // A reason, a line taken away, brought back, added, and taken away again.
      await to(/^Reason for line 2$/);
      await press("Enter");
      await keyboard.type("The rule of the square.");
      await to(/^Remove line 2$/);
      expect(await press("Enter")).toBe("Line 1");
      await to(/^Bring the line back$/);
      expect(await press("Enter")).toBe("Line 2");
      await to(/^Add a line$/);
      expect(await press("Enter")).toBe("Line 3");
      expect(await press("Backspace")).toBe("Line 2");

      // The bar of signs is one stop; its arrows go on in it, and the field gets what is chosen.
      await to(/^a\/b: Fraction$/, "Shift+Tab");
      expect(await press("ArrowRight")).toBe("∂/∂: Derivative");
      expect(await press("Enter")).toBe("Line 2");

      // The file out, and in.
      await to(/^Save as derivation\.md$/);
      const [saved] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
      const edited = readFileSync(await saved.path(), "utf8");
      expect(edited).toContain("The rule of the square.");
      await to(/^Open a derivation\.md$/);
      await keyboard.press("Enter");
      await expect.poll(() => look("opened"), { timeout: LONG }).toBe("Line 4");
      await expect
        .poll(() => page.locator(".written-score").textContent(), { timeout: LONG })
        .toMatch(/^Score 10 of 10/);

      // Anew, and back.
      await to(/^Begin anew$/);
      expect(await press("Enter")).toBe("Begin anew");
      await to(/^Bring my text back$/, "Shift+Tab");
      expect(await press("Enter")).toBe("Line 4");

      // Up to the course's page and to the hints, each behind the one before; and there and back again.
      await to(/^mse-line$/, "Shift+Tab");
      await to(/^A first hint$/, "Shift+Tab");
      expect(await press("Enter")).toBe("A first hint");
      await to(/^A second hint$/);
      await to(/^mse-line$/);
      await Promise.all([page.waitForURL(/\/mse-line\.html/), keyboard.press("Enter")]);
      await page.goBack();
      await page.waitForSelector(".line-field textarea");
      expect(await page.locator(".written-line").count()).toBe(4);

      // A file comes back as it went, to the byte: the model answer, and what was written here.
      for (const text of [right, edited]) {
        file = text;
        await page.getByText("Open a derivation.md").click();
        await expect
          .poll(() => page.locator(".written-line").count(), { timeout: LONG })
          .toBe(text === right ? 4 : 2);
        const [again] = await Promise.all([
          page.waitForEvent("download"),
          page.getByText("Save as derivation.md").click(),
        ]);
        expect(readFileSync(await again.path(), "utf8")).toBe(text);
      }

      expect(lost).toEqual([]);
      await context.close();
    },
    LONG,
  );
});
