/**
 * Every page in Chromium, in light and dark, at 360 and 1280 pixels. One page of the browser is used again and
 * again: a context for each would take longer than all the looking.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { File } from "../../site/build/parts.ts";
import { browserNote, hasBrowser, launch } from "./browser.ts";
import { builtFiles, onDisk, pagesIn, root, type Served, served } from "./built-site.ts";

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

interface Axe {
  run(context: object, options: object): Promise<{ violations: readonly Violation[] }>;
}
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** 300 kB, as what a reader's connection carries: text compressed as servers do it, fonts as they are. */
const MOST_BYTES = 300_000;

/** Some thirty pages, each looked through by axe: quick on a machine that has nothing else to do. */
const LONG = 240_000;

describe.skipIf(!hasBrowser)(`the pages in a browser${browserNote}`, () => {
  let files: Map<string, File>;
  let server: Served;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** What the page has complained about, and asked for, since it was last emptied. */
  const said: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    files = await builtFiles();
    server = await served(files);
    browser = await launch();
    // axe is put into the page past its policy, as a test may; the policy itself has a test of its own.
    context = await browser.newContext({ bypassCSP: true });
    page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => asked.push(request.url()));
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Opens a page of the site, and gives what it is found to lack. */
  async function looked(path: string, width: number, theme: "light" | "dark"): Promise<string[]> {
    said.length = 0;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.goto(`${server.origin}/${path}`, { waitUntil: "load" });
    const place = `${path}, ${theme}, ${width}`;
    const found = said.map((text) => `${place}: ${text}`);
    const [wide, most] = await page.evaluate(() => {
      for (const folded of document.querySelectorAll("details")) folded.open = true;
      return [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const;
    });
    if (wide > most) found.push(`${place}: ${wide - most} pixels wider than the window`);
    return found;
  }

  async function axeFindings(path: string): Promise<string[]> {
    // What KaTeX draws is hidden from those who listen, and is most of a page: MathML stands beside it.
    await page.evaluate(() => {
      for (const drawn of document.querySelectorAll(".katex-html")) drawn.remove();
    });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: Axe }).axe.run(document, { resultTypes: ["violations"] }),
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${path}: ${id}: ${html.slice(0, 120)} ${failureSummary ?? ""}`,
      ),
    );
  }

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
    ["dark", 360],
  ] as const)(
    "load without errors in %s at %i pixels, without overflow, and axe finds nothing",
    async (theme, width) => {
      const found: string[] = [];
      const paths = pagesIn(files);
      expect(paths.length).toBeGreaterThan(25);
      for (const path of paths) {
        found.push(...(await looked(path, width, theme)));
        // Contrast differs by theme and the structure by width: two of the four combinations see all of it.
        if ((theme === "light") === (width === 1280))
          found.push(...(await axeFindings(`${path}, ${theme}, ${width}`)));
      }
      expect(found).toEqual([]);
    },
  );

  it("ask for nothing but their own files", () => {
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((url) => !url.startsWith(`${server.origin}/`) && !url.startsWith("data:"))).toEqual(
      [],
    );
  });

  it(
    "weigh below 300 kB each, before a figure is near or the editor is opened",
    async () => {
      const heavy: string[] = [];
      let most = 0;
      for (const path of pagesIn(files)) {
        if (path === "search.html") continue;
        asked.length = 0;
        await page.goto(`${server.origin}/${path}`, { waitUntil: "load" });
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const bytes = [...new Set(asked)]
          .map((url) => url.slice(server.origin.length + 1).replace(/[?#].*$/, ""))
          .filter((file) => !file.startsWith("assets/figures/"))
          .reduce((sum, file) => sum + transferred(file, files.get(file) ?? ""), 0);
        most = Math.max(most, bytes);
        if (bytes > MOST_BYTES) heavy.push(`${path}: ${bytes} bytes`);
      }
      console.info(`heaviest page: ${Math.round(most / 1000)} kB transferred`);
      expect(heavy).toEqual([]);
    },
    LONG,
  );

  it("open from disk, with their scripts, styles and fonts, under their own policy", async () => {
    const { folder, remove } = onDisk(files);
    const strict = await browser.newContext();
    try {
      const opened = await strict.newPage();
      const errors: string[] = [];
      opened.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      opened.on("requestfailed", (request) => errors.push(`failed: ${request.url()}`));
      for (const path of ["index.html", "mse-line.html", "search.html", "ex10-mse-gradients.html"]) {
        await opened.goto(`file://${folder}/${path}`);
        expect(await opened.locator("html.scripted button.theme").count(), path).toBe(1);
        expect(await opened.evaluate(() => document.fonts.check("16px KaTeX_Main")), path).toBe(true);
      }
      await opened.goto(`file://${folder}/search.html`);
      await opened.locator("#q").fill("chain rule");
      expect(await opened.locator("#hits a").count()).toBeGreaterThan(2);
      await opened.locator("#hits a").first().click();
      expect(await opened.locator("h1").count()).toBe(1);
      expect(errors).toEqual([]);
    } finally {
      await strict.close();
      remove();
    }
  });
});

const transferred = (path: string, file: File): number =>
  path.endsWith(".woff2") ? file.length : gzipSync(file).length;
