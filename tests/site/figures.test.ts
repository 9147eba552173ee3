/** Figures in a browser: looked at, operated, read aloud. Nothing is asked of the network. */
import { createHash } from "node:crypto";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Control } from "../../site/figures/frame/controls.ts";
import type { AnyFigure } from "../../site/figures/frame/figure.ts";
import { figures } from "../../site/figures/index.ts";
import { isLong } from "../is-long.ts";
import { shareOf } from "../share.ts";
import { browserNote, hasBrowser, launch } from "./browser.ts";
import { ADDRESS, figuresPage, mountingScript } from "./figures-page.ts";
import { sampledWays } from "./ways.ts";

const all = Object.entries(figures) as [string, AnyFigure][];
const groups = Array.from({ length: Math.ceil(all.length / 6) }, (_, i) =>
  all
    .slice(6 * i, 6 * i + 6)
    .map(([id]) => id)
    .join(" "),
);
/** A walk through one takes some ten seconds. Looked at, and held to their laws, all are in any run. */
const entries = shareOf(all);
const animated = entries.filter(([, { animation }]) => animation !== undefined);

let browser: Browser;
beforeAll(async () => {
  if (hasBrowser) browser = await launch();
});
afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  /** What the console and the page have complained about. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** Pages that are free, by the options of their contexts: a new one takes the browser a second, an address a tenth. */
const free = new Map<string, Page[]>();

