/**
 * A line as the page shows it: what is read is what is shown. Commands that no line may use are refused before KaTeX
 * sees them, and KaTeX trusts nothing, so that a text never becomes markup of its own.
 */
import katex from "katex";
import type { Scope } from "../../../grader/derivation/scope.ts";
import { parted } from "../../../grader/derivation/written/parted.ts";
import { LONGEST_LINE } from "../../../grader/derivation/written/read-side.ts";
import { typedTex } from "../../../grader/derivation/written/typed-tex.ts";

/** dL/dw stands for a derivative, and looks like one. */
const derivatives = (tex: string): string =>
  tex.replace(
    /(?<![\w\\}])(d|∂|\\partial)\s*(\\?[A-Za-z]?)\s*\/\s*\1\s*(\\?[A-Za-z]+(?:_\w)?)/g,
    (_, d: string, of: string, by: string) => `\\frac{${d} ${of}}{${d} ${by}}`,
  );

/** @returns HTML with MathML in it, for those who listen; nothing for a line that cannot be set */
export function lineHtml(text: string, scope: Scope): string | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  try {
    const { sides, relations } = parted(text);
    const tex = sides
      .map(
        (side, i) =>
          `${i === 0 ? "" : relations[i - 1] === ":=" ? "\\coloneqq " : "="}${derivatives(typedTex(side.text, scope))}`,
      )
      .join("");
    return katex.renderToString(tex, {
      displayMode: true,
      throwOnError: true,
      strict: "ignore",
      trust: false,
      maxExpand: 100,
      maxSize: 5,
    });
  } catch {
    // Misread, half typed, or nested deeper than the stack: the report says which.
    return undefined;
  }
}
