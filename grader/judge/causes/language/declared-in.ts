/**
 * How a source declares a name that it does not export. The text is read, not parsed: this only helps to say why
 * something is missing that the box has looked for already.
 */
export interface Declaration {
  readonly keyword: "function" | "class" | "const";
  /** It is exported, but as default. */
  readonly isDefault: boolean;
}

export function declaredIn(source: string, name: string): Declaration | undefined {
  const code = outermost(withShortGaps(source.replace(TEXTS, " ")));
  const named = `${name.replace(/\$/g, "\\$")}(?![\\w$])`;
  const found = new RegExp(
    `(?:^|[;}])\\s*(export\\s+default\\s+)?(?:async\\s+)?(function|class|const|let|var)\\b\\s*\\*?\\s*${named}`,
    "m",
  ).exec(code);
  const word = found?.[2];
  if (word === undefined) return undefined;
  const isDefault = found?.[1] !== undefined || new RegExp(`\\bexport\\s+default\\s+${named}`).test(code);
  return { keyword: word === "function" || word === "class" ? word : "const", isDefault };
}

/** Comments and strings; one that is not closed ends with its line, or with the file. */
const TEXTS =
  /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|`(?:\\[\s\S]|[^`\\])*`?/g;

/** One space or one line end in each gap: no pattern has to go through long ones again and again. */
const withShortGaps = (code: string): string =>
  code.replace(/\s+/g, (gap) => (/[\n\r]/.test(gap) ? "\n" : " "));

/** What stands within braces left out. */
function outermost(code: string): string {
  let depth = 0;
  let out = "";
  for (const char of code) {
    if (char === "}") depth = Math.max(0, depth - 1);
    if (depth === 0) out += char;
    if (char === "{") depth++;
  }
  return out;
}
