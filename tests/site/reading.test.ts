/** Reading, by keyboard, by pointer, on paper and without scripts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { figures } from "../../site/figures/index.ts";
import type { File } from "../../site/generator/parts.ts";
import { browserNote, hasBrowser, launch } from "./browser.ts";
import { builtFiles, pagesIn, root, type Served, served } from "./built-site.ts";

/** Starting the judge in a page, on a machine that does other work. */
const LONG = 120_000;

describe.skipIf(!hasBrowser)(`reading${browserNote}`, () => {
  let files: Map<string, File>;
  let server: Served;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
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

  const open = (path: string) => page.goto(`${server.origin}/${path}`);
  const visibleGroups = () =>
    page
      .locator(".step .group")
      .evaluateAll((groups) => groups.filter((group) => getComputedStyle(group).display !== "none").length);

  it("begins with a link past the navigation", async () => {
    await open("mse-line.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    expect(
      await page.locator(".skip").evaluate((link) => link.getBoundingClientRect().top),
    ).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    expect(page.url()).toMatch(/#main$/);
  });

  it.each(["index.html", "mse-line.html", "ex10-mse-gradients.html", "errata.html", "search.html"])(
    "reaches everything that can be used on %s with the Tab key, and leaves it again",
    async (path) => {
      await open(path);
      // As it is at first: what is folded away is reached once it is open.
      const wanted = await page.evaluate(() => {
        const all = document.querySelectorAll<HTMLElement>(
          "a[href], button:not([disabled]), input, summary, [tabindex='0']",
        );
        const seen = [...all].filter(
          // A figure that comes near gets controls meanwhile; it has tests of its own.
          (one) => one.checkVisibility({ visibilityProperty: true }) && one.closest(".figure") === null,
        );
        for (const [i, one] of seen.entries()) one.dataset.place = String(i);
        (document.activeElement as HTMLElement | null)?.blur();
        return seen.length;
      });
      const reached = new Set<string>();
      for (let i = 0; i < wanted + 60 && reached.size < wanted; i++) {
        await page.keyboard.press("Tab");
        const place = await page.evaluate(
          () => (document.activeElement as HTMLElement | null)?.dataset.place,
        );
        if (place !== undefined) reached.add(place);
      }
      expect(reached.size).toBe(wanted);
    },
    LONG,
  );

  it("tells how a line was checked when its mark is focused, and why one was not", async () => {
    await open("derivative.html");
    const marks = page.locator(".mark:not(.open) button");
    await marks.first().focus();
    const tip = page.locator(".mark:not(.open) .tip").first();
    expect(await tip.evaluate((one) => getComputedStyle(one).visibility)).toBe("visible");
    const covered = await tip.evaluate((one) => {
      const own = one.getBoundingClientRect();
      const around = [...(one.closest(".formula")?.querySelectorAll(".maths, button") ?? [])];
      return around.filter((other) => {
        const { left, right, top, bottom } = other.getBoundingClientRect();
        return left < own.right && own.left < right && top < own.bottom && own.top < bottom;
      }).length;
    });
    expect(covered).toBe(0);
    expect(await page.locator(".tip").allTextContents()).toContainEqual(
      expect.stringMatching(/24 random points/),
    );
    expect(await page.locator(".mark.open .tip").first().textContent()).toMatch(
      /^Not checked by machine: a limit/,
    );
    expect(await page.locator("p.unchecked").first().isVisible()).toBe(true);
  });

  /** The options of the line that is asked for: the right ones first. */
  const options = async () => {
    await page.waitForSelector(".option");
    const all = page.locator(".option");
    const right = await all.evaluateAll((items) => {
      const covered = document.querySelector<HTMLElement>(".group.covered .formula")?.dataset.tex;
      return items.findIndex((item) => item.querySelector("annotation")?.textContent === covered);
    });
    const count = await all.count();
    expect(count).toBeGreaterThan(1);
    const others = Array.from({ length: count }, (_, k) => k).filter((k) => k !== right);
    return { right: all.nth(right).getByRole("button"), wrong: all.nth(others[0] ?? 0) };
  };

  it("asks for the next line, answers a wrong one with its mistake and a number, and keeps what was found", async () => {
    await open("mse-line.html");
    const all = await visibleGroups();
    const derive = page.getByRole("button", { name: "Derive it yourself" });
    await derive.focus();
    await page.keyboard.press("Space");
    const { right, wrong } = await options();
    expect(await visibleGroups()).toBe(1);
    await wrong.getByRole("button").focus();
    await page.keyboard.press("Enter");
    expect(await wrong.locator(".slip").textContent()).toMatch(/missing|squared.*this line gives/);
    await right.click();
    expect(await page.locator("#step-2 .formula").isVisible()).toBe(true);
    expect(await page.locator(".found-count").textContent()).toMatch(/^1 of \d+ lines found out$/);
    await page.reload();
    await derive.click();
    await options();
    expect(await visibleGroups()).toBe(2);
    await page.locator(".type-it summary").click();
    const field = page.locator(".type-it input");
    for (const [typed, answer] of [
      ["x_i", /does not give the same numbers/],
      ["q_i", /cannot be checked/],
      ["∂/∂w (y_i − (w x_i + b))", /left side again/],
    ] as const) {
      await field.fill(typed);
      await field.press("Enter");
      expect(await page.locator(".type-it .slip").textContent()).toMatch(answer);
    }
    await field.fill("-x_i");
    await field.press("Enter");
    expect(await page.locator("#step-3 .formula").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Show the next line" }).click();
    expect(await page.locator("#step-4 .formula").isVisible()).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await visibleGroups()).toBe(all);
    await page.emulateMedia({ media: "screen" });
    await page.evaluate(() => {
      location.hash = "#step-6";
    });
    await page.waitForFunction(() => document.querySelector("#step-6 .covered") === null);
    await page.keyboard.press("Escape");
    expect(await visibleGroups()).toBe(all);
    expect(await page.locator(".ask").count()).toBe(0);
  });

  it("works the example out anew for other numbers, and folds it away", async () => {
    await open("mse-line.html");
    const numbers = page.locator("#step-1 .at-example");
    expect(await numbers.locator("annotation").textContent()).toMatch(/= 6\.5$/);
    await page.getByRole("button", { name: "Change the numbers" }).click();
    const form = page.getByRole("group", { name: "The numbers" });
    await form.getByLabel("w").fill("2");
    await form.getByLabel("b").fill("1");
    await expect.poll(() => numbers.locator("annotation").textContent()).toMatch(/= 0$/);
    await form.getByLabel("x").fill("[1, 2, 3]");
    await expect.poll(() => form.getByRole("status").textContent()).toMatch(/y has 2 entries/);
    await form.getByRole("button", { name: "The page’s own numbers" }).click();
    await expect.poll(() => numbers.locator("annotation").textContent()).toMatch(/= 6\.5$/);
    await page.getByRole("button", { name: /^Hide the numbers/ }).click();
    expect(await page.locator(".at-example:visible").count()).toBe(0);
    await page.reload();
    expect(await page.locator(".at-example:visible").count()).toBe(0);
  });

  it("lets the figure follow the numbers of the example, and says what it cannot show", async () => {
    await open("two-inputs.html");
    const figure = page.locator("#fig04");
    await figure.locator("#fig04-x").waitFor();
    const sentence = figure.locator(".says");
    const before = await sentence.textContent();
    await page.getByRole("button", { name: "Change the numbers" }).click();
    const form = page.getByRole("group", { name: "The numbers" });
    await form.getByLabel("x", { exact: true }).fill("-1");
    await expect.poll(() => figure.locator("#fig04-x").inputValue()).toBe("-1");
    await expect.poll(() => sentence.textContent()).not.toBe(before);
    await form.getByLabel("x", { exact: true }).fill("1000");
    await expect
      .poll(() => figure.locator(".note").textContent())
      .toMatch(/^The picture cannot show all .*: .*x/);
    await form.getByRole("button", { name: "The page’s own numbers" }).click();
    await expect.poll(() => sentence.textContent()).toBe(before);
    expect(await figure.locator(".note").textContent()).toBe("");
  });

  it("gives a symbol one look in text, formula, example and figure, and lights all of them at once", async () => {
    await open("mse-line.html");
    await page.waitForSelector(".figure [data-symbol='w'][data-look]");
    const places = [".lede i", ".formula .katex-html span", ".at-example span", ".figure label i"];
    const looks = await page.evaluate(
      (all) =>
        all.map((place) => {
          const number = document.querySelector<HTMLElement>(".figure [data-symbol='w']")?.dataset.s;
          const found = document.querySelector(`${place}[data-s="${number}"]`);
          const style = found === null ? undefined : getComputedStyle(found);
          return `${style?.color} ${style?.backgroundImage}`;
        }),
      places,
    );
    expect(looks[0]).toMatch(/^rgb.*gradient/);
    expect(new Set(looks).size).toBe(1);
    await page.locator(".figure label i[data-symbol='w']").hover();
    for (const place of [".lede i.lit", ".formula .lit", ".at-example .lit", ".figure .lit"])
      expect(await page.locator(place).count(), place).toBeGreaterThan(0);
  });

  it("lights up a symbol in every formula while its button is pressed, until Escape", async () => {
    await open("mse-line.html");
    const button = page.locator(".symbols-here button.symbol").first();
    await button.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".formula .lit").count()).toBeGreaterThan(4);
    expect(await button.getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Escape");
    expect(await page.locator(".lit").count()).toBe(0);
  });

  it("lights up the symbols of an exercise in its code, too", async () => {
    await open("ex10-mse-gradients.html");
    await page.locator("summary", { hasText: "Its symbols" }).click();
    await page.getByRole("button", { name: "x: show all places" }).click();
    expect(await page.locator(".bench pre .lit").count()).toBeGreaterThan(1);
  });

  it("copies a formula as the LaTeX that stands in the source", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open("mse-line.html");
    await page.locator(".copy").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "LaTeX copied" }).waitFor({ state: "attached" });
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(readFileSync(join(root, "site/derivations/mse-line.md"), "utf8")).toContain(`$$${copied}$$`);
  });

  it("keeps the theme that was chosen", async () => {
    await open("index.html");
    const button = page.locator("button.theme");
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await button.click();
    await button.click();
    expect(await button.textContent()).toBe("Theme: dark");
    const dark = await paper();
    expect(dark).not.toBe(light);
    await open("notation.html");
    expect(await paper()).toBe(dark);
  });

  it("opens hints one after the other", async () => {
    await open("ex10-mse-gradients.html");
    const hints = page.locator("#hints details");
    expect(await hints.evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([
      true,
      false,
      false,
    ]);
    await hints.first().locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await hints.evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("fills in the map with what was done in this browser, and goes on from there", async () => {
    await open("index.html");
    const first = await page.locator("[data-id]").first().getAttribute("data-id");
    expect(await page.locator("#continue").textContent()).toMatch(new RegExp(`^Begin with ${first}`));
    await page.evaluate(() =>
      localStorage.setItem(
        "chainrule/progress",
        JSON.stringify({
          "ex01-elementary-functions": { score: 15, maxScore: 15, status: "pass" },
          "ex02-central-difference": { score: 10, maxScore: 10, status: "pass" },
          "ex04-chain-rule": { score: 12, maxScore: 30, status: "fail" },
          "ex99-gone": "damaged",
        }),
      ),
    );
    await page.reload();
    expect(await page.locator('[data-id="ex02"]').getAttribute("class")).toContain("done");
    expect(await page.locator('[data-id="ex04"] .score').textContent()).toBe("12 of 30");
    expect(await page.locator(".unit[open] .unit-done").allTextContents()).toEqual(["2 of 8 done"]);
    expect(await page.locator("#continue").textContent()).toMatch(/^Continue with ex04/);
    expect(await page.locator("#continue").getAttribute("href")).toBe("ex04-chain-rule.html");
  });

  it("finds steps, tasks and errata, and keeps the words in the address", async () => {
    await open("search.html?q=overflow");
    const titles = await page.locator("#hits a").allTextContents();
    expect(titles.length).toBeGreaterThan(3);
    await page.locator("#q").fill("zzzz");
    expect(await page.locator("#found").textContent()).toBe("Nothing found");
    await page.locator("#q").fill("mseLossDw");
    await page.waitForURL(/\?q=mseLossDw$/);
    const first = async (words: string): Promise<string | null> => {
      await page.locator("#q").fill(words);
      const excerpts = (await page.locator("#hits p").allTextContents()).join("\n");
      expect(excerpts, words).not.toMatch(/[\\$]|\b(?:frac|partial|sum_)\b/);
      return page.locator("#hits a").first().getAttribute("href");
    };
    expect(await first("mseLossDw")).toBe("ex10-mse-gradients.html");
    expect(await first("backpropagation")).toMatch(/^backprop-/);
    for (const formula of ["∂L/∂w", "dL/dw", "\\frac{\\partial L}{\\partial w}"])
      expect(await first(formula)).toBe("mse-line.html#step-4");
  });

  it("shows everything without scripts, and no button that would do nothing", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    try {
      const still = await plain.newPage();
      await still.goto(`${server.origin}/mse-line.html`);
      expect(await still.locator(".step").count()).toBeGreaterThan(4);
      expect(await still.getByRole("button", { name: /Derive|Copy|Theme/ }).count()).toBe(0);
      await still.goto(`${server.origin}/ex10-mse-gradients.html`);
      expect(await still.getByRole("button", { name: /editor/ }).count()).toBe(0);
      expect(await still.locator(".workbench pre").isVisible()).toBe(true);
    } finally {
      await plain.close();
    }
  });

  it(
    "brings every figure to life when it comes near",
    async () => {
      const shown: string[] = [];
      for (const path of pagesIn(files).filter((one) => String(files.get(one)).includes("data-figure="))) {
        await open(path);
        for (const figure of await page.locator("[data-figure]").all()) {
          await figure.scrollIntoViewIfNeeded();
          const id = (await figure.getAttribute("data-figure")) ?? "";
          await page.waitForSelector(`[data-figure="${id}"][data-mounted]`);
          shown.push(id);
        }
      }
      // Every figure has its page, and no figure stands on two.
      expect(shown.sort()).toEqual(Object.keys(figures).sort());
    },
    LONG,
  );

  it(
    "opens the editor on the page, grades there, and leads from the finding to its step",
    async () => {
      const slug = "ex10-mse-gradients";
      const wrong = readFileSync(join(root, "tests/fixtures/fail/x-forgotten.ts"), "utf8");
      await context.addInitScript(
        ([key, text]) => {
          if (window === window.top) localStorage.setItem(key, text);
        },
        [`chainrule/work/${slug}`, wrong] as const,
      );
      page.setDefaultTimeout(LONG);
      await open(`${slug}.html`);
      await page.getByRole("button", { name: "Open the editor" }).click();
      // A plain field at once; the editor takes its text over.
      await page.locator("textarea.plain-field, .cm-content").first().waitFor();
      await page.waitForSelector(".cm-content");
      expect((await page.textContent(".cm-content"))?.replace(/\s/g, "")).toBe(wrong.replace(/\s/g, ""));
      for (const [width, height] of [
        [360, 740],
        [1280, 900],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.evaluate(() => scrollTo(0, 0));
        const judged = page.evaluate(
          () => new Promise<void>((r) => addEventListener("chainrule:verdict", () => r(), { once: true })),
        );
        await page.getByRole("button", { name: "Grade", exact: true }).click();
        await judged;
        const [score, sentence, picture] = await page.evaluate(() =>
          [".wb-score", ".wb-finding > p", ".wb-pictures"].map((part) => {
            const { top, bottom } = document.querySelector(part)?.getBoundingClientRect() ?? {
              top: -1,
              bottom: -1,
            };
            return { top, bottom };
          }),
        );
        expect(score?.top, `${width}: the score`).toBeGreaterThanOrEqual(0);
        expect(sentence?.top, `${width}: the sentence`).toBeGreaterThanOrEqual(0);
        expect(picture?.bottom, `${width}: the picture`).toBeLessThanOrEqual(height);
        expect(await page.locator(".bench").evaluate((bench) => bench.scrollTop)).toBe(0);
      }
      const link = page.locator('.workbench a[href^="mse-line.html#step-"]').first();
      await link.waitFor();
      await link.click();
      await page.waitForURL(/mse-line\.html#step-\d$/);
      expect(await page.locator(".step:target h2").count()).toBe(1);
    },
    LONG,
  );
});
