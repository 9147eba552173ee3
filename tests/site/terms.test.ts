import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { termsIn, withTerms } from "../../site/generator/text/terms.ts";

const text = readFileSync(join(import.meta.dirname, "../../site/pages/glossary.md"), "utf8");
const terms = termsIn(text);
const linked = (html: string, page = "some.html"): string => withTerms(html, terms, page);

describe("words of the glossary", () => {
  it("are those of its headings of the third rank, each with a page that goes into it, in one spelling each", () => {
    expect(terms).toHaveLength(text.match(/^### /gm)?.length ?? 0);
    expect(terms.length).toBeGreaterThan(60);
    expect(terms.filter(({ page }) => page === undefined)).toEqual([]);
    const forms = terms.flatMap((term) => term.forms.map((form) => form.toLowerCase()));
    expect(new Set(forms).size).toBe(forms.length);
  });

  it("lead there from the first use, in the plural and at the start of a sentence, too", () => {
    expect(linked("<p>Logits go in. A logit is a number.</p>")).toBe(
      '<p><a class="term" href="glossary.html#logit">Logits</a> go in. A logit is a number.</p>',
    );
    expect(linked("<p>The MSE, a mean squared error.</p>")).toBe(
      '<p>The <a class="term" href="glossary.html#mean-squared-error">MSE</a>, a mean squared error.</p>',
    );
    expect(linked("<p>Two mini-batches</p>")).toContain('#mini-batch">mini-batches</a>');
  });

  it("are the longest that stand there, and no parts of other words", () => {
    expect(linked("<p>A binary cross-entropy</p>")).toContain(
      '#binary-cross-entropy">binary cross-entropy</a>',
    );
    for (const html of ["<p>a non-orthogonal basis, logitwise, Adamant</p>"]) expect(linked(html)).toBe(html);
  });

  it("stay as they are in titles, links, buttons, code, formulas and attributes, and alone in a cell", () => {
    for (const html of [
      "<h2>The logit</h2>",
      '<a href="x.html"><b>the logit</b></a>',
      "<button>logit</button>",
      "<pre><code>logit</code></pre>",
      '<span class="katex"><span>logit</span></span>',
      '<img alt="logit"><br>',
      "<summary>the logit</summary>",
      "<td>logit</td>",
    ])
      expect(linked(html)).toBe(html);
    expect(linked('<span class="katex"><span>logit</span></span><p>A logit</p>')).toContain(
      '<p>A <a class="term"',
    );
    expect(linked("<h2>The logit</h2><p>A logit</p>")).toContain('<p>A <a class="term"');
  });

  it("do not send readers away from the page that goes into them", () => {
    expect(linked("<p>The logit.</p>", "bce-logits.html")).toBe("<p>The logit.</p>");
  });
});
