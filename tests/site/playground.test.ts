/** The workbench as a student meets it: with a mouse, with a keyboard alone, from a server and from disk. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { browserNote, hasBrowser } from "./browser.ts";
import {
  asked,
  button,
  grade,
  open,
  page,
  right,
  site,
  slug,
  status,
  stub,
  syntax,
  text,
  workbench,
  wrong,
} from "./opened-workbench.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** One function gives a list where a number is due, the other is wrong. */
const shapeless = `export const mseLossDw = (x: number[]) => x;
export const mseLossDb = (x: number[], y: number[], w: number, b: number) =>
  (2 / x.length) * x.reduce((s, xi, i) => s + (y[i]! - w * xi - b), 0);
`;

describe.skipIf(!hasBrowser)(`the workbench${browserNote}`, () => {
  workbench();

  it("shows the stub, says what waits, and asks nobody else", async () => {
    await open();
    expect(await text()).toBe(stub);
    expect(await grade()).toBe("0 of 20");
    expect(await page.textContent(".wb-finding")).toContain(
      "These functions are still stubs: mseLossDw, mseLossDb.",
    );
    expect(asked.length).toBeGreaterThan(2);
  });

  it("has its judge ready before anybody asks for a verdict, and has run nothing by then", async () => {
    await open({ work: right });
    await page.locator("iframe[title='Where submissions run']").waitFor({ state: "attached" });
    expect(await page.locator(".wb-verdict").textContent()).toBe("");
    expect(page.workers().length).toBeLessThanOrEqual(1);
  });

  it("has an empty worker ready for the next text once somebody turns to it, and again after a verdict", async () => {
    await open({ work: right });
    const running = (count: number): Promise<unknown> =>
      expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(count);
    await running(1);
    await page.locator(".cm-content").focus();
    await running(2);
    expect(await page.locator(".wb-verdict").textContent()).toBe("");
    expect(await grade()).toBe("20 of 20");
    await running(1);
    await page.locator(".cm-content").focus();
    await running(2);
    await page.reload();
    await running(1);
  });

  it("draws what the next grading asks while nobody waits for it, with the seed that this one then has", async () => {
    await open({ work: right });
    await page.addInitScript(() => {
      const post = Worker.prototype.postMessage;
      const told: { kind: string; seed?: number }[] = [];
      Object.assign(globalThis, { told });
      Worker.prototype.postMessage = function (message: { kind: string; seed?: number }, ...rest: []) {
        // Another test's: a worker that waits for the next text.
        if (message.kind !== "start")
          told.push({ kind: message.kind, ...(message.seed === undefined ? {} : { seed: message.seed }) });
        post.call(this, message, ...rest);
      };
    });
    await page.reload();
    const drawn = (count: number): Promise<unknown> =>
      page.waitForFunction(
        (n) =>
          (globalThis as unknown as { told: { kind: string }[] }).told.filter(({ kind }) => kind === "draw")
            .length === n,
        count,
      );
    await drawn(1);
    expect(await grade()).toBe("20 of 20");
    await drawn(2);
    await page.getByLabel("Seed").fill("7");
    expect(await grade()).toBe("20 of 20");
    await drawn(3);
    const told = await page.evaluate(
      () => (globalThis as unknown as { told: { kind: string; seed?: number }[] }).told,
    );
    const [begun, first, asked, second, typed, third] = told;
    expect(told.map(({ kind }) => kind)).toEqual(["begin", "draw", "grade", "draw", "grade", "draw"]);
    expect([begun?.seed, asked?.seed, typed?.seed, third?.seed]).toEqual([undefined, first?.seed, 7, 7]);
    expect(second?.seed).not.toBe(first?.seed);
  });

  it("passes a right answer, remembers it, and tells the page", async () => {
    await open({ work: right });
    await page.evaluate(() => {
      document.addEventListener("chainrule:progress", (event) => {
        document.body.dataset.told = JSON.stringify((event as CustomEvent).detail);
      });
    });
    expect(await grade()).toBe("20 of 20");
    expect(await page.locator(".wb-finding").count()).toBe(0);
    const reached = { score: 20, maxScore: 20, status: "pass" };
    const kept = await page.evaluate(() => localStorage.getItem("chainrule/progress"));
    expect(JSON.parse(kept ?? "")).toEqual({ [slug]: reached });
    expect(JSON.parse((await page.getAttribute("body", "data-told")) ?? "")).toEqual({ slug, ...reached });
    expect(await status()).toBe("Score 20 of 20. All checks passed.");
    expect(await page.textContent(".wb-after")).toMatch(
      /^Shown: mseLossDw, mseLossDb are right on \d+ drawn inputs, .* central differences at \d+ points/,
    );

    await button("Reset to stub").click();
    await grade();
    const after = await page.evaluate(() => localStorage.getItem("chainrule/progress"));
    expect(JSON.parse(after ?? "")[slug], "a later stub takes nothing away").toEqual(reached);
  });

  it("names the mistake, draws the counterexample, and leads to the step that cures it", async () => {
    await open({ work: wrong });
    await page.getByLabel("Seed").fill("7");
    expect(await grade()).toBe("0 of 20");
    const finding = page.locator(".wb-finding").first();
    expect(await finding.textContent()).toContain('This is "x forgotten", on 200 of 200 inputs.');
    expect(await finding.locator(".wb-comparison").textContent()).toMatch(
      /^yours +4\.833333\nexpected +-16\.58333 +\(numerical -16\.58333 ± \d/,
    );
    expect(await finding.locator("svg .wb-point").count()).toBe(3);
    expect(await finding.locator("svg .wb-residual").count()).toBe(3);
    expect(await finding.locator("svg").nth(1).getAttribute("aria-label")).toBe(
      "Yours 4.833; expected -16.58",
    );
    expect(await finding.getByRole("link").getAttribute("href")).toBe("../derivations/mse-line.html#step-4");
    expect(await status()).toBe("Score 0 of 20. Wrong gradient in mseLossDw, and 1 more.");
    expect((await page.locator(".wb-score").boundingBox())?.y, "the score is in view").toBeGreaterThanOrEqual(
      0,
    );
  });

  it.each([
    ["a mistake and its picture", 1280, 900, wrong, true],
    ["a mistake and its picture", 360, 740, wrong, true],
    // The first finding has no picture; one further down has.
    ["a shape that does not fit", 1280, 900, shapeless, false],
    ["a shape that does not fit", 360, 740, shapeless, false],
  ])(
    "has %s in view after a run, at %i × %i, without a window in the page",
    async (_, width, height, work, isDrawn) => {
      await open({ work, width });
      await page.setViewportSize({ width, height });
      await grade();
      const finding = page.locator(".wb-finding").first();
      expect(await page.locator(".wb-pictures").count()).toBeGreaterThan(0);
      expect(await finding.locator(".wb-pictures").count()).toBe(isDrawn ? 1 : 0);
      for (const part of ["> p", ...(isDrawn ? [".wb-pictures"] : [])]) {
        const { y, height: own } = (await finding.locator(part).first().boundingBox()) ?? {
          y: -1,
          height: 0,
        };
        expect(y, `${part} begins`).toBeGreaterThanOrEqual(0);
        expect(y + own, `${part} ends`).toBeLessThanOrEqual(height);
      }
      const windows = await finding.evaluate((one) => {
        const around: string[] = [];
        for (let at = one.parentElement; at !== null && at !== document.body; at = at.parentElement)
          if (/auto|scroll/.test(getComputedStyle(at).overflowY)) around.push(at.className);
        return around;
      });
      expect(windows).toEqual([]);
    },
  );

  it("points at a syntax error, in the margin and from the verdict", async () => {
    await open({ work: syntax });
    await grade();
    expect(await page.textContent(".wb-place")).toMatch(/3 \| {3}return x\.length \* ;\n +\| +\^$/);
    expect(await page.locator(".cm-lint-marker-error").count()).toBe(1);
    await button("Go to mse-gradients.ts:3").click();
    await page.keyboard.type("2");
    expect(await text()).toContain("return x.length * 2;");
  });

  it("brings a text back that a reset took, also the next day", async () => {
    await open({ work: wrong });
    await button("Reset to stub").click();
    await page.reload();
    await page.waitForSelector(".cm-content");
    await button("Bring my text back").click();
    expect(await text()).toBe(wrong);
    await button("Reset to stub").click();
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Control+z");
    expect(await text(), "undoing does as well").toBe(wrong);
  });

  it("works from disk", async () => {
    await open({ work: wrong, address: site.onDisk(slug) });
    expect(await grade()).toBe("0 of 20");
    await page.locator(".cm-content").fill(right);
    expect(await grade()).toBe("20 of 20");
  });

  it("can be used by keyboard alone, and lets go of it", async () => {
    await open();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const at = document.activeElement;
        return (
          at?.getAttribute("aria-label") ??
          (at as HTMLInputElement)?.labels?.[0]?.textContent ??
          at?.textContent ??
          ""
        );
      });
    const editor = "Your answer, mse-gradients.ts";
    await page.getByRole("link", { name: "Before the editor" }).focus();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe(editor);
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(), "Tab indents").toBe(editor);
    expect(await text()).toBe(`${stub}\n  `);
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector(".wb-score");
    expect(await focused(), "grading leaves the cursor where it is").toBe(editor);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Grade");
    for (const name of ["Reset to stub", "Seed", "Hints"]) {
      await page.keyboard.press("Tab");
      expect(await focused()).toBe(name);
    }
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("Before the editor");
  });

  it("refuses a seed that is none, in one line", async () => {
    await open();
    await page.getByLabel("Seed").fill("-1");
    await button("Grade").click();
    expect(await status()).toBe("The seed is a whole number from 0 to 4294967295, or nothing.");
    expect(await page.getByLabel("Seed").getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(".wb-score").count()).toBe(0);
  });

  for (const width of [360, 1280]) {
    for (const dark of [false, true]) {
      it(`fits into ${width} pixels and can be read by everyone, ${dark ? "dark" : "light"}`, async () => {
        await open({ work: wrong, width, dark });
        await grade();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBe(0);
        // The page's policy takes no script from elsewhere: this one is put in from outside.
        await page.evaluate(readFileSync(axe, "utf8"));
        const found = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run(options: object): Promise<{ violations: Violation[] }> };
          };
          interface Violation {
            id: string;
            nodes: { html: string; failureSummary: string }[];
          }
          const { violations } = await axe.run({ resultTypes: ["violations"] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
        });
        expect(found).toEqual([]);
      });
    }
  }
});
