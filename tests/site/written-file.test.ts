/** What is written on the page, as a file and back; and how a line is set. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { pageOf } from "../../grader/derivation/page.ts";
import type { Scope } from "../../grader/derivation/scope.ts";
import { givenBy } from "../../grader/derivation/written/given.ts";
import { linesOf } from "../../grader/derivation/written/lines-of.ts";
import { loadWritten } from "../../site/generator/load-course.ts";
import { fileOf, oneLine, writtenIn } from "../../site/playground/written/document.ts";
import { whyNot } from "../../site/playground/written/file-tools.ts";
import { lineHtml } from "../../site/playground/written/set-line.ts";

const root = resolve(import.meta.dirname, "../..");

describe("a derivation as a file", () => {
  const stub = "# d06 · Title\n\nWrite line after line.\n\n$$a =$$\n";
  const head = "# d06 · Title\n\nWrite line after line.";

  it("comes back as it went, with prose above, between and below its lines", () => {
    const file = `${head}\n\nFirst the rule.\n\n$$a = b$$\n\nThen $x$ goes\nto two rows.\n\n$$= c$$\n\nDone.\n`;
    const written = writtenIn(file, head);
    expect(written.head).toBe(head);
    expect(written.lines).toEqual([
      { reason: "First the rule.", text: "a = b" },
      { reason: "Then $x$ goes\nto two rows.", text: "= c" },
    ]);
    expect(written.tail).toBe("Done.");
    expect(fileOf(written)).toBe(file);
  });

  it("is read with the line ends of Windows, from aligned displays, fences and lists", () => {
    const file =
      "Mine.\r\n\r\n$$\\begin{aligned} a &= b \\\\ &= c \\end{aligned}$$\r\n\r\n```math\r\n= d\r\n```\r\n- $= e$\r\n";
    const written = writtenIn(file, head);
    expect(written.head).toBe("Mine.");
    expect(written.lines.map(({ text }) => text)).toEqual(linesOf(file).map(({ text }) => text));
    expect(linesOf(fileOf(written)).map(({ text }) => text)).toEqual(linesOf(file).map(({ text }) => text));
  });

  it("keeps a text without a line, and leaves out fields with nothing in them", () => {
    expect(fileOf(writtenIn("Only words.\n", head))).toBe("Only words.\n");
    const { lines } = writtenIn(stub, head);
    const more = [...lines, { reason: "", text: "= " }, { reason: "lost", text: "" }];
    expect(fileOf({ head, lines: more, tail: "" })).toBe(stub);
  });

  it("has one line for a field, whatever is pasted into it", () => {
    const text = oneLine("a$$\n\n$$b <!-- c");
    expect(linesOf(fileOf({ head, lines: [{ reason: "", text }], tail: "" }))).toHaveLength(1);
  });

  it.each([
    "$w$",
    "$$a = b$$",
    "$$",
    "\\[ a",
    "\\\\[ a",
    "<!-- see",
    "<$!-- see",
    "```",
    "~~~\nrule",
    "``~~~`",
    "- $w$\n```",
  ])("has its lines and no others, whatever is written as a reason: %j", (reason) => {
    const lines = [
      { reason: "The rule of $w$.", text: "a = b" },
      { reason, text: "= c" },
      { reason: "", text: "= d" },
    ];
    const back = writtenIn(fileOf({ head, lines, tail: "" }), head);
    expect(back.lines.map(({ text }) => text)).toEqual(["a = b", "= c", "= d"]);
    expect(back.lines[0]?.reason).toBe("The rule of $w$.");
  });

  it("is not opened where nothing can be done with it, and the reason is said", () => {
    expect(whyNot("$$a = b$$", "d06")).toBeUndefined();
    expect(whyNot("\0PNG", "d06")).toMatch(/no text/);
    expect(whyNot("Words.", "d06")).toMatch(/no line is in it/);
    expect(whyNot("\\frac{dL}{dw} = 2", "d06")).toMatch(/none is marked/);
    expect(whyNot("$$a$$\n\n".repeat(61), "d06")).toMatch(/61 lines, and 60 are read/);
    expect(whyNot("\ufeff$$a = b$$\r\n", "d06")).toBeUndefined();
    expect(whyNot("# d06 · Mine\n\n$$a = b$$", "d06")).toBeUndefined();
    expect(whyNot("\ufeff# d09 · The slope\r\n\r\n$$a = b$$", "d06")).toMatch(
      /file of d09, and this page is d06/,
    );
    expect(whyNot(" \r\n", "d06")).toMatch(/it is empty/);
    expect(whyNot("\ufffdPNG $$a$$", "d06")).toMatch(/no text/);
  });
});

describe("a line as it is set", () => {
  let scope: Scope;
  beforeAll(async () => {
    const { exercise } = await loadWritten(root, "d06-mse-line");
    const text = readFileSync(join(root, "site/derivations/mse-line.md"), "utf8");
    scope = givenBy(exercise, pageOf(text, "mse-line")).scope;
  });

  it("shows a derivative for dL/dw, and has MathML for those who listen", () => {
    const html = lineHtml("dL/dw = 2/n \\sum_i x_i", scope) ?? "";
    expect(html).toContain("<mfrac>");
    expect(html).toContain("<math");
    expect(html).toMatch(/<annotation[^>]*>\\frac\{d L\}\{d w\}=/);
  });

  it.each([
    "\\href{javascript:alert(1)}{x}",
    "\\htmlClass{a}{x}",
    "\\includegraphics{x}",
    "\\def\\a{\\a\\a}\\a",
    "\\rule{9999em}{9999em}",
    "\\text{<img src=x onerror=alert(1)>} + x",
    "<script>alert(1)</script>",
    `${"{".repeat(900)}x${"}".repeat(900)}`,
    "x".repeat(5000),
  ])("never makes markup of what a student writes: %#", (text) => {
    const html = lineHtml(text, scope) ?? "";
    expect(html).not.toMatch(/<(?:a|img|script)[\s>]|href|onerror=alert\(1\)>"|9999em/i);
    expect(html.replace(/<annotation[\s\S]*?<\/annotation>/g, "")).not.toContain("javascript:");
  });
});
