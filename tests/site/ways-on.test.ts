/** From one page to the next: the map, the search, the hints, the editor and what it sends to. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { browserNote, hasBrowser } from "./browser.ts";
import { root } from "./built-site.ts";
import { context, LONG, open, openedSite, page } from "./opened-site.ts";

describe.skipIf(!hasBrowser)(`ways on${browserNote}`, () => {
  openedSite();

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
          "ex04-chain-rule": { score: 12, maxScore: 20, status: "fail" },
          "ex99-gone": "damaged",
        }),
      ),
    );
    await page.reload();
    expect(await page.locator('[data-id="ex02"]').getAttribute("class")).toContain("done");
    expect(await page.locator('[data-id="ex04"] .score').textContent()).toBe("12 of 20");
    expect(await page.locator(".unit[open] .unit-done").allTextContents()).toEqual(["2 of 9 done"]);
    expect(await page.locator("#continue").textContent()).toMatch(/^Continue with ex04/);
    expect(await page.locator("#continue").getAttribute("href")).toBe("ex04-chain-rule.html");
  });

  it("finds steps, tasks and errata, and keeps the words in the address", async () => {
    await open("search.html?q=overflow");
    const titles = await page.locator("#hits a").allTextContents();
    expect(titles.length).toBeGreaterThan(3);
    await page.locator("#q").fill("zzzz");
    expect(await page.locator("#found").textContent()).toBe("Nothing found");
    expect(
      await page.locator("#otherwise a").evaluateAll((all) => all.map((a) => a.checkVisibility())),
    ).toEqual([true, true, true]);
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
    expect(await first("sigma'")).toBe(await first("σ′"));
    expect(await first("σ'(z)")).toMatch(/^sigmoid\.html#step-/);
    expect(await first("∇_w L")).toBe("bce-gradient.html#step-6");
    for (const [words, page] of [
      ["back propagation", "backprop-layers.html"],
      ["vanishing gradient", "deep-gradients.html"],
      ["gradient descent", "gradient-descent.html"],
      ["crossentropy", "ex42-cross-entropy.html"],
      ["minibatch", "ex56-mini-batches.html"],
      ["learning rate", "glossary.html#learning-rate"],
      ["mse-gradients", "ex10-mse-gradients.html"],
      ["log-sum-exp", "glossary.html#log-sum-exp"],
      ["logsumexp", "glossary.html#log-sum-exp"],
      ["overfitting", "glossary.html#overfitting"],
      ["regularization", "glossary.html#hinge-loss"],
      ["svm", "glossary.html#hinge-loss"],
    ] as const)
      expect(await first(words), words).toBe(page);
    expect(await page.locator("#otherwise").isVisible()).toBe(false);
    await page.locator("#q").fill("sigmoid derivative");
    expect(await page.locator("#hits > li").count()).toBe(20);
    expect(await page.locator("#found").textContent()).toMatch(/^\d+ found\. The nearest 20 are here/);
  });

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
