/** A page with figures and nothing else, for tests, for the bench and for looking at them. */
import { join } from "node:path";
import { build } from "esbuild";
import { renderStatic } from "../../site/figures/frame/static.ts";
import { figures } from "../../site/figures/index.ts";
import { figureStyleOf } from "../../site/generator/assets/bundles.ts";

const root = join(import.meta.dirname, "..", "..");

/** Where the page is said to lie; nothing is asked of the network. */
export const ADDRESS = "http://figures.test/";

/** The colours of the site, so that figures can be seen without it. */
const COLOURS = `
  :root { color-scheme: light dark; --paper: #fffdf8; --ink: #1c1b1a; --ink-soft: #5d5a55; --rule: #dcd8cf;
    --accent: #0a5f92; --data: #85817a; --prediction: #0072b2; --error: #d55e00; --reference: #00875f; --gradient: #a8538a; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #171615; --ink: #eae6de; --ink-soft: #a9a49a; --rule: #3a3835; --accent: #7cc0ee;
      --data: #8f8b84; --prediction: #56b4e9; --error: #f08a4b; --reference: #35c297; --gradient: #d99bc2; } }
  body { margin: 0 auto; padding: 0 1rem; max-width: 46rem; background: var(--paper); color: var(--ink);
    font: 18px/1.55 Georgia, serif; }
  h1 { font-size: 1.3rem; }`;

/** The script that mounts some of the figures, as one classic script: what is in it for no figure costs each page again. */
export async function mountingScript(ids: readonly string[], minify = false): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        ${ids.map((id) => `import { ${id} } from "./site/figures/${id}.ts";`).join("\n")}
        const figures = { ${ids.join(", ")} };
        import { mountFigure } from "./site/figures/frame/mount.ts";
        window.figureSymbols = [];
        addEventListener("symbol", ({ detail }) => window.figureSymbols.push(detail));
        for (const element of document.querySelectorAll("[data-figure]"))
          mountFigure(element, figures[element.dataset.figure]);`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify,
  });
  return outputFiles[0]!.text;
}

/** The page. Without a script it is what readers without scripts see. */
export function figuresPage(script: string, ids: readonly string[] = Object.keys(figures)): string {
  const css = figureStyleOf(root);
  const all = ids.map((id) => renderStatic(figures[id]!)).join("\n");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Figures</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>${COLOURS}${css}</style></head>
<body><main><h1>Figures</h1>${all}</main><script>${script.replace(/<\/script/g, "<\\/script")}</script></body></html>`;
}
