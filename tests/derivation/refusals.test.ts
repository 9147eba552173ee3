import { describe, expect, it } from "vitest";
import { checkPage } from "../../grader/derivation/check-page.ts";
import type { Fault } from "../../grader/derivation/checked.ts";
import { pageOf } from "../../grader/derivation/page.ts";
import { ends } from "../../reference/ends.ts";

const symbols = `n : size  examples
i : index n  an example
x : n real  inputs
y : n real  targets
w : real  slope
b : real  intercept
A : n 2 real  a matrix
B : 2 n real  another
L : defined  loss`;
const loss = String.raw`$$L = \frac{1}{n} \sum_{i=1}^{n} (y_i - (w x_i + b))^2$$`;

const faultsOf = (...body: readonly string[]): readonly Fault[] =>
  checkPage(pageOf(["```symbols", symbols, "```", "## Step 4: a step", ...body].join("\n"), "p.md"), ends)
    .faults;
const wrong = (...body: readonly string[]): string =>
  faultsOf(...body)
    .map(({ what }) => what)
    .join("\n");

describe("a page is refused", () => {
  it("with the line, the step and the formula", () => {
    expect(faultsOf("", "$$w = b$$")).toMatchObject([{ line: 14, step: 4, tex: "w=b" }]);
  });

  it("for a symbol that is not declared, and does not guess", () => {
    expect(wrong("$$w q = q w$$")).toContain("q is not declared");
    expect(wrong("$$g(w) = w$$")).toContain("g is not declared");
    expect(wrong(String.raw`$$\hat w = w$$`)).toContain("\\hat w is not declared");
    expect(wrong("$$w' = w$$")).toContain("w' is not declared");
  });

  it.each(["$$(w + b = b + w$$", "$$w + b) = b + w$$", "$$[w + b) = b + w$$"])(
    "for brackets that do not balance: %s",
    (formula) => {
      expect(wrong(formula)).toMatch(/is not closed|closes what is not open/);
    },
  );

  it("for a bracket that KaTeX itself misses", () => {
    expect(wrong("$$\\frac{w}{b = w$$")).not.toBe("");
  });

  it.each([
    ["no relation", "$$w + b$$", "no relation"],
    ["a relation that is not known", "$$w \\in b$$", "not one that can be held"],
    ["a relation in a bracket", "$$(w = b) = w$$", "is missing"],
    ["a side that is missing", "$$w =$$", "a side is missing"],
    ["words", "$$w = w + 0 \\text{ where } w = b$$", "words in a formula"],
    ["the same text on both sides", "$$w = w$$", "both sides are the same"],
    ["≈ without a tolerance", "$$w \\approx w + 0$$", "within"],
    ["an end that is no function", "$$w = w + 0$$\n\nends: mseloss(x, y, w, b)", "no reference function"],
    ["⊙ with a number", "$$w \\odot x = w x$$", "⊙ with a number"],
    ["a sign behind ∂", String.raw`$$\frac{\partial + w^2}{\partial w} = 2 w$$`, "a sign behind \\partial"],
    [
      "a sign behind ∂ below",
      String.raw`$$\frac{\partial w^2}{\partial -w} = -2 w$$`,
      "a sign behind \\partial",
    ],
    ["a size that runs too far", "$$w = w + \\sum_{i=1}^{n} x_{i+1}$$", "entry"],
  ])("for %s", (_, formula, says) => {
    expect(wrong(formula)).toContain(says);
  });

  it("for a limit without a reason, and not with one", () => {
    const limit = String.raw`$$w = \lim_{b \to 0} b$$`;
    expect(wrong(limit)).not.toBe("");
    expect(wrong(limit, "", "unchecked: a limit")).toBe("");
  });

  it("for a declaration that cannot be read", () => {
    expect(() => pageOf("```symbols\nx : real\n```", "p")).toThrow("two spaces before the meaning");
    expect(() => pageOf("```symbols\nx : reel  a number\n```", "p")).toThrow('"reel" is no domain');
    expect(() => pageOf("```symbols\nx : real  a\nx : real  b\n```", "p")).toThrow("declared twice");
    for (const two of ["i, j : index n", "a, b : real", "n, m : size"])
      expect(() => pageOf(`\`\`\`symbols\n${two}  both\n\`\`\``, "p")).toThrow("one and the same");
  });
});

describe("a false relation", () => {
  it.each([
    ["-2 (w + b)", "negated", "2 w + 2 b"],
    ["w + b", "halved", "2 w + 2 b"],
    ["w + b", "divided by n", "n (w + b)"],
    [String.raw`\sum_{i=1}^{n} x_i`, "divided by n", String.raw`n \sum_{i=1}^{n} x_i`],
    ["A B", "with one side transposed", String.raw`B^\top A^\top`],
    ["w + b", "1 added", "w + b - 1"],
    ["w + b", "times 0.333333", "3 (w + b)"],
  ])("%s is %s what stands on the right", (left, says, right) => {
    expect(wrong(`$$${left} = ${right}$$`)).toContain(says);
  });

  it("names both values and the point", () => {
    expect(wrong("$$w^2 = w$$")).toMatch(/false at 6 of 6 places: [\d.]+ = -?[\d.]+\n {4}at n = \d.*w = /);
  });

  it("is seen behind the reference: a gradient that lost its factor 2", () => {
    const half = String.raw`$$b = b + 0 \cdot w, \qquad 0 = -\frac{1}{n} \sum_{i=1}^{n} x_i (y_i - (w x_i + b))$$`;
    expect(wrong(loss, half, "", "ends: mseLoss(x, y, w, b) by w")).toMatch(/of the reference is/);
  });
});

describe("equivalences", () => {
  it("of equations have the same roots", () => {
    expect(wrong(String.raw`$$2 w - 2 b = 0 \iff w = b$$`)).toBe("");
    expect(wrong(String.raw`$$2 w - 2 b = 0 \iff w = -b$$`)).toContain("solves one of the two");
  });

  it("of inequalities hold at the same points", () => {
    expect(wrong(String.raw`$$2 w > 2 b \iff w - b > 0$$`)).toBe("");
    expect(wrong(String.raw`$$2 w > 2 b \iff w + b > 0$$`)).toMatch(
      /the left is (true|false), the right is (true|false)\n {4}at n = /,
    );
  });
});

describe("chains", () => {
  it("go on in the rows of aligned", () => {
    const chain = (last: string): string =>
      String.raw`$$\begin{aligned} (w + b)^2 &= w^2 + 2 w b + b^2 \\ &= ${last} \end{aligned}$$`;
    expect(wrong(chain("w (w + 2 b) + b^2"))).toBe("");
    expect(wrong(chain("w (w - 2 b) + b^2"))).toContain("false");
  });
});
