import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { withPackedFormulas } from "../../grader/class/student/packed-formulas.ts";
import type { File } from "../../site/generator/parts.ts";
import { type Browser, browserNote, hasBrowser, launch } from "./browser.ts";
import { builtFiles, onDisk, pagesIn } from "./built-site.ts";

let files: Map<string, File>;
beforeAll(async () => {
  files = await builtFiles();
}, 300_000);

const packed = (): Map<string, File> =>
  new Map(
    [...files].map(([path, file]) => [
      path,
      path.endsWith(".html") ? withPackedFormulas(String(file)) : file,
    ]),
  );

test("packed formulas are the page's own, byte for byte, and the page takes less than half", () => {
  let [before, after] = [0, 0];
  for (const path of pagesIn(files)) {
    const html = String(files.get(path));
    const page = withPackedFormulas(html);
    before += html.length;
    after += page.length;
    const [, text] = / data-packed="([^"]*)"/.exec(page) ?? [];
    const formulas =
      text === undefined
        ? []
        : (JSON.parse(inflateSync(Buffer.from(text, "base64")).toString()) as readonly string[]);
    let i = 0;
    const unpacked = page
      .replace(/<noscript>.*<\/noscript>\n/, "")
      .replace(/<template id="packed-formulas".*<\/template>\n/, "")
      .replace(/<span class="katex-html" aria-hidden="true">/g, (open) => open + formulas[i++]);
    expect(unpacked === html, path).toBe(true);
    expect(i, path).toBe(formulas.length);
  }
  expect(after).toBeLessThan(before / 2);
});

describe.skipIf(!hasBrowser)(`pages with packed formulas, from disk${browserNote}`, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let place: ReturnType<typeof onDisk>;
  beforeAll(async () => {
    browser = await launch();
    place = onDisk(packed());
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    place?.remove();
  });
  afterEach(() => context?.close());
  const open = async (path: string, hasScripts = true): Promise<void> => {
    context = await browser.newContext({ javaScriptEnabled: hasScripts });
    page = await context.newPage();
    await page.goto(pathToFileURL(join(place.folder, path)).href);
  };

  test.each(["mse-line.html", "ex10-mse-gradients.html", "notation.html"])(
    "%s shows the formulas that it shows elsewhere",
    { timeout: 60_000 },
    async (path) => {
      await open(path);
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".katex-html")].every((x) => x.firstChild),
      );
      const shown = await page.locator(".katex-html").evaluateAll((all) => all.map((one) => one.innerHTML));
      const plain = await context.newPage();
      await plain.setContent(String(files.get(path)).replace(/<script[^>]*><\/script>/g, ""));
      const built = await plain.locator(".katex-html").evaluateAll((all) => all.map((one) => one.innerHTML));
      expect(shown.length).toBeGreaterThan(5);
      expect(shown).toEqual(built);
    },
  );

  test("without scripts the browser sets them by itself", { timeout: 60_000 }, async () => {
    await open("mse-line.html", false);
    const maths = page.locator(".formula .katex-mathml math").first();
    await maths.scrollIntoViewIfNeeded();
    const { width, height, isSeen } = await maths.evaluate((math) => {
      const { x, y, width: wide, height: high } = math.getBoundingClientRect();
      // What is clipped away is under no pointer.
      const seen = document.elementFromPoint(x + wide / 2, y + high / 2)?.closest("math") === math;
      return { width: wide, height: high, isSeen: seen };
    });
    expect(isSeen).toBe(true);
    expect(width).toBeGreaterThan(40);
    expect(height).toBeGreaterThan(10);
  });

  test("what works on formulas works on these", { timeout: 60_000 }, async () => {
    await open("mse-line.html");
    await page.getByRole("button", { name: "Copy LaTeX" }).first().waitFor();
    await page.locator(".formula .katex-html [data-s]").first().hover();
    expect(await page.locator(".katex-html .lit").count()).toBeGreaterThan(0);
  });
});
