/** Powers and indices that a text types as a keyboard has them, e^(−z) and x_ij: they are set as the formulas they are. */

/**
 * What is raised: a single letter, a number, or what ends in a bracket; then its power, in brackets or as a word of
 * letters and digits. An index stands at a letter, and has two letters or digits at most.
 */
const TYPED =
  /((?:(?<![\p{L}\p{N}_])(?:\p{L}|\d+)|\))\^(?:\((?:[^()]|\([^()]*\))*\)|[−-]?[\p{L}\p{N}]+)|(?<![\p{L}\p{N}_])\p{L}_[a-z0-9]{1,2}(?![\p{L}\p{N}_]))/u;

/** A text in pieces: words, formula, words, and so on; a formula in LaTeX. */
export const typedPowers = (text: string): readonly string[] =>
  text.split(TYPED).map((part, i) => (i % 2 === 0 ? part : texOf(part)));

function texOf(typed: string): string {
  const [, base = "", sign = "", behind = ""] = /^(.+?)([\^_])\(?(.*?)\)?$/u.exec(typed) ?? [];
  return `${base}${sign}{${sign === "^" && behind === "T" ? "\\top" : behind.replaceAll("−", "-")}}`;
}
