/** Figures in a browser: looked at, linked to, read aloud. Nothing is asked of the network. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { isLong } from "../is-long.ts";
import { shareOf } from "../share.ts";
import { browserNote, hasBrowser } from "./browser.ts";
import { ADDRESS } from "./figures-page.ts";
import { all, closeBrowser, drawing, drawn, entries, open, says } from "./opened-figures.ts";
import { sampledWays } from "./ways.ts";

afterAll(closeBrowser);

/** Names of some figures: axe looks at a page as a whole, and at all figures on one page for too long. */
const groups: readonly string[] = Array.from({ length: Math.ceil(all.length / 6) }, (_, i) =>
  all
    .slice(6 * i, 6 * i + 6)
    .map(([id]) => id)
    .join(" "),
);

/** Parts that reach over the right edge of the page. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth > innerWidth
      ? [...document.querySelectorAll("main *")]
          .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5)
          .map((each) => `${each.tagName}.${each.className}`)
      : [],
  );

async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations"] }),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

describe.skipIf(!hasBrowser)(`figures in Chromium${browserNote}`, () => {
  for (const [colorScheme, width] of sampledWays)
    it.each(shareOf(groups, 2))(
      `are without complaints, overflow and findings of axe: ${colorScheme}, ${width} pixels: %s`,
      async (names) => {
        const { page, complaints, close } = await open(names.split(" "), {
          colorScheme,
          viewport: { width, height: 800 },
        });
        for (const details of await page.locator("details").all())
          await details.evaluate((each) => (each as HTMLDetailsElement).setAttribute("open", ""));
        await drawn(page);
        await page.waitForTimeout(250);
        expect(await overflow(page)).toEqual([]);
        expect(await axeFindings(page)).toEqual([]);
        expect(complaints).toEqual([]);
        await close();
      },
    );

  it.each(entries)("%s starts as the page shows it without scripts", async (id) => {
    const [live, still] = await Promise.all([open([id]), open([id], { still: true })]);
    expect(await says(live.page, id)).toBe(await says(still.page, id));
    const words = (page: Page): Promise<string[]> =>
      page.locator(`#${id} svg text`).evaluateAll((all) => all.map((each) => each.textContent ?? ""));
    expect(await words(live.page)).toEqual(await words(still.page));
    expect(await live.page.locator(`#${id} table tbody tr`).count()).toBeGreaterThan(0);
    await Promise.all([live.close(), still.close()]);
  });

  it.each(entries)(
    "%s shows from a link what its sender saw, for each of its presets",
    async (id, figure) => {
      const all = figure.presets ?? [];
      const presets = isLong ? all : all.filter((_, i) => i === 0 || i === all.length - 1);
      const sender = await open([id]);
      for (const { label } of presets) {
        const before = sender.page.url();
        const button = sender.page
          .locator(`#${id} .presets button`, { hasText: label })
          .filter({ hasText: new RegExp(`^${escaped(label)}$`) });
        await button.click();
        await drawn(sender.page);
        expect(await button.getAttribute("aria-pressed")).toBe("true");
        await sender.page.waitForFunction((url) => location.href !== url, before);
        const receiver = await open([id], { query: new URL(sender.page.url()).search });
        expect(await drawing(receiver.page, id), label).toBe(await drawing(sender.page, id));
        expect(await says(receiver.page, id), label).toBe(await says(sender.page, id));
        expect([...receiver.complaints, ...sender.complaints]).toEqual([]);
        await receiver.close();
      }
      const start = sender.page.locator(`#${id} .presets button`).first();
      await start.click();
      await sender.page.waitForFunction(() => location.search === "");
      await sender.close();
    },
  );

  it.each(entries)(
    "%s is read aloud once it has come to rest: the sentence that is shown, with its numbers",
    async (id, figure) => {
      const { page, close } = await open([id]);
      const heard = page.locator(`#${id} [aria-live]`);
      expect(await heard.textContent()).toBe("");
      await page.locator(`#${id} .presets button`).nth(1).click();
      await page.waitForFunction(
        (id) => document.querySelector(`#${id} [aria-live]`)?.textContent !== "",
        id,
      );
      expect(await heard.textContent()).toBe(await says(page, id));
      expect(figure.presets?.length ?? 0).toBeGreaterThan(0);
      await close();
    },
  );

  it("are silent while a slider moves: one sentence for thirty steps", async () => {
    const { page, close } = await open(["fig02"]);
    await page.evaluate(() => {
      const heard = document.querySelector("#fig02 [aria-live]")!;
      const spoken: string[] = [];
      Object.assign(globalThis, { spoken });
      new MutationObserver(() => spoken.push(heard.textContent ?? "")).observe(heard, { childList: true });
    });
    // All steps in one turn: however slow the machine, none of them rests long enough to be spoken of.
    await page.locator("#fig02-h").evaluate((slider: HTMLInputElement) => {
      for (let i = 0; i < 30; i++) {
        slider.stepDown();
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    const spoken = (): Promise<number> =>
      page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken.length);
    await expect.poll(spoken).toBe(1);
    await page.waitForTimeout(1000);
    expect(await spoken()).toBe(1);
    await close();
  });

  it("tell the page which symbol a reader is at", async () => {
    const { page, close } = await open(["fig02"]);
    await page.locator("#fig02-h").focus();
    await page.keyboard.press("ArrowLeft");
    await page.locator("#fig02-f").focus();
    const told = await page.evaluate(
      () => (globalThis as unknown as { figureSymbols: unknown[] }).figureSymbols,
    );
    expect(told).toContainEqual({ symbol: "h", active: true });
    expect(told.at(-1)).toEqual({ symbol: "h", active: false });
    await close();
  });

  it("tell a reader what was wrong with a link, and start where it says nothing", async () => {
    const { page, complaints, close } = await open(["fig02"], { query: "?fig02=h:9,f:cosine" });
    expect(await page.locator("#fig02 .note").textContent()).toMatch(/outside.*none of its choices/);
    await page.locator("#fig02-a").focus();
    await page.keyboard.press("ArrowLeft");
    await drawn(page);
    expect(await page.locator("#fig02 .note").textContent()).toBe("");
    expect(complaints).toEqual([]);
    await close();
  });

  it("keep what else the address holds, another figure's state and the step included", async () => {
    const { page, close } = await open(["fig02", "fig03"], { query: "?q=1&fig03=x:1#step-2" });
    await page.locator("#fig02-a").focus();
    await page.keyboard.press("ArrowLeft");
    await page.waitForFunction(() => location.search.includes("fig02"));
    expect(page.url()).toBe(`${ADDRESS}?q=1&fig03=x:1&fig02=a:1.99#step-2`);
    await close();
  });

  it("show nothing of their tools in print, and all of the picture", async () => {
    const { page, close } = await open(["fig02"]);
    await page.emulateMedia({ media: "print" });
    for (const part of [".controls", ".presets"])
      expect(await page.locator(`#fig02 ${part}`).isVisible()).toBe(false);
    for (const part of ["svg", ".says", "figcaption"])
      expect(await page.locator(`#fig02 ${part}`).first().isVisible()).toBe(true);
    await close();
  });
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
