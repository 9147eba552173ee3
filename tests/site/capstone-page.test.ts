/** Capstones in the page: parts as panels, and the work of a reader's own functions behind the fence. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { capstones } from "../../grader/capstone/capstones.ts";
import type { Part } from "../../grader/capstone/picture.ts";
import { panelText } from "../../site/figures/frame/svg-text.ts";
import { panelsOf } from "../../site/playground/capstone/panels.ts";
import { shareOf } from "../share.ts";
import { type Browser, browserNote, hasBrowser, launch } from "./browser.ts";
import { builtFiles, root, type Served, served } from "./built-site.ts";

const span = [0, 1] as const;
const none = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300];

describe("a capstone's part", () => {
  it.each<Part>([
    {
      kind: "plot",
      title: "odd",
      x: { label: "x", span },
      y: { label: "y", span },
      layers: [
        { kind: "curve", name: "a", points: none.map((y, i) => [i / 4, y] as const) },
        { kind: "points", name: "b", class: 0, points: none.map((x) => [x, 0.5] as const) },
        { kind: "points", name: "c", class: "own", points: [[0.5, Number.NaN]] },
        { kind: "line", name: "d", across: [0, 0, 1] },
        { kind: "line", name: "e", across: [Number.NaN, 1, 1] },
        { kind: "area", name: "f", width: 2, cells: [true, true, false, true] },
        { kind: "area", name: "g", width: 2, cells: [] },
      ],
    },
    {
      kind: "series",
      title: "odd",
      step: "pass",
      lines: [
        { name: "a", values: none },
        { name: "b", values: [] },
      ],
    },
    {
      kind: "pictures",
      title: "odd",
      pictures: [
        {
          title: "p",
          width: 2,
          pixels: [
            [0, 0, 0],
            [1, 1, 1],
            [1, 0, 0],
          ],
        },
      ],
    },
  ])("of kind $kind has no number that is none, and no markup of anybody's", (part) => {
    const text = panelsOf(part, "a")
      .map((panel) => panelText("a", panel))
      .join("");
    expect(text).toContain("<svg");
    // A title may say it; a drawing may not.
    expect(text).not.toMatch(/="[^"]*(NaN|Infinity|undefined)/);
  });

  it("shades an area's cells, beside each other in one piece, and nothing else", () => {
    const [panel] = panelsOf(
      {
        kind: "plot",
        title: "shaded",
        x: { label: "x", span },
        y: { label: "y", span },
        layers: [{ kind: "area", name: "f", width: 2, cells: [true, true, false, true] }],
      },
      "a",
    );
    const d = /class="area prediction" d="([^"]*)"/.exec(panelText("a", panel!))?.[1] ?? "";
    expect(d.match(/M/g)).toHaveLength(2);
    const [wide, narrow] = [...d.matchAll(/h(\d[\d.]*)v/g)].map(([, length]) => Number(length));
    expect(wide).toBeCloseTo(2 * narrow!, 6);
  });

  it("is drawn by logarithms where its lines differ much, and says so", () => {
    const drawn = (values: readonly number[]): string =>
      panelText(
        "a",
        panelsOf({ kind: "series", title: "s", step: "epoch", lines: [{ name: "loss", values }] }, "a")[0]!,
      );
    expect(drawn([100, 1, 0.1])).toContain("loss, a logarithmic one");
    expect(drawn([1, 0.5, 0.1])).not.toContain("logarithmic");
    expect(drawn([100, 1, 0])).not.toContain("logarithmic");
  });

  it("joins no curve across a pole", () => {
    const points = [0, 0.25, 0.5, 0.75, 1].map((x) => [x, 0.1 / (x - 0.4)] as const);
    const [panel] = panelsOf(
      {
        kind: "plot",
        title: "1/x",
        x: { label: "x", span },
        y: { label: "y", span: [-0.5, 0.5] },
        layers: [{ kind: "curve", name: "f", points }],
      },
      "a",
    );
    const text = panelText("a", panel!);
    expect(text.match(/class="line prediction"/g)).toHaveLength(2);
  });
});

const textOf = (slug: string): string => readFileSync(join(root, "solutions", `${slug}.ts`), "utf8");

describe.skipIf(!hasBrowser)(`the page of a capstone${browserNote}`, () => {
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    [site, browser] = await Promise.all([builtFiles().then(served), launch()]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  async function ran(
    unit: number,
    works: Readonly<Record<string, string>>,
    { formula, setting }: { readonly formula?: string; readonly setting?: string | undefined } = {},
  ): Promise<Page> {
    const page = await browser.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.addInitScript((texts) => {
      // The fence has no storage, and no work either.
      if (self !== top) return;
      for (const [slug, text] of Object.entries(texts)) localStorage.setItem(`chainrule/work/${slug}`, text);
    }, works);
    await page.goto(`${site.origin}/capstone-${unit}.html`);
    await page.fill("#capstone-seed", "7");
    if (formula !== undefined) await page.fill("#capstone-formula", formula);
    if (setting !== undefined) await page.selectOption("#capstone-setting", setting);
    await page.click(".wb-primary");
    return page;
  }
  const done = (page: Page) =>
    page.waitForFunction(
      () => /^(Done|A fault)/.test(document.querySelector(".wb-status")?.textContent ?? ""),
      undefined,
      { timeout: 150_000 },
    );

  it.each(shareOf(capstones, 2).map(({ unit, setting }) => [unit, setting?.values[0]] as const))(
    "of unit %i shows its pictures, and who stands in",
    async (unit, setting) => {
      const page = await ran(unit, {}, { setting });
      await done(page);
      expect(await page.textContent(".wb-status")).toBe("Done, with seed 7.");
      expect(await page.locator(".capstone-cast").textContent()).toMatch(
        /has no text of yours in this browser: the course's own .* stand/,
      );
      expect(await page.locator(".capstone-shown svg").count()).toBeGreaterThan(2);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      if (process.env.CHAINRULE_PICTURES !== undefined)
        await page.screenshot({
          path: join(process.env.CHAINRULE_PICTURES, `capstone-${unit}.png`),
          fullPage: true,
        });
      await page.close();
    },
    200_000,
  );

  it("lets the reader's own functions work, in the judge's eyes right, and ends those that do not end", async () => {
    const late = textOf("ex09-mse").replace(
      /(function predictLine\(.*\{)/,
      "$1 if (x.length > 100) for (;;);",
    );
    const works = {
      "ex09-mse": late,
      "ex11-train-line": textOf("ex11-train-line"),
      "ex10-mse-gradients": "oh no",
    };
    const page = await ran(2, works);
    await done(page);
    const cast = await page.locator(".capstone-cast").textContent();
    expect(cast).toContain(
      "At work, written by you:ex09, predictLine: predictsex11, trainLine: moves the line",
    );
    expect(cast).toMatch(/ex10 is not finished|ex10 does not compile/);
    expect(await page.locator(".capstone-shown").textContent()).toContain(
      "ex09 gives up here, predictLine does not come to an end: the course's own predictLine stands in.",
    );
    await page.close();
  }, 200_000);

  it("takes a formula, says what it cannot read, and stops when it is told to", async () => {
    const page = await ran(1, {}, { formula: "2x" });
    await expect.poll(() => page.textContent(".wb-status")).toMatch(/Before “x” a sign is missing/);
    await page.fill("#capstone-formula", "x^2");
    // Pressed as soon as it can be: a short run is over before a test can look for it.
    await page.evaluate(() => {
      const stop = [...document.querySelectorAll("button")].find((each) => each.textContent === "Stop")!;
      const watch = new MutationObserver(() => {
        if (stop.disabled) return;
        watch.disconnect();
        stop.click();
      });
      watch.observe(stop, { attributes: true });
    });
    await page.click(".wb-primary");
    await expect.poll(() => page.textContent(".wb-status")).toBe("Stopped.");
    await page.click(".wb-primary");
    await done(page);
    expect(await page.locator(".capstone-shown").textContent()).toMatch(/at a minimum: x = -?[\d.e-]+, f = /);
    await page.close();
  }, 200_000);
});
