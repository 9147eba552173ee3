/** Figures that run by themselves: played, paused, stepped, and with less motion. */
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { shareOf } from "../share.ts";
import { browserNote, hasBrowser } from "./browser.ts";
import { all, closeBrowser, drawn, open } from "./opened-figures.ts";

afterAll(closeBrowser);

const animated = shareOf(
  all.filter(([, { animation }]) => animation !== undefined),
  4,
  ([id]) => id,
);

describe.skipIf(!hasBrowser)(`runs of figures in Chromium${browserNote}`, () => {
  const stateOf = (page: Page, id: string, name: string): Promise<number> =>
    page.locator(`#${id}-${name}`).evaluate((each) => (each as HTMLInputElement).valueAsNumber);

  it.each(animated)(
    "%s stands still until Play is pressed, runs, pauses, steps, and goes back to its start",
    async (id, figure) => {
      const { page, complaints, close } = await open([id]);
      const name = figure.animation!.control;
      const before = await stateOf(page, id, name);
      await page.waitForTimeout(400);
      expect(await stateOf(page, id, name)).toBe(before);

      const buttons = page.locator(`#${id} .player button`);
      const press = async (label: RegExp): Promise<void> => {
        await buttons.and(page.getByRole("button", { name: label })).click();
        await drawn(page);
      };
      await press(/start of the run/);
      expect(await stateOf(page, id, name)).toBe(0);
      await press(/step on/);
      expect(await stateOf(page, id, name)).toBe(1);
      await press(/step back/);
      expect(await stateOf(page, id, name)).toBe(0);

      await page.locator(`#${id}-speed`).selectOption("8");
      await press(/^Play$/);
      await page.waitForFunction(
        ([at]) => document.querySelector<HTMLInputElement>(at!)!.valueAsNumber > 0,
        [`#${id}-${name}`],
      );
      // Looked at and pressed at once: a short run ends by itself meanwhile.
      await page.locator(`#${id} .player button.play`).evaluate((button: HTMLButtonElement) => {
        if (button.textContent === "Pause") button.click();
      });
      await drawn(page);
      const paused = await stateOf(page, id, name);
      await page.waitForTimeout(300);
      expect(await stateOf(page, id, name)).toBe(paused);
      expect(await buttons.and(page.getByRole("button", { name: /^Play$/ })).count()).toBe(1);
      await page.waitForFunction((key) => location.search === "" || location.search.includes(key), id);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it.each(animated)(
    "%s runs in a few still pictures for those who asked for less motion",
    async (id, figure) => {
      const { page, close } = await open([id], { reducedMotion: "reduce" });
      const slider = `#${id}-${figure.animation!.control}`;
      await page.getByRole("button", { name: /start of the run/ }).click();
      await page.locator(`#${id}-speed`).selectOption("8");
      await page.evaluate((at) => {
        const input = document.querySelector<HTMLInputElement>(at)!;
        const seen = new Map<number, number>();
        Object.assign(globalThis, { seen });
        const look = (now: number): void => {
          if (!seen.has(input.valueAsNumber)) seen.set(input.valueAsNumber, now);
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }, slider);
      await page.getByRole("button", { name: /^Play$/ }).click();
      const times = await page.waitForFunction(() => {
        const { seen } = globalThis as unknown as { seen: Map<number, number> };
        return seen.size >= 4 && [...seen.values()];
      });
      // The start, which stands for as long as nobody plays, and a picture each second: a busy machine shows one late.
      const [, ...pictures] = (await times.jsonValue()) as number[];
      for (let i = 1; i < pictures.length; i++) expect(pictures[i]! - pictures[i - 1]!).toBeGreaterThan(500);
      await close();
    },
  );
});
