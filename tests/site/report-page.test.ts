/** The report of a class in Chromium: what an instructor sees, walks by keys and prints. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { outputFiles } from "../../grader/class/outputs/index.ts";
import { type ClassResults, knownPoints } from "../../grader/class/results.ts";
import { madeResults } from "../class/outputs/made-results.ts";
import { poisoned } from "../class/outputs/poisoned.ts";
import { type Browser, browserNote, hasBrowser, launch } from "./browser.ts";
import { sampledWays } from "./ways.ts";

const LONG = 180_000;
const PARTS = 4;

describe.skipIf(!hasBrowser)(`the report in a browser${browserNote}`, () => {
  const results = madeResults({ seed: 5, students: 300, exercises: 12, roster: "canvas" });
  let folder = "";
  let browser: Browser;
  let page: Page;
  const said: string[] = [];
  const asked: string[] = [];

  const write = (name: string, of: ClassResults, wanted: (file: string) => boolean): string => {
    for (const [file, text] of outputFiles(of)) {
      if (!file.endsWith(".html") || !wanted(file)) continue;
      mkdirSync(dirname(join(folder, name, file)), { recursive: true });
      writeFileSync(join(folder, name, file), text);
    }
    return pathToFileURL(join(folder, name, "report.html")).href;
  };
  let address = "";
  /** For axe, which takes a time for each cell and learns no more from the hundredth of a kind. */
  let addressOfFew = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chainrule-report-"));
    const isWanted = (file: string): boolean => !file.startsWith("students/") || file.includes("-000");
    address = write("class", results, isWanted);
    addressOfFew = write(
      "few",
      madeResults({ seed: 5, students: 40, exercises: 12, roster: "canvas" }),
      isWanted,
    );
    browser = await launch();
  }, LONG);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await browser.newPage();
    page.on("console", (message) => void said.push(message.text()));
    page.on("pageerror", (error) => void said.push(String(error)));
    page.on("request", (request) => void asked.push(request.url()));
    said.length = 0;
    asked.length = 0;
  });
  afterEach(() => page.close());

  const axeFindings = async (): Promise<string[]> => {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ["violations"] }),
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  };
  /** The text of what has the focus. */
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");

  it.each(sampledWays)(
    "%s, is without findings of axe, complaints and overflow at %i pixels, and asks for nothing",
    async (colorScheme, width) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(addressOfFew);
      // With the checks of an exercise and a finding open.
      await page.locator("#map tbody td.z").first().click();
      await page.locator("#finding pre").waitFor();
      expect(await axeFindings()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page
        .locator("#stuck")
        .locator("xpath=following::a[starts-with(@href, 'students/student-000')]")
        .first()
        .click();
      await page.waitForURL(/students/);
      expect(await axeFindings()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(said).toEqual([]);
      for (const url of asked) expect(url).toMatch(/^file:/);
      expect(asked).toHaveLength(2);
    },
    LONG,
  );

  it("says on top what to teach, and shows the stuck corner without scrolling", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(address);
    expect(await page.locator(".teach").textContent()).toMatch(
      /^\d+ of 300 make the mistake “sum for mean” in ex02/,
    );
    const scores = await page.locator("#map tbody td.n").allTextContents();
    const begun = scores.map(Number).filter((score) => score > 0);
    expect(begun.slice(0, 200)).toEqual(begun.slice(0, 200).toSorted((a, b) => a - b));
  });

  it("is sorted by a press, and back by another", async () => {
    await page.goto(address);
    const column = page.locator("#map thead th").nth(1);
    await column.locator("button").press("Enter");
    expect(await column.getAttribute("aria-sort")).toBe("descending");
    const falling = (await page.locator("#map tbody td.n").allTextContents()).map((text) =>
      Number.parseInt(text, 10),
    );
    expect(falling).toEqual(results.students.map(knownPoints).toSorted((a, b) => b - a));
    await column.locator("button").press("Enter");
    expect(await column.getAttribute("aria-sort")).toBe("ascending");
  });

  it("shows exercises in the order of the course if told, each score still below its exercise", async () => {
    await page.goto(address);
    await page.locator("#map-tools select").selectOption({ index: 1 });
    const heads = await page.locator("#map thead th button").allTextContents();
    expect(heads.slice(2)).toEqual(results.exercises.map(({ slug }) => slug.slice(0, 4)));
    const row = page.locator("#map tbody tr").nth(40);
    const s = Number(await row.getAttribute("data-s"));
    const cells = (await row.locator("td:not(.n)").allTextContents()).map((text) => text.trim());
    const expected = results.students[s]!.exercises.map(({ score, maxScore, absence, override }) =>
      absence !== undefined && override === undefined ? undefined : score === maxScore ? "✓" : String(score),
    );
    cells.forEach((cell, e) => {
      if (expected[e] !== undefined && cell !== "·") expect(cell.replace(/[*↓]$/, "")).toBe(expected[e]);
    });
  });

  it("is walked by keys to a finding, and on to the student's page", async () => {
    await page.goto(address);
    await page.locator("#map tbody td[tabindex='0']").focus();
    const row = page.locator("#map tbody tr");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe((await row.nth(1).locator("td").nth(2).textContent()) ?? "");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => (document.activeElement as HTMLTableCellElement).cellIndex)).toBe(13);
    await page.keyboard.press("Enter");
    expect(await page.locator("#finding h3").textContent()).toMatch(/, ex\d\d lossD/);
    const link = page.locator("#finding a");
    const name = (await row.nth(1).locator("a").getAttribute("href"))!;
    expect(await link.getAttribute("href")).toMatch(new RegExp(`^${name}#ex\\d\\d$`));
    // One stop in the order of tabs for the whole map.
    expect(await page.locator("#map td[tabindex='0']").count()).toBe(1);
  });

  it("finds a student by a part of the name", async () => {
    await page.goto(address);
    await page.locator("#map-tools input").fill("noether 82");
    expect(await page.locator("#map tbody tr:visible").count()).toBe(1);
  });

  it("holds all that is in it without its script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(address);
    expect(await plain.locator("#map tbody tr").count()).toBe(300);
    expect(await plain.locator("#drill").isVisible()).toBe(false);
    await context.close();
  });

  it("is printed with the whole map on sheets that it fits", async () => {
    await page.goto(address);
    await page.emulateMedia({ media: "print" });
    // A4 across, less the margins, at 96 pixels an inch.
    await page.setViewportSize({ width: Math.floor((277 / 25.4) * 96), height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1047);
    const map = await page.evaluate(() => {
      const box = document.querySelector(".map-box")!;
      return [box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth];
    });
    expect(map).toEqual([0, 0]);
    expect(await page.locator("#map-tools").isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.length).toBeLessThan(60);
  });

  it.each([
    "<script>window.owned=1</script>",
    '"><img src=x onerror="window.owned=1">',
    "</script><script>window.owned=1</script>",
    "' onfocus='window.owned=1' autofocus='",
    "javascript:window.owned=1",
    "\u2028window.owned=1\u2029",
    "\u202egnp.exe",
  ])("runs nothing that a student wrote: %j", async (text) => {
    const small = madeResults({ seed: 6, students: 12, exercises: 3, roster: "simple" });
    const address = write("hostile", poisoned(small, text), () => true);
    await page.goto(address);
    await page.locator("#map tbody td:not(.n)").first().click();
    await page.locator("#finding h3").waitFor();
    for (const link of await page.locator("a").all()) {
      const href = (await link.getAttribute("href")) ?? "";
      expect(href).toMatch(/^(?:students\/[a-z0-9_.-]+\.html(?:#ex\d\d)?|#[\w-]+)$/);
    }
    const [file] = outputFiles(poisoned(small, text))
      .paths()
      .filter((name) => name.startsWith("students/"));
    await page.goto(new URL(file!, address).href);
    expect(await page.evaluate(() => (globalThis as unknown as { owned?: number }).owned)).toBeUndefined();
    expect(said).toEqual([]);
    for (const url of asked) expect(url).toMatch(/^file:.*\.html$/);
  });

  it("lets a script that got in do nothing: its policy names the one that may run", async () => {
    const text = readFileSync(join(folder, "class", "report.html"), "utf8");
    const forged = join(folder, "class", "forged.html");
    writeFileSync(
      forged,
      text.replace("<main>", "<main><script>window.owned = 1</script><img src='http://127.0.0.1:9/x'>"),
    );
    await page.goto(pathToFileURL(forged).href);
    expect(await page.evaluate(() => (globalThis as unknown as { owned?: number }).owned)).toBeUndefined();
    expect(said.some((line) => line.includes("Content Security Policy"))).toBe(true);
  });
});

describe.skipIf(!hasBrowser)(`the report of 1,000 students and 73 exercises${browserNote}`, () => {
  it(
    "is laid out row by row: its 74,000 squares cost less than a third of laying out all at once",
    async () => {
      const browser = await launch();
      try {
        const pageOf = (students: number): string =>
          outputFiles(madeResults({ seed: 8, students, exercises: 73 })).get("report.html")!;
        const text = pageOf(1000);
        expect(Buffer.byteLength(text)).toBeLessThan(12_000_000);
        const eager = pageOf(1000 / PARTS)
          .replace(/<meta http-equiv[^>]*>/, "")
          .replaceAll("content-visibility: auto", "content-visibility: visible");
        const layout = async (html: string, students: number): Promise<number> => {
          const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
          const session = await page.context().newCDPSession(page);
          await session.send("Performance.enable");
          await page.setContent(html, { waitUntil: "load", timeout: 120_000 });
          const { metrics } = await session.send("Performance.getMetrics");
          expect(await page.locator("#map td").count()).toBe(74 * students);
          await page.close();
          return metrics.find(({ name }) => name === "LayoutDuration")!.value;
        };
        // A quarter of the class at once, four times: the whole at once takes no less.
        const all = PARTS * (await layout(eager, 1000 / PARTS));
        const lazy = await layout(text, 1000);
        console.log(`layout: ${lazy.toFixed(2)} s row by row, ${all.toFixed(2)} s all at once`);
        expect(lazy).toBeLessThan(all / 3);
      } finally {
        await browser.close();
      }
    },
    LONG * 2,
  );
});
