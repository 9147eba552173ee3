/**
 * A set formula and the sign that closes it. A browser may break between the two; one that has no place to break
 * stays on one line with its sign.
 */
export const closed = (mathsHtml: string, sign: string): string =>
  sign !== "" && mathsHtml.split(/class="(?:katex-)?base"/).length === 2
    ? `<span class="closed">${mathsHtml}${sign}</span>`
    : mathsHtml + sign;

/** The signs that close what stands before them, at the beginning of a text. */
export const closingOf = (text: string): string => /^[,.;:?!)]*/.exec(text)?.[0] ?? "";
