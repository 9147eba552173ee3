/** Powers and indices that a text types as a keyboard has them, e^(−z) and x_ij: they are set as the formulas they are. */

/** A single letter with what stands behind its sign: a bracket, a word of letters and digits, or for an index two. */
const TYPED =
  /((?<![\p{L}\p{N}_])\p{L}(?:\^(?:\((?:[^()]|\([^()]*\))*\)|[\p{L}\p{N}]+)|_[a-z0-9]{1,2}(?![\p{L}\p{N}_])))/u;

/** A text in pieces: words, formula, words, and so on; a formula in LaTeX. */
export const typedPowers = (text: string): readonly string[] =>
  text.split(TYPED).map((part, i) => (i % 2 === 0 ? part : texOf(part)));

function texOf(typed: string): string {
  const behind = typed.slice(2).replace(/^\((.*)\)$/, "$1");
  return `${typed.slice(0, 2)}{${behind.replaceAll("−", "-")}}`;
}
