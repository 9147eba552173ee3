/** Whole files that nobody writes in good faith: steps are counted, so each ends, on every machine at the same line. */
import { describe, expect, it } from "vitest";
import type { Given } from "../../../grader/derivation/written/given.ts";
import { judgeDerivation, judgeLines } from "../../../grader/derivation/written/judge-derivation.ts";
import { linesOf, looksUnmarked } from "../../../grader/derivation/written/lines-of.ts";
import { inOrder, type LineReport } from "../../../grader/derivation/written/report.ts";
import { ALLOWED, Writing } from "../../../grader/derivation/written/writing.ts";
import { shareOf } from "../../share.ts";
import { derivation, typed } from "./course.ts";

const tex = String.raw;
const { given: line } = await derivation("d06-mse-line");
const { given: layers } = await derivation("d22-one-weight");
const { given: sigmoid } = await derivation("d09-sigmoid-slope");

const many = (n: number, part: (k: number) => string): string[] =>
  Array.from({ length: n }, (_, k) => part(k));
const sixty = (text: (k: number) => string): string[] => many(60, text);
const sum = (n: number, term: (k: number) => string): string => many(n, term).join(" + ");

/** A right end, with something added and taken away. */
const twice = (what: string): string => `σ'(z) = a (1 - a) + ${what} - (${what})`;

