/** The workbench as a student meets it: with a mouse, with a keyboard alone, from a server and from disk. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { browserNote, hasBrowser, launch } from "./browser.ts";
import { type PlaygroundSite, playgroundSite } from "./playground-site.ts";

const root = join(import.meta.dirname, "../..");
const slug = "ex10-mse-gradients";
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");
const right = textOf(`solutions/${slug}.ts`);
const wrong = textOf("tests/fixtures/fail/x-forgotten.ts");
const syntax = textOf("tests/fixtures/fail/syntax.ts");
const stub = textOf(`exercises/${slug}/mse-gradients.ts`);
const endless = "for (;;) {}\nexport const mseLossDw = () => 0;\n";
/** What a run may take before it is ended: the deadline for loading, and what a busy machine adds. */
const endsWithin = 20_000;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

describe.skipIf(!hasBrowser)(`the workbench${browserNote}`, () => {
  let site: PlaygroundSite;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[] = [];
  const asked: string[] = [];

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

  const isOwn = (url: string): boolean => /^(blob:|data:|about:)/.test(url) || url.startsWith(site.origin);

  interface Visit {
    readonly work?: string;
    readonly width?: number;
    readonly dark?: boolean;
    readonly address?: string;
  }

  /** Opens the page in a profile of its own, with a text that was saved before. */
  async function open({ work, width = 1280, dark = false, address }: Visit = {}): Promise<void> {
    context = await browser.newContext({
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

  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const text = (): Promise<string> =>
    page.evaluate(() =>
      [...document.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"),
    );
  const status = (): Promise<string | null> => page.textContent(".wb-status");

  /** Grades, and says what the new verdict scores. */
  async function grade(): Promise<string | null> {
    const judged = page.evaluate(
      () => new Promise<void>((r) => addEventListener("chainrule:verdict", () => r(), { once: true })),
    );
    await button("Grade").click();
    await judged;
    return page.textContent(".wb-score strong");
  }

  /** The page answers to a click while something runs. */
  async function isResponsive(): Promise<boolean> {
    const begun = performance.now();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return performance.now() - begun < 2000;
  }

  it("shows the stub, says what waits, and asks nobody else", async () => {
    await open();
    expect(await text()).toBe(stub);
    expect(await grade()).toBe("0 of 20");
    expect(await page.textContent(".wb-finding")).toContain(
      "These functions are still stubs: mseLossDw, mseLossDb.",
    );
    expect(asked.length).toBeGreaterThan(2);
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
    const picture = await finding.locator(".wb-pictures").boundingBox();
    expect((picture?.y ?? 0) + (picture?.height ?? 0), "the picture is in view").toBeLessThanOrEqual(900);
    expect((await page.locator(".wb-score").boundingBox())?.y, "the score is, too").toBeGreaterThanOrEqual(0);
  });

  it("points at a syntax error, in the margin and from the verdict", async () => {
    await open({ work: syntax });
    await grade();
    expect(await page.textContent(".wb-place")).toMatch(/3 \| {3}return x\.length \* ;\n +\| +\^$/);
    expect(await page.locator(".cm-lint-marker-error").count()).toBe(1);
    await button("Go to mse-gradients.ts:3").click();
    await page.keyboard.type("2");
    expect(await text()).toContain("return x.length * 2;");
  });

  it("ends an endless loop at the deadline, and the page stays usable", async () => {
    await open({ work: endless });
    await button("Grade").click();
    await page.waitForSelector("[data-running]");
    expect(await isResponsive()).toBe(true);
    await page.getByText("Grading. Stop ends it.").waitFor();
    await page.waitForSelector(".wb-score");
    expect(await page.textContent(".wb-finding")).toContain("No answer within 2000 ms.");
    await page.locator(".cm-content").fill(right);
    expect(await grade()).toBe("20 of 20");
  });

  it("never runs what was saved, and gives the stub back after it", async () => {
    await open({ work: endless });
    expect(await status()).toBe("Your text from last time is back. Nothing runs until you grade it.");
    expect(await page.locator("iframe").count(), "nothing was started").toBe(0);
    await button("Grade").click();
    await page.waitForSelector("[data-running]");
    await page.reload();
    await page.waitForSelector(".cm-content");
    expect(await page.locator("iframe").count()).toBe(0);
    await button("Grade").click();
    await page.waitForSelector("[data-running]");
    await button("Reset to stub").click();
    await page.waitForSelector(".workbench:not([data-running])");
    expect(await text()).toBe(stub);
    expect(await status()).toBe("The stub is back. Your text is put aside.");
    expect(await grade()).toBe("0 of 20");
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

  it("stops when it is told to, and grades the next text", async () => {
    await open({ work: endless });
    await button("Grade").click();
    await button("Stop").click();
    await page.waitForSelector(".workbench:not([data-running])");
    expect(await status()).toBe("Stopped. Nothing was graded.");
    expect(await page.locator("iframe").count()).toBe(0);
    await page.locator(".cm-content").fill(right);
    expect(await grade()).toBe("20 of 20");
  });

  it("stops at once also while the judge still starts", async () => {
    await open({ work: endless });
    const left = await page.evaluate(() => {
      for (const name of ["Grade", "Stop"])
        for (const button of document.querySelectorAll("button"))
          if (button.textContent === name) button.click();
      return document.querySelectorAll("iframe").length;
    });
    expect(left, "the frame is gone before anything of it was loaded").toBe(0);
    await page.waitForSelector(".workbench:not([data-running])");
    expect(await status()).toBe("Stopped. Nothing was graded.");
    await page.locator(".cm-content").fill(right);
    expect(await grade()).toBe("20 of 20");
  });

  it("lets a submission reach nothing: no network, no store, no other worker, no page", async () => {
    const names = [
      ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "Worker", "SharedWorker"],
      ...[
        "indexedDB",
        "caches",
        "BroadcastChannel",
        "navigator",
        "WebTransport",
        "RTCPeerConnection",
        "FontFace",
      ],
      ...[
        "self",
        "postMessage",
        "close",
        "onmessage",
        "addEventListener",
        "location",
        "crypto",
        "performance",
      ],
      ...["setTimeout", "queueMicrotask", "Blob", "URL", "MessageChannel", "eval", "WebAssembly", "Event"],
    ];
    const probe = `
      const found = ${JSON.stringify(names)}.filter((name) => {
        for (let at = globalThis; at !== null; at = Object.getPrototypeOf(at))
          if (Object.getOwnPropertyDescriptor(at, name) !== undefined) return true;
        return false;
      });
      const plain = ["console", "globalThis", "undefined", "isFinite", "isNaN", "parseFloat", "parseInt",
        "encodeURI", "encodeURIComponent", "decodeURI", "decodeURIComponent"];
      const more = Object.getOwnPropertyNames(globalThis).filter((n) => /^[a-z]/.test(n) && !plain.includes(n));
      let made = "made";
      try { new Function("return 1")(); } catch (error) { made = error.name; }
      let asked = "asked";
      try { fetch("${site.origin}/play/editor.js"); } catch (error) { asked = error.message; }
      console.log("seen: found " + found + "; more " + more + "; " + made + "; " + asked);
      export const mseLossDw = () => 0;`;
    await open({ work: probe });
    await grade();
    expect(await page.textContent(".wb-output")).toContain(
      "seen: found ; more ; EvalError; fetch is not defined",
    );
  });

  it("has a policy that holds where a name is found again", async () => {
    await open();
    await page.evaluate(async () => {
      const folder = new URL("../play/", location.href).href;
      await (await chainrulePlayground.grader("ex10-mse-gradients", folder)).grade("", 1);
    });
    const fence = page.frames().find((frame) => frame.parentFrame() !== null);
    const tried = await fence?.evaluate(async (address) => {
      const script = `onmessage = async ({ data }) => {
        const tries = {
          fetch: () => fetch(data), script: () => importScripts(data),
          socket: () => new Promise((ok, no) => { const s = new WebSocket(data.replace("http", "ws")); s.onopen = ok; s.onerror = () => no(new Error("refused")); }),
          store: () => indexedDB.open("x"), caches: () => caches.open("x"),
        };
        const got = {};
        for (const [name, go] of Object.entries(tries)) try { await go(); got[name] = "reached"; } catch { got[name] = "refused"; }
        postMessage(got);
      }`;
      const worker = new Worker(URL.createObjectURL(new Blob([script])));
      const answer = new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
      });
      worker.postMessage(address);
      return answer;
    }, `${site.origin}/play/editor.js`);
    const refused = "refused";
    expect(tried).toEqual({
      fetch: refused,
      script: refused,
      socket: refused,
      store: refused,
      caches: refused,
    });
    // The browser reports what its policy refused; that is what was asked of it.
    complaints = complaints.filter((line) => !/Content Security Policy|WebSocket/.test(line));
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
