/** Styles and scripts as the browser gets them: one style, and classic scripts, since modules fail on file://. */
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Plugin, transform } from "esbuild";
import type { File } from "../parts.ts";

/** What figures need beside the page's colours, in this order. */
const FIGURE_STYLES = ["figure", "marks", "texts", "touch", "sizes", "controls"].map(
  (name) => `figures/frame/${name}.css`,
);

const STYLES = [
  "style/colours.css",
  "style/text.css",
  "style/frame.css",
  "style/derivation.css",
  "style/formulas.css",
  "style/margin.css",
  "style/looks.css",
  "style/example.css",
  "style/asking.css",
  "style/exercise.css",
  "style/written.css",
  "style/capstone.css",
  "style/map.css",
  "style/code.css",
  "style/print.css",
  ...FIGURE_STYLES,
];

/** The style of figures alone, for a page with nothing else. */
export const figureStyleOf = (root: string): string =>
  FIGURE_STYLES.map((file) => readFileSync(join(root, "site", file), "utf8")).join("\n");

/** What a figure's still picture brings along: colours, forms and texts. */
export async function stillStyle(root: string): Promise<string> {
  const parts = ["style/colours.css", "figures/frame/marks.css", "figures/frame/texts.css"].map((file) =>
    readFileSync(join(root, "site", file), "utf8"),
  );
  const words =
    '.figure svg{font:12px system-ui,"Segoe UI","Helvetica Neue",Arial,sans-serif;fill:var(--ink)}';
  const { code } = await transform([words, ...parts].join("\n"), {
    loader: "css",
    minify: true,
    target: "chrome109",
  });
  return `${code.trim()}.handle .reach{display:none}.handle .knob{fill:var(--mark,var(--accent))}`;
}

export async function styleOf(root: string, before: string, minify: boolean): Promise<string> {
  const own = STYLES.map((file) => join(root, "site", file))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"));
  const { code } = await transform([before, ...own].join("\n"), {
    loader: "css",
    minify,
    target: "chrome109",
  });
  return code;
}

/** One classic script without modules, so that it runs from disk as well. */
const classic = {
  bundle: true,
  write: false,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  logLevel: "silent",
} as const;

/** The scripts of the pages by path from the site's folder. */
export async function scriptsOf(root: string, minify: boolean): Promise<Map<string, File>> {
  const names = ["theme", "page", "map", "search", "checker/checker"];
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(names.map((name) => [name, join(root, "site/scripts", `${name}.ts`)])),
    outdir: "/assets",
    ...classic,
    minify,
  });
  return new Map(outputFiles.map(({ path, text }) => [`assets/${path.split(/[\\/]/).at(-1)}`, text]));
}

/**
 * One script for each figure that a page shows: it brings that figure to life. What all of them need is a script of its
 * own, `frame.js`, which comes first and leaves its modules where a figure finds them.
 */
export async function figureScripts(
  root: string,
  ids: readonly string[],
  minify: boolean,
): Promise<Map<string, File>> {
  const folder = join(root, "site/figures");
  const script = async (contents: string, plugins: readonly Plugin[] = []): Promise<string> => {
    const stdin = { contents, resolveDir: folder, loader: "ts" } as const;
    const { outputFiles } = await build({ stdin, ...classic, minify, plugins: [...plugins] });
    return outputFiles[0]?.text ?? "";
  };
  const modules = await frameModules(root);
  const lines = modules.map((path, i) => `import * as m${i} from ${JSON.stringify(join(root, path))};`);
  const table = modules.map((path, i) => `${JSON.stringify(path)}: m${i}`);
  const frame = script(`${lines.join("\n")}\nself.chainruleFrame = { ${table.join(", ")} };`);
  const figures = ids.map((id) =>
    script(
      `import { ${id} } from "./${id}.ts";
        import { mountFigure } from "./frame/mount.ts";
        const element = document.getElementById("${id}");
        if (element !== null) mountFigure(element, ${id});`,
      [framesModules(root, modules)],
    ),
  );
  const made = await Promise.all([frame, ...figures]);
  return new Map(["frame", ...ids].map((id, i) => [`assets/figures/${id}.js`, made[i] ?? ""]));
}

/** The modules that bring any figure to life, by their paths. */
async function frameModules(root: string): Promise<readonly string[]> {
  const entryPoints = [join(root, "site/figures/frame/mount.ts")];
  const { metafile } = await build({ absWorkingDir: root, entryPoints, ...classic, metafile: true });
  return Object.keys(metafile.inputs).filter((path) => path.endsWith(".ts"));
}

/** Modules of the frame are those that its script has left. */
const framesModules = (root: string, modules: readonly string[]): Plugin => ({
  name: "modules-of-frame",
  setup(b) {
    b.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir }) => {
      const own = relative(root, join(resolveDir, path)).replaceAll("\\", "/");
      return modules.includes(own) ? { path: own, namespace: "frame" } : undefined;
    });
    b.onLoad({ filter: /.*/, namespace: "frame" }, ({ path }) => ({
      contents: `module.exports = self.chainruleFrame[${JSON.stringify(path)}];`,
      loader: "js",
    }));
  },
});
