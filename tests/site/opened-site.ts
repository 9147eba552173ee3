/** The site in a browser: a fresh context for each test, and after it a look at what its pages complained about. */
import type { BrowserContext, Page, Response } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { File } from "../../site/generator/parts.ts";
import { type Browser, launch } from "./browser.ts";
import { builtFiles, type Served, served } from "./built-site.ts";

/** Starting the judge in a page, on a machine that does other work. */
export const LONG = 120_000;

export let files: Map<string, File>;
export let server: Served;
export let browser: Browser;
export let context: BrowserContext;
export let page: Page;

/** To be called in a suite. */
export function openedSite(): void {
  const errors: string[] = [];
  beforeAll(async () => {
    files = await builtFiles();
    server = await served(files);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });
  beforeEach(async () => {
    errors.length = 0;
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    page = await context.newPage();
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  });
  afterEach(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
}

export const open = (path: string): Promise<Response | null> => page.goto(`${server.origin}/${path}`);
