/** A workbench in a browser, and what is done with it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type Browser, launch } from "./browser.ts";
import { type PlaygroundSite, playgroundSite } from "./playground-site.ts";

const root = join(import.meta.dirname, "../..");
export const slug = "ex10-mse-gradients";
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");
export const right = textOf(`solutions/${slug}.ts`);
export const wrong = textOf("tests/fixtures/fail/x-forgotten.ts");
export const syntax = textOf("tests/fixtures/fail/syntax.ts");
export const stub = textOf(`exercises/${slug}/mse-gradients.ts`);
export const endless = "for (;;) {}\nexport const mseLossDw = () => 0;\n";
/** What a run may take before it is ended: the deadline for loading, and what a busy machine adds. */
export const endsWithin = 20_000;

export let site: PlaygroundSite;
let browser: Browser | undefined;
let context: BrowserContext | undefined;
/** The page that was opened last. */
export let page: Page;
let complaints: string[] = [];
/** What was asked of the network since the last test. */
export const asked: string[] = [];

/** To be called in a suite: a site and a browser for it, and after each test a look at what the page complained about. */
export function workbench(): void {
  beforeAll(async () => {
    [site, browser] = await Promise.all([playgroundSite([slug, "ex14-sigmoid"]), launch()]);
  });

  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  afterEach(async () => {
    await context?.close();
    const [complained, strangers] = [complaints, asked.filter((url) => !isOwn(url))];
    complaints = [];
    asked.length = 0;
    expect(complained).toEqual([]);
    expect(strangers).toEqual([]);
  });
}

/** Takes out what was asked of the page to complain about. */
export function forgive(asked: RegExp): void {
  complaints = complaints.filter((line) => !asked.test(line));
}

const isOwn = (url: string): boolean => /^(blob:|data:|about:)/.test(url) || url.startsWith(site.origin);

interface Visit {
  readonly work?: string;
  readonly width?: number;
  readonly dark?: boolean;
  readonly address?: string;
}

/** Opens the page in a profile of its own, with a text that was saved before. */
export async function open({ work, width = 1280, dark = false, address }: Visit = {}): Promise<void> {
  context = await (browser as Browser).newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? "dark" : "light",
  });
  context.setDefaultTimeout(endsWithin);
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  if (address === undefined) page.on("request", (request) => asked.push(request.url()));
  if (work !== undefined) {
    await page.addInitScript(
      ([key, text]) => {
        // The fence has no storage.
        if (window === window.top) localStorage.getItem(key) ?? localStorage.setItem(key, text);
      },
      [`chainrule/work/${slug}`, work] as const,
    );
  }
  await page.goto(address ?? site.served(slug));
  await page.waitForSelector(".cm-content");
}

export const button = (name: string) => page.getByRole("button", { name, exact: true });
export const text = (): Promise<string> =>
  page.evaluate(() => [...document.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"));
export const status = (): Promise<string | null> => page.textContent(".wb-status");

/** Grades, and says what the new verdict scores. */
export async function grade(): Promise<string | null> {
  const judged = page.evaluate(
    () => new Promise<void>((r) => addEventListener("chainrule:verdict", () => r(), { once: true })),
  );
  await button("Grade").click();
  await judged;
  return page.textContent(".wb-score strong");
}

/** The page answers to a click while something runs. */
export async function isResponsive(): Promise<boolean> {
  const begun = performance.now();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  return performance.now() - begun < 2000;
}
