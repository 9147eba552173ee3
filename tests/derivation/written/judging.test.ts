/** What is said of a derivation: truth, progress, and where it goes wrong. */
import { describe, expect, it } from "vitest";
import {
  judgeDerivation,
  judgeLine,
  judgeLines,
} from "../../../grader/derivation/written/judge-derivation.ts";
import { linesOf } from "../../../grader/derivation/written/lines-of.ts";
import { derivation, typed } from "./course.ts";

const tex = String.raw;
const { given } = await derivation("d06-mse-line");
const judged = (...lines: string[]) => judgeLines(given, typed(lines), 1);
const stati = (...lines: string[]) => judged(...lines).lines.map(({ status }) => status);

const OUTER = tex`dL/dw = \frac1n \sum_i 2 e_i \frac{d}{dw} e_i`;
const END = tex`= -\frac2n \sum_i x_i e_i`;

describe("a line that does not hold", () => {
  const { lines, isDone } = judged(
    OUTER,
    tex`= \frac1n \sum_i 2 e_i x_i`,
    tex`= \frac2n \sum_i x_i e_i`,
    END,
  );

  it("is shown at the page's example, with both sides in numbers", () => {
    expect(lines[1]?.status).toBe("false");
    expect(lines[1]?.point).toEqual({
      where: "x = [1, 2], y = [3, 5], w = 1, b = 0",
      left: "−8",
      right: "8",
    });
    expect(lines[1]?.says).toContain("the line before is −8, this one 8");
  });

  it("has the name of its slip", () => {
    expect(lines[1]?.slip).toMatchObject({ id: "sign-flipped", step: 3 });
  });

  it("is told once: what follows from it follows, and what is right again is seen as right", () => {
    expect(lines.map(({ status }) => status)).toEqual(["holds", "false", "follows", "holds"]);
    expect(isDone).toBe(false);
  });

  it("beside the chain is told once as well", () => {
    expect(stati(OUTER, tex`\frac{d}{dw} e_i = x_i`, tex`dL/dw = \frac1n \sum_i 2 e_i x_i`)).toEqual([
      "holds",
      "false",
      "follows",
    ]);
  });

  it("says what would mend it where one factor does", () => {
    const [line] = judged(tex`\frac{d}{dw} w^2 = w`).lines;
    expect(line?.says).toMatch(
      /At w = \S+ the left side is \S+, the right one \S+\. It would hold with this side doubled\./,
    );
  });

  it("is seen however small the difference is, and at one of two indices", () => {
    for (const wrong of [
      tex`dL/dw = -\frac2n \sum_i x_i e_i + 10^{-7}`,
      tex`dL/dw = -\frac2n \sum_i x_i e_i + \frac{w^2}{10^9}`,
      tex`dL/dw = -\frac2n \sum_{i=2}^{n} x_i e_i`,
      tex`dL/dw = \frac{dL}{dw} \frac{\lvert w \rvert}{w} `,
      tex`dL/dw = -\frac2n \sum_i x_i e_i + \max(0, w - 40)`,
    ])
      expect([wrong, stati(wrong)]).toEqual([wrong, ["false"]]);
  });
});

describe("a line that says nothing is told so:", () => {
  it.each([
    ["a = a", ["dL/dw = dL/dw"], "Both sides are the same"],
    ["+ 0", [OUTER, tex`= \frac1n \sum_i 2 e_i \frac{d}{dw} e_i + 0`], "what was added changes nothing"],
    ["· 1", [OUTER, tex`= 1 \cdot \frac1n \sum_i 2 e_i \frac{d}{dw} e_i`], "what was added changes nothing"],
    ["1 = 2 − 1", ["1 = 2 - 1"], "Both sides are the same"],
    ["1/2 = 2/4", [tex`\frac12 = \frac24`], "about numbers alone"],
    [
      "the line before",
      [OUTER, tex`= \frac{1}{n} \sum_{i} 2 e_i \cdot \frac{d}{dw} (e_i)`],
      "the line before it again",
    ],
  ])("%s", (_, lines, says) => {
    const last = judged(...lines).lines.at(-1);
    expect(last?.status).toBe("empty");
    expect(last?.says).toContain(says);
  });

  it("but another order, and tidying up, are idle", () => {
    expect(stati(OUTER, tex`= \frac1n \sum_i e_i \cdot 2 \cdot \frac{d}{dw} e_i`)).toEqual(["holds", "idle"]);
    expect(stati(tex`dL/dw = 1 \cdot \frac1n \sum_i 2 e_i \frac{d}{dw} e_i`, OUTER)).toEqual([
      "holds",
      "idle",
    ]);
  });
});

