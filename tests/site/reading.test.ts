/** Reading, by keyboard, on paper and without scripts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { figures } from "../../site/figures/index.ts";
import { shareOf } from "../share.ts";
import { browserNote, hasBrowser } from "./browser.ts";
import { pagesIn, root } from "./built-site.ts";
import { browser, context, files, LONG, open, openedSite, page, server } from "./opened-site.ts";

describe.skipIf(!hasBrowser)(`reading${browserNote}`, () => {
  openedSite();

  it("begins with a link past the navigation", async () => {
    await open("mse-line.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    expect(
      await page.locator(".skip").evaluate((link) => link.getBoundingClientRect().top),
    ).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    expect(page.url()).toMatch(/#main$/);
  });

  it.each(["index.html", "mse-line.html", "ex10-mse-gradients.html", "errata.html", "search.html"])(
    "reaches everything that can be used on %s with the Tab key, and leaves it again",
    async (path) => {
      await open(path);
      // As it is at first: what is folded away is reached once it is open.
      const wanted = await page.evaluate(() => {
        const all = document.querySelectorAll<HTMLElement>(
          "a[href], button:not([disabled]), input, summary, [tabindex='0']",
        );
        const seen = [...all].filter(
          // A figure that comes near gets controls meanwhile; it has tests of its own.
          (one) => one.checkVisibility({ visibilityProperty: true }) && one.closest(".figure") === null,
        );
        for (const [i, one] of seen.entries()) one.dataset.place = String(i);
        (document.activeElement as HTMLElement | null)?.blur();
        return seen.length;
      });
      const reached = new Set<string>();
      for (let i = 0; i < wanted + 60 && reached.size < wanted; i++) {
        await page.keyboard.press("Tab");
        const place = await page.evaluate(
          () => (document.activeElement as HTMLElement | null)?.dataset.place,
        );
        if (place !== undefined) reached.add(place);
      }
      expect(reached.size).toBe(wanted);
    },
    LONG,
  );

  it("tells how a line was checked when its mark is focused, and why one was not", async () => {
    await open("derivative.html");
    const marks = page.locator(".mark:not(.open) button");
    await marks.first().focus();
    const tip = page.locator(".mark:not(.open) .tip").first();
    expect(await tip.evaluate((one) => getComputedStyle(one).visibility)).toBe("visible");
    const covered = await tip.evaluate((one) => {
      const own = one.getBoundingClientRect();
      const around = [...(one.closest(".formula")?.querySelectorAll(".maths, button") ?? [])];
      return around.filter((other) => {
        const { left, right, top, bottom } = other.getBoundingClientRect();
        return left < own.right && own.left < right && top < own.bottom && own.top < bottom;
      }).length;
    });
    expect(covered).toBe(0);
    expect(await page.locator(".tip").allTextContents()).toContainEqual(
      expect.stringMatching(/24 random points/),
    );
    expect(await page.locator(".mark.open .tip").first().textContent()).toMatch(
      /^Not checked by machine: a limit/,
    );
    expect(await page.locator("p.unchecked").first().isVisible()).toBe(true);
  });

  it("copies a formula as the LaTeX that stands in the source", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open("mse-line.html");
    await page.locator(".copy").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "LaTeX copied" }).waitFor({ state: "attached" });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(readFileSync(join(root, "site/derivations/mse-line.md"), "utf8")).toContain(`$$${copied}$$`);
  });

  it("keeps the theme that was chosen", async () => {
    await open("index.html");
    const button = page.locator("button.theme");
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await button.click();
    await button.click();
    expect(await button.textContent()).toBe("Theme: dark");
    const dark = await paper();
    expect(dark).not.toBe(light);
    await open("notation.html");
    expect(await paper()).toBe(dark);
  });

  it("shows everything without scripts, and no button that would do nothing", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    try {
      const still = await plain.newPage();
      await still.goto(`${server.origin}/mse-line.html`);
      expect(await still.locator(".step").count()).toBeGreaterThan(4);
      expect(await still.getByRole("button", { name: /Derive|Copy|Theme/ }).count()).toBe(0);
      await still.goto(`${server.origin}/ex10-mse-gradients.html`);
      expect(await still.getByRole("button", { name: /editor/ }).count()).toBe(0);
      expect(await still.locator(".workbench pre").isVisible()).toBe(true);
    } finally {
      await plain.close();
    }
  });

  it(
    "brings every figure to life when it comes near",
    async () => {
      const idsIn = (path: string): string[] =>
        [...String(files.get(path)).matchAll(/data-figure="([^"]+)"/g)].map(([, id]) => id ?? "");
      const paths = pagesIn(files).filter((path) => idsIn(path).length > 0);
      // Every figure has its page, and no figure stands on two.
      expect(paths.flatMap(idsIn).sort()).toEqual(Object.keys(figures).sort());
      for (const path of shareOf(paths, 5, (one) => one.replace(/\.html$/, ""))) {
        await open(path);
        const shown: string[] = [];
        for (const figure of await page.locator("[data-figure]").all()) {
          await figure.scrollIntoViewIfNeeded();
          const id = (await figure.getAttribute("data-figure")) ?? "";
          await page.waitForSelector(`[data-figure="${id}"][data-mounted]`);
          shown.push(id);
        }
        expect(shown).toEqual(idsIn(path));
      }
    },
    LONG,
  );
});
