/**
 * Code with its parts told apart by classes, `<span class="t-keyword">`, so that light and dark are the style's
 * business. Names that are symbols of the page are marked as in formulas.
 */
import { createCssVariablesTheme, createHighlighterCoreSync } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import typescript from "shiki/langs/typescript.mjs";
import { escapeHtml } from "../../../grader/verdict/escape-html.ts";

let loaded: ReturnType<typeof createHighlighterCoreSync> | undefined;

const highlighter = () => {
  loaded ??= createHighlighterCoreSync({
    themes: [createCssVariablesTheme({ name: "classes", variablePrefix: "--t-" })],
    langs: [typescript],
    engine: createJavaScriptRegexEngine(),
  });
  return loaded;
};

/** Which symbol of the page a name in code is, if any. */
export type SymbolOf = (name: string) => number | undefined;

/** TypeScript as lines of spans, without the element around them. */
export function highlighted(code: string, symbolOf: SymbolOf = () => undefined): string {
  return (
    highlighter()
      // Without a limit of time: on a busy machine the rest of a line would lose its colours.
      .codeToTokensBase(code, { lang: "typescript", theme: "classes", tokenizeTimeLimit: 0 })
      .map((line) =>
        line
          .map(({ content, color = "" }) => {
            const kind = /--t-(?:token-)?([a-z-]+)/.exec(color)?.[1] ?? "foreground";
            if (kind === "foreground" || kind === "parameter") return withSymbols(content, symbolOf);
            return `<span class="t-${kind}">${escapeHtml(content)}</span>`;
          })
          .join(""),
      )
      .join("\n")
  );
}

const withSymbols = (text: string, symbolOf: SymbolOf): string =>
  text
    .split(/([A-Za-z_$][\w$]*)/)
    .map((part, i) => {
      const symbol = i % 2 === 1 ? symbolOf(part) : undefined;
      return symbol === undefined ? escapeHtml(part) : `<span data-s="${symbol}">${escapeHtml(part)}</span>`;
    })
    .join("");
