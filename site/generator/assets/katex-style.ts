/** KaTeX's style and those of its fonts that the pages use. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { File } from "../parts.ts";

/** Fonts that a page may need only if one of these classes occurs in it; all others are taken along. */
const ONLY_WITH: readonly (readonly [font: RegExp, classes: RegExp])[] = [
  [/^KaTeX_AMS/, /class="[^"]*\b(?:amsrm|mathbb)\b/],
  [/^KaTeX_Caligraphic/, /class="[^"]*\bmathcal\b/],
  [/^KaTeX_Fraktur/, /class="[^"]*\b(?:mathfrak|textfrak)\b/],
  [/^KaTeX_SansSerif/, /class="[^"]*\b(?:mathsf|textsf|textboldsf|textitsf)\b/],
  [/^KaTeX_Script/, /class="[^"]*\bmathscr\b/],
  [/^KaTeX_Typewriter/, /class="[^"]*\b(?:mathtt|texttt)\b/],
  [/^KaTeX_(?:Math|Main)-BoldItalic/, /class="[^"]*\b(?:boldsymbol|textit|mathboldsf)\b[^"]*\b(?:textbf)?/],
];

/** The style as text, and the fonts by path from the site's folder. */
export function katexStyle(pages: Iterable<string>): {
  readonly css: string;
  readonly fonts: Map<string, File>;
} {
  const folder = join(dirname(createRequire(import.meta.url).resolve("katex/package.json")), "dist");
  const all = [...pages].join("\n");
  const fonts = new Map<string, File>();
  const css = readFileSync(join(folder, "katex.min.css"), "utf8").replace(/@font-face\{[^}]*\}/g, (face) => {
    const name = /fonts\/([\w-]+)\.woff2/.exec(face)?.[1] ?? "";
    const only = ONLY_WITH.find(([font]) => font.test(name));
    if (only !== undefined && !only[1].test(all)) return "";
    fonts.set(`assets/fonts/${name}.woff2`, readFileSync(join(folder, "fonts", `${name}.woff2`)));
    return face.replace(/src:[^;}]*/, `src:url(fonts/${name}.woff2) format("woff2")`);
  });
  return { css, fonts };
}
