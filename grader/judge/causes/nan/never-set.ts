/** Sums and products that start from undefined. */
import { ASSIGNED, escaped, type Found, GROWN, has, NAME, pattern, variable } from "./patterns.ts";

/** What it gives, and where it should start. */
function fromUndefined(grown: string): { readonly gives: string; readonly start: number } {
  const isSum = /[-+]=$/.test(grown);
  return {
    gives: `undefined ${isSum ? "plus" : "times"} a number is NaN`,
    start: isSum ? 0 : 1,
  };
}

/** A name, as a variable or as a property. */
const own = (name: string): string => `(?<![\\p{L}\\p{N}_$#])${escaped(name)}(?![\\p{L}\\p{N}_$])`;

/** A variable or a property that is NaN from the start, and to which something is added. */
export function startsAsNan(code: string): Found | undefined {
  const set = pattern(
    `(?<![\\p{L}\\p{N}_$])(#?${NAME})\\s*(?::[^=;\\n\\r]*)?${ASSIGNED}\\s*(?:Number\\s*\\.\\s*)?NaN\\b`,
    "gu",
  );
  for (const { 1: name = "", index } of code.matchAll(set)) {
    const grown = pattern(`${own(name)}\\s*${GROWN}`).exec(code);
    const sets = [...code.matchAll(pattern(`${own(name)}\\s*(?::[^=;,()\\n\\r]*)?${ASSIGNED}`, "gu"))];
    if (grown === null || sets.length > 1) continue;
    const { start } = fromUndefined(grown[0]);
    return {
      says: `${name} starts as NaN, and stays NaN whatever is added: start with ${name} = ${start}.`,
      at: index,
    };
  }
  return undefined;
}

/** A variable without a first value, which only ever changes by += or the like. */
export function variableNeverSet(code: string): Found | undefined {
  const declared = pattern(`\\b(?:let|var)\\s+(${NAME})\\s*(?::[^=;,\\n\\r]*)?(?=[;\\n\\r])`, "gu");
  for (const { 1: name = "", index } of code.matchAll(declared)) {
    const it = variable(name);
    const grown = pattern(`${it}\\s*${GROWN}`).exec(code);
    const isSet =
      has(code, `${it}\\s*(?::[^=;,()\\n\\r]*)?${ASSIGNED}`) ||
      has(code, `${it}\\s+(?:of|in)\\b`) ||
      has(code, `[[{,]\\s*${it}\\s*(?:,[^;\\n\\r]*)?[\\]}]\\s*=(?![=>])`);
    if (grown === null || isSet) continue;
    const { gives, start } = fromUndefined(grown[0]);
    return {
      says: `${name} is declared but never set, and ${gives}: start with ${name} = ${start}.`,
      at: index,
    };
  }
  return undefined;
}

/** A property to which += adds, and which nothing sets. */
export function propertyNeverSet(code: string): Found | undefined {
  for (const { 0: text, 1: name = "", index } of code.matchAll(pattern(`\\.(#?${NAME})\\s*${GROWN}`, "gu"))) {
    const it = own(name);
    const isSet =
      has(code, `${it}\\s*(?::[^=;,()\\n\\r]*)?${ASSIGNED}`) ||
      // In an object, or as a parameter that is a property as well.
      has(code, `${it}\\s*:(?!\\s*number\\b)`) ||
      has(code, `[{,]\\s*${it}\\s*[,}]`) ||
      has(code, `\\b(?:public|private|protected|readonly)\\s+${it}`) ||
      has(code, "\\bObject\\s*\\.\\s*(?:assign|definePropert)");
    if (isSet) continue;
    const { gives, start } = fromUndefined(text);
    return { says: `${name} is never set, and ${gives}: start with ${name} = ${start}.`, at: index };
  }
  return undefined;
}

/** A field that a class declares and reads, and that nothing sets. */
export function fieldNeverSet(code: string): Found | undefined {
  const declared = pattern(
    `(?<=[{};\\n\\r]\\s*)(?:(?:private|protected|public|readonly)\\s+)*(#?${NAME})[!?]?\\s*:[^=;,(){}\\n\\r]*;`,
    "gu",
  );
  for (const { 1: name = "", index } of code.matchAll(declared)) {
    const isRead = has(code, `\\bthis\\s*\\.\\s*${own(name)}`);
    const isSet =
      has(code, `\\.\\s*${own(name)}\\s*(?:\\[[^\\]]*\\]\\s*)*${ASSIGNED}`) ||
      has(code, "\\bObject\\s*\\.\\s*(?:assign|definePropert)");
    if (!isRead || isSet) continue;
    return {
      says: `${name} is declared in the class and nothing sets it, so that it is undefined: write this.${name} = … in the constructor.`,
      at: index,
    };
  }
  return undefined;
}

/** A list without entries, to which += adds. */
export function entriesNeverSet(code: string): Found | undefined {
  const made = "(?:\\[\\s*\\]|(?:new\\s+)?Array(?:<[^>()]*>)?\\([^()\\n\\r]*\\))";
  const declared = pattern(
    `\\b(?:let|const|var)\\s+(${NAME})\\s*(?::[^=;\\n\\r]*)?=\\s*${made}[ \\t]*(?=[;\\n\\r])`,
    "gu",
  );
  for (const { 0: declaration, 1: name = "", index } of code.matchAll(declared)) {
    const it = variable(name);
    const elsewhere = code.slice(0, index) + code.slice(index + declaration.length);
    const entry = `${it}\\s*\\[[^\\]\\n\\r]*\\]\\s*`;
    const grown = pattern(`${entry}${GROWN}`).exec(elsewhere);
    const isSet =
      has(elsewhere, `${entry}${ASSIGNED}`) ||
      has(elsewhere, `${it}\\s*\\.\\s*(?:push|fill|unshift|splice|length)\\b`) ||
      has(elsewhere, `[(,]\\s*${it}\\s*[,)]`) ||
      has(elsewhere, `${it}\\s*(?::[^=;,()\\n\\r]*)?${ASSIGNED}`);
    if (grown === null || isSet) continue;
    const { gives, start } = fromUndefined(grown[0]);
    return {
      says: `The list ${name} has no entries yet where ${grown[0].replace(/\s/g, "")} looks for one, and ${gives}: fill it with ${start} first.`,
      at: index,
    };
  }
  return undefined;
}
