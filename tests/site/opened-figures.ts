/** Pages with figures in a browser, for the tests that look at them and operate them. */
import { createHash } from "node:crypto";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { AnyFigure } from "../../site/figures/frame/figure.ts";
import { figures } from "../../site/figures/index.ts";
import { shareOf } from "../share.ts";
import { type Browser, launch } from "./browser.ts";
import { ADDRESS, figuresPage, mountingScript } from "./figures-page.ts";

export const all = Object.entries(figures) as [string, AnyFigure][];
/** A walk through one takes some ten seconds. Looked at, and held to their laws, all are in any run. */
export const entries = shareOf(all, 5, ([id]) => id);

export interface Opened {
  readonly page: Page;
  /** What the console and the page have complained about. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** Pages that are free, by the options of their contexts: a new one takes the browser a second, an address a tenth. */
const free = new Map<string, Page[]>();

let browser: Promise<Browser> | undefined;

async function freePage(options: BrowserContextOptions): Promise<Page> {
  browser ??= launch();
  const context = await (await browser).newContext({ viewport: { width: 1280, height: 900 }, ...options });
  return context.newPage();
}

const scripts = new Map<string, Promise<string>>();

/** The script of some figures, made once. */
function scriptOf(ids: readonly string[]): Promise<string> {
  const key = ids.join(" ");
  const made = scripts.get(key) ?? mountingScript(ids);
  scripts.set(key, made);
  return made;
}

/** A page with some of the figures, loaded afresh. */
export async function open(
  ids: readonly string[],
  more: BrowserContextOptions & { query?: string; still?: boolean } = {},
): Promise<Opened> {
  const { query = "", still = false, ...options } = more;
  const key = JSON.stringify(options);
  const page = free.get(key)?.pop() ?? (await freePage(options));
  const html = figuresPage(still ? "" : await scriptOf(ids), ids);
  await page.route(`${ADDRESS}**`, (route) => route.fulfill({ contentType: "text/html", body: html }));
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error.stack)));
  page.on("request", (request) => {
    if (!/^(http:\/\/figures\.test\/|data:)/.test(request.url()))
      complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(ADDRESS + query);
  const close = async (): Promise<void> => {
    for (const event of ["console", "pageerror", "request"]) page.removeAllListeners(event);
    await page.unrouteAll();
    // Without this the next test would see this page as it is printed.
    await page.emulateMedia({ media: null });
    await page.goto("about:blank");
    free.set(key, [...(free.get(key) ?? []), page]);
  };
  return { page, complaints, close };
}

/** Until the browser has drawn what has been changed. */
const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
/** Once what has changed is drawn, also where dear data wait for the hand to rest. */
export async function drawn(page: Page): Promise<void> {
  await twoFrames(page);
  await page.waitForFunction(() => document.querySelector(".panels.waiting") === null);
  await twoFrames(page);
}
export const says = (page: Page, id: string): Promise<string | null> =>
  page.locator(`#${id} .says`).textContent();
/** What is drawn, as lines of elements with their attributes in the order of their names. */
export const drawing = (page: Page, id: string): Promise<string> =>
  page.locator(`#${id} .panels *`).evaluateAll((all) =>
    all
      .map(({ tagName, attributes, children, textContent }) => {
        const named = [...attributes].map(({ name, value }) => `${name}=${value}`).sort();
        return [tagName, ...named, children.length === 0 ? textContent : ""].join(" ");
      })
      .join("\n"),
  );
/** The same in few characters: enough to say whether something has moved. */
export const digest = async (page: Page, id: string): Promise<string> =>
  createHash("sha256")
    .update(await drawing(page, id))
    .digest("hex");
/** To be called after all tests of a file: the next file of this process begins with a browser of its own. */
export async function closeBrowser(): Promise<void> {
  const opened = await browser;
  browser = undefined;
  free.clear();
  await opened?.close();
}
