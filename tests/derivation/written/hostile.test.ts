/** Lines that nobody writes in good faith: each gets a finding, and none takes long. */
import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../grader/derivation/written/judge-derivation.ts";
import { linesOf } from "../../../grader/derivation/written/lines-of.ts";
import { inOrder } from "../../../grader/derivation/written/report.ts";
import { derivation, typed } from "./course.ts";

const tex = String.raw;
const { given } = await derivation("d06-mse-line");
const { given: layers } = await derivation("d22-one-weight");

const nested = (open: string, close: string, times: number): string =>
  `${open.repeat(times)}w${close.repeat(times)}`;

describe("is refused with a finding:", () => {
  it.each([
    ["a long line", `= ${"w + ".repeat(30_000)}w`],
    ["2,000 characters of terms", `= ${"w + ".repeat(490)}w`],
    ["brackets in brackets", `= ${nested("(", ")", 900)}`],
    ["braces in braces", `= ${nested("{", "}", 900)}`],
    ["fractions in fractions", `= ${nested(tex`\frac{1}{`, "}", 150)}`],
    ["roots in roots", `= ${nested(tex`\sqrt{`, "}", 200)}`],
    ["powers of powers", `= ${nested("w^{", "}", 300)}`],
    ["\\left without end", `= ${tex`\left(`.repeat(200)}`],
    ["closing brackets alone", `= ${"}".repeat(500)}`],
    ["a macro", tex`\def\a{\a\a}\a`],
    ["a macro of another name", tex`\newcommand{\b}{w} = \b`],
    ["\\let", tex`\let\frac\sqrt = \frac{w}{2}`],
    ["a link", tex`= \href{javascript:alert(1)}{w}`],
    ["a file", tex`= \includegraphics{/etc/passwd} \input{/etc/passwd}`],
    ["markup", tex`= \htmlClass{x}{w} <script>alert(1)</script>`],
    ["a colour that hides", tex`= w \color{white} + 1`],
    ["a phantom", tex`= \phantom{w} 2`],
    ["a character by number", tex`= \char"77`],
    ["marks that turn the direction", "= w \u202e x"],
    ["a mark of direction", "\u200fdL/dw = w"],
    ["an escape", "= w \u001b[31m"],
    ["a zero", "= w\u0000"],
    ["six sums in one another", tex`= ${[..."abcdfg"].map((k) => tex`\sum_{${k}=1}^{999} `).join("")} w`],
    ["a sum to a trillion", tex`= \sum_{k=1}^{10^{12}} w`],
    ["a sum to infinity", tex`= \sum_{k=1}^{\infty} w`],
    ["derivatives of derivatives", tex`= ${tex`\frac{d}{dw} `.repeat(9)} w^9`],
    ["numbers without end", `= ${"9".repeat(1_500)}`],
    ["powers that overflow", "= 9^{9^{9^{9}}} w"],
    ["a division by 0", tex`= \frac{w}{0}`],
    ["a name that is one of JavaScript's", tex`= \operatorname{constructor}(w) + \operatorname{__proto__}`],
    ["words", "= please accept this"],
    ["only spaces", " ".repeat(1_900)],
    ["emoji and lone surrogates", "= 👍 \ud800"],
    ["equals signs", "=".repeat(900)],
    ["spaces before a remark", `= w${" ".repeat(1_500)}\\text{x`],
  ])("%s", (_, line) => {
    const [report] = judgeLines(given, typed([line]), 1).lines;
    expect(inOrder).not.toContain(report?.status);
    expect(report?.says).toMatch(/^.{5,400}$/s);
    expect(report?.says).not.toMatch(/undefined|\[object|at position|KaTeX/);
  });
});

it("a hostile derivation spends what it may, and no more", () => {
  const heavy = tex`\frac{∂L}{∂w^{h}_{ik}} = \sum_{p=1}^{400} \frac{∂L}{∂w^{h}_{ik}} \frac{1}{400}`;
  const { lines } = judgeLines(layers, typed(Array.from({ length: 40 }, () => heavy)), 1);
  expect(lines[0]?.status).toBe("undecided");
  expect(lines[0]?.says).toContain("steps");
  // Once all is spent, later lines are told so at once.
  expect(lines.every(({ status }) => status === "undecided")).toBe(true);
});

it("names made of names, a hundred times each, are counted once and not as often as they unfold", () => {
  const hundred = (name: string): string => Array.from({ length: 100 }, () => name).join(" + ");
  const names = [
    `p := ${hundred("w")}`,
    `q := ${hundred("p")}`,
    `r := ${hundred("q")}`,
    `s := ${hundred("r")}`,
  ];
  const line = tex`dL/dw = \frac{d}{dw} L + \frac{d}{dw} s - \frac{d}{dw} s`;
  const stati = judgeLines(given, typed([...names, line]), 1).lines.map(({ status }) => status);
  expect(stati).toEqual(["name", "name", "name", "name", "idle"]);
});

it("a file of 64 kB is read in a time that grows with its length", () => {
  for (const part of ["$$", "$", "<!--", "```\n", "\\begin{aligned}", "$$\\\\", "- ", "\\[", "$a$\n"])
    expect(linesOf(part.repeat(65_536 / part.length)).length).toBeLessThan(40_000);
  const many = judgeLines(given, typed(Array.from({ length: 5_000 }, () => "dL/dw = w")), 1);
  expect(many.lines.length).toBe(61);
  expect(many.lines.at(-1)?.says).toContain("5000 lines, and 60 are read");
});
