/** What is too long, too deep or too much is refused in one sentence, by counting: never a crash, never a long wait. */
import { describe, expect, it } from "vitest";
import { checkPage } from "../../grader/derivation/check-page.ts";
import { pageOf } from "../../grader/derivation/page.ts";

const tex = String.raw;
const letters = ["a", "b", "c", "g", "h", "i", "j"];
const symbols = [
  "n : size  a size",
  "m : size  another",
  ...letters.map((letter) => `${letter} : index n  an index`),
  "v : n real  a vector",
  "q : real  a number",
  "s, t : defined  a number",
].join("\n");
const faultsOf = (...formulas: readonly string[]): string[] =>
  checkPage(
    pageOf(["```symbols", symbols, "```", ...formulas.map((one) => `$$${one}$$\n`)].join("\n"), "page"),
  ).faults.map(({ what }) => what);

const times = (part: string, n: number): string => part.repeat(n);

describe("a formula is refused in one sentence", () => {
  it.each([
    ["3,000 nested brackets", `${times("(", 3000)}q${times(")", 3000)} = q + 0`, /parts, and may have 2000/],
    ["200 nested brackets", `${times("(", 200)}q${times(")", 200)} = q + 0`, /more than 50 deep/],
    ["500 nested fractions", `${times(tex`\frac{1}{`, 500)}q${times("}", 500)} = q + 0`, /more than 50 deep/],
    ["3,000 nested braces", `${times("{", 3000)}q${times("}", 3000)} = q + 0`, /more than 50 deep/],
    [
      "300 pairs of \\left",
      `${times(tex`\left(`, 300)}q${times(tex`\right)`, 300)} = q`,
      /more than 50 deep/,
    ],
    ["200 functions of functions", `${times(tex`\exp `, 200)}q = q`, /more than 50 deep/],
    ["200 derivatives of derivatives", `${times(tex`\frac{d}{dq} `, 200)}q = q`, /more than 50 deep/],
    ["900 signs", `${times("-", 900)}q = q + 0`, /more than 50 deep/],
    ["20,000 summands", `${times("q + ", 19_999)}q = 20000 q`, /characters, and may have 10000/],
    ["900 summands", `${times("q + ", 899)}q = 900 q`, /more than 400 terms.*\\sum/],
    ["900 factors", `${times("q ", 899)}q = q^{900}`, /more than 400 terms/],
    [
      "macros that unfold",
      tex`\def\a{qqqqqqqqqq}\def\b{\a\a\a\a\a\a\a\a\a\a}\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b\b = q`,
      /macros: write it out/,
    ],
    ["a macro without end", tex`\def\a{\a\a}\a = q`, /macros: write it out/],
    [
      "a derivative of order 99,999,999",
      tex`\frac{\partial^{99999999} q}{\partial q^{99999999}} = 1`,
      /it may be 6/,
    ],
    ["nine primes", tex`\sigma'''''''''(q) = q`, /9 primes/],
    [
      "seven open indices",
      `v_a + v_b + v_c + v_g + v_h + v_i + v_j = q`,
      /left open and take [\d]+ values.*sum over some/,
    ],
    [
      "three nested sums of 100",
      tex`\sum_{a=1}^{100} \sum_{b=1}^{100} \sum_{c=1}^{100} (a + b + c) = q`,
      /a \(100\), b \(100\), c \(100\) have 1,000,000 terms together. Let them run less far/,
    ],
    ["a sum of 100,000", tex`\sum_{a=1}^{100000} a = q`, /it may have 1000 terms/],
  ])("for %s", (_, formula, says) => {
    const faults = faultsOf(formula);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(says);
  });

  it("and the same formula is, where it is short enough", () => {
    expect(faultsOf(`${times("(", 40)}q${times(")", 40)} = q + 0`)).toEqual([]);
    expect(faultsOf(`${times("q + ", 299)}q = 300 q`)).toEqual([]);
    expect(faultsOf(tex`\sum_{a=1}^{30} \sum_{b=1}^{30} (a + b) = 27900`)).toEqual([]);
    expect(faultsOf("v_a + v_b + v_c = v_c + v_b + v_a")).toEqual([]);
  });

  it("at the same place on every run: steps are counted, no clock is read", () => {
    const formula = tex`\sum_{a=1}^{200} \sum_{b=1}^{200} \sum_{c=1}^{200} \sin(a + b + c) = q`;
    expect(faultsOf(formula)).toEqual(faultsOf(formula));
  });

  it("and so are declarations that would fill the memory", () => {
    const page = (lines: readonly string[]) => () => pageOf(["```symbols", ...lines, "```"].join("\n"), "p");
    expect(page(["X : 100000 100000 real  a matrix"])).toThrow("a size that is a number may be 50");
    expect(page(["n : size  n", "X : n n n real  a cube"])).toThrow("two sizes at most");
    expect(page(Array.from({ length: 13 }, (_, i) => `n_{${i}} : size  a size`))).toThrow(
      "may declare 12 sizes",
    );
    expect(page(Array.from({ length: 201 }, (_, i) => `q_{${i}} : real  a number`))).toThrow("200 symbols");
  });
});
