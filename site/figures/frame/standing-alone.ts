/** Symbols in a text that is no formula: a letter that stands by itself, with labels behind it or none. */

/** Labels that a text may set behind a letter: xᵢ, w₁, Wᵀ. */
const LABELS = "ᵢⱼₖₗₘₙₜ₀-₉ᵀ";

/** The longer of two that begin alike is found: A₁ before A. */
export function standingAlone(words: Iterable<string>): RegExp {
  const any = [...words]
    .sort((a, b) => b.length - a.length)
    .join("|")
    .replaceAll("*", "\\*");
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}’'.-])(${any})(?!(?![${LABELS}])[\\p{L}\\p{M}\\p{N}])(?!['’]\\p{L})`,
    "u",
  );
}

/** A, a and I are words of the language. */
export const isWord = (name: string): boolean => /^[aAI]$/.test(name);