describe("a derivation is asked for, and no answer:", () => {
  it("start and end alone are a jump", () => {
    const report = judged(tex`dL/dw = -\frac2n \sum_i x_i e_i`);
    expect(report.lines[0]?.status).toBe("jump");
    expect([report.end.isReached, report.way.isLongEnough, report.isDone]).toEqual([true, false, false]);
  });

  it("so they are with idle lines between, or with derivatives of nothing", () => {
    for (const lines of [
      [tex`dL/dw = dL/dw \cdot 1`, END],
      [tex`dL/dw = dL/dw + \frac{d}{dw} b`, END],
      [tex`b = b + x_1 - x_1`, tex`x_1 y_1 = y_1 x_1`, tex`dL/dw = -\frac2n \sum_i x_i e_i`],
    ])
      expect(judged(...lines).isDone).toBe(false);
  });

  it("a circle is told", () => {
    expect(stati(OUTER, tex`= \frac2n \sum_i e_i \frac{d}{dw} e_i`, "= dL/dw")).toEqual([
      "holds",
      "holds",
      "circle",
    ]);
  });

  it("the end holds no derivative, not even behind a name", () => {
    const ends = (...lines: string[]) => judged(...lines).end;
    expect(ends(OUTER)).toMatchObject({
      isReached: false,
      says: expect.stringContaining("still holds a derivative"),
    });
    expect(ends(tex`g := \frac{d}{dw} L`, "dL/dw = g").isReached).toBe(false);
    expect(ends(OUTER, tex`= \frac2n \sum_i x_i e_i`).isReached).toBe(false);
    expect(ends("").isReached).toBe(false);
  });

  it("a slope is none of the ends of d09, and an exponential neither", async () => {
    const { given: sigmoid } = await derivation("d09-sigmoid-slope");
    const end = (line: string) => judgeLines(sigmoid, typed([line]), 1).end;
    expect(end("σ'(z) = -σ'(-z) + 2 σ'(z)").isReached).toBe(false);
    expect(end(tex`σ'(z) = \frac{e^{-z}}{(1 + e^{-z})^2}`).isReached).toBe(false);
    expect(end("σ'(z) = a (1 - a)").isReached).toBe(true);
  });
});

describe("what cannot be decided earns nothing:", () => {
  it.each([
    ["a root of what may be negative", tex`dL/dw = \frac{dL}{dw} \frac{\sqrt{w}^2}{w}`],
    ["a quotient 0/0 everywhere", tex`dL/dw = \frac{dL}{dw} \cdot \frac{w - w}{w - w}`],
    ["numbers that overflow", tex`dL/dw = \frac{dL}{dw} \cdot \frac{\exp(\exp(9))}{\exp(\exp(9))}`],
  ])("%s", (_, line) => {
    expect(stati(line)).toEqual(["undecided"]);
  });
});

it("what is read of a file are its displayed lines", () => {
  const markdown = [
    "# A title",
    "Here $w$ is the slope, and $$ stands nowhere alone.",
    "",
    "$$dL/dw = a$$",
    "<!-- $$not this$$ -->",
    "$$",
    "= b",
    "+ c",
    "$$",
    "1. $= d$",
    "```math",
    "= e",
    "```",
    "```",
    "$$ code $$",
    "```",
    tex`\[ = f \]`,
    tex`$$\begin{aligned} g &= h \\ &= \begin{cases} 1 & w > 0 \\ 0 & w \le 0 \end{cases} \\`,
    tex`&= k \end{aligned}$$`,
    "$$ left open",
    "",
    "and prose.",
  ].join("\r\n");
  expect(linesOf(markdown).map(({ text, line }) => `${line}: ${text.replace(/\s+/g, " ")}`)).toEqual([
    "4: dL/dw = a",
    "7: = b + c",
    "10: = d",
    "12: = e",
    "17: = f",
    "18: g = h",
    tex`18: = \begin{cases} 1 & w > 0 \\ 0 & w \le 0 \end{cases}`,
    "19: = k",
    "20: left open",
  ]);
});

