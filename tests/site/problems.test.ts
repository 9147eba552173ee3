/** A site with a fault in it is not built: the fault is named with file, line and formula. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { alternatives } from "../../site/generator/audit/alternatives.ts";
import { audit } from "../../site/generator/audit/audit.ts";
import { rawMaths } from "../../site/generator/audit/raw-maths.ts";
import type { Course } from "../../site/generator/course.ts";
import { derivationPage } from "../../site/generator/derivation/derivation-page.ts";
import { readDerivation } from "../../site/generator/derivation/read-derivation.ts";
import { partsOf } from "../../site/generator/parts.ts";
import { type Problem, problemText, SiteError } from "../../site/generator/problem.ts";
import { markdown } from "../../site/generator/text/markdown.ts";
import { root } from "./built-site.ts";

const line = readFileSync(join(root, "site/derivations/mse-line.md"), "utf8");

/** What is said of a derivation, one line a problem. */
function said(text: string): string[] {
  try {
    readDerivation("mse-line", text);
    return [];
  } catch (error) {
    if (error instanceof SiteError) return error.problems.map(problemText);
    throw error;
  }
}

const setting = (text: string): Problem[] => {
  const problems: Problem[] = [];
  markdown(text, { file: "a.md", text, problems });
  return problems;
};

describe("a site is not built", () => {
  it("unless its sources are right: this derivation is", () => {
    expect(said(line)).toEqual([]);
    expect(said(line.replaceAll("\n", "\r\n"))).toEqual([]);
  });

  it("if a relation is false", () => {
    const [first] = said(
      line.replace("= -\\frac{2}{n} \\sum_{i=1}^{n} x_i", "= \\frac{2}{n} \\sum_{i=1}^{n} x_i"),
    );
    expect(first).toMatch(/^site\/derivations\/mse-line\.md:\d+: .*\\frac\{2\}\{n\}.*step 4/);
  });

  it("if a symbol is not declared", () => {
    const [first] = said(line.replace("(w x_i + b)\\bigr)^2$$", "(w x_i + q)\\bigr)^2$$"));
    expect(first).toMatch(/mse-line\.md:\d+: .*\bq\b/);
  });

  it("if a declaration cannot be read", () => {
    expect(said(line.replace("size     number of examples", "sort     number of examples"))[0]).toMatch(
      /mse-line\.md:\d+: n.*"sort" is no domain/,
    );
  });

  it("if a bracket of a formula in the text is not closed", () => {
    const [problem] = setting("One.\n\nTwo $\\frac{1}{n$ three.");
    expect(problem && problemText(problem)).toMatch(/^a\.md:3: \$\\frac\{1\}\{n\$: /);
  });

  it("if a derivation asks for a figure that is not there", () => {
    const text = line.replace("## Step 2:", "```figure\nfig99\n```\n\n## Step 2:");
    const problems: Problem[] = [];
    derivationPage(
      readDerivation("mse-line", text),
      { exercises: [], written: [] },
      partsOf({ figures: {} }),
      problems,
    );
    expect(problems.map(problemText)).toContainEqual(
      expect.stringMatching(/^site\/derivations\/mse-line\.md:\d+: fig99: no figure/),
    );
  });

  it.each([
    ["x = [1, 2]\n", "x = [1, 2, 3]\n", /y has 2 entries where n is 3/],
    ["x = [1, 2]\n", "q = [1, 2]\n", /q is not declared/],
    ["x = [1, 2]\n", "x = one\n", /one is no number/],
    ["-\\frac{2}{n} -> \\frac{2}{n} :", "\\frac{3}{n} -> \\frac{2}{n} :", /does not hold \\frac\{3\}/],
    ["x_i^2 -> x_i :", "x_i^2 -> x_i x_i :", /does not tell it from the right line/],
  ])("if the example is wrong: %s → %s", (from, to, what) => {
    expect(line).toContain(from);
    expect(said(line.replace(from, () => to))[0]).toMatch(what);
  });

  it("if a wrong line names a mistake that no exercise has", () => {
    const text = line.replace(": x-forgotten", ": x-lost");
    const problems: Problem[] = [];
    const exercise = { derivation: "mse-line", mistakes: { f: {} }, functions: {} };
    const course = { exercises: [exercise], written: [] } as unknown as Course;
    derivationPage(readDerivation("mse-line", text), course, partsOf({ figures: {} }), problems);
    expect(problems.map(problemText)).toContainEqual(expect.stringMatching(/md:\d+: x-lost: no mistake/));
  });

  it.each([
    ["a dollar that opens no formula", "<p>It costs $x_i here</p>"],
    ["a command outside of a formula", "<p>see \\frac here</p>"],
    ["a power as a keyboard has it", "<li>This is ln(1 + e^(−z)).</li>"],
    ["a formula that KaTeX refused", '<p><span class="katex-error">x</span></p>'],
  ])("if a page shows %s", (_, html) => {
    expect(rawMaths(html)).not.toEqual([]);
  });

  it("but code may hold dollars, and a formula its own LaTeX", () => {
    expect(rawMaths("<p><code>$x</code></p><pre>$x$</pre>")).toEqual([]);
    expect(
      rawMaths(markdown("So $\\frac{1}{n}$, ($x$), $y$-th; $z$.", { file: "a.md", text: "", problems: [] })),
    ).toEqual([]);
  });

  it.each([
    ["an image", '<img src="a.png">'],
    ["an image with an empty text", '<img src="a.png" alt="">'],
    ["a drawing", "<svg><path/></svg>"],
    ["a canvas", "<canvas></canvas>"],
  ])("if %s says nothing to those who do not see it", (_, html) => {
    expect(alternatives(html)).toHaveLength(1);
  });

  it.each([
    ["a page", '<a href="nowhere.html">x</a>', "nowhere.html"],
    ["an anchor of another page", '<a href="other.html#step-9">x</a>', "other.html#step-9"],
    ["an anchor of its own", '<a href="#gone">x</a>', "#gone"],
    ["a script", '<script src="assets/gone.js"></script>', "assets/gone.js"],
    ["a description", '<button aria-describedby="gone">x</button>', "gone"],
  ])("if a page refers to %s that is not there", (_, html, where) => {
    const files = new Map([
      ["page.html", html],
      ["other.html", '<h2 id="step-1">x</h2><a href="page.html">x</a>'],
    ]);
    const origins = new Map([["page.html", { file: "site/pages/page.md", text: `one\n\ntwo ${where}` }]]);
    expect(audit(files, origins).map(problemText)).toEqual([
      expect.stringMatching(new RegExp(`^site/pages/page\\.md:3: ${where.replace(/[.#]/g, "\\$&")}: a `)),
    ]);
  });
});
