/**
 * Syntax errors in the words of the command line's compiler, so that a finding reads alike wherever it is made.
 * The place is known, and the token at it; most messages follow from these two.
 */
import type { LoadFailure } from "../../../grader/box/box.ts";
import { awaitOutside } from "../../../grader/box/compiled.ts";

type Rule = readonly [pattern: RegExp, words: (found: RegExpExecArray, token: string) => string];

const rules: readonly Rule[] = [
  // sucrase
  [/^Unexpected token, expected "(.+)"$/, ([, wanted], token) => `Expected "${wanted}" but found ${token}`],
  [/^Unexpected token$/, (_, token) => `Unexpected ${token}`],
  [/^Unterminated string constant/, () => "Unterminated string literal"],
  [/^Unterminated template/, () => "Unterminated template literal"],
  [/^Unterminated regular expression/, () => "Unterminated regular expression"],
  [/^Unterminated comment/, () => 'Expected "*/" to terminate multi-line comment'],
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