it("the last line is judged alone while it is typed, and the same seed says the same", () => {
  expect(judgeLine(given, [OUTER, END], 5)?.status).toBe("holds");
  expect(judgeLine(given, [], 5)).toBeUndefined();
  const file = `$$${OUTER}$$\n\n$$= 2 w$$\n`;
  expect(judgeDerivation(given, file, 9)).toEqual(judgeDerivation(given, file, 9));
});

it("the answer written down first, and then turned around, is a jump", async () => {
  for (const [slug, lines] of [
    ["d09-sigmoid-slope", ["σ'(z) = a (1 - a)", "= a - a^2", "= a - a a", "= a - σ(z)^2", "= (1 - σ(z)) a"]],
    [
      "d20-tanh-slope",
      [tex`\frac{d}{dz} \tanh z = 1 - t^2`, "= (1 - t)(1 + t)", "= 1 - t t", "= 1 - t tanh(z)"],
    ],
    [
      "d06-mse-line",
      ["g := -2/n Σ x_i e_i", "dL/dw = g", "= -2/n Σ x_i e_i", "= -2/n x^T e", "= -2/n e^T x"],
    ],
    [
      "d06-mse-line",
      ["-2/n Σ x_i e_i = dL/dw", "-2/n Σ x_i e_i = -2/n x^T e", "= -2/n e^T x", "= 2/n e^T (-x)"],
    ],
    ["d29-reverse-mode", ["∂y/∂a = b + (1 - tanh(a b)^2) b", "= b (2 - tanh(v)^2)", "= 2 b - b tanh(v)^2"]],
  ] as const) {
    const loaded = await derivation(slug);
    const report = judgeLines(loaded.given, typed(lines), 1);
    expect([slug, report.isDone, report.lines.some(({ status }) => status === "jump")]).toEqual([
      slug,
      false,
      true,
    ]);
  }
});

it("a letter of one's own for an index is the same one from line to line", async () => {
  const { given } = await derivation("d12-bce-gradient");
  const lines = (last: string): readonly string[] => [
    tex`∂L/∂w_k = \frac1n Σ_i ∂ℓ_i/∂z_i · ∂z_i/∂w_k`,
    tex`= \frac1n Σ_i (ŷ_i - y_i) ∂z_i/∂w_k`,
    last,
  ];
  const [right, other] = [tex`= \frac1n Σ_i (ŷ_i - y_i) x_{ik}`, tex`= \frac1n Σ_i (ŷ_i - y_i) x_{ij}`];
  expect(judgeLines(given, typed(lines(right)), 1).isDone).toBe(true);
  const { isDone, lines: said } = judgeLines(given, typed(lines(other)), 1);
  expect([isDone, said.at(-1)?.says]).toEqual([
    false,
    "This is an entry j, and what it is said to equal is an entry k: take one letter for both.",
  ]);
});

it("what is wrongly worked out beside a line is named by what comes of it there", async () => {
  const { given } = await derivation("d12-bce-gradient");
  const way = tex`∂L/∂w_j = \frac1n Σ_i ∂ℓ_i/∂ŷ_i · ∂ŷ_i/∂w_j`;
  const slipBehind = (...lines: string[]) => judgeLines(given, typed(lines), 1).lines.at(-1)?.slip?.id;
  const wrong = tex`∂ℓ_i/∂ŷ_i = -\frac{y_i}{ŷ_i} - \frac{1 - y_i}{1 - ŷ_i}`;
  expect(slipBehind(way, wrong)).toBe("minus-of-the-second-forgotten");
  // Where no line uses it, nothing says what it would come to.
  expect(slipBehind(wrong)).toBeUndefined();
});
