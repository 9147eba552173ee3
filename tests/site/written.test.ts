/** A derivation written in a browser, from the first key to the file and back. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, browserNote, hasBrowser, launch } from "./browser.ts";
import { type Served, served } from "./built-site.ts";
import { writtenSite } from "./written-site.ts";

const SLUG = "d06-mse-line";
const right = readFileSync(resolve(import.meta.dirname, "../../solutions", `${SLUG}.md`), "utf8");
/** The judge starts on a machine that does other work. */
const LONG = 120_000;

/** The page as Chromium gives it to a screen reader: what is live, each field with its state, the formulas. */
async function heard(page: Page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const there = nodes.filter(({ ignored }) => !ignored);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const roleOf = ({ role }: (typeof nodes)[number]): string => String(role?.value ?? "");
  const textOf = (node: (typeof nodes)[number]): string =>
    roleOf(node) === "StaticText"
      ? String(node.name?.value ?? "")
      : (node.childIds ?? []).map((id) => textOf(byId.get(id)!)).join("");
  const within = (node: (typeof nodes)[number]): typeof nodes =>
    (node.childIds ?? []).flatMap((id) => [byId.get(id)!, ...within(byId.get(id)!)]);
  const stateOf = ({ properties = [] }: (typeof nodes)[number], name: string): unknown =>
    properties.find((one) => one.name === name)?.value.value;
  return {
    live: there
      .filter((node) => ["polite", "assertive"].includes(String(stateOf(node, "live"))))
      .filter((node) => stateOf(node, "root") === undefined || roleOf(node) === "status")
      .map((node) => `${roleOf(node)}: ${textOf(node).split(".")[0]}.`),
    lines: there
      .filter((node) => roleOf(node) === "textbox" && /^Line \d+$/.test(String(node.name?.value)))
      .map((node) => {
        const invalid = String(stateOf(node, "invalid") ?? "false");
        // A point depends on the draw; the word and the slip are what counts here.
        const says = String(node.description?.value ?? "").replace(/ At .+? this one \S+\./, "");
        const short = says.match(/^[^\w]*(Holds|Does not hold\.(?: The sign is flipped\.)?)/)?.[1] ?? says;
        return `${node.name?.value}, ${invalid === "true" ? "invalid" : "valid"}, ${short}`;
      }),
    // Each line's formula once: what is drawn of it is not heard a second time.
    formulas: there
      .filter((node) => roleOf(node) === "listitem")
      .map((node) => within(node).filter((inner) => /^(?:MathMLMath|math)$/i.test(roleOf(inner))).length)
      .filter((count) => count > 0),
    fractions: there.some((node) => /^MathMLFraction$/i.test(roleOf(node))),
  };
}

