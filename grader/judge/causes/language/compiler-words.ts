/** What the compiler says, in words for somebody who does not know it. */
import type { LoadFailure } from "../../../box/box.ts";
import { type Slip, shown } from "./slip.ts";

const WORDS: readonly (readonly [id: string, pattern: RegExp, says: (name: string) => string])[] = [
  [
    "declared-twice",
    /^The symbol "(.+)" has already been declared/,
    (name) =>
      `${name} is declared twice: leave out the const, let or function in front of one of the two, or take another name.`,
  ],
  [
    "constant-changed",
    /^Cannot assign to "(.+)" because it is a constant/,
    (name) => `${name} is declared with const, and is changed here: declare it with let.`,
  ],
  [
    "constant-without-value",
    /^The constant "(.+)" must be initialized/,
    (name) => `${name} is declared with const and gets no value: write let, or give it one.`,
  ],
  [
    "return-outside",
    /^(?:Top-level return|"?return"? .*outside|A return statement cannot be used here|Illegal return)/,
    () => "This return stands outside of every function: is a } too many above it?",
  ],
  ["await-outside", /^"await" works inside/, () => "Nothing has to be waited for here: leave await out."],
  [
    "text-not-closed",
    /^Unterminated string literal/,
    () => "A text that begins in this line is not closed: \" ends with \", and ' with '.",
  ],
  [
    "comment-not-closed",
    /^Expected "\*\/" to terminate/,
    () => "A comment that begins with /* is never closed: end it with */.",
  ],
  [
    "assigned-to-a-value",
    /^Invalid assignment target/,
    () =>
      "What stands before = cannot take a value: to compare, write ===; to set, write a name or an entry there.",
  ],
  [
    "word-of-the-language",
    /^"(.+)" is a reserved word/,
    (name) => `${name} is a word of the language and cannot be a name: take another.`,
  ],
];

export function inWords({ message, line, column }: LoadFailure): Slip | undefined {
  for (const [id, pattern, says] of WORDS) {
    const found = pattern.exec(message);
    if (found === null) continue;
    const where = line === undefined ? "" : `Line ${line}: `;
    return {
      id,
      says: where + says(shown(found[1] ?? "")),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    };
  }
  return undefined;
}
