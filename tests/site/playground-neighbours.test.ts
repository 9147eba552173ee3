/** A page loads the neighbours of the right program after a wrong answer, served and from disk. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserNote, hasBrowser, launch } from "./browser.ts";
import { playgroundSite } from "./playground-site.ts";

const mse = (power: number): string => `
export const predictLine = (x: number[], w: number, b: number) => x.map((xi) => w * xi + b);
export function mseLoss(x: number[], y: number[], w: number, b: number) {
  if (x.length === 0) throw new RangeError("none");
  return x.reduce((s, xi, i) => s + (y[i]! - w * xi - b) ** ${power}, 0) / x.length;
}`;

const grades = (page: Page, sources: readonly string[]) =>
  page.evaluate(async (sources) => {
    const grader = await chainrulePlayground.grader("ex09-mse", new URL("../play/", location.href).href);
    try {
      const said: { says: string | undefined; hasLoaded: boolean }[] = [];
      for (const source of sources) {
        const { checks } = await grader.grade(source, 7);
        const cause = checks.find(({ finding }) => finding !== undefined)?.finding?.cause;
        said.push({ says: cause?.says, hasLoaded: globalThis.chainruleNeighbours !== undefined });
      }
      return said;
    } finally {
      grader.stop();
    }
  }, sources);

describe.skipIf(!hasBrowser)(`neighbours in a page${browserNote}`, () => {
  it("come after a wrong answer alone, and name its edit", async () => {
    const [site, browser] = await Promise.all([playgroundSite(["ex10-mse-gradients"]), launch()]);
    try {
      for (const address of [site.served("ex10-mse-gradients"), site.onDisk("ex10-mse-gradients")]) {
        const page = await browser.newPage();
        await page.goto(address);
        await page.waitForSelector(".cm-content");
        const cubed = expect.stringMatching(/3 stood in place of 2/);
        expect(await grades(page, [mse(2), mse(3), mse(3)])).toEqual([
          { says: undefined, hasLoaded: false },
          { says: cubed, hasLoaded: true },
          { says: cubed, hasLoaded: true },
        ]);
        await page.close();
      }
    } finally {
      await browser.close();
      site.close();
    }
  });
});
