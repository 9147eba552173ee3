/**
 * The statements of a displayed formula, parted at a comma with a wide gap behind it: each is set by itself, so that
 * on a narrow screen the line breaks between them.
 */
export function statementsOf(tex: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const match of tex.matchAll(
    /\\(?:begin|left)\b|\\(?:end|right)\b|\\[{}]|[{}]|,\s*\\qquad(?![A-Za-z])/g,
  )) {
    const [text] = match;
    if (text.startsWith(",")) {
      if (depth > 0) continue;
      parts.push(`${tex.slice(start, match.index).trim()},`);
      start = match.index + text.length;
    } else if (text === "{" || text === "\\begin" || text === "\\left") depth++;
    else if (text === "}" || text === "\\end" || text === "\\right") depth--;
  }
  return [...parts, tex.slice(start).trim()];
}