/** Each line another one, so that nothing is known from the line before. */
const FILES: readonly (readonly [what: string, given: Given, lines: readonly string[]])[] = [
  [
    "60 lines of 120 terms",
    line,
    sixty((k) => `= ${sum(120, (i) => `w x_${1 + ((i + k) % 2)} y_1`)} + ${k}`),
  ],
  [
    "60 rules of 100 powers beside the chain",
    line,
    sixty((k) => {
      const power = (i: number): number => 2 + ((i + k) % 7);
      return `d/dw (${sum(100, (i) => `w^${power(i)}`)}) = ${sum(100, (i) => `${power(i)} w^${power(i) - 1}`)}`;
    }),
  ],
  [
    "wrong lines beside the chain, each with ten sides",
    line,
    sixty((k) => `${sum(80, (i) => `w^${2 + ((i + k) % 7)}`)}${many(10, (i) => `= ${i + k} w`).join("")}`),
  ],
  [
    "720 sides",
    line,
    sixty((k) => `dL/dw ${many(11, (i) => `= dL/dw + ${i * 61 + k} w - ${i * 61 + k} w`).join("")}`),
  ],
  ["products of 200 minus signs", line, sixty((k) => `= ${"(-w)".repeat(200)} ${k}`)],
  ["numbers that overflow", line, sixty((k) => `= ${sum(40, () => tex`\exp(\exp(w)) ${k}`)}`)],
  ["exponents of 200 digits", line, sixty((k) => `= w^{${"9".repeat(200)}} + ${k}`)],
  ["fractions within fractions", line, sixty((k) => `= ${tex`\frac{1}{w+`.repeat(45)}${k}${"}".repeat(45)}`)],
  ["brackets within brackets", line, sixty((k) => `= ${"(".repeat(40)}w + ${k}${")".repeat(40)}`)],
  ["bends, a hundred a line", line, sixty((k) => `= ${sum(100, (i) => `|w - ${i + k}|`)}`)],
  [
    "five derivatives of each other",
    line,
    sixty((k) => `= ${tex`\frac{d}{dw} `.repeat(5)} (w^9 + ${k} L^3)`),
  ],
  [
    "25 derivatives of a network",
    layers,
    sixty((k) => `= ${sum(25, (i) => tex`${i + k} \frac{∂L}{∂w^{h}_{ik}}`)}`),
  ],
  [
    "long sums in a network",
    layers,
    sixty((k) => tex`= \sum_{p=1}^{${400 - k}} \frac{∂L}{∂w^{h}_{ik}} \frac{1}{${400 - k}}`),
  ],
  [
    "matrices of 18 rows",
    layers,
    sixty((k) => {
      const rows = many(18, (i) => many(18, (j) => `${(i + j + k) % 10}`).join("&")).join(tex`\\`);
      return tex`\frac{∂L}{∂w^{h}} = \begin{pmatrix} ${rows} \end{pmatrix}`;
    }),
  ],
  ["slopes without their argument", sigmoid, sixty((k) => `= ${sum(100, (i) => `σ' ${i + k}`)}`)],
  ["2,000 characters that say little", line, sixty((k) => `= ${"{}".repeat(950)} w ${k}`)],
  [
    "powers of powers of powers",
    sigmoid,
    sixty((k) => `σ'(z) = a (1 - a) + 0 ${"(".repeat(20)}z + ${k}${")^4".repeat(20)}`),
  ],
  [
    "squares beside their products, each line true",
    sigmoid,
    sixty((k) =>
      `σ'(z) = a (1 - a) ${sum(20, (i) => `(z + ${i + k})^2 - (z + ${i + k})(z + ${i + k})`)}`.replace(
        "(1 - a) (",
        "(1 - a) + (",
      ),
    ),
  ],
  [
    "fourth powers of fourth powers, each line true",
    sigmoid,
    sixty((k) => twice(`${"(".repeat(12)}z + ${k}${")^4 + 1".repeat(12)}`)),
  ],
  [
    "exponents of exponents, each line true",
    sigmoid,
    sixty((k) => twice(`${"e^{-".repeat(15)}z - ${k}${"}".repeat(15)}`)),
  ],
  [
    "logarithms of exponentials, each line true",
    sigmoid,
    sixty((k) => twice(`${tex`\ln e^{`.repeat(15)}z + ${k}${"}".repeat(15)}`)),
  ],
  [
    "exponents of 100 terms, each line true",
    sigmoid,
    sixty((k) => twice(`e^{${sum(100, (i) => `z ${(i + k) % 9}`)}}`)),
  ],
  [
    "roots of squares, each line true",
    sigmoid,
    sixty((k) => twice(`${tex`\sqrt{1 + (`.repeat(12)}z + ${k}${")^2}".repeat(12)}`)),
  ],
  [
    "a right derivation behind 56 lines that take it all at once",
    line,
    [
      ...many(56, (k) => tex`dL/dw = -\frac2n \sum_i x_i (y_i - w x_i - b) + ${k}/n - ${k}/n`),
      tex`dL/dw = \frac1n \sum_i \frac{d}{dw} (y_i - w x_i - b)^2`,
      tex`= \frac1n \sum_i 2 (y_i - w x_i - b) \frac{d}{dw} (y_i - w x_i - b)`,
      tex`= -\frac2n \sum_i x_i (y_i - w x_i - b)`,
    ],
  ],
  [
    "names of names",
    line,
    many(60, (k) => `${letter(k)} := ${sum(100, () => (k === 0 ? "w" : letter(k - 1)))}`),
  ],
];

/** Sixty letters that mean nothing in d06. */
function letter(k: number): string {
  const letters = [..."acefghjklmopqrstuvzABCDEFGHJKMNOPQRSTUVWXYZ"];
  return k < letters.length ? (letters[k] as string) : tex`\hat ${letters[k - letters.length]}`;
}

/** What one line may overrun it by: it is counted once it is read. */
const ONE_LINE = 2_000_000;

const isSpent = ({ says }: LineReport): boolean => says.startsWith("All formulas together take more than");

describe("a file is judged within its steps, and what is beyond them is said:", () => {
  it.each(shareOf(FILES, 3, ([what]) => what))(
    "%s",
    (_, given, lines) => {
      const writing = new Writing(given, 1);
      const reports = lines.map((text) => writing.add(text));
      expect(writing.spent).toBeGreaterThan(0);
      expect(writing.spent).toBeLessThan(ALLOWED.page + ONE_LINE);
      expect(reports.filter(({ status, says }) => !inOrder.includes(status) && says === "")).toEqual([]);
      const first = reports.findIndex(isSpent);
      if (first < 0) return;
      expect(reports.slice(first).map(({ status }) => status)).toEqual(
        reports.slice(first).map(() => "undecided"),
      );
    },
    60_000,
  );
});

it("what was compared before is counted as if it were anew: a page that judges line after line says the same", () => {
  const [, given, lines] = FILES[0] as (typeof FILES)[number];
  given.compared.clear();
  given.same.clear();
  const cold = judgeLines(given, typed(lines), 1);
  expect(cold.lines.some(isSpent)).toBe(true);
  expect(judgeLines(given, typed(lines), 1)).toEqual(cold);
}, 60_000);

it("a line that takes too long takes nothing from the one below it", () => {
  const heavy = tex`\frac{∂L}{∂w^{h}_{ik}} = \sum_{p=1}^{400} \frac{∂L}{∂w^{h}_{ik}} \frac{1}{400}`;
  const [, second] = judgeLines(
    layers,
    typed([heavy, tex`∂L/∂w^{h}_{ik} = ∂L/∂a^{h}_i · ∂a^{h}_i/∂w^{h}_{ik}`]),
    1,
  ).lines;
  expect(second?.status).toBe("holds");
});

it("a right derivation may be long, and what does not depend on a variable is worked out once for all its slopes", async () => {
  const { given: softmax } = await derivation("d25-softmax-cross-entropy");
  const { given: lagrange } = await derivation("d17-lagrange");
  const spentOn = (given: Given, lines: readonly string[]): number => {
    const writing = new Writing(given, 1);
    expect(lines.map((text) => writing.add(text)).filter(({ status }) => !inOrder.includes(status))).toEqual(
      [],
    );
    return writing.spent;
  };
  // C is made of the data, and each line took a third of what a file may take.
  expect(spentOn(lagrange, [tex`∂L/∂v_j = ∂/∂v_j (v^T C v) - λ ∂/∂v_j (v^T v - 1)`])).toBeLessThan(
    ALLOWED.page / 20,
  );
  spentOn(softmax, [
    tex`\frac{∂J}{∂z_{ij}} = -\frac{∂}{∂z_{ij}} \sum_{c} y_{ic} \ln p_{ic}`,
    tex`= -\sum_{c=1}^{C} y_{ic} \frac{∂ \ln p_{ic}}{∂z_{ij}}`,
    tex`= -\sum_{c=1}^{C} y_{ic} \frac{1}{p_{ic}} \frac{∂p_{ic}}{∂z_{ij}}`,
    tex`= -\sum_{c=1}^{C} y_{ic} \frac{1}{p_{ic}} \frac{∂}{∂z_{ij}} \frac{e^{z_{ic}}}{\sum_{k=1}^{C} e^{z_{ik}}}`,
    tex`= -\sum_{c=1}^{C} y_{ic} \frac{1}{p_{ic}} \frac{\frac{∂ e^{z_{ic}}}{∂z_{ij}} \sum_{k=1}^{C} e^{z_{ik}} - e^{z_{ic}} \frac{∂}{∂z_{ij}} \sum_{k=1}^{C} e^{z_{ik}}}{(\sum_{k=1}^{C} e^{z_{ik}})^2}`,
    tex`= -\sum_{c=1}^{C} y_{ic} \frac{1}{p_{ic}} \frac{δ_{cj} e^{z_{ic}} \sum_{k=1}^{C} e^{z_{ik}} - e^{z_{ic}} e^{z_{ij}}}{(\sum_{k=1}^{C} e^{z_{ik}})^2}`,
    tex`= -\sum_{c=1}^{C} y_{ic} \frac{1}{p_{ic}} \frac{e^{z_{ic}}}{\sum_{k=1}^{C} e^{z_{ik}}} \left(δ_{cj} - \frac{e^{z_{ij}}}{\sum_{k=1}^{C} e^{z_{ik}}}\right)`,
    tex`= -\sum_{c=1}^{C} y_{ic} \frac{1}{p_{ic}} p_{ic} (δ_{cj} - p_{ij})`,
    tex`= -\sum_{c=1}^{C} y_{ic} (δ_{cj} - p_{ij})`,
    tex`= -\sum_{c=1}^{C} y_{ic} δ_{cj} + \sum_{c=1}^{C} y_{ic} p_{ij}`,
    tex`= -y_{ij} + \sum_{c=1}^{C} y_{ic} p_{ij}`,
    tex`= -y_{ij} + p_{ij} \sum_{c=1}^{C} y_{ic}`,
    tex`= -y_{ij} + p_{ij} \cdot 1`,
    tex`= p_{ij} - y_{ij}`,
  ]);
}, 60_000);

describe("a text is read in a time that grows with its length:", () => {
  const LENGTH = 400_000;
  it.each([
    ["one line", `$$= ${"w + ".repeat(LENGTH / 4)}w$$`],
    ["thousands of short lines", "$$= w$$\n\n".repeat(LENGTH / 9)],
    ["brackets 10,000 deep", `$$= ${"(".repeat(10_000)}w${")".repeat(10_000)}$$`],
    ["a macro in a macro", tex`$$\def\a{\a\a}\a$$`],
    ["spaces behind a line", `$a$${" ".repeat(LENGTH)}x`],
    ["rows with an open option", `$$${"\\\\[".repeat(LENGTH / 3)}`],
    ["fractions outside of all dollars", `${"\\frac ".repeat(LENGTH / 6)}`],
    ["spaces before a remark, and behind it", `$$= w${" ".repeat(900)}\\text{x}${" ".repeat(900)}y$$`],
    ["marks that turn the direction", `$$= ${"\u202e".repeat(1_900)}w$$`],
    ["marks that nobody sees", `$$= ${"\u200b".repeat(1_900)}w$$`],
  ])("%s", (_, markdown) => {
    expect(looksUnmarked(markdown)).toBe(false);
    expect(linesOf(markdown).length).toBeLessThan(LENGTH);
    const { lines, isDone } = judgeDerivation(line, markdown, 1);
    expect(isDone).toBe(false);
    for (const { says } of lines) expect(says).toMatch(/^.{5,300}$/s);
  });
});
