/** The pages as text: valid, and without what a browser would forgive. */
import { HtmlValidate } from "html-validate";
import { beforeAll, describe, expect, it } from "vitest";
import type { Page } from "../../grader/derivation/page.ts";
import { figures } from "../../site/figures/index.ts";
import { rawMaths } from "../../site/generator/audit/raw-maths.ts";
import type { File } from "../../site/generator/parts.ts";
import { setText } from "../../site/generator/text/set-text.ts";
import { shareOf } from "../share.ts";
import { builtFiles, pagesIn } from "./built-site.ts";
import { withoutDrawings } from "./without-drawings.ts";

let files: Map<string, File>;
beforeAll(async () => {
  files = await builtFiles();
});

const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // KaTeX places its boxes by inline styles.
    "no-inline-style": "off",
    // Written by machine: the form of a tag is nobody's reading.
    "void-style": "off",
    "long-title": "off",
    "no-trailing-whitespace": "off",
    // A list without marks loses its meaning in some browsers unless its role is given.
    "no-redundant-role": "off",
    // Served by GitHub Pages, and opened from disk: the same files, no hashes by hand.
    "require-sri": "off",
    "tel-non-breaking": "off",
  },
});

describe("the pages as text", () => {
  it("are valid HTML", async () => {
    const found: string[] = [];
    for (const path of shareOf(pagesIn(files), 25, (one) => one.replace(/\.html$/, ""))) {
      const report = await validator.validateString(withoutDrawings(String(files.get(path))), path);
      for (const { messages } of report.results)
        found.push(...messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`));
    }
    expect(found).toEqual([]);
  });

  /** The sentences of the wrong lines that readers may pick. */
  const sentencesOf = (path: string): readonly string[] => {
    const [, data] = /id="derivation-data">(.*?)<\/script>/.exec(String(files.get(path))) ?? [];
    const { displays } = JSON.parse(data ?? '{"displays":[]}') as Page;
    return displays.flatMap(({ wrong = [] }) => wrong.map((one) => one.says));
  };

  it("set the powers in the sentence of every wrong line", () => {
    const says = pagesIn(files).flatMap(sentencesOf);
    expect(says.filter((text) => text.includes("^")).length).toBeGreaterThan(0);
    expect(says.flatMap((text) => rawMaths(`<p>${setText(text)}</p>`))).toEqual([]);
  });

  it("answer a wrong line in the page's own words, without names that only the code of an exercise has", () => {
    // Those of calls are what these pages are about.
    const aboutCode = ["modules.html", "training-step.html"];
    const found = pagesIn(files)
      .filter((path) => !aboutCode.includes(path))
      .flatMap((path) => sentencesOf(path).map((says) => `${path}: ${says}`))
      .filter((line) => /: .*(?:\b[a-z]+[A-Z]\w*|\bd[A-Z]\b|\w\[\w|\w\(\)|\b[A-Z]\d\b)/.test(line));
    expect(found).toEqual([]);
  });

  it("say what they are: one heading of the first rank, a title and a description of their own", () => {
    const titles = new Map<string, string>();
    for (const path of pagesIn(files)) {
      const html = String(files.get(path));
      expect(html.match(/<h1[ >]/g), path).toHaveLength(1);
      const title = /<title>(.+)<\/title>/.exec(html)?.[1] ?? "";
      expect(titles.get(title), `${path} and another page are both called ${title}`).toBeUndefined();
      titles.set(title, path);
      expect(/<meta name="description" content="([^"]{30,})"/.test(html), path).toBe(true);
    }
  });

  it("name no other server but in links that a reader follows", () => {
    for (const [path, file] of files) {
      if (!/\.(html|css)$/.test(path)) continue;
      const loaded = [...String(file).matchAll(/\b(?:src|href|url\()[="']*(https?:[^"')]+)/g)].map(
        ([, url]) => url,
      );
      expect(loaded, path).toEqual([]);
    }
  });

  it("let nothing be fetched, and no script be written into a page", () => {
    for (const path of pagesIn(files)) {
      const policy = /Content-Security-Policy" content="([^"]*)"/.exec(String(files.get(path)))?.[1] ?? "";
      expect(policy, path).toContain("connect-src 'none'");
      expect(policy, path).toContain("default-src 'none'");
      expect(/script-src[^;]*'unsafe-(?:inline|eval)'/.test(policy), path).toBe(false);
    }
  });

  it("have a page for every exercise and every derivation, and one that says that there is none", () => {
    const paths = pagesIn(files);
    expect(paths).toEqual(
      expect.arrayContaining([
        "index.html",
        "404.html",
        "mse-line.html",
        "ex10-mse-gradients.html",
        "errata.html",
      ]),
    );
    expect(paths.filter((path) => /^ex\d\d-/.test(path)).length).toBeGreaterThanOrEqual(14);
  });

  it("are all reached from the start page, which shows pictures that are there", () => {
    const start = String(files.get("index.html"));
    const missing = pagesIn(files).filter((path) => {
      const isListed =
        /^(?:ex|d)\d\d-/.test(path) || String(files.get(path)).includes('class="derivation-page"');
      return isListed && !start.includes(`href="${path}"`);
    });
    expect(missing).toEqual([]);
    for (const id of Object.keys(figures)) {
      const still = String(files.get(`assets/stills/${id}.svg`));
      expect(still, id).toMatch(/^<svg [^>]*>[\s\S]*prefers-color-scheme[\s\S]*<\/svg>\n$/);
      expect(still, id).not.toMatch(/tabindex|NaN|undefined|https?:\/\/(?!www\.w3\.org\/2000\/svg")/);
    }
  });

  it("hold the steps that findings link to", () => {
    const html = String(files.get("mse-line.html"));
    for (const step of [1, 2, 3, 4, 5]) expect(html).toContain(`id="step-${step}"`);
  });
});
