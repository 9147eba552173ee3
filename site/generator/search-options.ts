/** Shared by the build, which fills the index, and the page, which looks into it. */
import MiniSearch, { type SearchOptions } from "minisearch";

/** What an entry is: the pages that explain come first, what sources have wrong comes last. */
export type Kind = "derivation" | "step" | "exercise" | "term" | "text" | "erratum";
const WEIGHT: Readonly<Record<Kind, number>> = {
  derivation: 3,
  step: 1.5,
  exercise: 1.5,
  term: 1.5,
  text: 1,
  erratum: 0.15,
};

/** Formulas are found whole: `ends` holds what a step arrives at, `formulas` whatever stands left of a relation. */
const WHOLE = ["ends", "formulas"];

/** What is a formula and no word; a prime stands behind a letter of its own, or behind the name of one. */
const FORMULA = /[∂∇/\\^_=′]|^(?:\p{L}|sigma|tanh)['’]/u;

const words = MiniSearch.getDefault("tokenize") as (text: string) => string[];

/**
 * A formula as it is compared: without spaces, with ∂ for the d of a derivative. `\frac{\partial L}{\partial w}`,
 * `dL/dw` and `∂L / ∂w` are one; ∂L/∂W is another, a matrix. `sigma'(z)` is σ′(z).
 */
export const formulaKey = (text: string): string =>
  text
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, "$1/$2")
    .replace(/\\partial\s*/g, "∂")
    .replace(/[\s{}\\]/g, "")
    .replace(/^sigma(?=$|[^\p{L}])/u, "σ")
    .replace(/['’]/g, "′")
    .normalize("NFC")
    .replace(/^d(\p{L}[^/]*)\/d(\p{L}.*)$/u, "∂$1/∂$2");

/** What a reader typed, in words and whole formulas. */
function asked(query: string): string[] {
  const joined = query.replace(/\s*([/=])\s*/g, "$1").replace(/(\\partial|∇\S*)\s+/g, "$1");
  return joined
    .split(/\s+/)
    .flatMap((part) => (FORMULA.test(part) ? [formulaKey(part.replace(/=$/, ""))] : words(part)))
    .filter((term) => term !== "");
}

const searchOptions: SearchOptions = {
  boost: { page: 4, part: 2, names: 2, ends: 12, formulas: 6 },
  prefix: (term) => !/[∂∇/]/.test(term),
  fuzzy: (term) => (term.length > 4 && !FORMULA.test(term) ? 0.15 : false),
  combineWith: "AND",
  boostDocument: (_, __, stored) => WEIGHT[(stored?.kind as Kind | undefined) ?? "text"],
  tokenize: asked,
};

export const SEARCH = {
  fields: ["page", "part", "text", "names", ...WHOLE],
  storeFields: ["page", "part", "text", "kind"],
  processTerm: (term: string): string => (FORMULA.test(term) ? term : term.toLowerCase()),
  tokenize: (text: string, field?: string): string[] =>
    field !== undefined && WHOLE.includes(field) ? text.split(" ") : words(text),
  searchOptions,
};
