/**
 * Syntax errors in the words of the command line's compiler, so that a finding reads alike wherever it is made.
 * The place is known, and the token at it; most messages follow from these two.
 */
import type { LoadFailure } from "../../../grader/box/box.ts";
import { awaitOutside } from "../../../grader/box/compiled.ts";

type Rule = readonly [pattern: RegExp, words: (found: RegExpExecArray, token: string) => string];

const rules: readonly Rule[] = [
  // sucrase
  [/^Expected identifier$/, (_, token) => `Expected identifier but found ${token}`],
  [/^Unexpected token, expected "(.+)"$/, ([, wanted], token) => `Expected "${wanted}" but found ${token}`],
  [/^Unexpected token$/, (_, token) => `Unexpected ${token}`],
  // V8
  [
    /^Unexpected (?:token|identifier|strict mode reserved word) '(.+)'$/,
    ([, found]) => `Unexpected "${found}"`,
  ],
  [/^Unexpected end of input$/, () => "Unexpected end of file"],
  [
    /^Identifier '(.+)' has already been declared$/,
    ([, name]) => `The symbol "${name}" has already been declared`,
  ],
  [/^Missing initializer in const declaration$/, (_, token) => `The constant ${token} must be initialized`],
  [/^Invalid left-hand side in assignment$/, () => "Invalid assignment target"],
  [/^await is only valid in/, () => awaitOutside],
  [/^Invalid or unexpected token$/, (_, token) => `Unexpected ${token}`],
];

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** What closes the innermost bracket that is open at a place; brackets in texts are counted as well. */
function closerAt(source: string, at: number): string | undefined {
  const open: string[] = [];
  for (const char of source.slice(0, at)) {
    if (closing[char] !== undefined) open.push(closing[char]);
    else if (char === open.at(-1)) open.pop();
  }
  return open.at(-1);
}

/** What the parser says, where its words depend on more than the token at the place; and where the place is elsewhere. */
export function parserWords(
  { message, pos }: { readonly message: string; readonly pos: number },
  source: string,
): { readonly message: string; readonly pos: number } {
  const lineEnd = source.slice(pos).search(/[\r\n\u2028\u2029]|$/) + pos;
  if (/^Unterminated string/.test(message)) return { message: "Unterminated string literal", pos: lineEnd };
  if (/^Unterminated template/.test(message))
    return { message: "Unterminated string literal", pos: source.length };
  if (/^Unterminated regular/.test(message))
    return { message: "Unterminated regular expression", pos: lineEnd };
  if (/^Unterminated comment/.test(message))
    return { message: 'Expected "*/" to terminate multi-line comment', pos: source.length };
  const before = source.slice(0, pos);
  if (/\b(?:function|class|const|let|var)\s+$/.test(before) && /^Unexpected/.test(message))
    return { message: "Expected identifier", pos };
  const closer = message.endsWith('expected ","') ? closerAt(source, pos) : undefined;
  return {
    message: closer === undefined ? message : message.replace('expected ","', `expected "${closer}"`),
    pos,
  };
}

/** What stands at a place, as a message names it. */
export function tokenAt({ lineText, column }: LoadFailure): string {
  const rest = lineText?.slice((column ?? 1) - 1).trimStart() ?? "";
  const found = /^(?:[\p{L}\p{N}_$]+|=>|\.\.\.|[=!<>+\-*/%&|^?]+|["'`][^"'`]*["'`]?|.)/u.exec(rest)?.[0];
  return found === undefined ? "end of file" : `"${found}"`;
}

export function inOurWords(failure: LoadFailure): LoadFailure {
  const said = failure.message.replace(/^SyntaxError: /, "");
  for (const [pattern, words] of rules) {
    const found = pattern.exec(said);
    if (found !== null) return { ...failure, message: words(found, tokenAt(failure)) };
  }
  return { ...failure, message: said };
}
