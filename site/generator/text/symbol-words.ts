/** The principal symbols of a page where its text names them without a formula: "the slope w", "ŷᵢ", "∂L/∂w". */
import type { Page } from "../../../grader/derivation/page.ts";
import type { Declared } from "../../../grader/derivation/symbols.ts";
import { commandOf } from "../../../grader/derivation/unicode.ts";
import { escapeHtml } from "../../../grader/verdict/escape-html.ts";
import { lookOf } from "../maths/look-of.ts";

const ACCENTS: Readonly<Record<string, string>> = { hat: "\u0302", bar: "\u0304", tilde: "\u0303" };
const GREEK = "αβγδεζηθλμνξπρστφχψωΓΔΘΛΞΠΣΦΨΩ";

/** Labels that a text may set behind a letter: xᵢ, w₁. */
const LABELS = "ᵢⱼₖₗₘₙₜ₀-₉";

/** How a text writes a name of LaTeX; nothing for one with labels, which stands in formulas only. */
export function wordOf(name: string): string | undefined {
  const [, accent, braced] = /^\\(hat|bar|tilde)\s*\{?(\\?\w+)\}?$/.exec(name) ?? [];
  const letter = braced ?? name;
  const plain = /^[A-Za-z]$/.test(letter) ? letter : [...GREEK].find((one) => commandOf(one) === letter);
  return plain === undefined ? undefined : (plain + (ACCENTS[accent ?? ""] ?? "")).normalize("NFC");
}

/** The words of principal symbols, and the symbol that each is. A and I are words of the language. */
export function wordsOf(page: Page): ReadonlyMap<string, Declared> {
  return new Map(
    page.symbols.flatMap((symbol) =>
      lookOf(page, symbol) === undefined
        ? []
        : symbol.names.flatMap((name) => {
            const word = wordOf(name);
            return word === undefined || /^[aAI]$/.test(word) ? [] : [[word, symbol] as const];
          }),
    ),
  );
}

/** A plain text as HTML, with its symbols marked as in formulas. */
export function withSymbols(text: string, page: Page): string {
  const words = wordsOf(page);
  if (words.size === 0) return escapeHtml(text);
  const any = [...words.keys()].sort((a, b) => b.length - a.length).join("|");
  const alone = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}’'.-])(${any})(?!(?![${LABELS}])[\\p{L}\\p{M}\\p{N}])(?!['’]\\p{L})`,
    "u",
  );
  return text
    .normalize("NFC")
    .split(alone)
    .map((part, i) => {
      const symbol = i % 2 === 1 ? words.get(part) : undefined;
      if (symbol === undefined) return escapeHtml(part);
      return `<i data-s="${page.symbols.indexOf(symbol)}" data-look="${lookOf(page, symbol)}">${part}</i>`;
    })
    .join("");
}