async function freePage(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
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
async function open(
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
async function drawn(page: Page): Promise<void> {
  await twoFrames(page);
  await page.waitForFunction(() => document.querySelector(".panels.waiting") === null);
  await twoFrames(page);
}
const says = (page: Page, id: string): Promise<string | null> => page.locator(`#${id} .says`).textContent();
/** What is drawn, as lines of elements with their attributes in the order of their names. */
const drawing = (page: Page, id: string): Promise<string> =>
  page.locator(`#${id} .panels *`).evaluateAll((all) =>
    all
      .map(({ tagName, attributes, children, textContent }) => {
        const named = [...attributes].map(({ name, value }) => `${name}=${value}`).sort();
        return [tagName, ...named, children.length === 0 ? textContent : ""].join(" ");
      })
      .join("\n"),
  );
/** The same in few characters: enough to say whether something has moved. */
const digest = async (page: Page, id: string): Promise<string> =>
  createHash("sha256")
    .update(await drawing(page, id))
    .digest("hex");
/** Parts that reach over the right edge of the page. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth > innerWidth
      ? [...document.querySelectorAll("main *")]
          .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5)
          .map((each) => `${each.tagName}.${each.className}`)
      : [],
  );
async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

describe.skipIf(!hasBrowser)(`figures in Chromium${browserNote}`, () => {
  for (const [colorScheme, width] of sampledWays)
    it.each(groups)(
      `are without complaints, overflow and findings of axe: ${colorScheme}, ${width} pixels: %s`,
      async (names) => {
        const { page, complaints, close } = await open(names.split(" "), {
          colorScheme,
          viewport: { width, height: 800 },
        });
        for (const details of await page.locator("details").all())
          await details.evaluate((each) => (each as HTMLDetailsElement).setAttribute("open", ""));
        await drawn(page);
        await page.waitForTimeout(250);
        expect(await overflow(page)).toEqual([]);
        expect(await axeFindings(page)).toEqual([]);
        expect(complaints).toEqual([]);
        await close();
      },
    );

  it.each(entries)("%s starts as the page shows it without scripts", async (id) => {
    const [live, still] = await Promise.all([open([id]), open([id], { still: true })]);
    expect(await says(live.page, id)).toBe(await says(still.page, id));
    const words = (page: Page): Promise<string[]> =>
      page.locator(`#${id} svg text`).evaluateAll((all) => all.map((each) => each.textContent ?? ""));
    expect(await words(live.page)).toEqual(await words(still.page));
    expect(await live.page.locator(`#${id} table tbody tr`).count()).toBeGreaterThan(0);
    await Promise.all([live.close(), still.close()]);
  });

  it.each(entries)(
    "%s is operated by keyboard alone: every control changes it, and the address",
    async (id, figure) => {
      const { page, complaints, close } = await open([id]);
      for (const [name, control] of Object.entries(figure.controls)) {
        await page.locator(`#${id} .presets button`).first().click();
        await drawn(page);
        const input = page.locator(`#${id}-${name}`);
        if (control.kind === "list" || (await input.isDisabled())) continue;
        await input.focus();
        for (const key of keysFor(control)) await page.keyboard.press(key);
        await page.waitForFunction((key) => location.search.includes(key), `${name}:`);
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it.each(entries)(
    "%s shows from a link what its sender saw, for each of its presets",
    async (id, figure) => {
      const all = figure.presets ?? [];
      const presets = isLong ? all : all.filter((_, i) => i === 0 || i === all.length - 1);
      const sender = await open([id]);
      for (const { label } of presets) {
        const before = sender.page.url();
        const button = sender.page
          .locator(`#${id} .presets button`, { hasText: label })
          .filter({ hasText: new RegExp(`^${escaped(label)}$`) });
        await button.click();
        await drawn(sender.page);
        expect(await button.getAttribute("aria-pressed")).toBe("true");
        await sender.page.waitForFunction((url) => location.href !== url, before);
        const receiver = await open([id], { query: new URL(sender.page.url()).search });
        expect(await drawing(receiver.page, id), label).toBe(await drawing(sender.page, id));
        expect(await says(receiver.page, id), label).toBe(await says(sender.page, id));
        expect([...receiver.complaints, ...sender.complaints]).toEqual([]);
        await receiver.close();
      }
      const start = sender.page.locator(`#${id} .presets button`).first();
      await start.click();
      await sender.page.waitForFunction(() => location.search === "");
      await sender.close();
    },
  );

  it.each(entries)("%s moves its handles by arrow keys and by pointer alike", async (id, figure) => {
    if (figure.drag === undefined) return;
    const { page, complaints, close } = await open([id]);
    const handles = await page
      .locator(`#${id} [data-handle]`)
      .evaluateAll((all) => all.map((each) => each.getAttribute("data-handle")));
    expect(handles.length).toBeGreaterThan(0);
    for (const name of handles) {
      const handle = page.locator(`#${id} [data-handle="${name}"]`);
      const before = await digest(page, id);
      await handle.focus();
      for (const key of ["ArrowLeft", "ArrowDown", "ArrowLeft", "ArrowDown"]) await page.keyboard.press(key);
      await drawn(page);
      expect(await digest(page, id), `${name} by arrow keys`).not.toBe(before);
      expect(
        await handle.evaluate((each) => each === document.activeElement),
        `${name} keeps the focus`,
      ).toBe(true);
      const byKeys = await digest(page, id);
      await handle.scrollIntoViewIfNeeded();
      const box = (await handle.locator(".knob").boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      // Where it came from: the keys may have brought it to its end on the left.
      await page.mouse.move(x + 30, y - 20, { steps: 3 });
      await page.mouse.up();
      await drawn(page);
      expect(await digest(page, id), `${name} by pointer`).not.toBe(byKeys);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  const byFinger = async (id: string) => {
    const opened = await open([id], {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const fingers = await opened.page.context().newCDPSession(opened.page);
    const touch = (
      type: "touchStart" | "touchMove" | "touchEnd",
      ...touchPoints: { x: number; y: number }[]
    ) => fingers.send("Input.dispatchTouchEvent", { type, touchPoints });
    return { ...opened, touch };
  };

  it.each(entries.filter(([, { drag }]) => drag !== undefined))(
    "%s is moved by a finger at its handles, also upwards, and the page stays where it is",
    async (id) => {
      const { page, complaints, close, touch } = await byFinger(id);
      const handles = await page
        .locator(`#${id} [data-handle]`)
        .evaluateAll((all) => all.map((each) => each.getAttribute("data-handle")));
      // Of several handles of a figure, the first and the last.
      for (const name of isLong ? handles : new Set([handles.at(0), handles.at(-1)])) {
        const handle = page.locator(`#${id} [data-handle="${name}"]`);
        const { x, y } = await handle.locator(".knob").evaluate((knob) => {
          knob.scrollIntoView({ block: "center" });
          const { left, top, width, height } = knob.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        });
        const plot = () => handle.evaluate((each) => (each as SVGElement).ownerSVGElement!.innerHTML);
        const placeOfPlot = () =>
          handle.evaluate((each) => (each as SVGElement).ownerSVGElement!.getBoundingClientRect().top);
        const [before, place] = [await plot(), await placeOfPlot()];
        // Towards the middle of the page, so that a handle at the edge of its plot can go.
        const across = x > 180 ? -60 : 60;
        await touch("touchStart", { x, y });
        for (const part of [0.25, 0.5, 0.75, 1])
          await touch("touchMove", { x: x + part * across, y: y - part * 60 });
        await touch("touchEnd");
        await drawn(page);
        expect((await plot()) === before, `${name}: stays as it was`).toBe(false);
        expect(await placeOfPlot(), `${name}: the page`).toBeCloseTo(place, 0);
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("leave the page its scrolling where they only turn sideways", async () => {
    const { page, complaints, close, touch } = await byFinger("fig27");
    const top = await page.evaluate(() => {
      document.querySelector("#fig27 .turning")!.scrollIntoView({ block: "center" });
      return scrollY;
    });
    await touch("touchStart", { x: 180, y: 370 });
    for (const y of [340, 300, 260]) await touch("touchMove", { x: 180, y });
    await touch("touchEnd");
    await page.waitForFunction((before) => scrollY > before + 40, top);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(entries)("%s answers Enter and Space on what can be pressed", async (id, figure) => {
    if (figure.press === undefined) return;
    const { page, complaints, close } = await open([id]);
    const mark = page.locator(`#${id} [data-press]`).last();
    for (const key of ["Enter", " "]) {
      const before = await digest(page, id);
      await mark.focus();
      await page.keyboard.press(key);
      await drawn(page);
      if (key === "Enter") expect(await digest(page, id)).not.toBe(before);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(entries)(
    "%s is read aloud once it has come to rest: the sentence that is shown, with its numbers",
    async (id, figure) => {
      const { page, close } = await open([id]);
      const heard = page.locator(`#${id} [aria-live]`);
      expect(await heard.textContent()).toBe("");
      await page.locator(`#${id} .presets button`).nth(1).click();
      await page.waitForFunction(
        (id) => document.querySelector(`#${id} [aria-live]`)?.textContent !== "",
        id,
      );
      expect(await heard.textContent()).toBe(await says(page, id));
      expect(figure.presets?.length ?? 0).toBeGreaterThan(0);
      await close();
    },
  );

  it("are silent while a slider moves: one sentence for thirty steps", async () => {
    const { page, close } = await open(["fig02"]);
    await page.evaluate(() => {
      const heard = document.querySelector("#fig02 [aria-live]")!;
      const spoken: string[] = [];
      Object.assign(globalThis, { spoken });
      new MutationObserver(() => spoken.push(heard.textContent ?? "")).observe(heard, { childList: true });
    });
    // All steps in one turn: however slow the machine, none of them rests long enough to be spoken of.
    await page.locator("#fig02-h").evaluate((slider: HTMLInputElement) => {
      for (let i = 0; i < 30; i++) {
        slider.stepDown();
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    const spoken = (): Promise<number> =>
      page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken.length);
    await expect.poll(spoken).toBe(1);
    await page.waitForTimeout(1000);
    expect(await spoken()).toBe(1);
    await close();
  });

  it("tell the page which symbol a reader is at", async () => {
    const { page, close } = await open(["fig02"]);
    await page.locator("#fig02-h").focus();
    await page.keyboard.press("ArrowLeft");
    await page.locator("#fig02-f").focus();
    const told = await page.evaluate(
      () => (globalThis as unknown as { figureSymbols: unknown[] }).figureSymbols,
    );
    expect(told).toContainEqual({ symbol: "h", active: true });
    expect(told.at(-1)).toEqual({ symbol: "h", active: false });
    await close();
  });

  it("tell a reader what was wrong with a link, and start where it says nothing", async () => {
    const { page, complaints, close } = await open(["fig02"], { query: "?fig02=h:9,f:cosine" });
    expect(await page.locator("#fig02 .note").textContent()).toMatch(/outside.*none of its choices/);
    await page.locator("#fig02-a").focus();
    await page.keyboard.press("ArrowLeft");
    await drawn(page);
    expect(await page.locator("#fig02 .note").textContent()).toBe("");
    expect(complaints).toEqual([]);
    await close();
  });

  it("keep what else the address holds, another figure's state and the step included", async () => {
    const { page, close } = await open(["fig02", "fig03"], { query: "?q=1&fig03=x:1#step-2" });
    await page.locator("#fig02-a").focus();
    await page.keyboard.press("ArrowLeft");
    await page.waitForFunction(() => location.search.includes("fig02"));
    expect(page.url()).toBe(`${ADDRESS}?q=1&fig03=x:1&fig02=a:1.99#step-2`);
    await close();
  });

  it("show nothing of their tools in print, and all of the picture", async () => {
    const { page, close } = await open(["fig02"]);
    await page.emulateMedia({ media: "print" });
    for (const part of [".controls", ".presets"])
      expect(await page.locator(`#fig02 ${part}`).isVisible()).toBe(false);
    for (const part of ["svg", ".says", "figcaption"])
      expect(await page.locator(`#fig02 ${part}`).first().isVisible()).toBe(true);
    await close();
  });
});

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
      const pause = buttons.and(page.getByRole("button", { name: /^Pause$/ }));
      // Looked for and pressed at once: a short run ends by itself meanwhile.
      await pause.evaluateAll((all) => {
        for (const button of all) (button as HTMLButtonElement).click();
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

/** Keys that change a control from its start. */
function keysFor(control: Control): readonly string[] {
  switch (control.kind) {
    case "range":
      return control.value === control.max ? ["ArrowLeft"] : ["ArrowRight"];
    case "choice": {
      const options = Object.keys(control.options);
      return options.indexOf(control.value) === options.length - 1 ? ["ArrowUp"] : ["ArrowDown"];
    }
    case "toggle":
      return ["Space"];
    case "seed":
      return ["ArrowUp", "Enter", "Tab"];
    case "text":
      return ["End", "+", "1"];
    case "list":
      return [];
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
