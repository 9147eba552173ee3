/**
 * Every page in Chromium, in light and dark, at 360 and 1280 pixels. One page of the browser is used again and
 * again: a context for each would take longer than all the looking.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { File } from "../../site/generator/parts.ts";
import { shareOf } from "../share.ts";
import { type Browser, browserNote, hasBrowser, launch } from "./browser.ts";
import { builtFiles, onDisk, pagesIn, root, type Served, served } from "./built-site.ts";
import { sampledWays, WAYS } from "./ways.ts";

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

/** Some twenty pages. */
const LONG = 480_000;

/** Derivations, exercises, units and capstones: each kind is made by one template. */
const isOneOfMany = (path: string): boolean =>
  /^(?:ex\d\d|unit|capstone)-/.test(path) ||
  existsSync(join(root, "site/derivations", path.replace(/html$/, "md")));

describe.skipIf(!hasBrowser)(`the pages in a browser${browserNote}`, () => {
  let files: Map<string, File>;
  let server: Served;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** What the page has complained about since it was last emptied. */
  const said: string[] = [];
  /** What it has asked for, and what each page asked for when it was opened. */
  const asked: string[] = [];
  const askedBy = new Map<string, readonly string[]>();

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

  /** What is wrong with the page at a width and in a theme. */
  async function looked(place: string, width: number, theme: "light" | "dark"): Promise<string[]> {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    const [wide, most, unreachable, small] = await page.evaluate(async () => {
      // Observers of sizes have spoken after the next frame.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const { scrollWidth, clientWidth } = document.documentElement;
      const scrolling = [...document.querySelectorAll(".maths")].filter(
        (one) => one.scrollWidth > one.clientWidth + 1 && !one.hasAttribute("tabindex"),
      );
      // A link within a sentence is as high as its line.
      const isInText = (one: Element): boolean =>
        one.tagName === "A" &&
        getComputedStyle(one).display.startsWith("inline") &&
        one.parentElement?.textContent !== one.textContent;
      const tiny = [...document.querySelectorAll("a[href], button, summary, select, input")].filter((one) => {
        const { width, height } = one.getBoundingClientRect();
        return (
          (width < 24 || height < 24) && one.checkVisibility({ visibilityProperty: true }) && !isInText(one)
        );
      });
      return [
        scrollWidth,
        clientWidth,
        scrolling.length,
        tiny.map((one) => one.outerHTML.slice(0, 80)),
      ] as const;
    });
    return [
      ...said.splice(0).map((text) => `${place}: ${text}`),
      ...(wide > most ? [`${place}: ${wide - most} pixels wider than the window`] : []),
      ...small.map((html) => `${place}: smaller than a finger: ${html}`),
      ...(unreachable > 0
        ? [`${place}: ${unreachable} formulas scroll and cannot be reached by keyboard`]
        : []),
    ];
  }

  /** @param rules the rules to apply; all unless told */
  async function axeFindings(place: string, rules?: readonly string[]): Promise<string[]> {
    const { violations } = await page.evaluate(
      (options) => (globalThis as unknown as { axe: Axe }).axe.run(document, options),
      { resultTypes: ["violations"], ...(rules === undefined ? {} : { runOnly: rules }) },
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${place}: ${id}: ${html.slice(0, 120)} ${failureSummary ?? ""}`,
      ),
    );
  }

  it(
    "load without errors in light and dark, at 360 and 1280 pixels, without overflow, and axe finds nothing",
    async () => {
      const found: string[] = [];
      const paths = pagesIn(files);
      const some = (of: (path: string) => boolean, most: number) =>
        shareOf(paths.filter(of), most, (path) => path.replace(/\.html$/, ""));
      // By axe and in all four ways; of the others some in two.
      const lookedThrough = new Set([...some((path) => !isOneOfMany(path), 6), ...some(isOneOfMany, 5)]);
      const opened = [...lookedThrough, ...some((path) => !lookedThrough.has(path), 8)];
      expect(opened.length).toBeGreaterThan(15);
      for (const path of opened) {
        said.length = 0;
        const before = asked.length;
        await page.goto(`${server.origin}/${path}`, { waitUntil: "load" });
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        askedBy.set(path, [...new Set(asked.slice(before))]);
        await page.evaluate(() => {
          for (const folded of document.querySelectorAll("details")) folded.open = true;
        });
        for (const [theme, width] of lookedThrough.has(path) ? WAYS : sampledWays)
          found.push(...(await looked(`${path}, ${theme}, ${width}`, width, theme)));
        if (!lookedThrough.has(path)) continue;
        // What KaTeX draws is hidden from those who listen, and is most of a page: MathML stands beside it.
        await page.evaluate(() => {
          for (const drawn of document.querySelectorAll(".katex-html")) drawn.remove();
        });
        await page.evaluate(axe);
        found.push(...(await axeFindings(`${path}, light, 1280`)));
        await page.setViewportSize({ width: 360, height: 800 });
        await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
        // What a theme and a width can change.
        found.push(
          ...(await axeFindings(`${path}, dark, 360`, [
            "color-contrast",
            "target-size",
            "scrollable-region-focusable",
          ])),
        );
      }
      expect(found).toEqual([]);
    },
    LONG,
  );

  it("ask for nothing but their own files", () => {
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((url) => !url.startsWith(`${server.origin}/`) && !url.startsWith("data:"))).toEqual(
      [],
    );
  });

  it("weigh below 300 kB each, before a figure is near or the editor is opened", () => {
    const bytesOf = (path: string): number =>
      (askedBy.get(path) ?? [])
        .map((url) => url.slice(server.origin.length + 1).replace(/[?#].*$/, ""))
        .filter((file) => !file.startsWith("assets/figures/"))
        .reduce((sum, file) => sum + transferred(file, files.get(file) ?? ""), 0);
    // The page of the search is an index of all of them.
    const weights = [...askedBy.keys()].flatMap((path) =>
      path === "search.html" ? [] : [[path, bytesOf(path)] as const],
    );
    expect(Math.min(...weights.map(([, bytes]) => bytes))).toBeGreaterThan(0);
    console.info(
      `heaviest page: ${Math.round(Math.max(...weights.map(([, bytes]) => bytes)) / 1000)} kB transferred`,
    );
    expect(weights.filter(([, bytes]) => bytes > MOST_BYTES)).toEqual([]);
  });

  it("open from disk, with their scripts, styles and fonts, under their own policy", async () => {
    const { folder, remove } = onDisk(files);
    const strict = await browser.newContext();
    try {
      const opened = await strict.newPage();
      const errors: string[] = [];
      opened.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      // What is on its way when the next page is opened is no longer asked for.
      opened.on("requestfailed", (request) => {
        const why = request.failure()?.errorText;
        if (why !== "net::ERR_ABORTED") errors.push(`failed: ${request.url()}, ${why}`);
      });
      for (const path of ["index.html", "mse-line.html", "search.html", "ex10-mse-gradients.html"]) {
        await opened.goto(`file://${folder}/${path}`);
        expect(await opened.locator("html.scripted button.theme").count(), path).toBe(1);
        expect(await opened.evaluate(() => document.fonts.check("16px KaTeX_Main")), path).toBe(true);
      }
      await opened.goto(`file://${folder}/search.html`);
      await opened.locator("#q").fill("chain rule");
      expect(await opened.locator("#hits a").count()).toBeGreaterThan(2);
      await opened.locator("#hits a").first().click();
      // A link may lead into a page of which the click has seen nothing yet.
      await opened.waitForURL((url) => !url.pathname.endsWith("search.html"));
      await opened.locator("h1").waitFor();
      expect(await opened.locator("h1").count()).toBe(1);
      expect(errors).toEqual([]);
    } finally {
      await strict.close();
      remove();
    }
  });
});

const weighed = new Map<string, number>();

/** What a file weighs on the way; each is compressed once, though most pages ask for it. */
function transferred(path: string, file: File): number {
  const known = weighed.get(path) ?? (path.endsWith(".woff2") ? file.length : gzipSync(file).length);
  weighed.set(path, known);
  return known;
}
