/** What a page loads after a wrong answer, served and from disk: what tells causes, and the neighbours. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, browserNote, hasBrowser, launch } from "./browser.ts";
import { type PlaygroundSite, playgroundSite } from "./playground-site.ts";

const mse = (power: number): string => `
export const predictLine = (x: number[], w: number, b: number) => x.map((xi) => w * xi + b);
export function mseLoss(x: number[], y: number[], w: number, b: number) {
  if (x.length === 0) throw new RangeError("none");
  return x.reduce((s, xi, i) => s + (y[i]! - w * xi - b) ** ${power}, 0) / x.length;
}`;

/** Of each text the status, the first cause, and whether the page has both scripts then. */
const grades = (page: Page, sources: readonly string[]) =>
  page.evaluate(async (sources) => {
    const grader = await chainrulePlayground.grader("ex09-mse", new URL("../play/", location.href).href);
    try {
      const said: { status: string; says: string | undefined; hasLoaded: readonly boolean[] }[] = [];
      for (const source of sources) {
        const { status, checks } = await grader.grade(source, 7);
        const cause = checks.find(({ finding }) => finding !== undefined)?.finding?.cause;
        said.push({
          status,
          says: cause?.says,
          hasLoaded: [globalThis.chainruleCauses, globalThis.chainruleNeighbours].map(Boolean),
        });
      }
      return said;
    } finally {
      grader.stop();
    }
  }, sources);

describe.skipIf(!hasBrowser)(`causes in a page${browserNote}`, () => {
  const slug = "ex10-mse-gradients";
  const cubed = { status: "fail", says: expect.stringMatching(/3 stood in place of 2/) };
  let site: PlaygroundSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([playgroundSite([slug]), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  async function pageAt(address: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await browser.newPage();
    await prepare?.(page);
    await page.goto(address);
    await page.waitForSelector(".cm-content");
    return page;
  }

  it("come with the neighbours after a wrong answer alone, and name its edit", async () => {
    for (const address of [site.served(slug), site.onDisk(slug)]) {
      const page = await pageAt(address);
      expect(await grades(page, [mse(2), mse(3), mse(3)])).toEqual([
        { status: "pass", says: undefined, hasLoaded: [false, false] },
        { ...cubed, hasLoaded: [true, true] },
        { ...cubed, hasLoaded: [true, true] },
      ]);
      await page.close();
    }
  });

  it("are left out where their script does not come, and come with the next answer", async () => {
    let isOffline = true;
    const page = await pageAt(site.served(slug), (page) =>
      page.route("**/causes.js", (route) => (isOffline ? route.abort() : route.continue())),
    );
    expect(await grades(page, [mse(3)])).toEqual([
      { status: "fail", says: undefined, hasLoaded: [false, false] },
    ]);
    isOffline = false;
    expect(await grades(page, [mse(3)])).toEqual([{ ...cubed, hasLoaded: [true, true] }]);
    await page.close();
  });

  it("are left out where their script is of another build than the page", async () => {
    const page = await pageAt(site.served(slug), (page) =>
      page.route("**/causes.js", async (route) => {
        const answer = await route.fetch();
        const other = (await answer.text()).replace(/(?<=made === ")\w+/, "another");
        await route.fulfill({ response: answer, body: other });
      }),
    );
    expect(await grades(page, [mse(3)])).toEqual([
      { status: "fail", says: undefined, hasLoaded: [true, false] },
    ]);
    await page.close();
  });
});
