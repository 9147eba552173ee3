/** A set formula and the sign that closes it stay on one line: a browser may break between the two. */
export const closed = (mathsHtml: string, sign: string): string =>
  sign === "" ? mathsHtml : `<span class="closed">${mathsHtml}${sign}</span>`;

/** The signs that close what stands before them, at the beginning of a text. */
export const closingOf = (text: string): string => /^[,.;:?!)]*/.exec(text)?.[0] ?? "";
