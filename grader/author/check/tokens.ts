/**
 * What a sentence speaks of: its words by their stems, and its symbols, whether written in Unicode or in LaTeX.
 */

/** Words of any sentence of this course. */
const COMMON = new Set(
  (
    "the and not for its are was has but one two all out how why any may can who you own too yet nor off now let " +
    "this that with from have which where what when then they them their there here into only also each every other " +
    "same does than such must your more most some both once again left side right stands belongs taken take takes " +
    "comes come asked gives give given makes made make answer course value values wrong instead place these those " +
    "still will would could should without before after between being been over under about because while whatever"
  ).split(" "),
);

/** Commands of LaTeX that are no symbols. */
const LAYOUT = new Set(
  "text mathrm operatorname cdot big bigl bigr left right quad qquad begin end hat bar tilde mathbf top frac tfrac".split(
    " ",
  ),
);

const NAMES: Readonly<Record<string, string>> = {
  σ: "sigma",
  μ: "mu",
  λ: "lambda",
  η: "eta",
  δ: "delta",
  α: "alpha",
  Σ: "sum",
  "∂": "partial",
  "√": "sqrt",
};

/** Words as they are, letters and numbers behind a #. A function's or letter's name, as in \\max and \\sigma, is a word. */
export function tokensOf(text: string): ReadonlySet<string> {
  return new Set([...wordsIn(text), ...symbolsIn(text)]);
}

const wordsIn = (text: string): string[] =>
  [
    ...text
      .replace(/\\[a-z]+/gi, " ")
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .matchAll(/\p{Ll}{3,}/gu),
  ]
    .map(([word]) => word)
    .filter((word) => !COMMON.has(word))
    .map(stemOf);

/** Symbols and numbers of a text by their names: ŷ is y, and σ and \sigma are sigma. */
export const symbolsIn = (text: string): string[] =>
  [
    ...text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[σμληδαΣ∂√]/g, (sign) => `\\${NAMES[sign]} `)
      .matchAll(/\\([a-z]+)|(?<![A-Za-z\\])([A-Za-z])(?![A-Za-z])|(\d+(?:\.\d+)?)/g),
  ]
    .map(([, command, letter, number]) => command ?? letter ?? number ?? "")
    // As a word, a and I are no symbols.
    .filter((name) => !LAYOUT.has(name) && !["a", "A", "I"].includes(name))
    .map((name) => (name.length > 2 && !/\d/.test(name) ? stemOf(name) : `#${name}`));

const stemOf = (word: string): string => word.replace(/(?:ies|es|s|ed|ing|ly|d|al|e)$/, "").slice(0, 6);