describe.skipIf(!hasBrowser)(`writing a derivation in the page${browserNote}`, () => {
  let server: Served;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    const { files, problems } = await writtenSite(SLUG);
    expect(problems).toEqual([]);
    [server, browser] = await Promise.all([served(files), launch()]);
  }, LONG);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function opened(width: number, dark = false): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
    });
    context.setDefaultTimeout(LONG);
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(`${server.origin}/${SLUG}.html`);
    await page.waitForSelector(".line-field textarea");
    return page;
  }

  const tones = (page: Page): Promise<(string | undefined)[]> =>
    page
      .locator(".written-line")
      .evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.tone));
  const said = async (page: Page, line: number): Promise<string> =>
    (await page
      .locator(".line-status")
      .nth(line - 1)
      .textContent()) ?? "";
  const says = (page: Page, line: number, what: RegExp): Promise<void> =>
    expect.poll(() => said(page, line), { timeout: LONG }).toMatch(what);

  it(
    "says of each typed line what is the matter, and nothing against it while it is typed",
    async () => {
      const page = await opened(1280);
      expect(await page.locator("script[src*=lines-judge]").count()).toBe(0);
      // What is said of a line within a second of its last key.
      await page.evaluate(() => {
        let last = 0;
        let typed: Element | null = null;
        const seen: string[] = [];
        Object.assign(globalThis, { seen });
        addEventListener(
          "input",
          ({ target }) => {
            last = performance.now();
            typed = (target as Element).closest("li");
          },
          true,
        );
        new MutationObserver((all) => {
          for (const { target } of all)
            if (performance.now() - last < 900 && target === typed)
              seen.push((target as HTMLElement).dataset.tone ?? "");
        }).observe(document.body, { subtree: true, attributeFilter: ["data-tone"] });
      });
      // What a screen reader is given to say, in its order.
      await page.evaluate(() => {
        const spoken: string[] = [];
        Object.assign(globalThis, { spoken });
        const region = document.querySelector("[role=status]") as Element;
        new MutationObserver(() => spoken.push(region.textContent ?? "")).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      });
      const { keyboard } = page;
      await page.getByLabel("Line 1", { exact: true }).focus();
      await keyboard.press("End");
      await keyboard.type(" 1/n \\sum_i d/dw (y_i - (w x_i + b))^2");
      await says(page, 1, /^✓Holds$/);
      await keyboard.press("Enter");
      await keyboard.type("1/n \\sum_i 2 (y_i - (w x_i + b)) x_i");
      await says(
        page,
        2,
        /^✗Does not hold\. At .+ the line before is −\d+, this one \d+\. The sign is flipped\./,
      );
      expect(await said(page, 2)).not.toContain("Step");
      await expect
        .poll(() => page.locator(".written-outcome").textContent(), { timeout: LONG })
        .toContain("The last line is not worth what the start is worth.");
      expect(await page.getByLabel("Line 2", { exact: true }).getAttribute("aria-invalid")).toBe("true");
      await expect.poll(() => page.getByRole("status").textContent()).toMatch(/^Line 2: Does not hold\./);
      const spoken = await page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);
      expect(spoken.filter((text) => /^Line 2: Does not hold\./.test(text))).toHaveLength(1);
      expect(await heard(page)).toEqual({
        live: ["status: Line 2: Does not hold."],
        lines: ["Line 1, valid, Holds", "Line 2, invalid, Does not hold. The sign is flipped."],
        formulas: [1, 1],
        fractions: true,
      });
      // The same slip again: now the page of the course is named.
      await keyboard.type(" + 0 w");
      await says(page, 2, /Step 3 of the derivation/);
      await keyboard.press("Enter");
      await keyboard.type("\\frac{2}{n} \\foo x_i");
      await says(page, 3, /^\?Cannot be read\. \\foo is no command .+ Go to place 15$/);
      expect(await page.locator(".mirror mark").last().textContent()).toBe("\\foo");
      await page.getByRole("button", { name: "Go to place 15" }).click();
      expect(await page.evaluate(() => getSelection()?.toString())).toBe("\\foo");
      await keyboard.press("Control+A");
      await keyboard.type("= \\frac{2}{n");
      await says(page, 3, /^…Not finished$/);
      await keyboard.press("ArrowUp");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(
        await page.getByLabel("Line 2", { exact: true }).getAttribute("id"),
      );
      expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).not.toContain(
        "bad",
      );
      expect(await tones(page)).toEqual(["good", "bad", "wait"]);
      await page.context().close();
      expect(complaints).toEqual([]);
    },
    LONG,
  );

  it.each([
    [1280, 900],
    [360, 740],
  ])(
    "brings what is said of a line into view, at %i × %i, without a window in the page",
    async (width, height) => {
      const page = await opened(width);
      await page.setViewportSize({ width, height });
      await page.getByLabel("Line 1", { exact: true }).focus();
      await page.keyboard.press("End");
      const lines: readonly (readonly [string, RegExp])[] = [
        [" 1/n \\sum_i d/dw (y_i - (w x_i + b))^2", /^✓Holds/],
        ["1/n \\sum_i 2 (y_i - (w x_i + b)) d/dw (y_i - (w x_i + b))", /^✓Holds/],
        ["1/n \\sum_i 2 (y_i - (w x_i + b)) x_i", /^✗Does not hold/],
      ];
      for (const [i, [line, what]] of lines.entries()) {
        await page.keyboard.type(line);
        await says(page, i + 1, what);
        const status = page.locator(".line-status").nth(i);
        const ends = () => status.evaluate((one) => one.getBoundingClientRect().bottom);
        await expect.poll(ends, { timeout: 10_000 }).toBeLessThanOrEqual(height);
        expect(await status.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
        await page.keyboard.press("Enter");
      }
      expect(await page.locator(".bench").evaluate((bench) => getComputedStyle(bench).overflowY)).toBe(
        "visible",
      );
      await page.context().close();
      expect(complaints).toEqual([]);
    },
    LONG,
  );

  it(
    "takes a file in, counts it, gives it back, and has it again after a reload, at 360 px and in the dark",
    async () => {
      const page = await opened(360, true);
      const file = right.replace("$$=", () => "A mean goes term by term.\n\n$$=").replaceAll("\n", "\r\n");
      await page.setInputFiles("input[type=file]", {
        name: "derivation.md",
        mimeType: "text/markdown",
        buffer: Buffer.from(file),
      });
      await expect
        .poll(() => page.locator(".written-score").textContent(), { timeout: LONG })
        .toMatch(/^Score 10 of 10/);
      expect(await tones(page)).toEqual(["good", "good", "good", "good"]);
      expect(await page.getByLabel("Reason for line 2").first().inputValue()).toBe(
        "A mean goes term by term.",
      );
      const [saved] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save as derivation.md" }).click(),
      ]);
      expect(saved.suggestedFilename()).toBe("derivation.md");
      expect(readFileSync(await saved.path(), "utf8")).toBe(file.replaceAll("\r\n", "\n"));
      expect(await page.evaluate(() => localStorage.getItem("chainrule/progress"))).toContain(
        '"status":"pass"',
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await page.evaluate(axe.source);
      const found = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
          preload: false,
          resultTypes: ["violations"],
        }),
      );
      expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await page.reload();
      await expect.poll(() => tones(page), { timeout: LONG }).toEqual(["good", "good", "good", "good"]);
      await page.getByRole("button", { name: "Begin anew" }).click();
      expect(await page.locator(".written-line").count()).toBe(1);
      const start = await page.getByLabel("Line 1", { exact: true }).inputValue();
      await page.getByRole("button", { name: "Remove line 1" }).click();
      expect(await page.getByLabel("Line 1", { exact: true }).inputValue()).toBe("");
      await page.getByRole("button", { name: "Bring the line back" }).click();
      expect(await page.getByLabel("Line 1", { exact: true }).inputValue()).toBe(start);
      await page.getByRole("button", { name: "Bring my text back" }).click();
      expect(await page.locator(".written-line").count()).toBe(4);
      await page.context().close();
      expect(complaints).toEqual([]);
    },
    LONG,
  );
});
