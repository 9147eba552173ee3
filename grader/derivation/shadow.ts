/**
 * A declared e or π where a formula means the constant: the symbol wins, and that is said.
 */
import type { Scope } from "./scope.ts";

const constants = [
  { name: "e", is: "Euler's number", used: /\\(?:ln|log) ?\(?e(?![_^a-z])/ },
  {
    name: "\\pi",
    is: "the number π",
    used: /(?:\d|\\(?:sin|cos|tan) ?\(?|\\sqrt ?\{[^{}]*|\\frac ?\{)\s*\\pi(?! ?_)/,
  },
] as const;

/** What to add to the fault of a formula; empty where no constant seems to be meant. */
export function shadowNote(scope: Scope, tex: string): string {
  return constants
    .flatMap(({ name, is, used }) => {
      const symbol = scope.declared(name);
      return symbol !== undefined && used.test(tex)
        ? [`\n    ${name} is declared as ${symbol.meaning}, so it is not ${is}: rename the symbol`]
        : [];
    })
    .join("");
}
