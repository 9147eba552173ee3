/** The principal symbols of a page where its text names them without a formula: "the slope w", "ŷᵢ", "∂L/∂w". */
import type { Page } from "../../../grader/derivation/page.ts";
import type { Declared } from "../../../grader/derivation/symbols.ts";
import { commandOf } from "../../../grader/derivation/unicode.ts";
import { escapeHtml } from "../../../grader/verdict/escape-html.ts";
import { isWord, standingAlone } from "../../figures/frame/standing-alone.ts";
import { lookOf } from "../maths/look-of.ts";

const ACCENTS: Readonly<Record<string, string>> = { hat: "\u0302", bar: "\u0304", tilde: "\u0303" };
const GREEK = "αβγδεζηθλμνξπρστφχψωΓΔΘΛΞΠΣΦΨΩℓ";
/** A letter or a digit that stands behind a name, as a text sets it. */
const RAISED = paired("abcdefghijklmnoprstuvwxyz*", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ*");
const LOWERED = paired("0123456789", "₀₁₂₃₄₅₆₇₈₉");

function paired(plain: string, set: string): Readonly<Record<string, string>> {
  const all = [...set];
  return Object.fromEntries([...plain].map((one, i) => [one, all[i] ?? ""]));
}

/** How a text writes a name of LaTeX, as wᵒᵘᵗ for `w^{out}` and δ₁ for `\delta_1`; nothing where it has no such letters. */
export function wordOf(name: string): string | undefined {
  const [, bare = name, kind, label = ""] = /^(.+?)([\^_])\{?([a-z0-9]+|\*)\}?$/.exec(name) ?? [];
  const [, accent, braced] = /^\\(hat|bar|tilde)\s*\{?(\\?\w+)\}?$/.exec(bare) ?? [];
  const letter = braced ?? bare;
  const plain = /^[A-Za-z]$/.test(letter) ? letter : [...GREEK].find((one) => commandOf(one) === letter);
  const behind = [...label].map((one) => (kind === "^" ? RAISED : LOWERED)[one]);
  if (plain === undefined || behind.includes(undefined)) return undefined;
  return (plain + (ACCENTS[accent ?? ""] ?? "")).normalize("NFC") + behind.join("");
}

/** The words of principal symbols, and the symbol that each is. */
export function wordsOf(page: Page): ReadonlyMap<string, Declared> {
  return new Map(
    page.symbols.flatMap((symbol) =>
      lookOf(page, symbol) === undefined
        ? []
        : symbol.names.flatMap((name) => {
            const word = wordOf(name);
            return word === undefined || isWord(word) ? [] : [[word, symbol] as const];
          }),
    ),
  );
}

/** A plain text as HTML, with its symbols marked as in formulas. */
export function withSymbols(text: string, page: Page): string {
  const words = wordsOf(page);
  if (words.size === 0) return escapeHtml(text);
  return text
    .normalize("NFC")
    .split(standingAlone(words.keys()))
    .map((part, i) => {
      const symbol = i % 2 === 1 ? words.get(part) : undefined;
      if (symbol === undefined) return escapeHtml(part);
      return `<i data-s="${page.symbols.indexOf(symbol)}" data-look="${lookOf(page, symbol)}">${part}</i>`;
    })
    .join("");
}
